"""Nudges on a real display with a window manager, and on a real bus with a real notification daemon."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from message_bus import LIMIT, MessageBus, wait_until
from message_bus import MISSING as NO_BUS
from notification_daemon import MISSING as NO_DAEMON
from notification_daemon import Dunst
from nudge_desk import NudgeDesk
from on_screen import settle
from ribdown.core.history import Status
from ribdown.core.settings import NudgeChannel
from ribdown.desktop.bus.bus import Bus
from ribdown.desktop.bus.choice import session_bus
from ribdown.desktop.notifications.choice import choose_notifier
from ribdown.desktop.notifications.notifier import ChannelKind, Notifier
from ribdown.desktop.tray.tray import NoTray
from ribdown.ui.nudges.done_view import DoneView
from ribdown.ui.nudges.guide_view import GuideView
from ribdown.ui.nudges.offer_view import OfferView

pytestmark = pytest.mark.xvfb

KEY = "2026-03-02 09:00"


@pytest.fixture
def writing(qtbot: QtBot) -> QLineEdit:
    """Another window, in which somebody writes."""
    line = QLineEdit()
    qtbot.addWidget(line)
    line.resize(400, 60)
    line.show()
    line.activateWindow()
    assert QTest.qWaitForWindowActive(line, LIMIT)
    line.setFocus()
    return line


def in_corner(desk: NudgeDesk) -> bool:
    corner = desk.card.screen().availableGeometry().bottomRight()
    return corner - desk.card.frameGeometry().bottomRight() == QPoint(24, 24)


def type_into_the_window_in_front(text: str) -> None:
    window = QApplication.activeWindow()
    assert window is not None
    QTest.keyClicks(window.focusWidget() or window, text)


def test_the_card_leaves_the_keyboard_where_it_is(desk: NudgeDesk, writing: QLineEdit, qtbot: QtBot) -> None:
    desk.preferences.change(nudge_channel=NudgeChannel.CARD)
    type_into_the_window_in_front("I am w")
    desk.wait_to(9, 0)
    assert QTest.qWaitForWindowExposed(desk.card, LIMIT)
    qtbot.waitUntil(lambda: in_corner(desk), timeout=LIMIT)
    writing.showMaximized()  # once the window manager has done this, it has done with the card
    qtbot.waitUntil(lambda: writing.width() > 1000, timeout=LIMIT)
    type_into_the_window_in_front("riting s")
    desk.card._offer._start.click()
    settle()
    type_into_the_window_in_front(" and m")
    desk.run_guide()
    assert QTest.qWaitForWindowExposed(desk.card, LIMIT)
    type_into_the_window_in_front("ore")
    assert writing.text() == "I am writing s and more"
    assert (QApplication.activeWindow(), desk.card.isActiveWindow()) == (writing, False)
    assert desk.outcomes() == {"09:00": ("done", None)}


def test_the_card_stays_over_other_windows_in_its_shape(desk: NudgeDesk, writing: QLineEdit, qtbot: QtBot) -> None:
    desk.preferences.change(nudge_channel=NudgeChannel.CARD)
    desk.wait_to(9, 0)
    palette = writing.palette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.white)
    writing.setPalette(palette)
    writing.showMaximized()
    qtbot.waitUntil(lambda: in_corner(desk) and writing.width() > 1000, timeout=LIMIT)

    def at(point: QPoint) -> str:
        image = desk.card.screen().grabWindow(0).toImage()
        return image.pixelColor(desk.card.pos() + point).name()

    ground = desk.appearance.look.theme.surface.lower()
    qtbot.waitUntil(lambda: at(QPoint(180, 8)) == ground, timeout=LIMIT)
    assert ground not in {at(QPoint(x, y)) for x in (0, 359) for y in (0, 219)}


@pytest.mark.skipif(shutil.which("xprop") is None, reason="xprop not installed")
def test_the_card_makes_room_for_a_panel(desk: NudgeDesk, qtbot: QtBot) -> None:
    desk.preferences.change(nudge_channel=NudgeChannel.CARD)
    desk.wait_to(9, 0)
    qtbot.waitUntil(lambda: in_corner(desk), timeout=LIMIT)
    place = desk.card.pos()
    panel = QWidget()
    qtbot.addWidget(panel)
    panel.show()
    assert QTest.qWaitForWindowExposed(panel, LIMIT)
    # Left, right, top, bottom: what the window manager keeps free for it.
    kept_free = ["-f", "_NET_WM_STRUT", "32c", "-set", "_NET_WM_STRUT", "0, 0, 0, 60"]
    subprocess.run(["xprop", "-id", str(int(panel.winId())), *kept_free], check=True, capture_output=True)
    qtbot.waitUntil(lambda: in_corner(desk) and desk.card.pos() == place - QPoint(0, 60), timeout=LIMIT)
    panel.close()
    qtbot.waitUntil(lambda: in_corner(desk) and desk.card.pos() == place, timeout=LIMIT)


def test_once_clicked_the_card_takes_keys(desk: NudgeDesk, writing: QLineEdit, qtbot: QtBot) -> None:
    desk.preferences.change(nudge_channel=NudgeChannel.CARD)
    desk.wait_to(9, 0)
    assert QTest.qWaitForWindowExposed(desk.card, LIMIT)
    desk.card.activateWindow()  # as a click does
    assert QTest.qWaitForWindowActive(desk.card, LIMIT)
    QTest.keyClick(desk.card, Qt.Key.Key_S)
    assert desk.today() == ["09:00 put off to 09:10"]
    assert not desk.card.isVisible()


# -- with a notification daemon

needs_daemon = pytest.mark.skipif(bool(NO_BUS or NO_DAEMON), reason=f"not installed: {NO_BUS} {NO_DAEMON}")


@pytest.fixture
def daemon() -> Iterator[MessageBus]:
    with MessageBus() as daemon:
        yield daemon


@pytest.fixture
def bus(daemon: MessageBus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.address)
    bus = session_bus()
    yield bus
    bus.close()


@pytest.fixture
def dunst(daemon: MessageBus, tmp_path: Path) -> Iterator[Dunst]:
    with Dunst(daemon, tmp_path) as dunst:
        yield dunst


@pytest.fixture
def notifier(dunst: Dunst, bus: Bus, qtbot: QtBot) -> Notifier:
    notifier = choose_notifier(bus, NoTray(), "ribdown", "Ribdown", platform="linux")
    qtbot.waitUntil(lambda: notifier.channel.kind is ChannelKind.SERVICE, timeout=LIMIT)
    return notifier


@pytest.fixture
def nudged(notifier: Notifier, make_desk: Callable[..., NudgeDesk], qtbot: QtBot) -> NudgeDesk:
    """It is 9:00, and a nudge is on the screen."""
    desk = make_desk(notifier=notifier)
    with qtbot.waitSignal(notifier.events.delivered, timeout=LIMIT) as delivered:
        desk.wait_to(9, 0)
    assert delivered.args == [KEY]
    return desk


@needs_daemon
def test_start_in_the_notification_is_guided_and_counts(nudged: NudgeDesk, dunst: Dunst, qtbot: QtBot) -> None:
    assert dunst.displayed() == 1
    dunst.press("Start")
    qtbot.waitUntil(lambda: nudged.nudging.busy, timeout=LIMIT)
    menu = dunst.menu()
    assert [label for label in ("Start", "In 10 min", "Skip") if label not in menu] == []
    assert QTest.qWaitForWindowExposed(nudged.card, LIMIT)
    qtbot.waitUntil(lambda: in_corner(nudged), timeout=LIMIT)
    assert isinstance(nudged.card._views.currentWidget(), GuideView)
    nudged.run_guide()
    assert isinstance(nudged.card._views.currentWidget(), DoneView)
    (session,) = nudged.sessions()
    assert (session.routine, session.status) == ("hourly-reset", Status.COMPLETED)
    assert nudged.outcomes() == {"09:00": ("done", None)}
    assert nudged.store.nudges()[0].session == session.id
    assert nudged.nudging.view(on=True).pulses == 1
    qtbot.waitUntil(lambda: dunst.displayed() == 0, timeout=LIMIT)


@needs_daemon
def test_the_other_answers_of_the_notification(nudged: NudgeDesk, dunst: Dunst, qtbot: QtBot) -> None:
    dunst.press("In 10 min")
    qtbot.waitUntil(lambda: nudged.today() == ["09:00 put off to 09:10"], timeout=LIMIT)
    nudged.wait_to(9, 10)
    qtbot.waitUntil(lambda: dunst.displayed() == 1, timeout=LIMIT)
    dunst.press("Skip")
    qtbot.waitUntil(lambda: nudged.outcomes() == {"09:00": ("skipped", None)}, timeout=LIMIT)
    assert nudged.store.nudges()[0].snoozed_to == (550,)


@needs_daemon
def test_a_click_on_the_notification_starts(nudged: NudgeDesk, dunst: Dunst, qtbot: QtBot) -> None:
    dunst.click()
    qtbot.waitUntil(lambda: nudged.nudging.busy, timeout=LIMIT)


@needs_daemon
def test_a_notification_that_is_closed_is_dismissed(nudged: NudgeDesk, dunst: Dunst, qtbot: QtBot) -> None:
    dunst.dismiss()
    qtbot.waitUntil(lambda: nudged.outcomes() == {"09:00": ("dismissed", None)}, timeout=LIMIT)
    assert not nudged.card.isVisible()


@needs_daemon
def test_a_daemon_that_is_killed_leaves_the_card_and_the_next_nudge_to_the_next_one(
    nudged: NudgeDesk, dunst: Dunst, notifier: Notifier, qtbot: QtBot
) -> None:
    dunst.kill()
    qtbot.waitUntil(nudged.card.isVisible, timeout=LIMIT)
    assert isinstance(nudged.card._views.currentWidget(), OfferView)
    nudged.card._offer._start.click()
    nudged.run_guide()
    assert nudged.outcomes() == {"09:00": ("done", None)}
    nudged.card.close()
    dunst.start()
    qtbot.waitUntil(lambda: notifier.channel.kind is ChannelKind.SERVICE, timeout=LIMIT)
    nudged.wait_to(10, 0)
    qtbot.waitUntil(lambda: dunst.displayed() == 1, timeout=LIMIT)
    assert not nudged.card.isVisible()


@needs_daemon
def test_the_end_takes_the_notification_away_without_waiting(nudged: NudgeDesk, bus: Bus, dunst: Dunst) -> None:
    nudged.nudging.close()
    bus.close()  # at once, as the process ends
    wait_until(lambda: dunst.displayed() == 0)
    assert nudged.outcomes() == {}


@needs_daemon
def test_without_a_daemon_the_card_comes(bus: Bus, make_desk: Callable[..., NudgeDesk], qtbot: QtBot) -> None:
    desk = make_desk(notifier=choose_notifier(bus, NoTray(), "ribdown", "Ribdown", platform="linux"))
    desk.wait_to(9, 0)
    qtbot.waitUntil(desk.card.isVisible, timeout=LIMIT)
    desk.card._offer._skip.click()
    assert desk.outcomes() == {"09:00": ("skipped", None)}


@needs_daemon
def test_a_session_in_the_window_takes_the_notification_away(nudged: NudgeDesk, dunst: Dunst, qtbot: QtBot) -> None:
    nudged.nudging.session_began()
    qtbot.waitUntil(lambda: dunst.displayed() == 0, timeout=LIMIT)
    assert nudged.outcomes() == {}
