"""Starting with the desktop on Linux, by the Desktop Application Autostart Specification 0.5."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from ribdown.core.errors import UserError
from ribdown.desktop.autostart.entry_file import read_entry, remove_entry, write_entry

_RESERVED = re.compile(r"""[\s"'\\><~|&;$*?#()`]""")  # as the Desktop Entry Specification 1.5 lists them
_GROUP = "[Desktop Entry]"


class LinuxAutostart:
    """`command` is what is to be started; `folder` is where the desktop looks for what to start."""

    available = True

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._command = command
        self._path = folder / "ribdown.desktop"

    def is_on(self) -> bool:
        """A file that is hidden, or that GNOME's own switch has turned off, is off."""
        content = read_entry(self._path)
        if content is None:
            return False
        keys = _keys(content.decode(errors="replace"))
        return keys.get("Hidden") != "true" and keys.get("X-GNOME-Autostart-enabled") != "false"

    def turn_on(self) -> UserError | None:
        """Write the file anew, so that it names the program where it is now."""
        lines = (
            _GROUP,
            "Type=Application",
            "Name=Ribdown",
            f"Exec={exec_line(self._command)}",
            "Icon=ribdown",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
        )
        return write_entry(self._path, "".join(f"{line}\n" for line in lines).encode())

    def turn_off(self) -> UserError | None:
        """Remove the file."""
        return remove_entry(self._path)


def autostart_folder() -> Path:
    """The folder that the desktop reads. A relative XDG_CONFIG_HOME does not count, as its specification says."""
    given = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return (given if given.is_absolute() else Path.home() / ".config") / "autostart"


def exec_line(command: Sequence[str]) -> str:
    """The command as the key Exec has it: quoted, then escaped as every string in such a file."""
    return " ".join(_quoted(part) for part in command).replace("\\", "\\\\")


def _quoted(part: str) -> str:
    part = part.replace("%", "%%")
    if part and not _RESERVED.search(part):
        return part
    return '"' + re.sub(r'(["`$\\])', r"\\\1", part) + '"'


def _keys(text: str) -> dict[str, str]:
    """The keys of the entry itself, not those of its actions."""
    keys = {}
    group = ""
    for line in text.splitlines():
        if line.startswith("["):
            group = line.strip()
        elif group == _GROUP and "=" in line:
            key, _, value = line.partition("=")
            keys[key.strip()] = value.strip()
    return keys
