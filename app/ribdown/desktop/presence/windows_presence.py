"""Presence as Windows tells it: GetLastInputInfo (user32) and SHQueryUserNotificationState (shell32)."""

import ctypes
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer

from ribdown.desktop.presence.presence import IdleSource, Presence, PresenceEvents

_TICKS = 1 << 32  # milliseconds in 32 bits, which start again after 49.7 days
_NOT_PRESENT = 1  # locked, a screen saver, or another user's session
_ACCEPTS = 5


class LastInputInfo(ctypes.Structure):
    """LASTINPUTINFO of winuser.h."""

    _fields_ = (("size", ctypes.c_uint), ("time", ctypes.c_uint))


class WindowsPresence:
    """`dlls` is `ctypes.windll`. These calls answer at once."""

    def __init__(self, dlls: Any) -> None:
        self.events = PresenceEvents()
        self._dlls = dlls

    def ask(self, answer: Callable[[Presence], None]) -> None:
        """Ask both."""
        idle = self._idle()
        source = IdleSource.NONE if idle is None else IdleSource.WINDOWS
        presence = Presence(idle, *state_of(self._state()), source)
        QTimer.singleShot(0, lambda: answer(presence))

    def _idle(self) -> float | None:
        info = LastInputInfo(ctypes.sizeof(LastInputInfo))
        if not self._dlls.user32.GetLastInputInfo(ctypes.byref(info)):
            return None
        return seconds_between(info.time, self._dlls.kernel32.GetTickCount())

    def _state(self) -> int | None:
        state = ctypes.c_int()
        failed = self._dlls.shell32.SHQueryUserNotificationState(ctypes.byref(state))
        return None if failed else state.value


def seconds_between(before: int, now: int) -> float:
    """Seconds between two tick counts of 32 bits."""
    return (now - before) % _TICKS / 1000


def state_of(state: int | None) -> tuple[bool | None, bool | None]:
    """Locked, and do not disturb: a full-screen program, a presentation or quiet hours (QUERY_USER_NOTIFICATION_STATE
    of shellapi.h). Nothing is known of the second while nobody is there."""
    if state is None:
        return None, None
    return (True, None) if state == _NOT_PRESENT else (False, state != _ACCEPTS)
