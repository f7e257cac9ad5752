"""Starting with macOS: a launch agent of the person's own (launchd.plist(5))."""

import plistlib
from collections.abc import Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError

from ribdown.core.errors import UserError
from ribdown.desktop.autostart.entry_file import read_entry, remove_entry, write_entry


class MacAutostart:
    """`folder` is the person's own LaunchAgents."""

    available = True

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._command = command
        self._path = folder / "ribdown.plist"

    def is_on(self) -> bool:
        """The file is there, can be read and is not disabled."""
        content = read_entry(self._path)
        if content is None:
            return False
        try:
            agent = plistlib.loads(content)
        except (plistlib.InvalidFileException, ExpatError, ValueError):
            return False
        return isinstance(agent, dict) and agent.get("RunAtLoad") is True and agent.get("Disabled") is not True

    def turn_on(self) -> UserError | None:
        """It counts from the next log-in on."""
        agent = {
            "Label": "ribdown",
            "ProgramArguments": list(self._command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        return write_entry(self._path, plistlib.dumps(agent))

    def turn_off(self) -> UserError | None:
        """Remove the file; what runs goes on."""
        return remove_entry(self._path)
