"""Presence from services on a real bus, which answer, refuse, hang or are not there, and from other systems."""

import ctypes
from collections.abc import Iterator
from contextlib import ExitStack
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from message_bus import LIMIT, MessageBus, Service
from ribdown.desktop.bus.bus import Bus, NoBus
from ribdown.desktop.bus.choice import session_bus
from ribdown.desktop.presence.bus_presence import BusPresence
from ribdown.desktop.presence.choice import choose_presence
from ribdown.desktop.presence.macos_presence import MacPresence
from ribdown.desktop.presence.presence import IdleSource, Presence, PresenceSource, UnknownPresence
from ribdown.desktop.presence.windows_presence import WindowsPresence, seconds_between, state_of
from ribdown.desktop.suspend import LoginSuspend, NoSuspend

UNHURRIED = 20_000  # ms: far more than an answer takes on a busy machine
MUTTER = ("org.gnome.Mutter.IdleMonitor", {"GetIdletime": ("t", (312_000,))})
SCREEN_SAVER = ("org.freedesktop.ScreenSaver", {"GetSessionIdleTime": ("u", (4500,)), "GetActive": ("b", (False,))})
# As GNOME has that name: it keeps the screen awake, and says nothing else.
MUTE_SCREEN_SAVER: tuple[str, dict[str, Any]] = ("org.freedesktop.ScreenSaver", {})
GNOME_LOCK = ("org.gnome.ScreenSaver", {"GetActive": ("b", (True,))})
LOGIN = ("org.freedesktop.login1", {"Get": ("v", (("b", False),))})
LOGIN_LOCKED = ("org.freedesktop.login1", {"Get": ("v", (("b", True),))})
NOTIFICATIONS = ("org.freedesktop.Notifications", {"Get": ("v", (("b", True),))})
ODD_NOTIFICATIONS = ("org.freedesktop.Notifications", {"Get": ("v", (("s", "yes"),))})


def ask(source: PresenceSource, qtbot: QtBot) -> Presence:
    found: list[Presence] = []
    source.ask(found.append)
    assert found == []
    qtbot.waitUntil(lambda: len(found) > 0, timeout=LIMIT)
    assert len(found) == 1
    return found[0]


@pytest.fixture
def system(daemon: MessageBus, bus: Bus) -> Iterator[Bus]:
    """A second connection to the same bus, in place of the system's."""
    system = session_bus()
    yield system
    system.close()


@pytest.mark.xvfb
@pytest.mark.parametrize(
    ("services", "presence"),
    [
        ([], Presence()),
        ([MUTTER], Presence(312.0, idle_source=IdleSource.MUTTER)),
        ([SCREEN_SAVER], Presence(4.5, locked=False, idle_source=IdleSource.SCREEN_SAVER)),
        ([MUTTER, MUTE_SCREEN_SAVER, GNOME_LOCK], Presence(312.0, locked=True, idle_source=IdleSource.MUTTER)),
        ([SCREEN_SAVER, LOGIN_LOCKED], Presence(4.5, locked=True, idle_source=IdleSource.SCREEN_SAVER)),
        ([LOGIN, GNOME_LOCK], Presence(locked=True)),
        ([LOGIN], Presence(locked=False)),
        ([NOTIFICATIONS], Presence(do_not_disturb=True)),
        ([ODD_NOTIFICATIONS], Presence()),
    ],
)
def test_what_the_desktop_says_is_put_together(
    services: list[tuple[str, dict[str, Any]]],
    presence: Presence,
    daemon: MessageBus,
    bus: Bus,
    system: Bus,
    qtbot: QtBot,
) -> None:
    with ExitStack() as running:
        for name, answers in services:
            running.enter_context(Service(daemon, name, answers))
        assert ask(BusPresence(bus, system, limit_ms=UNHURRIED), qtbot) == presence


@pytest.mark.xvfb
def test_one_that_hangs_does_not_keep_the_others_from_answering(
    daemon: MessageBus, bus: Bus, system: Bus, qtbot: QtBot
) -> None:
    with Service(daemon, *MUTTER) as mutter, Service(daemon, *SCREEN_SAVER):
        mutter.hangs = True
        presence = Presence(4.5, locked=False, idle_source=IdleSource.SCREEN_SAVER)
        assert ask(BusPresence(bus, system, limit_ms=2000), qtbot) == presence


@pytest.mark.xvfb
def test_nothing_is_started_to_be_asked(daemon: MessageBus, bus: Bus, system: Bus, qtbot: QtBot) -> None:
    for name, _ in (MUTTER, SCREEN_SAVER, GNOME_LOCK, LOGIN, NOTIFICATIONS):
        daemon.can_start(name, f"/usr/bin/touch {daemon.services}/started")
    assert ask(BusPresence(bus, system, limit_ms=UNHURRIED), qtbot) == Presence()
    assert not (daemon.services / "started").exists()


