"""Notifications on services that do what dunst does not: no buttons, answers to the sender alone."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from message_bus import LIMIT, MessageBus, Service
from ribdown.desktop.bus.bus import Bus, NoBus
from ribdown.desktop.notifications.choice import choose_notifier
from ribdown.desktop.notifications.fdo_notifier import FdoNotifier
from ribdown.desktop.notifications.fdo_server import SERVER
from ribdown.desktop.notifications.notifier import OPEN, Action, Channel, ChannelKind, Closed, NoNotifier, Notification
from ribdown.desktop.picture import GROUND
from ribdown.desktop.tray.tray import NoTray, TrayEvents

NUDGE = Notification(
    "14:00", "Rib down", "Ten seconds", "Click to open", (Action(OPEN, "Open"), Action("skip", "Skip"))
)


class Desktop(Service):
    """Shows notifications, and numbers them."""

    def __init__(self, bus: MessageBus, *capabilities: str) -> None:
        self.numbers = 6
        answers: dict[str, Any] = {
            "GetCapabilities": ("as", (list(capabilities),)),
            "GetServerInformation": ("ssss", ("Paper", "nobody", "1", "1.2")),
            "CloseNotification": ("", ()),
            "Notify": lambda body: ("u", (body[1] or self.next_number(),)),
        }
        super().__init__(bus, SERVER.name, answers)

    def next_number(self) -> int:
        self.numbers += 1
        return self.numbers

    def tell(self, member: str, signature: str, *body: Any) -> None:
        """Say it to the one who asked for a notification, and to nobody else."""
        self.emit(SERVER.path, SERVER.interface, member, signature, body, to=self.senders["Notify"])


@pytest.fixture
def desktop(daemon: MessageBus) -> Iterator[Desktop]:
    with Desktop(daemon, "body", "actions") as desktop:
        yield desktop


class Watched:
    """A notifier that has said something."""

    def __init__(self, bus: Bus, qtbot: QtBot) -> None:
        self.notifier = FdoNotifier(bus, "ribdown", "Ribdown")
        self.events: list[tuple[str, ...]] = []
        self._qtbot = qtbot
        self.notifier.events.delivered.connect(lambda key: self.events.append(("delivered", key)))
        self.notifier.events.failed.connect(lambda key: self.events.append(("failed", key)))
        self.notifier.events.answered.connect(lambda *answer: self.events.append(("answered", *answer)))
        self.notifier.events.closed.connect(lambda key, reason: self.events.append(("closed", key, reason)))

    def wait_for(self, *events: tuple[str, ...]) -> None:
        self._qtbot.waitUntil(lambda: self.events == list(events), timeout=LIMIT)


@pytest.fixture
def watched(bus: Bus, qtbot: QtBot) -> Watched:
    return Watched(bus, qtbot)


@pytest.mark.xvfb
def test_a_service_without_buttons_is_sent_none_and_the_text_says_so(
    daemon: MessageBus, watched: Watched, qtbot: QtBot
) -> None:
    with Desktop(daemon, "body") as desktop:
        watched.notifier.notify(NUDGE)
        watched.wait_for(("delivered", "14:00"))
        assert [(body[4], body[5]) for body in desktop.named("Notify")] == [("Click to open", [])]
        without = Channel(ChannelKind.SERVICE, "Paper", has_actions=False)
        qtbot.waitUntil(lambda: watched.notifier.channel == without, timeout=LIMIT)


@pytest.mark.xvfb
def test_everything_is_sent_in_the_types_that_the_specification_has(desktop: Desktop, watched: Watched) -> None:
    watched.notifier.notify(NUDGE)
    watched.wait_for(("delivered", "14:00"))
    hints = {"desktop-entry": ("s", "ribdown"), "urgency": ("y", 1), "category": ("s", "x-ribdown.nudge")}
    actions = [OPEN, "Open", "skip", "Skip"]
    ((*head, sent, expiry),) = desktop.named("Notify")
    kind, (width, height, row, alpha, bits, channels, pixels) = sent.pop("image-data")
    assert (*head, sent, expiry) == ("Ribdown", 0, "ribdown", "Rib down", "Ten seconds", actions, hints, -1)
    assert (kind, width, height, row, alpha, bits, channels) == ("(iiibiiay)", 64, 64, 256, True, 8, 4)
    assert bytes(pixels[:4]) == bytes(4)  # a corner is clear
    assert tuple(pixels[256 * 4 + 4 * 32 :][:4]) == QColor(GROUND).getRgb()


@pytest.mark.xvfb
@pytest.mark.parametrize(("capability", "text"), [("body-markup", "1 &lt; 2 &amp; 3"), ("body", "1 < 2 & 3")])
def test_words_are_no_markup(capability: str, text: str, daemon: MessageBus, watched: Watched) -> None:
    with Desktop(daemon, "actions", capability) as desktop:
        watched.notifier.notify(Notification("1", "a & b", "1 < 2 & 3", "", ()))
        watched.wait_for(("delivered", "1"))
        assert [body[3:5] for body in desktop.named("Notify")] == [("a & b", text)]


@pytest.mark.xvfb
def test_an_answer_is_heard_once_and_the_notification_is_closed(
    desktop: Desktop, watched: Watched, qtbot: QtBot
) -> None:
    watched.notifier.notify(NUDGE)
    watched.wait_for(("delivered", "14:00"))
    desktop.tell("ActionInvoked", "us", 99, "skip")
    desktop.tell("ActionInvoked", "us", 7, "skip")
    desktop.tell("ActionInvoked", "us", 7, "skip")
    watched.wait_for(("delivered", "14:00"), ("answered", "14:00", "skip"))
    qtbot.waitUntil(lambda: desktop.named("CloseNotification") == [(7,)], timeout=LIMIT)


@pytest.mark.xvfb
@pytest.mark.parametrize(("reason", "closed"), [(1, Closed.EXPIRED), (2, Closed.DISMISSED), (9, Closed.UNKNOWN)])
def test_why_it_was_closed_is_said(reason: int, closed: Closed, desktop: Desktop, watched: Watched) -> None:
    watched.notifier.notify(NUDGE)
    watched.wait_for(("delivered", "14:00"))
    desktop.tell("NotificationClosed", "uu", 7, reason)
    desktop.tell("ActionInvoked", "us", 7, "skip")
    watched.wait_for(("delivered", "14:00"), ("closed", "14:00", closed))


@pytest.mark.xvfb
def test_what_is_replaced_on_its_way_is_shown_once(desktop: Desktop, watched: Watched, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: watched.notifier.channel.program == "Paper", timeout=LIMIT)  # from now on nothing waits
    for key in ("1", "2", "3"):
        watched.notifier.notify(Notification(key, key, "", "", ()))
    watched.wait_for(("delivered", "3"))
    assert [body[3] for body in desktop.named("Notify")] == ["1", "2", "3"]
    qtbot.waitUntil(lambda: desktop.named("CloseNotification") == [(7,), (8,)], timeout=LIMIT)


@pytest.mark.xvfb
def test_a_service_that_refuses_is_a_failure_and_takes_the_one_before_away(
    desktop: Desktop, watched: Watched, qtbot: QtBot
) -> None:
    watched.notifier.notify(NUDGE)
    watched.wait_for(("delivered", "14:00"))
    desktop._answers["Notify"] = None
    watched.notifier.notify(Notification("15:00", "", "", "", ()))
    watched.wait_for(("delivered", "14:00"), ("failed", "15:00"))
    qtbot.waitUntil(lambda: desktop.named("CloseNotification") == [(7,)], timeout=LIMIT)


@pytest.mark.xvfb
def test_another_service_that_takes_over_has_nothing_of_the_first(
    daemon: MessageBus, watched: Watched, qtbot: QtBot
) -> None:
    with Desktop(daemon, "actions"):
        watched.notifier.notify(NUDGE)
        watched.wait_for(("delivered", "14:00"))
    watched.wait_for(("delivered", "14:00"), ("closed", "14:00", Closed.LOST))
    with Desktop(daemon) as second:
        watched.notifier.notify(NUDGE)
        qtbot.waitUntil(lambda: len(watched.events) == 3, timeout=LIMIT)
        assert [body[5] for body in second.named("Notify")] == [[]]


def test_without_a_bus_it_fails(qtbot: QtBot) -> None:
    watched = Watched(NoBus(), qtbot)
    watched.notifier.notify(NUDGE)
    assert watched.events == []
    watched.wait_for(("failed", "14:00"))
    watched.notifier.notify(NUDGE)
    watched.notifier.withdraw()
    with qtbot.assertNotEmitted(watched.notifier.events.failed, wait=50):
        watched.notifier.probe()
    assert watched.notifier.channel == Channel(ChannelKind.NONE)


def test_where_there_is_nothing_every_notification_fails(qtbot: QtBot) -> None:
    notifier = choose_notifier(NoBus(), NoTray(), "ribdown", "Ribdown", platform="plan9")
    assert isinstance(notifier, NoNotifier)
    with qtbot.waitSignal(notifier.events.failed, timeout=LIMIT) as failed:
        notifier.notify(NUDGE)
    assert failed.args == ["14:00"]
    notifier.probe()
    notifier.withdraw()
    assert notifier.channel.kind is ChannelKind.NONE


# -- the tray's message


class PaperTray(NoTray):
    """A tray that notes what is said."""

    def __init__(self) -> None:
        super().__init__()
        self.available = True
        self.events = TrayEvents()
        self.said: list[tuple[str, str]] = []

    def say(self, title: str, text: str) -> None:
        self.said.append((title, text))


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_the_tray_says_it_and_a_click_opens(platform: str, qtbot: QtBot) -> None:
    tray = PaperTray()
    notifier = choose_notifier(NoBus(), tray, "ribdown", "Ribdown", platform=platform)
    assert notifier.channel == Channel(ChannelKind.TRAY)
    with qtbot.waitSignal(notifier.events.delivered, timeout=LIMIT):
        notifier.notify(NUDGE)
    assert tray.said == [("Rib down", "Click to open")]
    with qtbot.waitSignal(notifier.events.answered, timeout=LIMIT) as answered:
        tray.events.message_clicked.emit()
    assert answered.args == ["14:00", OPEN]
    with qtbot.assertNotEmitted(notifier.events.answered):
        tray.events.message_clicked.emit()


def test_without_a_tray_there_it_fails_and_what_was_withdrawn_is_not_shown(qtbot: QtBot) -> None:
    tray = PaperTray()
    notifier = choose_notifier(NoBus(), tray, "ribdown", "Ribdown", platform="win32")
    with qtbot.assertNotEmitted(notifier.events.delivered, wait=50):
        notifier.notify(NUDGE)
        notifier.withdraw()
    tray.available = False
    with qtbot.waitSignal(notifier.events.failed, timeout=LIMIT):
        notifier.notify(NUDGE)
    assert (tray.said, notifier.channel) == ([], Channel(ChannelKind.NONE))
