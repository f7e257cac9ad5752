"""The editor: every change asked for as the whole routine, doses inside their ranges, and the keyboard throughout."""

from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from fakes import routine
from on_screen import cut_off, press, reads_in_order, settle, show, tab_stops, unnamed
from ribdown.core.blocks import SegmentKind
from ribdown.core.breath_pace import BreathPace
from ribdown.core.doses import Origin
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import OwnRange, Routine, RoutineExercise, choose_doses, included
from ribdown.core.timeline import Side
from ribdown.core.wishes import Wishes
from ribdown.infra.library import Library, load_library
from ribdown.infra.themes import load_theme
from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.pages.routine_editor_page import RoutineEditorPage
from ribdown.ui.pages.routine_editor_view import editor_view
from ribdown.ui.widgets.stepper import Stepper
from ribdown.ui.widgets.text import Text

MINE = routine(
    RoutineExercise(id="couch-stretch", doses={"press": {"presses": OwnRange(2, (2, 4), Origin.APP)}}),
    "split-squat-hold",
    RoutineExercise(id="bridge", optional=True),
    title="Mine",
)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(tmp_path_factory.mktemp("data"))


class Bench:
    """The page on a routine; it shows what it asks for, as the desk does."""

    def __init__(self, qtbot: QtBot, look: Look, library: Library, gentler: bool = False) -> None:
        self.library = library
        self.gentler = gentler
        self.runs: list[str] = []
        self.page = RoutineEditorPage(look, library.exercises)
        self.page.edited.connect(self.take)
        self.page.show_kept(kept=True)
        show(qtbot, self.page)
        self.page.open(MINE, self.view(MINE))
        settle()
        self.now = MINE

    def view(self, one: Routine) -> Any:
        return editor_view(one, self.library.exercises, PlanOptions(), gentler=self.gentler)

    def take(self, one: Routine, run: str = "") -> None:
        self.now = one
        self.runs.append(run)
        self.page.show_routine(one, self.view(one), undo=True, redo=True)

    def choose(self, index: int) -> None:
        self.page.list.rows[index].click()
        settle()

    def stepper(self, block: str, dose: str) -> Stepper:
        control = self.page.exercise.rows[block, dose].control
        assert isinstance(control, Stepper)
        return control

    @property
    def said(self) -> list[str]:
        return [text.plain for text in self.page.findChildren(Text) if text.isVisible()]

    @property
    def order(self) -> list[str]:
        return [item.id for item in self.now.exercises]


@pytest.fixture
def bench(qtbot: QtBot, look: Look, library: Library) -> Bench:
    return Bench(qtbot, look, library)


def test_it_opens_on_the_title(bench: Bench) -> None:
    assert bench.page.head.title.hasFocus()
    assert bench.page.head.title.selectedText() == "Mine"


def test_title_and_summary_are_typed(bench: Bench) -> None:
    press("My day")
    assert (bench.now.title, bench.page.head.title.text()) == ("My day", "My day")
    press(Qt.Key.Key_Tab)
    bench.page.head.summary.selectAll()
    press("Quiet.")
    assert (bench.now.summary, bench.now.id) == ("Quiet.", "mine")
    assert set(bench.runs) == {"title", "summary"}


def test_an_empty_title_is_not_taken_and_the_last_one_comes_back(bench: Bench) -> None:
    press(Qt.Key.Key_Delete)
    assert bench.now.title == "Mine"
    assert any(text.startswith("A routine has a title.") for text in bench.said)
    press(Qt.Key.Key_Tab)
    assert bench.page.head.title.text() == "Mine"
    assert not any(text.startswith("A routine has a title.") for text in bench.said)


@pytest.mark.parametrize(("keys", "signal"), [("Ctrl+Z", "undo_asked"), ("Ctrl+Shift+Z", "redo_asked")])
def test_undo_and_redo_are_asked_for_from_everywhere(bench: Bench, keys: str, signal: str) -> None:
    asked = QSignalSpy(getattr(bench.page, signal))
    press("x")
    for part in (bench.page.head.title, bench.page.list.rows[0], bench.stepper("reset", "inhale")):
        part.setFocus()
        QTest.keySequence(part, QKeySequence(keys))
    assert asked.count() == 3


def test_a_dose_changes_the_total_at_once_and_can_not_leave_its_range(bench: Bench) -> None:
    stepper = bench.stepper("reset", "breaths")
    stepper.setFocus()
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Up)
    assert bench.now.exercises[0].doses["reset"] == {"breaths": 5}
    assert stepper.hasFocus(), "the row stays"
    plan = compile_timeline(choose_doses(bench.now, bench.library.exercises, gentler=False), PlanOptions())
    minutes, seconds = divmod(round(plan.planned_seconds), 60)
    assert f"{minutes} min {seconds} s" in bench.said
    press(Qt.Key.Key_Left)
    assert bench.now.exercises[0].doses["reset"] == {"breaths": 4}


