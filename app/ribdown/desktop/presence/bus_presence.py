"""Presence as the desktops on Linux tell it. All are asked at once, and none is started for it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from ribdown.desktop.bus.bus import Body, Bus, Call, Rule, Service, property_of
from ribdown.desktop.presence.presence import IdleSource, Presence, PresenceEvents

_LIMIT_MS = 1000
_MUTTER = Service("org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core", "org.gnome.Mutter.IdleMonitor")
_SCREEN_SAVER = Service("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")
_GNOME_SCREEN_SAVER = Service("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver")
_NOTIFICATIONS = Service(
    "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications"
)
_SESSION = Service("org.freedesktop.login1", "/org/freedesktop/login1/session/auto", "org.freedesktop.login1.Session")
_SCREEN_SAVERS = (_SCREEN_SAVER, _GNOME_SCREEN_SAVER)


class BusPresence(QObject):
    """Asks the session's bus, and logind on the system's. Who has not answered after `limit_ms` says nothing."""

    def __init__(self, session: Bus, system: Bus, parent: QObject | None = None, limit_ms: int = _LIMIT_MS) -> None:
        super().__init__(parent)
        self._limit_ms = limit_ms
        self.events = PresenceEvents(self)
        self._session = session
        self._system = system
        for service in _SCREEN_SAVERS:
            session.listen(Rule(service, "ActiveChanged", "b"), lambda body: self.events.locked.emit(body[0]))

    def ask(self, answer: Callable[[Presence], None]) -> None:
        """Answered when all have answered, or had their time."""
        limit = self._limit_ms
        questions = [
            (self._session, Call(_MUTTER, "GetIdletime", returns="t", limit_ms=limit)),
            (self._session, Call(_SCREEN_SAVER, "GetSessionIdleTime", returns="u", limit_ms=limit)),
            (self._session, property_of(_NOTIFICATIONS, "Inhibited", limit)),
            (self._system, property_of(_SESSION, "LockedHint", limit)),
            *((self._session, Call(one, "GetActive", returns="b", limit_ms=limit)) for one in _SCREEN_SAVERS),
        ]
        bodies: dict[int, Body | None] = {}

        def hear(number: int, body: Body | None) -> None:
            bodies[number] = body
            if len(bodies) == len(questions):
                answer(gathered(*(bodies[place] for place in range(len(questions)))))

        for number, (bus, call) in enumerate(questions):
            bus.call(call, partial(hear, number))


def gathered(
    mutter: Body | None, saver: Body | None, inhibited: Body | None, hint: Body | None, *active: Body | None
) -> Presence:
    """What the answers say together; None is no answer. Both idle times are in milliseconds: the screen saver's is so
    in KDE's, and one that counts seconds only looks less idle than it is."""
    idle, source = next(
        ((body[0] / 1000, of) for body, of in ((mutter, IdleSource.MUTTER), (saver, IdleSource.SCREEN_SAVER)) if body),
        (None, IdleSource.NONE),
    )
    # A desktop that never sets logind's hint leaves it at False, so one Yes is enough.
    says = [says for says in (_flag(hint), *(body[0] for body in active if body)) if says is not None]
    return Presence(idle, any(says) if says else None, _flag(inhibited), source)


def _flag(variant: Body | None) -> bool | None:
    """A property's value, where it is one that says yes or no."""
    return variant[0][1] if variant is not None and variant[0][0] == "b" else None
