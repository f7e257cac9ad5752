"""The bus on a real daemon: calls are answered or given up, signals are heard, and a bus that dies is found again."""

import time
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from message_bus import LIMIT, MessageBus
from message_bus import Service as FakeService
from ribdown.desktop.bus.bus import BUS, Body, Bus, Call, NoBus, Rule, Service, property_of
from ribdown.desktop.bus.choice import session_bus, system_bus
from ribdown.desktop.bus.name_watch import NameWatch

pytestmark = pytest.mark.xvfb

CLOCK = Service("org.example.Clock", "/org/example/Clock", "org.example.Clock")
UNHURRIED = 20_000  # ms: far more than an answer takes on a busy machine
BLOCKED = 0.5  # seconds: far below what a hanging call takes, far above what this takes on a busy machine


class Answers:
    """What calls were answered with."""

    def __init__(self) -> None:
        self.bodies: list[Body | None] = []

    def __call__(self, body: Body | None) -> None:
        self.bodies.append(body)


def ask(bus: Bus, qtbot: QtBot, call: Call) -> Body | None:
    """The answer to a call, which never comes before the call has returned."""
    answers = Answers()
    begin = time.monotonic()
    bus.call(call, answers)
    assert time.monotonic() - begin < BLOCKED
    assert answers.bodies == []
    qtbot.waitUntil(lambda: len(answers.bodies) > 0, timeout=LIMIT)
    assert len(answers.bodies) == 1
    return answers.bodies[0]


def clock(daemon: MessageBus, **answers: Any) -> FakeService:
    return FakeService(daemon, CLOCK.name, answers)


def owner_call(name: str, limit_ms: int = UNHURRIED) -> Call:
    return Call(BUS, "NameHasOwner", "s", (name,), "b", limit_ms=limit_ms)


def test_a_call_is_answered(bus: Bus, qtbot: QtBot) -> None:
    assert ask(bus, qtbot, owner_call("org.freedesktop.DBus")) == (True,)
    assert ask(bus, qtbot, owner_call("org.example.Nobody")) == (False,)


def test_every_type_that_services_ask_for_arrives_as_it_was_sent(daemon: MessageBus, bus: Bus, qtbot: QtBot) -> None:
    body: Body = ("a", 4_000_000_000, [], ["b"], {"urgency": ("y", 1), "text": ("s", "ä")}, -1)
    with clock(daemon, Echo=lambda body: ("suasasa{sv}i", body)):
        assert ask(bus, qtbot, Call(CLOCK, "Echo", "suasasa{sv}i", body, "suasasa{sv}i", limit_ms=UNHURRIED)) == body


@pytest.mark.parametrize(
    "call",
    [
        Call(CLOCK, "Unknown", returns="s", limit_ms=UNHURRIED),
        Call(CLOCK, "Time", returns="u", limit_ms=UNHURRIED),  # it answers with a text
        Call(CLOCK._replace(name="org.example.Nobody"), "Time", returns="s", limit_ms=UNHURRIED),
        property_of(CLOCK, "Zone", UNHURRIED),
    ],
)
def test_where_no_such_answer_comes_it_is_none(daemon: MessageBus, bus: Bus, qtbot: QtBot, call: Call) -> None:
    with clock(daemon, Time=("s", ("noon",))):
        assert ask(bus, qtbot, call) is None


def test_a_service_that_hangs_is_given_up_and_its_late_answer_is_nobodys(
    daemon: MessageBus, bus: Bus, qtbot: QtBot
) -> None:
    with clock(daemon, Time=("s", ("noon",))) as service:
        service.hangs = True
        assert ask(bus, qtbot, Call(CLOCK, "Time", returns="s", limit_ms=100)) is None
        service.hangs = False
        assert ask(bus, qtbot, Call(CLOCK, "Time", returns="s", limit_ms=UNHURRIED)) == ("noon",)


def test_signals_are_heard_by_those_who_asked_for_them(daemon: MessageBus, bus: Bus, qtbot: QtBot) -> None:
    heard: list[tuple[str, Body]] = []
    bus.listen(Rule(CLOCK, "Struck", "u"), lambda body: heard.append(("any", body)))
    bus.listen(Rule(CLOCK, "Called", "ss", "noon"), lambda body: heard.append(("noon", body)))
    with clock(daemon) as service:
        assert ask(bus, qtbot, owner_call(CLOCK.name)) == (True,)  # the rules have arrived
        place = (CLOCK.path, CLOCK.interface)
        service.emit(*place, "Struck", "s", ("twelve",))
        service.emit("/elsewhere", CLOCK.interface, "Struck", "u", (1,))
        service.emit(*place, "Called", "ss", ("night", "x"))
        service.emit(*place, "Called", "ss", ("noon", "y"))
        service.emit(*place, "Struck", "u", (12,))
        qtbot.waitUntil(lambda: len(heard) >= 2, timeout=LIMIT)
    assert heard == [("noon", ("noon", "y")), ("any", (12,))]


