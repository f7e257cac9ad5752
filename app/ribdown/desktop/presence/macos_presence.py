"""Presence as macOS tells it: seconds since the last input, by CGEventSourceSecondsSinceLastEventType. Whether Focus is
on, it tells nobody."""

import ctypes
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer

from ribdown.desktop.presence.presence import IdleSource, Presence, PresenceEvents

FRAMEWORK = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
_HID_SYSTEM_STATE = 1
_ANY_INPUT = 0xFFFFFFFF


class MacPresence:
    """`services` is the ApplicationServices framework, as ctypes loads it."""

    def __init__(self, services: Any) -> None:
        self.events = PresenceEvents()
        self._seconds = services.CGEventSourceSecondsSinceLastEventType
        self._seconds.restype = ctypes.c_double
        self._seconds.argtypes = (ctypes.c_int32, ctypes.c_uint32)

    def ask(self, answer: Callable[[Presence], None]) -> None:
        """The call answers at once."""
        presence = Presence(idle_seconds=self._seconds(_HID_SYSTEM_STATE, _ANY_INPUT), idle_source=IdleSource.MACOS)
        QTimer.singleShot(0, lambda: answer(presence))
