"""The guided self-test: one step at a time, keys from the floor, answers, going back, stopping, and any size."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from fakes import FakeClock
from on_screen import cut_off, press, settle, show, unnamed
from ribdown.core.events import PauseReason
from ribdown.core.session import SessionState
from ribdown.core.thomas_guide import asks, guide_plan
from ribdown.core.thomas_test import Thigh
from ribdown.core.timeline import Side, Timeline
from ribdown.infra.library import load_library
from ribdown.infra.themes import load_theme
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.pages.self_test_guide import SelfTestGuide
from ribdown.ui.session_player import SessionPlayer
from ribdown.ui.widgets.edge_band import EdgeBand
from ribdown.ui.widgets.figure_view import FigureView
from ribdown.ui.widgets.question import Question
from ribdown.ui.widgets.side_badge import SideBadge
from ribdown.ui.widgets.thigh_choices import ThighChoices

STEPS = 5


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    exercises = load_library(Path(tmp_path_factory.mktemp("data"))).exercises
    return guide_plan(exercises["thomas-test"], gentler=False)


OpenGuide = Callable[..., SelfTestGuide]


@pytest.fixture
def open_guide(qtbot: QtBot, look: Look, plan: Timeline, make_player: Callable[[Timeline], SessionPlayer]) -> OpenGuide:
    def open_at(width: int = 1280, height: int = 766, dressed: Look = look) -> SelfTestGuide:
        guide = SelfTestGuide(dressed, make_player(plan), Figures())
        show(qtbot, guide, width, height)
        guide.start()
        settle()
        return guide

    return open_at


@pytest.fixture
def guide(open_guide: OpenGuide) -> SelfTestGuide:
    return open_guide()


def here(guide: SelfTestGuide) -> int:
    return guide.player.moment.segment.ordinal


def said(guide: SelfTestGuide) -> list[str]:
    return [label.text() for label in guide.findChildren(QLabel) if label.isVisible()]


def control(guide: SelfTestGuide, name: str) -> QAbstractButton:
    buttons = (button for button in guide.findChildren(QAbstractButton) if button.isVisible())
    return next(button for button in buttons if name in (button.accessibleName(), button.text()))


def question(guide: SelfTestGuide) -> Question:
    return guide.findChildren(Question)[0]


def to_answer(guide: SelfTestGuide) -> None:
    while not asks(guide.player.moment.segment):
        press(Qt.Key.Key_Space)


# -- going on and back


def test_it_waits_for_the_person_however_long(
    guide: SelfTestGuide, run: Callable[[SessionPlayer, float], None]
) -> None:
    run(guide.player, 300)
    assert here(guide) == 0
    assert "Take a seat where the bed ends." in said(guide)
    assert "Side 1 of 2, step 1 of 5" in said(guide)


def test_space_goes_on_through_both_sides_to_the_result(guide: SelfTestGuide) -> None:
    spy = QSignalSpy(guide.left)
    badge = guide.findChildren(SideBadge)[0]
    for ordinal in range(2 * STEPS):
        assert here(guide) == ordinal
        assert badge.accessibleName() == ("RIGHT LEG STAYS FREE" if ordinal < STEPS else "LEFT LEG STAYS FREE")
        press("1", Qt.Key.Key_Space)  # a digit answers only where something is asked
    assert "Sit up slowly." in said(guide)
    assert guide.player.session.state is SessionState.ENDED
    assert spy.count() == 0
    press(Qt.Key.Key_Space)
    assert spy.count() == 1


def test_space_goes_on_wherever_the_keyboard_is(guide: SelfTestGuide) -> None:
    control(guide, "End").setFocus()
    press(Qt.Key.Key_Space)
    assert (here(guide), question(guide).isVisible()) == (1, False)


def test_texts_name_the_side_at_work(guide: SelfTestGuide) -> None:
    press(Qt.Key.Key_Space)
    assert "Pull the left knee to your chest." in said(guide)
    to_answer(guide)
    press("1", Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert "Pull the right knee to your chest." in said(guide)


@pytest.mark.parametrize("waited", [0, 30])
def test_back_goes_to_the_step_before(
    guide: SelfTestGuide, run: Callable[[SessionPlayer, float], None], waited: int
) -> None:
    press(Qt.Key.Key_Space, Qt.Key.Key_Space)
    run(guide.player, waited)
    press(Qt.Key.Key_Left)
    assert here(guide) == 1
    press(Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert here(guide) == 0


def test_the_figure_does_what_the_step_says(guide: SelfTestGuide, run: Callable[[SessionPlayer, float], None]) -> None:
    figure = guide.findChildren(FigureView)[0]
    assert figure.accessibleName().startswith("Sitting upright")
    press(Qt.Key.Key_Space)
    run(guide.player, 10)
    assert "one knee pulled to the chest" in figure.accessibleName()
    press(Qt.Key.Key_Space, Qt.Key.Key_Space)
    run(guide.player, 10)
    assert figure.accessibleName().startswith("Lying on the back")
    assert figure.accessibleDescription() == "Seen from the right."


def test_a_quick_run_through_the_steps_is_shown_without_a_fault(open_guide: OpenGuide) -> None:
    guide = open_guide()
    for _ in range(2 * STEPS):
        guide.go_on()
    settle()
    assert "Sit up slowly." in said(guide)


# -- answering


def test_answers_are_kept_for_each_side(guide: SelfTestGuide) -> None:
    to_answer(guide)
    press("2", Qt.Key.Key_Space)
    to_answer(guide)
    press("1", Qt.Key.Key_Space)
    assert guide.found == {Side.RIGHT: Thigh.LITTLE, Side.LEFT: Thigh.FLAT}
    assert "Right: floats a little\nLeft: rests flat" in said(guide)


def test_arrows_choose_an_answer_and_return_takes_it_back(guide: SelfTestGuide) -> None:
    spy = QSignalSpy(guide.volume_stepped)
    to_answer(guide)
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert guide.found == {Side.RIGHT: Thigh.LITTLE}
    press(Qt.Key.Key_Return)
    assert guide.found == {}
    assert spy.count() == 0


def test_space_picks_the_answer_that_has_the_keyboard_and_then_goes_on(guide: SelfTestGuide) -> None:
    to_answer(guide)
    asked = here(guide)
    press(Qt.Key.Key_Space)
    assert (guide.found, here(guide)) == ({Side.RIGHT: Thigh.FLAT}, asked)
    press(Qt.Key.Key_Space)
    assert (guide.found, here(guide)) == ({Side.RIGHT: Thigh.FLAT}, asked + 1)


def test_no_key_goes_on_without_an_answer_before_a_button_has_said_so(guide: SelfTestGuide) -> None:
    to_answer(guide)
    asked = here(guide)
    press(Qt.Key.Key_Right)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert (focused.text(), here(guide), guide.found) == ("Leave unanswered", asked, {})
    press(Qt.Key.Key_Space)
    assert (here(guide), guide.found) == (asked + 1, {})


def test_an_answer_that_is_taken_back_is_none(guide: SelfTestGuide) -> None:
    to_answer(guide)
    press("2", Qt.Key.Key_Backspace)
    assert control(guide, "Leave unanswered").isVisible()
    press("2")
    assert control(guide, "Go on · Space").isVisible()


def test_after_a_question_the_keys_of_an_answer_are_as_before(guide: SelfTestGuide) -> None:
    volume = QSignalSpy(guide.volume_stepped)
    to_answer(guide)
    asked = here(guide)
    press("h")
    assert question(guide).isVisible()
    control(guide, "Carry on").click()
    press(Qt.Key.Key_Space)
    assert (here(guide), guide.found) == (asked, {Side.RIGHT: Thigh.FLAT})
    press(Qt.Key.Key_Down)
    assert (volume.count(), guide.found) == (0, {Side.RIGHT: Thigh.LITTLE})


def test_a_side_may_stay_open(guide: SelfTestGuide) -> None:
    to_answer(guide)
    control(guide, "Leave unanswered").click()
    assert here(guide) == STEPS
    assert control(guide, "Go on · Space").isVisible()
    to_answer(guide)
    press("3", Qt.Key.Key_Space)
    assert guide.found == {Side.LEFT: Thigh.LOT}
    assert "Right: not looked at\nLeft: floats clearly" in said(guide)


def test_digits_answer_only_where_something_is_asked(guide: SelfTestGuide) -> None:
    press("1", "2", "3")
    assert guide.found == {}
    assert here(guide) == 0


def test_coming_back_shows_the_answer(guide: SelfTestGuide) -> None:
    to_answer(guide)
    press("3", Qt.Key.Key_Space, Qt.Key.Key_Left)
    assert guide.findChildren(ThighChoices)[0].value is Thigh.LOT
    press("1")
    assert guide.found == {Side.RIGHT: Thigh.FLAT}


def test_the_choices_of_each_side_say_whose_they_are(guide: SelfTestGuide) -> None:
    to_answer(guide)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Right thigh: Rests flat"
    press("1", Qt.Key.Key_Space)
    to_answer(guide)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Left thigh: Rests flat"


# -- stopping


def test_escape_asks_and_carries_on(guide: SelfTestGuide) -> None:
    press(Qt.Key.Key_Escape)
    assert question(guide).isVisible()
    assert guide.player.session.pause_reason is PauseReason.PERSON
    press(Qt.Key.Key_Return)
    assert guide.player.running
    assert here(guide) == 0


def test_keys_of_the_guide_rest_while_it_asks(guide: SelfTestGuide) -> None:
    press(Qt.Key.Key_Escape, Qt.Key.Key_Right, "h")
    assert here(guide) == 0
    assert question(guide).isVisible()
    press(Qt.Key.Key_Escape)
    assert not question(guide).isVisible()


def test_ended_early_it_keeps_what_was_answered(guide: SelfTestGuide) -> None:
    spy = QSignalSpy(guide.left)
    to_answer(guide)
    press("2", Qt.Key.Key_Space, Qt.Key.Key_Escape)
    control(guide, "End the test").click()
    settle()
    assert spy.count() == 1
    assert guide.found == {Side.RIGHT: Thigh.LITTLE}
    assert guide.player.session.state is SessionState.ENDED


def test_something_hurts_stands_still_and_says_what_to_do(guide: SelfTestGuide) -> None:
    press("h")
    assert guide.player.session.pause_reason is PauseReason.HURTS
    assert any("Pain that stays is a reason to see a clinician." in text for text in said(guide))
    press(Qt.Key.Key_Return)  # the keyboard is on the way out
    assert guide.player.session.state is SessionState.ENDED


def test_space_goes_on_where_all_stood_still(guide: SelfTestGuide) -> None:
    press(Qt.Key.Key_Space)
    guide.player.pause(PauseReason.HIDDEN)
    settle()
    assert any("The window was out of sight. Space to go on." in text for text in said(guide))
    press(Qt.Key.Key_Space)
    assert guide.player.running
    assert here(guide) == 1


def test_a_sleep_of_the_computer_loses_nothing(guide: SelfTestGuide, clock: FakeClock) -> None:
    to_answer(guide)
    press("2")
    clock.sleep(3600)
    guide.player.tick()
    settle()
    assert guide.player.session.pause_reason is PauseReason.SLEPT
    press(Qt.Key.Key_Space)
    assert guide.found == {Side.RIGHT: Thigh.LITTLE}
    assert asks(guide.player.moment.segment)


# -- sound and its absence


def test_sound_has_its_keys(guide: SelfTestGuide) -> None:
    toggled, stepped = QSignalSpy(guide.sound_toggled), QSignalSpy(guide.volume_stepped)
    guide.show_sound("Sound on", on=True)
    press("m", Qt.Key.Key_Up, Qt.Key.Key_Down)
    control(guide, "Sound on").click()
    assert toggled.count() == 2
    assert [stepped.at(index) for index in range(stepped.count())] == [[1], [-1]]


def test_the_edge_lights_up_where_nothing_is_heard(qtbot: QtBot, guide: SelfTestGuide) -> None:
    band = guide.findChildren(EdgeBand)[0]
    press(Qt.Key.Key_Space)
    assert not band.isVisible()
    guide.set_unheard(unheard=True)
    press(Qt.Key.Key_Space)
    assert band.isVisible()
    qtbot.waitUntil(lambda: not band.isVisible(), timeout=5000)


def test_each_step_is_announced_to_a_screen_reader(guide: SelfTestGuide, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    press(Qt.Key.Key_Space)
    assert told == ["Side 1 of 2, step 2 of 5. Pull the left knee to your chest."]


def test_frames_are_drawn_only_while_it_can_be_seen(guide: SelfTestGuide) -> None:
    moving = guide.player._timer.interval()
    guide.hide()
    assert guide.player._timer.interval() > moving


# -- any size, any text size


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(760, 560), (1280, 766), (1920, 1040)])
def test_nothing_is_cut_off_and_all_has_a_name(
    open_guide: OpenGuide, theme: str, text_scale: float, size: tuple[int, int]
) -> None:
    guide = open_guide(*size, Look(load_theme(theme), text_scale))
    guide.show_sound("Sound off", on=False)
    for _ in range(STEPS):
        settle()
        assert cut_off(guide) == []
        assert unnamed(guide) == []
        labels = [label for label in guide.findChildren(QLabel) if label.isVisible() and label.text()]
        for label in labels:
            assert label.heightForWidth(label.width()) <= label.height() + 1, label.text()
        if not asks(guide.player.moment.segment):
            guide.go_on()


def test_what_to_do_can_be_read_from_a_distance(guide: SelfTestGuide) -> None:
    sizes = {label.text(): label.font().pixelSize() for label in guide.findChildren(QLabel) if label.isVisible()}
    assert sizes["Take a seat where the bed ends."] >= 60
    to_answer(guide)
    settle()
    assert control(guide, "Right thigh: Rests flat").height() >= 72


def test_another_look_keeps_the_place(guide: SelfTestGuide) -> None:
    to_answer(guide)
    press("2")
    guide.set_look(Look(load_theme("light"), 1.5))
    settle()
    assert asks(guide.player.moment.segment)
    assert guide.findChildren(ThighChoices)[0].value is Thigh.LITTLE
    assert cut_off(guide) == []


def test_reduced_motion_shows_the_end_of_each_step(open_guide: OpenGuide, look: Look) -> None:
    guide = open_guide(dressed=look._replace(still=True))
    press(Qt.Key.Key_Space)
    assert "one knee pulled to the chest" in guide.findChildren(FigureView)[0].accessibleName()
    assert guide.player._timer.interval() >= 100