def test_a_name_is_watched_from_before_it_is_there(daemon: MessageBus, bus: Bus, qtbot: QtBot) -> None:
    watch = NameWatch(bus, CLOCK.name, bus.events)
    owners: list[bool] = []
    watch.changed.connect(lambda owner: owners.append(bool(owner)))
    qtbot.waitUntil(lambda: owners == [False], timeout=LIMIT)
    with clock(daemon):
        qtbot.waitUntil(lambda: owners == [False, True], timeout=LIMIT)
        assert watch.owner.startswith(":")
    qtbot.waitUntil(lambda: owners == [False, True, False], timeout=LIMIT)


def test_a_bus_that_dies_answers_what_is_open_and_is_found_again(daemon: MessageBus, bus: Bus, qtbot: QtBot) -> None:
    events: list[str] = []
    bus.events.opened.connect(lambda: events.append("opened"))
    bus.events.lost.connect(lambda: events.append("lost"))
    struck: list[Body] = []
    bus.listen(Rule(CLOCK, "Struck", "u"), struck.append)
    watch = NameWatch(bus, CLOCK.name, bus.events)
    with clock(daemon) as service:
        qtbot.waitUntil(lambda: watch.owner != "", timeout=LIMIT)
        service.hangs = True
        answers = Answers()
        bus.call(Call(CLOCK, "Time", returns="s", limit_ms=None), answers)
        qtbot.waitUntil(lambda: service.named("Time") != [], timeout=LIMIT)
        daemon.kill()
        qtbot.waitUntil(lambda: events == ["opened", "lost"], timeout=LIMIT)
        assert (answers.bodies, watch.owner) == ([None], "")
    daemon.start()
    with clock(daemon) as service:
        qtbot.waitUntil(lambda: events == ["opened", "lost", "opened"] and watch.owner != "", timeout=LIMIT)
        service.emit(CLOCK.path, CLOCK.interface, "Struck", "u", (7,))
        qtbot.waitUntil(lambda: struck == [(7,)], timeout=LIMIT)


def test_a_bus_that_hangs_blocks_nothing(daemon: MessageBus, bus: Bus, qtbot: QtBot) -> None:
    daemon.freeze()
    assert ask(bus, qtbot, owner_call("org.freedesktop.DBus", 100)) is None
    daemon.thaw()
    assert ask(bus, qtbot, owner_call("org.freedesktop.DBus")) == (True,)
    daemon.freeze()
    big = Call(CLOCK, "Take", "s", ("x" * 1_000_000,), limit_ms=100)  # more than the socket takes
    assert ask(bus, qtbot, big) is None
    daemon.thaw()
    assert ask(bus, qtbot, owner_call("org.freedesktop.DBus")) == (True,)


@pytest.mark.parametrize("address", ["unix:path=/nonexistent", "tcp:host=localhost", "nonsense", ""])
def test_without_a_bus_every_call_is_answered_with_nothing(
    address: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address or "unix:path=/nonexistent")
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    for bus in (session_bus(), system_bus(), NoBus()):
        bus.listen(Rule(CLOCK, "Struck", "u"), lambda body: None)
        assert ask(bus, qtbot, owner_call("org.freedesktop.DBus")) is None
        bus.close()


def test_a_bus_that_comes_late_is_used_by_the_next_call(daemon: MessageBus, bus: Bus, qtbot: QtBot) -> None:
    daemon.kill()
    assert ask(bus, qtbot, owner_call("org.freedesktop.DBus")) is None
    daemon.start()
    assert ask(bus, qtbot, owner_call("org.freedesktop.DBus")) == (True,)


def test_whoever_hears_something_may_close_the_bus(daemon: MessageBus, bus: Bus, qtbot: QtBot) -> None:
    heard: list[Body] = []

    def hear(body: Body) -> None:
        heard.append(body)
        bus.close()

    bus.listen(Rule(CLOCK, "Struck", "u"), hear)
    with clock(daemon) as service:
        assert ask(bus, qtbot, owner_call(CLOCK.name)) == (True,)
        for number in range(50):
            service.emit(CLOCK.path, CLOCK.interface, "Struck", "u", (number,))
        qtbot.waitUntil(lambda: heard != [], timeout=LIMIT)
        qtbot.wait(50)
    assert heard == [(0,)]


def test_after_closing_nobody_is_called_any_more(daemon: MessageBus, bus: Bus, qtbot: QtBot) -> None:
    answers = Answers()
    bus.call(owner_call("org.freedesktop.DBus"), answers)
    bus.close()
    later = Answers()
    bus.call(owner_call("org.freedesktop.DBus"), later)
    qtbot.waitUntil(lambda: later.bodies == [None], timeout=LIMIT)
    assert answers.bodies == []
