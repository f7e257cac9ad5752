"""The way between library, exercises and texts."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget
from pytestqt.qtbot import QtBot

from fakes import FakeClock
from on_screen import press, settle, show
from ribdown.core.errors import UserError
from ribdown.core.exercise_history import ExerciseHistory
from ribdown.core.plan import PlanOptions
from ribdown.core.routine_editing import new_routine
from ribdown.infra.library import Library, load_library
from ribdown.infra.themes import load_theme
from ribdown.ui import exercises_desk
from ribdown.ui.exercises_desk import ExercisesDesk
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.pages.exercise_card import ExerciseCard
from ribdown.ui.pages.exercise_page import ExercisePage
from ribdown.ui.pages.exercises_page import ExercisesPage
from ribdown.ui.pages.learn_page import LearnPage
from ribdown.ui.widgets.text import Text


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(Path(tmp_path_factory.mktemp("data")))


@pytest.fixture
def desk(qtbot: QtBot, look: Look, library: Library, clock: FakeClock) -> ExercisesDesk:
    desk = ExercisesDesk(look, Figures(), clock, library.exercises, library.routines, lambda _: ExerciseHistory())
    show(qtbot, desk)
    desk.open_library()
    settle()
    return desk


def here(desk: ExercisesDesk) -> str:
    page = desk.currentWidget()
    return page.exercise_id if isinstance(page, ExercisePage) else type(page).__name__


def exercise_page(desk: ExercisesDesk) -> ExercisePage:
    page = desk.currentWidget()
    assert isinstance(page, ExercisePage)
    return page


def test_the_keyboard_opens_an_exercise_and_comes_back_to_its_card(desk: ExercisesDesk) -> None:
    press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert here(desk) == "split-squat-hold"
    press(Qt.Key.Key_Escape)
    assert here(desk) == "ExercisesPage"
    card = QApplication.focusWidget()
    assert isinstance(card, ExerciseCard)
    assert card.exercise.id == "split-squat-hold"


def test_start_carries_the_exercise(desk: ExercisesDesk) -> None:
    started = QSignalSpy(desk.start_requested)
    press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert [started.at(n) for n in range(started.count())] == [["couch-stretch"]]


def test_the_self_test_is_started_in_its_own_place(desk: ExercisesDesk) -> None:
    started, tested = QSignalSpy(desk.start_requested), QSignalSpy(desk.self_test_requested)
    desk.open_exercise("thomas-test")
    exercise_page(desk)._start.click()
    assert (started.count(), tested.count()) == (0, 1)


def test_back_goes_the_way_one_came(desk: ExercisesDesk) -> None:
    desk.open_exercise("couch-stretch")
    desk.open_exercise("bridge")
    assert exercise_page(desk)._back.text() == "Couch stretch"
    desk.open_learn()
    texts = desk.currentWidget()
    assert isinstance(texts, LearnPage)
    assert texts._back.text() == "Bridge"
    desk.open_exercise("hip-lift")
    assert exercise_page(desk)._back.text() == "Why it works"
    shown = []
    for _ in range(4):
        press(Qt.Key.Key_Escape)
        shown.append(here(desk))
    assert shown == ["LearnPage", "bridge", "couch-stretch", "ExercisesPage"]


def test_two_exercises_that_lead_to_each_other_make_no_longer_way(desk: ExercisesDesk) -> None:
    for _ in range(5):
        desk.open_exercise("bridge")
        desk.open_exercise("prone-hip-extension")
    assert desk.count() == 2  # the library and what is shown
    press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert here(desk) == "ExercisesPage"


def test_a_reader_comes_back_to_the_same_place(desk: ExercisesDesk) -> None:
    desk.open_learn()
    settle()
    texts = desk.currentWidget()
    assert isinstance(texts, LearnPage)
    texts._page.verticalScrollBar().setValue(900)
    desk.open_exercise("bridge")
    press(Qt.Key.Key_Escape)
    assert desk.currentWidget() is texts
    assert texts._page.verticalScrollBar().value() == 900


def test_what_holds_now_reaches_the_page_that_is_open(desk: ExercisesDesk, library: Library) -> None:
    desk.open_exercise("split-squat-hold")
    assert exercise_page(desk)._start.text() == "Start, 2:30"
    desk.show_values(PlanOptions(get_ready=20.0), library.routines, set(), gentler=True)
    assert exercise_page(desk)._start.text() == "Start, 2:20"
    desk.open_library()
    desk.show_values(PlanOptions(), library.routines, {"bridge"}, gentler=False)
    cards = {card.exercise.id: card for card in desk.findChildren(ExerciseCard)}
    assert cards["bridge"].accessibleDescription().startswith("In today’s routine")


def test_a_routine_that_was_made_meanwhile_stands_on_the_page(desk: ExercisesDesk, library: Library) -> None:
    desk.open_exercise("single-leg-bridge")
    evening = new_routine("evening", "Evening", "single-leg-bridge")
    for routines in (library.routines, {**library.routines, "evening": evening}, library.routines):
        desk.show_values(PlanOptions(), routines, set(), gentler=False)
        texts = [text.plain for text in exercise_page(desk).findChildren(Text)]
        assert ("Evening" in texts) is ("evening" in routines)


def test_shown_for_the_first_time_the_keyboard_is_on_a_card(
    qtbot: QtBot, look: Look, library: Library, clock: FakeClock
) -> None:
    stack = QStackedWidget()
    before = QPushButton()
    stack.addWidget(before)
    show(qtbot, stack)
    before.setFocus()
    desk = ExercisesDesk(look, Figures(), clock, library.exercises, library.routines, lambda _: ExerciseHistory())
    desk.open_library()
    stack.addWidget(desk)
    stack.setCurrentWidget(desk)
    assert isinstance(QApplication.focusWidget(), ExerciseCard)


def test_its_own_history_is_asked_for_when_it_opens(
    qtbot: QtBot, look: Look, library: Library, clock: FakeClock
) -> None:
    asked: list[str] = []

    def history(exercise: str) -> ExerciseHistory:
        asked.append(exercise)
        return ExerciseHistory()

    desk = ExercisesDesk(look, Figures(), clock, library.exercises, library.routines, history)
    show(qtbot, desk)
    assert asked == []
    desk.open_exercise("bridge")
    assert asked == ["bridge"]


def test_a_damaged_text_is_said_and_the_page_stays(desk: ExercisesDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise UserError("why.toml: $.id: missing")

    monkeypatch.setattr(exercises_desk, "load_learn", broken)
    problems = QSignalSpy(desk.problem)
    desk.open_learn()
    assert here(desk) == "ExercisesPage"
    assert problems.count() == 1
    desk.open_exercise("bridge")
    desk.open_learn()
    assert here(desk) == "bridge"


def test_every_page_takes_another_look(desk: ExercisesDesk) -> None:
    light = Look(load_theme("light"))
    desk.open_learn()
    desk.open_exercise("bridge")
    desk.set_look(light)
    for index in range(desk.count()):
        page = desk.widget(index)
        assert isinstance(page, ExercisesPage | ExercisePage | LearnPage)
        assert page._look == light
