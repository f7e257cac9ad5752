"""Notifications on a real session bus with a real daemon, which is answered, killed, hangs, or is not there."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from message_bus import LIMIT, MessageBus
from notification_daemon import MISSING, Dunst
from ribdown.desktop.bus.bus import Bus
from ribdown.desktop.notifications.choice import choose_notifier
from ribdown.desktop.notifications.notifier import OPEN, Action, Channel, ChannelKind, Closed, Notification, Notifier
from ribdown.desktop.tray.tray import NoTray

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.skipif(bool(MISSING), reason=f"no notification daemon here: {MISSING} not installed"),
]

NAME = "org.freedesktop.Notifications"
BLOCKED = 0.5  # seconds: far below what a hanging call takes, far above what this takes on a busy machine
ACTIONS = (
    Action(OPEN, "Open Ribdown"),
    Action("start", "Start"),
    Action("snooze", "In 10 min"),
    Action("skip", "Skip"),
)
NOTHING = Channel(ChannelKind.NONE)
DUNST = Channel(ChannelKind.SERVICE, "dunst", has_actions=True)


def nudge(key: str = "14:00") -> Notification:
    return Notification(key, "Rib down", "Ten < 20 seconds & back", "Ten seconds. Click to open.", ACTIONS)


class Heard:
    """What a notifier said."""

    def __init__(self, notifier: Notifier) -> None:
        self.events: list[tuple[str, ...]] = []
        notifier.events.delivered.connect(lambda key: self.events.append(("delivered", key)))
        notifier.events.failed.connect(lambda key: self.events.append(("failed", key)))
        notifier.events.answered.connect(lambda *answer: self.events.append(("answered", *answer)))
        notifier.events.closed.connect(lambda key, reason: self.events.append(("closed", key, reason)))


@pytest.fixture
def notifier(bus: Bus, qtbot: QtBot) -> Notifier:
    return choose_notifier(bus, NoTray(), "ribdown", "Ribdown", platform="linux")


@pytest.fixture
def heard(notifier: Notifier) -> Heard:
    return Heard(notifier)


@pytest.fixture
def dunst(daemon: MessageBus, tmp_path: Path) -> Iterator[Dunst]:
    with Dunst(daemon, tmp_path) as dunst:
        yield dunst


def notify(notifier: Notifier, notification: Notification) -> None:
    begin = time.monotonic()
    notifier.notify(notification)
    assert time.monotonic() - begin < BLOCKED


def show(notifier: Notifier, heard: Heard, qtbot: QtBot, key: str = "14:00") -> None:
    """Have a nudge on the screen."""
    notify(notifier, nudge(key))
    qtbot.waitUntil(lambda: ("delivered", key) in heard.events, timeout=LIMIT)


def test_what_there_is_is_known(dunst: Dunst, notifier: Notifier, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: notifier.channel == DUNST, timeout=LIMIT)


@pytest.mark.parametrize(("label", "key"), [("Start", "start"), ("In 10 min", "snooze"), ("Skip", "skip")])
def test_a_nudge_appears_with_three_actions_and_each_arrives(
    label: str, key: str, dunst: Dunst, notifier: Notifier, heard: Heard, qtbot: QtBot
) -> None:
    show(notifier, heard, qtbot)
    qtbot.waitUntil(lambda: dunst.displayed() == 1, timeout=LIMIT)
    dunst.press(label)
    qtbot.waitUntil(lambda: len(heard.events) == 2, timeout=LIMIT)
    assert heard.events == [("delivered", "14:00"), ("answered", "14:00", key)]
    menu = dunst.menu()
    assert [one.label for one in ACTIONS if one.label not in menu] == []
    qtbot.waitUntil(lambda: dunst.displayed() == 0, timeout=LIMIT)
    assert len(heard.events) == 2


def test_a_click_on_it_is_an_answer_too(dunst: Dunst, notifier: Notifier, heard: Heard, qtbot: QtBot) -> None:
    show(notifier, heard, qtbot)
    dunst.click()
    qtbot.waitUntil(lambda: heard.events[1:] == [("answered", "14:00", OPEN)], timeout=LIMIT)


def test_closing_it_is_no_answer(dunst: Dunst, notifier: Notifier, heard: Heard, qtbot: QtBot) -> None:
    show(notifier, heard, qtbot)
    dunst.dismiss()
    qtbot.waitUntil(lambda: heard.events[1:] == [("closed", "14:00", Closed.DISMISSED)], timeout=LIMIT)


def test_the_next_takes_its_place_and_a_stale_one_is_withdrawn(
    dunst: Dunst, notifier: Notifier, heard: Heard, qtbot: QtBot
) -> None:
    for key in ("14:00", "15:00"):
        show(notifier, heard, qtbot, key)
        assert dunst.displayed() == 1
    dunst.press("Start")
    qtbot.waitUntil(lambda: heard.events[2:] == [("answered", "15:00", "start")], timeout=LIMIT)
    show(notifier, heard, qtbot, "16:00")
    notifier.withdraw()
    qtbot.waitUntil(lambda: dunst.displayed() == 0, timeout=LIMIT)
    assert heard.events[3:] == [("delivered", "16:00")]


def test_what_is_withdrawn_on_its_way_does_not_stay(
    dunst: Dunst, notifier: Notifier, heard: Heard, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: notifier.channel == DUNST, timeout=LIMIT)
    notify(notifier, nudge("14:00"))
    notifier.withdraw()
    qtbot.waitUntil(lambda: len(dunst.history()) == 1 and dunst.displayed() == 0, timeout=LIMIT)
    assert heard.events == []


def test_it_is_said_as_the_desktops_want_it(dunst: Dunst, notifier: Notifier, heard: Heard, qtbot: QtBot) -> None:
    show(notifier, heard, qtbot)
    dunst.dismiss()
    qtbot.waitUntil(lambda: len(dunst.history()) == 1, timeout=LIMIT)
    shown = dunst.history()[0]
    assert (shown["appname"], shown["summary"], shown["body"]) == ("Ribdown", "Rib down", "Ten < 20 seconds & back")
    assert shown["category"] == "x-ribdown.nudge"


def test_a_daemon_that_is_killed_takes_the_nudge_with_it_and_the_next_one_shows_the_next(
    dunst: Dunst, notifier: Notifier, heard: Heard, qtbot: QtBot
) -> None:
    show(notifier, heard, qtbot)
    dunst.kill()
    qtbot.waitUntil(lambda: heard.events[1:] == [("closed", "14:00", Closed.LOST)], timeout=LIMIT)
    qtbot.waitUntil(lambda: notifier.channel == NOTHING, timeout=LIMIT)
    dunst.start()
    qtbot.waitUntil(lambda: notifier.channel == DUNST, timeout=LIMIT)
    show(notifier, heard, qtbot, "15:00")
    dunst.press("Skip")
    qtbot.waitUntil(lambda: heard.events[3:] == [("answered", "15:00", "skip")], timeout=LIMIT)


def test_a_daemon_that_hangs_fails_and_does_not_show_it_later(
    dunst: Dunst, notifier: Notifier, heard: Heard, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: notifier.channel == DUNST, timeout=LIMIT)
    dunst.freeze()
    notify(notifier, nudge())
    qtbot.waitUntil(lambda: heard.events == [("failed", "14:00")], timeout=LIMIT)
    qtbot.waitUntil(lambda: notifier.channel == NOTHING, timeout=LIMIT)
    dunst.thaw()
    qtbot.waitUntil(lambda: len(dunst.history()) == 1 and dunst.displayed() == 0, timeout=LIMIT)
    show(notifier, heard, qtbot, "15:00")
    qtbot.waitUntil(lambda: notifier.channel == DUNST, timeout=LIMIT)


def test_without_a_daemon_it_fails(notifier: Notifier, heard: Heard, qtbot: QtBot) -> None:
    notify(notifier, nudge())
    qtbot.waitUntil(lambda: heard.events == [("failed", "14:00")], timeout=LIMIT)
    assert notifier.channel == NOTHING


def test_a_daemon_that_is_started_when_it_is_needed_is_one(
    daemon: MessageBus, bus: Bus, tmp_path: Path, qtbot: QtBot
) -> None:
    daemon.can_start(NAME, Dunst(daemon, tmp_path).command)
    notifier = choose_notifier(bus, NoTray(), "ribdown", "Ribdown", platform="linux")
    qtbot.waitUntil(lambda: notifier.channel == Channel(ChannelKind.SERVICE, has_actions=None), timeout=LIMIT)
    show(notifier, Heard(notifier), qtbot)
    qtbot.waitUntil(lambda: notifier.channel == DUNST, timeout=LIMIT)
    notifier.withdraw()


def test_a_bus_that_dies_is_said_and_after_it_everything_works_again(
    daemon: MessageBus, dunst: Dunst, notifier: Notifier, heard: Heard, qtbot: QtBot
) -> None:
    show(notifier, heard, qtbot)
    daemon.kill()
    qtbot.waitUntil(lambda: heard.events[1:] == [("closed", "14:00", Closed.LOST)], timeout=LIMIT)
    notify(notifier, nudge("15:00"))
    qtbot.waitUntil(lambda: heard.events[2:] == [("failed", "15:00")], timeout=LIMIT)
    assert notifier.channel == NOTHING
    dunst.kill()
    daemon.start()
    dunst.start()
    qtbot.waitUntil(lambda: notifier.channel == DUNST, timeout=LIMIT)
    show(notifier, heard, qtbot, "16:00")
