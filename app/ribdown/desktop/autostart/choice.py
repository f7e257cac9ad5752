"""The one place that chooses how Ribdown is started with the desktop."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from ribdown.desktop.autostart.autostart import Autostart, NoAutostart
from ribdown.desktop.autostart.linux_autostart import LinuxAutostart, autostart_folder
from ribdown.desktop.autostart.macos_autostart import MacAutostart
from ribdown.desktop.autostart.windows_autostart import WindowsAutostart


def choose_autostart(command: Sequence[str], platform: str = sys.platform) -> Autostart:
    """`command` starts Ribdown in the background; its program is an absolute path."""
    if platform == "linux":
        return LinuxAutostart(command, autostart_folder())
    if platform == "win32":
        return WindowsAutostart(command, import_module("winreg"))
    if platform == "darwin":
        return MacAutostart(command, Path.home() / "Library" / "LaunchAgents")
    return NoAutostart()


def own_command(*arguments: str) -> tuple[str, ...]:
    """What starts this Ribdown again: the program that was started, or this Python with the module."""
    started = os.path.abspath(sys.argv[0])
    if Path(started).stem == "ribdown" and os.access(started, os.X_OK):
        return (started, *arguments)
    return (sys.executable, "-P", "-m", "ribdown", *arguments)
