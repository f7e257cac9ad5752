"""The one place that chooses who is asked whether the person is there."""

import ctypes
import sys

from PySide6.QtCore import QObject

from ribdown.desktop.bus.bus import Bus
from ribdown.desktop.presence.bus_presence import BusPresence
from ribdown.desktop.presence.macos_presence import FRAMEWORK, MacPresence
from ribdown.desktop.presence.presence import PresenceSource, UnknownPresence
from ribdown.desktop.presence.windows_presence import WindowsPresence


def choose_presence(session: Bus, system: Bus, parent: QObject | None = None) -> PresenceSource:
    """By the system alone: which of its services answers is found out with each question."""
    if sys.platform == "win32":
        return WindowsPresence(ctypes.windll)
    if sys.platform == "darwin":
        return MacPresence(ctypes.CDLL(FRAMEWORK))
    return BusPresence(session, system, parent) if sys.platform == "linux" else UnknownPresence()
