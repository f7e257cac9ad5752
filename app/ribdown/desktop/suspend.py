"""The computer has woken up: a hint, where there is one. What counts is the clocks' gap."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from ribdown.desktop.bus.bus import Body, Bus, Rule, Service

_LOGIN = Service("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")


class SuspendEvents(QObject):
    """`woke` comes soon after."""

    woke = Signal()


class Suspend(Protocol):
    """Says so, where it can."""

    @property
    def events(self) -> SuspendEvents:
        """What it says."""
        ...


class NoSuspend:
    """Where nobody says."""

    def __init__(self) -> None:
        self.events = SuspendEvents()


class LoginSuspend(QObject):
    """systemd-logind says it to everybody on the system bus."""

    def __init__(self, system_bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.events = SuspendEvents(self)
        system_bus.listen(Rule(_LOGIN, "PrepareForSleep", "b"), self._hear)

    def _hear(self, body: Body) -> None:
        if not body[0]:  # it is true before the sleep
            self.events.woke.emit()
