"""Starting with Windows: a value under the person's own Run key, which the Task Manager can turn off elsewhere."""

import subprocess
from collections.abc import Sequence
from typing import Any

from ribdown.core.errors import UserError

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
NAME = "Ribdown"


class WindowsAutostart:
    """`registry` is the module winreg."""

    available = True

    def __init__(self, command: Sequence[str], registry: Any) -> None:
        self._command = subprocess.list2cmdline(command)
        self._registry = registry

    def is_on(self) -> bool:
        """It stands under Run, and the person has not turned it off in the Task Manager."""
        return self._value(RUN) is not None and not self._turned_off_by_hand()

    def turn_on(self) -> UserError | None:
        """What was turned off in the Task Manager stays off: that is not ours to change."""
        registry = self._registry
        try:
            with registry.CreateKeyEx(registry.HKEY_CURRENT_USER, RUN, 0, registry.KEY_SET_VALUE) as key:
                registry.SetValueEx(key, NAME, 0, registry.REG_SZ, self._command)
        except OSError as error:
            return _trouble(error)
        if self._turned_off_by_hand():
            return UserError(
                "Ribdown is turned off among the start-up apps of Windows.",
                "Turn it on there: Settings, Apps, Startup.",
            )
        return None

    def turn_off(self) -> UserError | None:
        """Take the value out."""
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, RUN, 0, registry.KEY_SET_VALUE) as key:
                registry.DeleteValue(key, NAME)
        except FileNotFoundError:  # it was not there
            return None
        except OSError as error:
            return _trouble(error)
        return None

    def _turned_off_by_hand(self) -> bool:
        """Twelve bytes, of which the first is odd where it was turned off; none at all means on."""
        approved = self._value(APPROVED)
        return isinstance(approved, bytes) and len(approved) > 0 and bool(approved[0] & 1)

    def _value(self, path: str) -> Any:
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, path) as key:
                return registry.QueryValueEx(key, NAME)[0]
        except OSError:
            return None


def _trouble(error: OSError) -> UserError:
    return UserError(
        f"Starting with Windows could not be changed: {error.strerror}.",
        "Ask whoever looks after this computer whether it is allowed.",
    )
