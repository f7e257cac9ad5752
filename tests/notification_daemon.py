"""dunst on a bus of one's own, with somebody at it who presses what a test says."""

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from message_bus import MessageBus, wait_until

MISSING = ", ".join(name for name in ("dunst", "dunstctl", "dbus-send") if shutil.which(name) is None)

# Nothing goes away by itself: what is not on the screen was taken away.
_SETTINGS = """[global]
    dmenu = {menu}
    show_indicators = no
[urgency_normal]
    timeout = 0
"""
# dunst hands its menu to a program, which answers with the line that was chosen.
_MENU = """#!/bin/sh
cat > "{folder}/menu"
grep -e "$(cat "{folder}/wanted")" "{folder}/menu" | head -n 1
"""


class Dunst:
    """Runs inside `with`. `folder` holds its settings."""

    def __init__(self, bus: MessageBus, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        # Its menu, and nothing of the person's own.
        self._environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus.address, "XDG_CONFIG_HOME": str(folder)}
        menu = folder / "choose"
        menu.write_text(_MENU.format(folder=folder))
        menu.chmod(0o755)
        (folder / "dunstrc").write_text(_SETTINGS.format(menu=menu))
        self.command = f"{shutil.which('dunst')} -conf {folder}/dunstrc"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._process is not None:
            self.kill()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        with (self._folder / "log").open("wb") as log:
            self._process = subprocess.Popen(self.command.split(), env=self._environment, stdout=log, stderr=log)
        wait_until(lambda: self._control("count").returncode == 0)

    def kill(self) -> None:
        """As a crash does."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        self._process = None

    def freeze(self) -> None:
        """From now on it hangs."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def press(self, label: str) -> None:
        """Choose an action of the notification from its menu."""
        (self._folder / "wanted").write_text(label)
        assert self._control("context").returncode == 0

    def click(self) -> None:
        """Click on the notification itself."""
        assert self._control("action", "0").returncode == 0

    def dismiss(self) -> None:
        """Close it, as its cross does."""
        assert self._control("close").returncode == 0

    def menu(self) -> str:
        """What the last menu showed."""
        return (self._folder / "menu").read_text()

    def displayed(self) -> int:
        """How many notifications are on the screen."""
        return int(self._control("count", "displayed").stdout)

    def history(self) -> list[dict[str, Any]]:
        """What was shown and is shown no more, the newest first: name of the field to its value."""
        table = json.loads(self._control("history").stdout)
        return [{name: field["data"] for name, field in one.items()} for one in table["data"][0]]

    def _control(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["dunstctl", *arguments], env=self._environment, capture_output=True, text=True, check=False, timeout=30
        )