def test_every_dose_that_can_be_chosen_is_taken(bench: Bench) -> None:
    for index in range(3):
        bench.choose(index)
        for (block, dose), row in list(bench.page.exercise.rows.items()):
            if not isinstance(row.control, Stepper):
                continue
            for value, _ in row.control._steps:
                row.control.picked.emit(value)
                item = bench.now.exercises[index]
                kept: Any = item.doses[block][dose] if block else item.rounds
                assert (kept.default if isinstance(kept, OwnRange) else kept) == value
    choose_doses(bench.now, bench.library.exercises, gentler=False)


def test_ranges_say_where_they_come_from(bench: Bench) -> None:
    rows = bench.page.exercise.rows
    assert rows["reset", "breaths"]._explanation.plain == "4–5, from the source"
    assert rows["reset", "inhale"]._explanation.plain == "1.5–4 s, the app’s choice"
    assert rows["press", "presses"]._explanation.plain == "2–4 in this routine, the app’s choice"
    assert rows["lock-in", "squeeze"]._explanation.plain == "Always 2 s, from the source"
    bench.take(routine("reverse-walking"))
    assert bench.page.exercise.rows["walk", "walk"]._explanation.plain == "1 min–5 min, the app’s choice"


def test_a_dose_goes_back_to_what_the_exercise_asks_for(bench: Bench) -> None:
    bench.choose(2)
    bench.stepper("bridge", "reps").setValue(2)
    row = bench.page.exercise.rows["bridge", "reps"]
    assert (bench.now.exercises[2].doses["bridge"]["reps"], row._reset.isVisible()) == (10, True)
    row._reset.click()
    assert (bench.now.exercises[2].doses["bridge"]["reps"], row._reset.isVisible()) == (8, False)


def test_a_rest_is_shown_where_there_is_one(bench: Bench) -> None:
    bench.choose(2)
    assert not bench.page.exercise.rows["bridge", "rest"].isVisible()
    bench.stepper("bridge", "sets").setValue(1)
    assert bench.page.exercise.rows["bridge", "rest"].isVisible()


def test_rounds_sides_and_doses_are_those_of_the_chosen_exercise(bench: Bench) -> None:
    assert "Each side in turn" in bench.said
    bench.stepper("", "rounds").setValue(1)
    assert bench.now.exercises[0].rounds == 2
    bench.choose(2)
    assert "Both sides together" in bench.said
    assert ("", "rounds") not in bench.page.exercise.rows


def test_one_side_comes_first_where_each_works_in_turn(bench: Bench) -> None:
    bench.page.exercise._side.setFocus()
    press(Qt.Key.Key_Right)
    assert bench.now.exercises[0].first_side is Side.LEFT
    assert bench.page.list.rows[0].accessibleName().startswith("Couch stretch, left and right, ")
    turns = [segment.run.turn.side for segment in bench.view(bench.now).shown.plan.segments]
    assert (turns[0], turns[-1]) == (Side.LEFT, None)
    bench.choose(2)
    assert not bench.page.exercise._side_row.isVisible()


def test_exercises_are_put_in_after_the_chosen_one_and_taken_out(bench: Bench) -> None:
    bench.choose(1)
    menu = bench.page.add.menu_of()
    titles = [action.text() for action in menu.actions()]
    assert "Thomas test" not in titles
    menu.actions()[titles.index("Hip lift")].trigger()
    assert bench.order == ["couch-stretch", "split-squat-hold", "hip-lift", "bridge"]
    assert bench.page.list.rows[2].isChecked()
    bench.page.exercise.remove.click()
    assert bench.now == MINE
    bench.page.list.rows[0].setFocus()
    press(Qt.Key.Key_Delete)
    assert bench.order == ["split-squat-hold", "bridge"]


def test_the_last_exercise_can_not_be_removed_or_switched_off(bench: Bench) -> None:
    bench.take(routine(RoutineExercise(id="bridge", optional=True)))
    bench.choose(0)
    assert not bench.page.exercise.remove.isEnabled()
    assert not bench.page.exercise._included.isEnabled()
    assert "The only one that is on stays on" in bench.said
    edits = len(bench.runs)
    bench.page.list.rows[0].setFocus()
    press(Qt.Key.Key_Delete)
    bench.page.exercise.included_switched.emit(False)  # noqa: FBT003 (a signal's value)
    assert len(bench.runs) == edits


def test_the_order_changes_by_keys_and_the_keyboard_goes_along(bench: Bench) -> None:
    bench.page.list.rows[0].setFocus()
    press(Qt.Key.Key_Down, modifier=ALT)
    press(Qt.Key.Key_Down, modifier=ALT)
    press(Qt.Key.Key_Down, modifier=ALT)
    assert bench.order == ["split-squat-hold", "bridge", "couch-stretch"]
    assert QApplication.focusWidget() is bench.page.list.rows[2]
    assert "Each side in turn" in bench.said


