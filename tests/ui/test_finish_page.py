"""The finish page: what came of each exercise, answers by keyboard, pain that rose, and a disk that is full."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from fakes import breathing, contract_relax, exercise, hold, plan_of, rest_block, untimed, walk
from on_screen import cut_off, press, reads_in_order, settle, show, tab_stops, unnamed
from records import session_record
from ribdown.core.content import Sides
from ribdown.core.errors import UserError
from ribdown.core.history import BlockRecord, PressEffort, Status, block_records
from ribdown.core.recorder import Answers
from ribdown.core.session import Session
from ribdown.core.timeline import Segment, Timeline
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look, text_font
from ribdown.ui.pages.finish_page import FinishPage
from ribdown.ui.pages.session_result import pressed, results
from ribdown.ui.widgets.mark import Outcome
from ribdown.ui.widgets.scale_choice import ScaleChoice
from ribdown.ui.widgets.text import Text

PLAN = plan_of(
    exercise(breathing(4), contract_relax(2), title="Couch stretch", sides=Sides.EACH),
    exercise(hold(2, 20), id="hold", title="Split-squat hold", sides=Sides.EACH),
    exercise(walk(60), id="walk", title="Walk"),
)
QUIET_PLAN = plan_of(exercise(hold(1, 20)))


def everything(segment: Segment) -> float:
    return (segment.ms or 1000) / 1000


def up_to(exercise_number: int, side_number: int = 2) -> Callable[[Segment], float]:
    """Everything up to this exercise and side, and nothing after it."""
    end = (exercise_number, side_number)
    return lambda s: everything(s) if (s.run.turn.exercise_number, s.run.turn.side_number) <= end else 0.0


def recorded(plan: Timeline, done: Callable[[Segment], float]) -> tuple[BlockRecord, ...]:
    """The blocks of a session in which that was done."""
    return block_records(cast(Session, SimpleNamespace(plan=plan, done_seconds=done)))


def outcomes(plan: Timeline, done: Callable[[Segment], float]) -> list[Outcome]:
    return [result.outcome for result in results(plan, recorded(plan, done), done)]


@pytest.fixture
def look() -> Look:
    return Look(load_theme("dark"))


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> FinishPage:
    page = FinishPage(look)
    show(qtbot, page, 1280, 766)
    ask(page)
    return page


def ask(page: FinishPage, plan: Timeline = PLAN, done: Callable[[Segment], float] = everything, **more: Any) -> None:
    page.show_session(session_record(1, blocks=recorded(plan, done), **more), plan, done)
    settle()


def control(page: FinishPage, name: str) -> QAbstractButton:
    """The visible button or switch of that name."""
    buttons = (button for button in page.findChildren(QAbstractButton) if button.isVisible())
    return next(button for button in buttons if name in (button.accessibleName(), button.text()))


def texts(page: FinishPage) -> list[str]:
    return [text.plain for text in page.findChildren(Text) if text.isVisible()]


# -- results


def test_a_whole_session_is_done() -> None:
    first, second, third = results(PLAN, recorded(PLAN, everything), everything)
    assert (first.title, first.outcome, first.time) == ("Couch stretch", Outcome.DONE, "1:56")
    assert first.detail == "right and left, 4 breaths, 2 presses"
    assert (second.time, third.time) == ("2:10", "1:10")
    assert pressed(PLAN, everything)


def test_a_part_session_says_what_is_missing() -> None:
    done = up_to(2, 1)
    first, second, third = results(PLAN, recorded(PLAN, done), done)
    assert first.outcome is Outcome.DONE
    assert (second.outcome, second.time) == (Outcome.PART, "1:05 of 2:10")
    assert (third.outcome, third.time, third.detail) == (Outcome.NONE, "1:10 left out", "skipped")


def test_a_get_ready_that_was_skipped_is_no_gap() -> None:
    plan = plan_of(exercise(hold(2, 20)))

    def done(segment: Segment) -> float:
        return everything(segment) if segment.kind == "hold" else 0.0

    (result,) = results(plan, recorded(plan, done), done)
    assert (result.outcome, result.time) == (Outcome.DONE, "0:40")


def test_a_repeat_that_was_cut_short_makes_a_part() -> None:
    plan = plan_of(exercise(hold(2, 20)), exercise(breathing(4), id="breathe"))
    assert outcomes(plan, lambda segment: everything(segment) * 0.999) == [Outcome.PART, Outcome.PART]


def test_a_rest_is_missed_by_nobody() -> None:
    plan = plan_of(exercise(walk(60), rest_block(30)), exercise(walk(60), rest_block(30), id="other"))

    def done(segment: Segment) -> float:
        rests = segment.run.turn.exercise_number == 2
        return everything(segment) if (segment.kind == "rest") is rests else 0.0

    assert outcomes(plan, done) == [Outcome.DONE, Outcome.NONE]


def test_what_waits_for_the_person_counts_once_they_were_there() -> None:
    plan = plan_of(exercise(untimed()))
    assert outcomes(plan, lambda segment: 2.0) == [Outcome.DONE]


@pytest.mark.parametrize(
    ("more", "done", "expected"),
    [
        ({}, everything, {"That’s done", "Daily mini, 5 min 16 s."}),
        (
            {"status": Status.PARTIAL},
            up_to(1),
            {"Part of a session", "Daily mini, 1 min 56 s done of 5 min 16 s.", "skipped"},
        ),
        ({"status": Status.PARTIAL, "stopped_for_pain": True}, up_to(1), {"You stopped because something hurt"}),
        ({"speed": 40.0}, everything, {"Daily mini, 5 min 16 s. A rehearsal at 40×. It stays out of the counts."}),
    ],
)
def test_the_headline_says_how_it_ended(
    page: FinishPage, more: dict[str, Any], done: Callable[[Segment], float], expected: set[str]
) -> None:
    ask(page, done=done, **more)
    assert expected <= set(texts(page))


def test_a_rehearsal_is_not_asked_about(page: FinishPage) -> None:
    ask(page, speed=10.0)
    assert not any(scale.isVisible() for scale in page.findChildren(ScaleChoice))
    shown = {button.text() for button in page.findChildren(QAbstractButton) if button.isVisible()}
    assert {"Save", "Don’t keep"} <= shown
    saved = QSignalSpy(page.saved)
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert saved.at(0)[0] == Answers()


# -- answers


def test_the_keyboard_alone_answers_and_saves(page: FinishPage) -> None:
    saved = QSignalSpy(page.saved)
    press("2", Qt.Key.Key_Tab, "3", Qt.Key.Key_Tab, "3", Qt.Key.Key_Left, Qt.Key.Key_Tab, "Easier in round 2.")
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert saved.count() == 1
    assert saved.at(0)[0] == Answers(PressEffort.ABOUT_A_THIRD, 3, 2, "Easier in round 2.")


def test_nothing_has_to_be_answered(page: FinishPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.saved) as saved:
        control(page, "Save").click()
    assert saved.args == [Answers()]
    with qtbot.waitSignal(page.discarded):
        control(page, "Don’t keep").click()


def test_effort_is_asked_only_where_something_was_pressed(page: FinishPage) -> None:
    ask(page, QUIET_PLAN)
    assert "How hard did you press?" not in texts(page)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Pain before: 0 of 10"
    ask(page, PLAN, lambda segment: 0.0)
    assert "How hard did you press?" not in texts(page)


def test_what_was_said_before_is_shown(page: FinishPage, qtbot: QtBot) -> None:
    ask(page, effort=PressEffort.LIGHT, pain_before=7, pain_after=6, note="Before.")
    with qtbot.waitSignal(page.saved) as saved:
        control(page, "Save").click()
    assert saved.args == [Answers(PressEffort.LIGHT, 7, 6, "Before.")]


def test_half_strength_or_more_is_answered(page: FinishPage) -> None:
    line = "Next time a little less: the hip lets go sooner."
    for digit, said in (("1", False), ("2", False), ("3", True), ("4", True)):
        press(digit)
        assert (line in texts(page)) is said


@pytest.mark.parametrize("width", [760, 1280])
def test_pain_that_rose_offers_gentler_mode_and_then_the_safety_note(
    page: FinishPage, qtbot: QtBot, width: int
) -> None:
    page.resize(width, 766)
    press(Qt.Key.Key_Tab, "3", Qt.Key.Key_Tab)
    for digit, gentler, note in (("3", False, False), ("4", True, False), ("5", True, True), ("2", False, False)):
        press(digit)
        switches = [button for button in page.findChildren(QAbstractButton) if "gentler mode?" in button.text()]
        assert switches[0].isVisible() is gentler
        assert ("More pain than before" in texts(page)) is note
    press("4")
    with qtbot.waitSignal(page.gentler_switched) as switched:
        control(page, "More than before. Next time: gentler mode?").click()
    assert switched.args == [True]


# -- a disk that is full


def test_an_error_keeps_the_form_and_save_tries_again(page: FinishPage) -> None:
    saved = QSignalSpy(page.saved)
    page.saved.connect(lambda answers: page.show_error(UserError("The disk is full.", "Free some space.")))
    press(Qt.Key.Key_Tab, "3")
    page._form.note.setPlainText("Left side stiffer.")
    control(page, "Save").click()
    settle()
    assert {"The disk is full.", "Free some space."} <= set(texts(page))
    control(page, "Copy text").click()
    assert QGuiApplication.clipboard().text() == "Daily mini, Sun 1 Nov 2026\nPain before: 3\nLeft side stiffer."
    press(Qt.Key.Key_Return)
    assert saved.count() == 2
    assert saved.at(1)[0] == Answers(None, 3, None, "Left side stiffer.")


# -- the scale


@pytest.fixture
def scale(qtbot: QtBot, look: Look) -> ScaleChoice:
    scale = ScaleChoice(look, "Pain", [str(value) for value in range(11)])
    show(qtbot, scale, 560, 120)
    scale.take_focus()
    return scale


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("7", 7),
        ("10", 10),
        ("110", 10),
        ("101", 1),
        ("0", 0),
        ([Qt.Key.Key_Right], 0),
        (["4", Qt.Key.Key_Right], 5),
        (["4", Qt.Key.Key_Left, Qt.Key.Key_Up], 2),
        (["0", Qt.Key.Key_Left], 0),
        ([Qt.Key.Key_End, Qt.Key.Key_Right], 10),
        (["9", Qt.Key.Key_Home], 0),
        (["9", Qt.Key.Key_Backspace], None),
        (["9", Qt.Key.Key_Space], 9),
        ([Qt.Key.Key_Space], 0),
    ],
)
def test_keys_choose_on_a_scale(scale: ScaleChoice, keys: list[Qt.Key | str] | str, value: int | None) -> None:
    press(*keys)
    assert scale.value == value
    chosen = [choice.text() for choice in scale.findChildren(QRadioButton) if choice.isChecked()]
    assert chosen == ([] if value is None else [str(value)])


def test_a_slow_0_after_a_1_is_a_0(scale: ScaleChoice) -> None:
    press("1")
    scale._second_digit.stop()
    press("0")
    assert scale.value == 0


def test_a_click_chooses_and_a_second_one_takes_it_back(scale: ScaleChoice) -> None:
    spy = QSignalSpy(scale.chosen)
    choice = scale.findChildren(QRadioButton)[6]
    for value in (6, None):
        QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
        assert scale.value == value
    assert spy.count() == 2


@pytest.mark.parametrize("width", [260, 420, 560])
def test_a_scale_takes_more_rows_before_a_choice_is_too_small(qtbot: QtBot, look: Look, width: int) -> None:
    scale = ScaleChoice(Look(look.theme, 1.5), "Effort", ["Light", "About a third", "About half"], bars=True)
    show(qtbot, scale, width, 400)
    choices = scale.findChildren(QRadioButton)
    for choice in choices:
        assert choice.width() > QFontMetrics(text_font(15 * 1.5, 600)).horizontalAdvance(choice.text())
    assert len({choice.y() for choice in choices}) == {260: 3, 420: 2, 560: 1}[width]


# -- everywhere


def test_the_keyboard_starts_at_the_first_question_and_each_scale_is_one_stop(page: FinishPage) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "How hard did you press?: Light"
    page.show_error(UserError("The disk is full."))
    page._form.take_focus()
    settle()
    stops = tab_stops()
    assert len(stops) == 7
    assert reads_in_order(page, stops)
    assert unnamed(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("width", [760, 1100, 1280, 1920])
def test_nothing_is_cut_off(page: FinishPage, width: int, scale: float, theme: str) -> None:
    page.resize(width, 560)
    page.set_look(Look(load_theme(theme), scale))
    ask(page, done=up_to(2, 1), status=Status.PARTIAL, stopped_for_pain=True, effort=PressEffort.NEARLY_ALL)
    assert cut_off(page) == []
    ask(page, pain_before=1, pain_after=9)
    page.show_error(UserError("The disk is full.", "Free some space, then press Save again."))
    settle()
    assert cut_off(page) == []
