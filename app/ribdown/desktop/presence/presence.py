"""Whether the person is at the computer and wants to be spoken to. Asked once where it is needed, never polled."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal


class IdleSource(StrEnum):
    """What knows when there was input last."""

    MUTTER = "mutter"  # GNOME
    SCREEN_SAVER = "screen-saver"  # KDE on X11
    WINDOWS = "windows"
    MACOS = "macos"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Presence:
    """None is unknown, and never a reason to hold anything back."""

    idle_seconds: float | None = None
    locked: bool | None = None
    do_not_disturb: bool | None = None
    idle_source: IdleSource = IdleSource.NONE


class PresenceEvents(QObject):
    """`locked` carries whether the screen has just been locked, or unlocked. Not every desktop says so."""

    locked = Signal(bool)


class PresenceSource(Protocol):
    """Knows it, as far as the desktop says."""

    @property
    def events(self) -> PresenceEvents:
        """What it says unasked."""
        ...

    def ask(self, answer: Callable[[Presence], None]) -> None:
        """Call `answer` once, later, within a second and a half."""
        ...


class UnknownPresence:
    """Where nothing is known."""

    def __init__(self) -> None:
        self.events = PresenceEvents()

    def ask(self, answer: Callable[[Presence], None]) -> None:
        """Answer that."""
        QTimer.singleShot(0, lambda: answer(Presence()))