@pytest.mark.xvfb
def test_locking_and_unlocking_are_said(daemon: MessageBus, bus: Bus, system: Bus, qtbot: QtBot) -> None:
    presence = BusPresence(bus, system)
    heard: list[bool] = []
    presence.events.locked.connect(heard.append)
    ask(presence, qtbot)
    with Service(daemon, *SCREEN_SAVER) as service:
        for active in (True, False):
            place = ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")
            service.emit(*place, "ActiveChanged", "b", (active,))
        qtbot.waitUntil(lambda: heard == [True, False], timeout=LIMIT)


def test_without_a_bus_nothing_is_known(qtbot: QtBot) -> None:
    for source in (choose_presence(NoBus(), NoBus()), BusPresence(NoBus(), NoBus()), UnknownPresence()):
        assert ask(source, qtbot) == Presence()


# -- waking up


@pytest.mark.xvfb
def test_waking_is_heard(daemon: MessageBus, system: Bus, qtbot: QtBot) -> None:
    suspend = LoginSuspend(system)
    heard: list[str] = []
    suspend.events.woke.connect(lambda: heard.append("woke"))
    with qtbot.waitSignal(system.events.opened, timeout=LIMIT):
        pass
    ask(BusPresence(system, system), qtbot)  # the rule has arrived
    with Service(daemon, *LOGIN) as service:
        for sleeping in (True, False):
            body = (sleeping,)
            service.emit("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", "b", body)
        qtbot.waitUntil(lambda: heard == ["woke"], timeout=LIMIT)


def test_without_a_system_bus_waking_is_not_heard_of(qtbot: QtBot) -> None:
    for suspend in (LoginSuspend(NoBus()), NoSuspend()):
        with qtbot.assertNotEmitted(suspend.events.woke, wait=20):
            pass


# -- other systems


@pytest.mark.parametrize(
    ("before", "now", "seconds"),
    [(1000, 61_500, 60.5), (5, 5, 0.0), (0xFFFFFFF0, 0x10, 0.032), (0x7FFFFFFF, -0x80000000, 0.001)],
)
def test_windows_counts_milliseconds_in_32_bits(before: int, now: int, seconds: float) -> None:
    assert seconds_between(before, now) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("state", "locked", "do_not_disturb"),
    [
        (1, True, None),
        (2, False, True),
        (3, False, True),
        (4, False, True),
        (5, False, False),
        (6, False, True),
        (None, None, None),
    ],
)
def test_windows_has_one_word_for_both(state: int | None, locked: bool | None, do_not_disturb: bool | None) -> None:
    assert state_of(state) == (locked, do_not_disturb)


def windows(*, works: bool) -> Any:
    """What ctypes.windll has of these three, in its own types."""

    def last_input(info: Any) -> int:
        fields = ctypes.cast(info, ctypes.POINTER(ctypes.c_uint))
        assert fields[0] == 8  # its size, without which Windows refuses
        fields[1] = 1_000_000
        return int(works)

    def state(place: Any) -> int:
        ctypes.cast(place, ctypes.POINTER(ctypes.c_int))[0] = 5
        return 0 if works else -2147467259

    return SimpleNamespace(
        user32=SimpleNamespace(GetLastInputInfo=last_input),
        kernel32=SimpleNamespace(GetTickCount=lambda: 1_090_000),
        shell32=SimpleNamespace(SHQueryUserNotificationState=state),
    )


def test_windows_is_asked_in_its_own_types(qtbot: QtBot) -> None:
    presence = Presence(90.0, locked=False, do_not_disturb=False, idle_source=IdleSource.WINDOWS)
    assert ask(WindowsPresence(windows(works=True)), qtbot) == presence
    assert ask(WindowsPresence(windows(works=False)), qtbot) == Presence(idle_source=IdleSource.NONE)


def test_macos_is_asked_in_its_own_types(qtbot: QtBot) -> None:
    asked: list[tuple[int, int]] = []

    def seconds(source: int, kind: int) -> float:
        asked.append((source, kind))
        return 12.5

    function = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_int32, ctypes.c_uint32)(seconds)
    services = SimpleNamespace(CGEventSourceSecondsSinceLastEventType=function)
    assert ask(MacPresence(services), qtbot) == Presence(12.5, idle_source=IdleSource.MACOS)
    assert asked == [(1, 0xFFFFFFFF)]