def test_what_is_optional_and_off_does_not_count(bench: Bench) -> None:
    bench.choose(2)
    bench.page.exercise._included.click()
    assert bench.now.exercises[2] == RoutineExercise(id="bridge", optional=True, included=False)
    kept = compile_timeline(choose_doses(included(bench.now), bench.library.exercises, gentler=False), PlanOptions())
    assert bench.view(bench.now).shown.seconds == kept.planned_seconds
    assert "+ " in bench.page.list.rows[2].accessibleName()
    bench.page.exercise._optional.click()
    assert bench.now.exercises[2] == RoutineExercise(id="bridge")


def test_a_full_routine_takes_no_more(bench: Bench) -> None:
    bench.take(routine(*["bridge"] * 30))
    assert not bench.page.add.isEnabled()


def test_gentler_mode_is_said_apart(qtbot: QtBot, look: Look, library: Library) -> None:
    bench = Bench(qtbot, look, library, gentler=True)
    assert any("In gentler mode: " in text for text in bench.said)
    assert bench.stepper("lock-in", "reps").text == "12"


def test_it_says_whether_the_last_change_is_kept(bench: Bench) -> None:
    assert "Changes are kept at once" in bench.said
    bench.page.show_kept(kept=False)
    assert "The last change is not kept" in bench.said


def test_the_total_stays_in_sight_while_doses_change(bench: Bench) -> None:
    bench.page.resize(552, 560)
    settle()
    assert not bench.page.total.isVisible()
    last = bench.stepper("lock-in", "reps")
    last.setFocus()
    bench.page.ensureWidgetVisible(last)
    settle()
    before = bench.view(MINE).shown.seconds
    assert bench.page.total.isVisible()
    assert f"{words.duration(before)} in all" in bench.said
    press(Qt.Key.Key_End)
    after = bench.view(bench.now).shown.seconds
    assert after != before
    assert f"{words.duration(after)} in all" in bench.said
    assert bench.page.total.y() == 0
    bench.page.verticalScrollBar().setValue(0)
    assert not bench.page.total.isVisible()


def test_escape_and_the_way_back_leave(bench: Bench) -> None:
    left = QSignalSpy(bench.page.left)
    press(Qt.Key.Key_Escape)
    bench.page._back.click()
    assert left.count() == 2


def test_what_can_not_be_undone_is_not_offered(bench: Bench) -> None:
    bench.take(MINE)
    bench.page._undo.setFocus()
    bench.page.show_routine(MINE, bench.view(MINE), undo=False, redo=True)
    assert not bench.page._undo.isEnabled()
    assert bench.page.list.rows[0].hasFocus()


def test_a_routine_that_is_shorter_than_before_is_shown(bench: Bench) -> None:
    bench.choose(2)
    bench.take(structs.replace(MINE, exercises=MINE.exercises[:1]))
    assert len(bench.page.list.rows) == 1
    assert "Couch stretch" in bench.said


LONG = structs.replace(MINE, title="W" * 60, summary="words " * 33, exercises=(*MINE.exercises, *MINE.exercises))


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(552, 560), (1072, 732), (1712, 1000)])
@pytest.mark.parametrize("chosen", [0, 2])
def test_nothing_is_cut_off(
    qtbot: QtBot, look: Look, library: Library, theme: str, text_scale: float, size: tuple[int, int], chosen: int
) -> None:
    bench = Bench(qtbot, look, library, gentler=True)
    bench.take(LONG)
    bench.choose(chosen)
    bench.page.show_kept(kept=False)
    bench.page.set_look(Look(load_theme(theme), text_scale))
    bench.page.resize(*size)
    for _ in range(3):
        settle()
    assert [part for part in cut_off(bench.page) if part] == []


@pytest.mark.parametrize("width", [1072, 552])
def test_tab_goes_through_everything_in_reading_order(bench: Bench, width: int) -> None:
    bench.take(MINE)
    bench.page.resize(width, 3000)
    settle()
    bench.page._back.setFocus()
    stops = tab_stops()
    assert reads_in_order(bench.page, stops)
    steppers = [stop for stop in stops if isinstance(stop, Stepper)]
    assert len(steppers) == sum(isinstance(row.control, Stepper) for row in bench.page.exercise.rows.values())
    assert len([stop for stop in stops if isinstance(stop, QLineEdit)]) == 2
    assert unnamed(bench.page) == []


def test_its_doses_are_those_that_the_routine_runs_with(library: Library) -> None:
    options = PlanOptions(wishes=Wishes(BreathPace.IN_3_OUT_6, rounds=2))
    view = editor_view(MINE, library.exercises, options, gentler=False)
    rounds, breaths = view.items[0].blocks[:2]
    assert rounds.doses[0].value == 2
    assert [dose.value for dose in breaths.doses if dose.name in ("inhale", "exhale")] == [3.0, 6.0]
    assert view.shown.plan is not None
    assert {s.seconds for s in view.shown.plan.segments if s.kind is SegmentKind.EXHALE} == {6.0}
