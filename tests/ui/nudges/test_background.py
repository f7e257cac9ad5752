"""Life without the window: asked once, with a tray and without, and the tray's menu."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nudge_desk import NudgeDesk
from on_screen import settle
from ribdown.core.settings import BackgroundChoice, NudgeChannel
from ribdown.ui.main_window import MainWindow
from ribdown.ui.nudges import background as background_module
from ribdown.ui.nudges.background import Background


class Life:
    """The window and what is left without it. `quits` counts how often Ribdown was to end."""

    def __init__(self, desk: NudgeDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.desk, self.tray, self.quits, self.refuses = desk, desk.tray, 0, False
        monkeypatch.setattr(QCoreApplication, "quit", self._quit)
        self.window = MainWindow(desk.appearance.look, (900, 600))
        qtbot.addWidget(self.window)
        self.window.closing.connect(self._close)
        self.background = Background(self.window, desk.tray, desk.nudging, desk.preferences)
        self.window.show()
        settle()

    def close(self) -> None:
        """The person closes the window."""
        if self.window.close():
            self._quit()

    def asks(self) -> bool:
        return self.window.banner.isVisibleTo(self.window)

    def say(self, *, yes: bool) -> None:
        self.window.banner._answer(yes=yes)

    @property
    def choice(self) -> BackgroundChoice:
        return self.desk.preferences.settings.background

    def minimised(self) -> bool:
        return self.window.isVisible() and self.window.isMinimized()

    def _close(self, event: QCloseEvent) -> None:
        if self.refuses or not self.background.closes():
            event.ignore()

    def _quit(self) -> None:
        self.quits += 1


@pytest.fixture
def make_life(
    make_desk: Callable[..., NudgeDesk], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Life]:
    return lambda **settings: Life(make_desk(**settings), qtbot, monkeypatch)


@pytest.fixture
def life(make_life: Callable[..., Life]) -> Life:
    return make_life()


def test_the_first_close_asks_and_yes_keeps_nudging(life: Life) -> None:
    life.close()
    assert (life.asks(), life.window.isVisible(), life.quits) == (True, True, 0)
    life.say(yes=True)
    assert (life.choice, life.window.isVisible(), life.quits) == (BackgroundChoice.YES, False, 0)
    life.tray.events.clicked.emit()
    assert life.window.isVisible()
    life.close()
    assert (life.asks(), life.window.isVisible(), life.quits) == (False, False, 0)
    life.desk.wait_to(9, 0)
    assert life.desk.notifier.notified == ["2026-03-02 09:00"]


def test_no_ends_it_now_and_with_every_close(life: Life) -> None:
    life.close()
    life.say(yes=False)
    assert (life.choice, life.quits) == (BackgroundChoice.NO, 1)
    life.window.show()
    life.close()
    assert life.quits == 2


def test_closed_once_more_instead_of_an_answer_is_the_end(life: Life) -> None:
    life.close()
    life.close()
    assert (life.quits, life.choice) == (1, BackgroundChoice.ASK)


def test_a_question_that_was_put_away_is_asked_again(life: Life) -> None:
    life.close()
    life.window.banner._clear()
    life.close()
    assert (life.asks(), life.quits) == (True, 0)


def test_a_question_can_be_seen(life: Life) -> None:
    life.window.showMinimized()
    settle()
    life.close()
    assert (life.asks(), life.window.isMinimized()) == (True, False)


def test_an_answer_to_another_question_is_none(life: Life) -> None:
    life.window.banner.ask("Something else?", "Yes", "No")
    life.say(yes=False)
    assert (life.choice, life.quits) == (BackgroundChoice.ASK, 0)


@pytest.mark.parametrize("settings", [{"nudges": False}, {"background": BackgroundChoice.NO}], ids=str)
def test_where_nothing_is_left_to_do_closing_is_the_end(
    make_life: Callable[..., Life], settings: dict[str, object]
) -> None:
    life = make_life(**settings)
    life.close()
    assert (life.asks(), life.quits) == (False, 1)


def test_without_a_tray_the_window_is_minimised_and_that_is_said_once(make_life: Callable[..., Life]) -> None:
    life = make_life(background=BackgroundChoice.YES)
    life.tray.available = False
    life.close()
    assert (life.minimised(), life.quits) == (True, 0)
    assert "There is no tray here" in life.window.banner.accessibleName()
    life.window.banner._clear()
    life.background.show_window()
    assert not life.window.isMinimized()
    life.close()
    assert (life.minimised(), life.asks()) == (True, False)


def test_a_tray_that_goes_brings_the_window_back_to_the_task_bar(make_life: Callable[..., Life]) -> None:
    life = make_life(background=BackgroundChoice.YES)
    life.close()
    assert not life.window.isVisible()
    life.tray.move(available=False)
    assert life.minimised()
    life.tray.move(available=True)
    life.background.show_window()
    life.tray.move(available=False)
    assert not life.window.isMinimized()


def test_the_window_comes_back_as_large_as_it_was(make_life: Callable[..., Life]) -> None:
    life = make_life(background=BackgroundChoice.YES)
    life.window.showMaximized()
    life.window.setWindowState(life.window.windowState() | Qt.WindowState.WindowMinimized)
    life.background.show_window()
    assert (life.window.isMinimized(), life.window.isMaximized()) == (False, True)


def test_the_permission_to_come_to_the_front_is_handed_on(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    tokens: list[str] = []
    monkeypatch.setattr(background_module, "take_over", tokens.append)
    life.background.show_window("abc")
    assert tokens == ["abc"]


def test_quit_from_the_tray_ends_it_whatever_is_set(make_life: Callable[..., Life]) -> None:
    life = make_life(background=BackgroundChoice.YES)
    life.close()
    life.tray.choose("Quit")
    assert life.quits == 1


def test_a_window_that_does_not_let_go_is_shown(make_life: Callable[..., Life]) -> None:
    life = make_life(background=BackgroundChoice.YES)
    life.close()
    life.refuses = True
    life.tray.choose("Quit")
    assert (life.quits, life.window.isVisible()) == (0, True)
    life.refuses = False
    life.close()
    assert (life.quits, life.window.isVisible()) == (0, False)


def test_the_tray_says_how_things_stand(life: Life) -> None:
    tray, desk = life.tray, life.desk
    assert tray.tip == "Ribdown · Next nudge: 09:00"
    assert tray.labels() == [
        "Next nudge: 09:00",
        "-",
        "Do one now",
        "Pause for 1 h",
        "-",
        "Start today’s routine",
        "Open Ribdown",
        "Quit",
    ]
    tray.choose("Pause for 1 h")
    assert tray.tip == "Ribdown · Nudges are paused until 09:00"
    tray.choose("Nudge again")
    assert tray.tip == "Ribdown · Next nudge: 09:00"
    desk.nudging.pause("tomorrow")
    assert tray.tip == "Ribdown · Nudges are paused until Tue 00:00"
    desk.preferences.change(nudges=False)
    assert not tray.shown
    desk.preferences.change(background=BackgroundChoice.YES)
    assert (tray.shown, tray.tip) == (True, "Ribdown · Nudges are off.")


def test_the_tray_names_the_day_where_it_is_another(life: Life) -> None:
    life.desk.wait_to(17, 45)
    life.desk.preferences.change(volume=1)
    assert life.tray.tip == "Ribdown · Next nudge: Tue 09:00"


def test_the_menu_does_what_it_says(life: Life, qtbot: QtBot) -> None:
    life.tray.choose("Do one now")
    assert life.desk.nudging.busy
    life.desk.run_guide()
    assert life.desk.outcomes() == {"08:00": ("done", None)}
    life.window.hide()
    with qtbot.waitSignal(life.background.start_asked, timeout=0):
        life.tray.choose("Start today’s routine")
    assert life.window.isVisible()
    life.window.hide()
    life.tray.choose("Open Ribdown")
    assert life.window.isVisible()


@pytest.mark.parametrize("by_tray", [True, False])
def test_the_end_takes_the_card_away_and_is_no_answer(make_life: Callable[..., Life], by_tray: bool) -> None:
    life = make_life(background=BackgroundChoice.YES, nudge_channel=NudgeChannel.CARD)
    life.desk.wait_to(9, 0)
    assert life.desk.card.isVisible()
    if by_tray:
        life.tray.choose("Quit")
    else:
        QApplication.instance().lastWindowClosed.emit()  # type: ignore[union-attr]
    assert (life.desk.card.isVisible(), life.desk.nudging.keeper._timer.isActive()) == (False, False)
    assert (life.desk.outcomes(), life.desk.today()) == ({}, ["09:00 shown 09:00"])
