"""The player page: its keys, its views and questions, when it wants frames, and that nothing is ever cut off."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fakes import (
    FakeClock,
    breathing,
    contract_relax,
    exercise,
    hold,
    plan_of,
    plan_of_blocks,
    reps,
    rest_block,
    untimed,
    walk,
)
from on_screen import cut_off, press, settle, tab_stops
from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Sides
from ribdown.core.events import PauseReason
from ribdown.core.moment import moment_at
from ribdown.core.session import SessionState
from ribdown.core.timeline import Timeline
from ribdown.ui.look import Look
from ribdown.ui.pages import player_page as module
from ribdown.ui.pages.player_page import PlayerPage
from ribdown.ui.session_player import FRAME_MS, SessionPlayer
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.fitting import FitLabel, text_height

Open = Callable[..., PlayerPage]
Run = Callable[[SessionPlayer, float], None]

# 10 s get-ready, 12 s of breaths, 20 s rest, 25 s hold.
PLAN = plan_of_blocks(breathing(2), rest_block(20), hold(1, 25))
# Every kind of segment.
ALL = plan_of(
    exercise(breathing(2, 2, 2, 2), contract_relax(2, 2, 2), reps(2, 2, 2, 2), sides=Sides.EACH),
    exercise(
        reps(1, 2, 0, 2, id="release", title="Squeeze and let go"),
        hold(2, 3, 3),
        walk(3),
        untimed(),
        id="second",
        title="A second exercise with a rather long title",
        starting_position=("Right leg drops over the side until the foot finds the floor.",) * 3,
        feel="The thigh sinks a little further back with every breath out",
    ),
)
SIZES = [(760, 560), (1100, 700), (1101, 640), (1280, 766), (1920, 1080)]


def state(page: PlayerPage) -> SessionState:
    return page.player.session.state


def question(page: PlayerPage) -> str:
    """The heading of the question that is open."""
    return page._question._heading.text() if page._question.isVisible() else ""


def answer(page: PlayerPage, text: str) -> None:
    """Press this answer."""
    next(button for button in page._question._buttons if button.text() == text).click()
    settle()


def views(page: PlayerPage) -> list[str]:
    """What is shown above the dock, or over everything."""
    shown = {"change": page._change, "work": page._work, "far": page._far_view}
    return [name for name, view in shown.items() if view.isVisible()]


def focused() -> str:
    widget = QApplication.focusWidget()
    assert isinstance(widget, Button)
    return widget.text()


# -- keys


def test_the_keyboard_starts_on_pause(open_page: Open) -> None:
    page = open_page(PLAN)
    page._dock._more.setFocus()
    page.start()
    assert focused() == "Pause"


@pytest.mark.parametrize("text", ["Pause", "Skip", "Far view"])
def test_space_stops_and_goes_on_wherever_the_keyboard_is(open_page: Open, run: Run, text: str) -> None:
    page = open_page(PLAN)
    run(page.player, 13)
    next(button for button in page.findChildren(Button) if button.text() == text).setFocus()
    press(Qt.Key.Key_Space)
    assert state(page) is SessionState.PAUSED
    press(Qt.Key.Key_Space)
    assert state(page) is SessionState.RUNNING
    assert views(page) == ["work"]


def test_left_is_this_block_then_the_one_before(open_page: Open, run: Run) -> None:
    page = open_page(plan_of_blocks(breathing(2), hold(1, 25)))
    run(page.player, 27)
    starts = []
    for _ in range(2):
        press(Qt.Key.Key_Left)
        starts.append(page.player.session.position.start)
    assert starts == [22, 10]


def test_right_is_the_next_block(open_page: Open) -> None:
    page = open_page(PLAN)
    kinds = []
    for _ in range(3):
        press(Qt.Key.Key_Right)
        kinds.append(page.player.moment.segment.run.number)
    assert kinds == [2, 3, 4]
    press(Qt.Key.Key_Right)
    assert state(page) is SessionState.ENDED


@pytest.mark.parametrize(("elapsed", "more"), [(5, 10), (15, 0), (25, 10), (50, 0)])
def test_plus_is_ten_seconds_more_to_get_ready_or_rest(open_page: Open, run: Run, elapsed: float, more: float) -> None:
    page = open_page(PLAN)
    run(page.player, elapsed)
    before = page.player.session.remaining
    press(Qt.Key.Key_Plus)
    assert page.player.session.remaining == before + more


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_F11])
def test_far_view_is_switched_by_key(open_page: Open, run: Run, key: Qt.Key) -> None:
    page = open_page(PLAN)
    chosen: list[tuple[str, bool]] = []
    page.far_view_chosen.connect(lambda name, on: chosen.append((name, on)))
    run(page.player, 11)
    press(key)
    assert views(page) == ["far"]
    press(Qt.Key.Key_Space)
    assert state(page) is SessionState.PAUSED, "the keys go on working"
    press(key)
    assert views(page) == ["work"]
    assert chosen == [("drill", True), ("drill", False)]


def test_h_says_that_something_hurts(open_page: Open, run: Run) -> None:
    page = open_page(PLAN)
    run(page.player, 11)
    press(Qt.Key.Key_H)
    assert page.player.session.pause_reason is PauseReason.HURTS
    assert question(page) == "Something hurts"


def test_esc_leaves_far_view_then_asks_then_closes_the_question(open_page: Open, run: Run) -> None:
    page = open_page(PLAN, far_for=frozenset({"drill"}))
    run(page.player, 11)
    press(Qt.Key.Key_Escape)
    assert (views(page), question(page), state(page)) == (["work"], "", SessionState.RUNNING)
    press(Qt.Key.Key_Escape)
    assert (question(page), state(page)) == ("End here?", SessionState.PAUSED)
    press(Qt.Key.Key_Escape)
    assert (question(page), state(page)) == ("", SessionState.PAUSED)
    press(Qt.Key.Key_Space)
    assert state(page) is SessionState.RUNNING


def test_return_presses_the_focused_button(open_page: Open, run: Run) -> None:
    page = open_page(PLAN)
    press(Qt.Key.Key_Return)
    assert state(page) is SessionState.PAUSED
    press(Qt.Key.Key_Return)
    run(page.player, 11)
    press(Qt.Key.Key_Tab)
    assert focused() == "Skip"
    press(Qt.Key.Key_Return)
    assert page.player.moment.segment.kind is SegmentKind.REST


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Plus, Qt.Key.Key_F, Qt.Key.Key_H])
def test_while_a_question_is_open_its_answers_have_the_keyboard(open_page: Open, run: Run, key: Qt.Key) -> None:
    page = open_page(PLAN)
    run(page.player, 5)
    press(Qt.Key.Key_Escape)
    before = (page.player.session.remaining, question(page), views(page))
    press(key)
    assert (page.player.session.remaining, question(page), views(page)) == before
    press(Qt.Key.Key_Escape, key)
    assert (page.player.session.remaining, question(page), views(page)) != before


def test_after_the_list_of_keys_the_session_has_the_keyboard_again(open_page: Open) -> None:
    page = open_page(PLAN)
    for close in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        press(Qt.Key.Key_F1, close)
        before = state(page)
        press(Qt.Key.Key_Space)
        assert state(page) is not before


# -- views


def test_change_view_before_and_work_view_during_a_block(open_page: Open, run: Run) -> None:
    page = open_page(plan_of(exercise(hold(1, 5), untimed(), sides=Sides.EACH)))
    seen = []
    for seconds in (0, 11, 5):
        run(page.player, seconds)
        seen.append((page.player.moment.segment.kind, views(page)))
    page.player.skip()
    seen.append((page.player.moment.segment.kind, views(page)))
    work, change = SegmentKind.HOLD, SegmentKind.GET_READY
    wait, switch = SegmentKind.WAIT, SegmentKind.SWITCH_SIDES
    assert seen == [(change, ["change"]), (work, ["work"]), (wait, ["work"]), (switch, ["change"])]


def test_the_work_view_says_what_the_segment_is_about(open_page: Open, run: Run) -> None:
    page = open_page(plan_of(exercise(breathing(1), contract_relax(1), sides=Sides.EACH)))
    seen = []
    for seconds in (11, 2, 4, 6, 6 + 10):
        run(page.player, seconds)
        texts = {label.text() for label in page._work.findChildren(FitLabel) if label.isVisible()}
        seen.append(sorted(text for text in texts if text.startswith(("Cue", "Next", "Breathe ·", "Press ·"))))
    breathe, hard = "Breathe · step 1 of 2", "Press · step 2 of 2"
    assert seen == [
        [breathe, "Cue for inhale.", "Next · Cue for exhale."],
        [breathe, "Cue for exhale.", "Next · Press"],
        ["Cue for press.", "Next · Cue for relax.", hard],
        ["Cue for relax.", "Next · switch sides", hard],
        [breathe, "Cue for inhale.", "Next · Cue for exhale."],
    ]
    assert page._work._badge.accessibleName() == "LEFT"
    assert page._work._title == "Drill"


def test_getting_ready_again_after_a_stop_stays_in_the_work_view(open_page: Open, run: Run) -> None:
    page = open_page(PLAN)
    run(page.player, 13)
    page.player.pause()
    page.player.resume()
    assert page.player.moment.segment.lead_in
    assert views(page) == ["work"]


def test_far_view_stays_from_one_exercise_to_the_next_but_for_the_changes(open_page: Open, run: Run) -> None:
    page = open_page(plan_of(exercise(hold(1, 5)), exercise(hold(1, 5), id="other")))
    page.set_far_view(on=True)
    seen = [views(page)]
    for seconds in (11, 5, 11):
        run(page.player, seconds)
        seen.append(views(page))
    assert seen == [["change"], ["far"], ["change"], ["far"]]


def test_far_view_begins_with_an_exercise_it_was_chosen_for(open_page: Open, run: Run) -> None:
    plan = plan_of(exercise(hold(1, 5)), exercise(hold(1, 5), id="other"))
    page = open_page(plan, far_for=frozenset({"other"}))
    run(page.player, 11)
    assert views(page) == ["work"]
    run(page.player, 15)
    assert views(page) == ["far"]


def test_in_far_view_the_keyboard_does_not_reach_what_is_covered(open_page: Open) -> None:
    page = open_page(plan_of(exercise(hold(1, 5))), far_for=frozenset({"drill"}))
    page.player.skip()
    assert page._far_view.hasFocus()
    assert not page._dock.isVisible()
    page._far_view.left.emit()
    assert page._dock._pause.hasFocus()


def test_the_mouse_leaves_far_view(open_page: Open) -> None:
    page = open_page(PLAN)
    chosen: list[bool] = []
    page.far_view_chosen.connect(lambda _, on: chosen.append(on))
    page._dock._far.click()
    page._far_view._leave.click()
    assert chosen == [True, False]
    assert views(page) == ["change"]


def test_another_look_is_worn(open_page: Open, run: Run, look: Look) -> None:
    page = open_page(PLAN)
    run(page.player, 11)
    before = page.grab().toImage()
    page.set_look(look._replace(text_scale=1.5))
    settle()
    assert page.grab().toImage() != before
    assert problems(page) == []


def test_a_press_on_the_large_triangle_goes_on(open_page: Open, run: Run) -> None:
    page = open_page(PLAN)
    run(page.player, 13)
    triangle = page._work._stage.rect().center()
    QTest.mouseClick(page._work._stage, Qt.MouseButton.LeftButton, pos=triangle)
    assert state(page) is SessionState.RUNNING, "there is no triangle yet"
    page.player.pause()
    QTest.mouseClick(page._work._stage, Qt.MouseButton.LeftButton, pos=triangle)
    assert state(page) is SessionState.RUNNING


@pytest.mark.parametrize("elapsed", [0, 13])
def test_that_it_hurts_can_be_said_with_the_mouse(open_page: Open, run: Run, elapsed: float) -> None:
    page = open_page(PLAN)
    run(page.player, elapsed)
    next(button for button in page.findChildren(Button) if button.text() == "It hurts").click()
    assert page.player.session.pause_reason is PauseReason.HURTS
    assert question(page) == "Something hurts"


# -- questions


def test_end_here_tells_what_was_done(open_page: Open, run: Run) -> None:
    page = open_page(PLAN)
    run(page.player, 24)
    page._dock.end_asked.emit()
    assert question(page) == "End here?"
    assert page._question._text.text() == "24 s done of 1 min 7 s. It is kept as a part session."
    assert [button.text() for button in page._question._buttons] == ["Carry on", "End and save", "Something hurts"]


@pytest.mark.parametrize(
    ("text", "after", "then", "pain"),
    [
        ("Carry on", SessionState.RUNNING, "", False),
        ("End and save", SessionState.ENDED, "", False),
        ("Something hurts", SessionState.PAUSED, "Something hurts", False),
    ],
)
def test_answers_to_end_here(open_page: Open, run: Run, text: str, after: SessionState, then: str, pain: bool) -> None:
    page = open_page(PLAN)
    run(page.player, 13)
    press(Qt.Key.Key_Escape)
    answer(page, text)
    assert (state(page), question(page), page.player.session.stopped_for_pain) == (after, then, pain)


@pytest.mark.parametrize(
    ("text", "after", "block", "pain"),
    [
        ("End and save", SessionState.ENDED, "breathe", True),
        ("Leave this exercise out", SessionState.ENDED, "breathe", True),
        ("Carry on", SessionState.RUNNING, "breathe", False),
    ],
)
def test_answers_to_something_hurts(
    open_page: Open, run: Run, text: str, after: SessionState, block: str, pain: bool
) -> None:
    page = open_page(PLAN)
    run(page.player, 13)
    press(Qt.Key.Key_Escape)
    answer(page, "Something hurts")
    stop = "It hurts. Pain that stays is a reason to see a clinician."
    assert page._question._text.text() == stop
    answer(page, text)
    here = page.player.moment.segment.run.block
    assert here is not None
    assert (state(page), question(page), here.id) == (after, "", block)
    assert page.player.session.stopped_for_pain is pain


def test_tab_stays_inside_the_question(open_page: Open, run: Run) -> None:
    page = open_page(PLAN)
    run(page.player, 13)
    press(Qt.Key.Key_Escape)
    stops = tab_stops()
    assert [stop.text() for stop in stops if isinstance(stop, Button)] == [
        "Carry on",
        "End and save",
        "Something hurts",
    ]
    assert all(page._question.isAncestorOf(stop) for stop in stops)


def test_afterwards_return_presses_no_answer(open_page: Open, run: Run) -> None:
    page = open_page(PLAN)
    run(page.player, 13)
    press(Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert focused() == "Pause"
    press(Qt.Key.Key_Return)
    assert state(page) is SessionState.PAUSED
    assert question(page) == ""


# -- frames


def frames(page: PlayerPage) -> bool:
    """Whether the clock is looked at for every frame."""
    return page.player._timer.isActive() and page.player._timer.interval() == FRAME_MS


def test_frames_are_drawn_only_while_running_and_visible(open_page: Open, run: Run) -> None:
    page = open_page(PLAN)
    window = page.window()
    seen = {}
    run(page.player, 11)
    seen["running"] = frames(page)
    press(Qt.Key.Key_Space)
    seen["paused"] = frames(page)
    press(Qt.Key.Key_Space)
    seen["resumed"] = frames(page)
    window.hide()
    run(page.player, 1)
    seen["hidden"] = frames(page)
    window.show()
    settle()
    run(page.player, 1)
    seen["shown"] = frames(page)
    window.showMinimized()
    settle()
    run(page.player, 1)
    seen["minimised"] = frames(page)
    window.showNormal()
    settle()
    page.player.end()
    seen["ended"] = frames(page)
    assert seen == dict.fromkeys(("running", "resumed", "shown"), True) | dict.fromkeys(
        ("paused", "hidden", "minimised", "ended"), False
    )


def test_with_reduced_motion_no_frames_are_drawn(open_page: Open, run: Run, look: Look) -> None:
    page = open_page(PLAN, dressed=look._replace(still=True))
    run(page.player, 11)
    assert not frames(page)
    page.set_look(look)
    assert frames(page)


def test_a_page_behind_another_wants_no_frames(open_page: Open) -> None:
    page = open_page(PLAN)
    assert frames(page)
    page.hide()
    assert not frames(page)


# -- a screen reader


def test_changes_are_announced_but_not_the_short_ones(
    open_page: Open, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    class Reader:
        @staticmethod
        def isActive() -> bool:  # noqa: N802
            return True

        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802
            said.append(event.message())

    monkeypatch.setattr(module, "QAccessible", Reader)
    page = open_page(plan_of_blocks(breathing(1, 1, 4), hold(1, 25)))
    run(page.player, 20)
    assert said == ["Get ready, 10 seconds", "Exhale, 4 seconds", "Hold, 25 seconds"]


def test_everything_that_takes_the_keyboard_has_a_name(open_page: Open, run: Run) -> None:
    page = open_page(PLAN, (760, 560))
    page.ask_end()
    widgets = [one for one in page.findChildren(QWidget) if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
    names = [QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in widgets]
    assert len(names) > 10
    assert all(names)


# -- room


def problems(page: PlayerPage) -> list[str]:
    """What is cut off, reaches out of what holds it, or lies over its neighbour."""
    found = cut_off(page)
    for part in page.findChildren(QWidget):
        holder = part.parentWidget()
        if holder is not None and part.isVisible() and not holder.rect().contains(part.geometry()):
            found.append(f"{type(part).__name__} {part.geometry()} in {holder.rect()}")
        if isinstance(part, FitLabel) and part.isVisible() and not text_fits(part):
            found.append(f"{part.text()!r} in {part.size()}")
    cards = [*page._work._cards._cards, page._work._cards._tabs]
    columns = [page._work._figure, page._work._stage, page._work._cards, page._work._badge]
    for group in (cards, columns, [*page._dock._buttons, page._dock.bar]):
        shown = [part for part in group if part.isVisible()]
        found += [
            f"{type(one).__name__} over {type(other).__name__}"
            for one, other in combinations(shown, 2)
            if one.geometry().intersects(other.geometry())
        ]
    return found


def text_fits(label: FitLabel) -> bool:
    return text_height(label.font(), label.text(), label.width()) <= label.height()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_off_in_any_kind_of_segment(
    open_page: Open, run: Run, look: Look, size: tuple[int, int], text_scale: float
) -> None:
    page = open_page(ALL, size, dressed=look._replace(text_scale=text_scale))
    player = page.player
    found: dict[tuple[SegmentKind, str], list[str]] = {}
    while state(page) is SessionState.RUNNING:
        segment = player.moment.segment
        if (segment.kind, "") not in found:
            settle()
            found[segment.kind, ""] = problems(page)
            player.pause()
            settle()
            found[segment.kind, "stopped"] = problems(page)
            player.resume()
            settle()
            found[segment.kind, "again"] = problems(page)
        run(player, 1)
        if player.moment.segment.kind is SegmentKind.WAIT and segment.kind is SegmentKind.WAIT:
            player.skip()
    assert {kind for kind, _ in found} == set(SegmentKind)
    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize("size", [(760, 560), (1101, 640), (1280, 766)])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("routine", ["progression", "first-steps", "no-couch", "hourly-reset"])
def test_no_bundled_text_is_cut_off(
    open_page: Open,
    bundled: Callable[[str], Timeline],
    look: Look,
    size: tuple[int, int],
    text_scale: float,
    routine: str,
) -> None:
    plan = bundled(routine)
    page = open_page(plan, size, dressed=look._replace(text_scale=text_scale))
    found: dict[str, list[str]] = {}
    for segment, start in zip(plan.segments, plan.starts, strict=True):
        turn, block = segment.run.turn, segment.run.block
        where = f"{turn.exercise.id} {turn.side}: {block.id if block else ''} {segment.kind}"
        if where in found:
            continue
        moment, changing = moment_at(plan, start), segment.is_change
        page._change.setVisible(changing)
        page._work.setVisible(not changing)
        if changing:
            page._change.show_moment(plan, moment, None)
        else:
            page._work.show_moment(plan, moment, None, None)
        found[where] = problems(page)
    assert len(found) > 4
    assert {where: what for where, what in found.items() if what} == {}


# -- what is on the screen


@pytest.mark.parametrize("still", [False, True])
@pytest.mark.parametrize("size", [(1280, 766), (800, 600)])
def test_the_screen_always_shows_what_a_full_paint_would(
    open_page: Open, clock: FakeClock, look: Look, size: tuple[int, int], still: bool
) -> None:
    """Views ask only for what changed: at any pace of frames, and through stops, that is enough."""
    page = open_page(ALL, size, dressed=look._replace(still=still))
    steps = (0.033, 0.1, 0.4, 0.9, 0.15, 0.033)
    for frame in range(240):
        clock.advance(steps[frame % len(steps)])
        page.player.tick()
        if frame % 50 > 47:
            page.player.toggle()
        if page.player.moment.segment.kind is SegmentKind.WAIT:
            page.player.skip()
        settle()
        shown = page.screen().grabWindow(page.window().winId()).toImage()
        assert opaque(shown) == opaque(page.window().grab().toImage()), frame


def opaque(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_RGB32)
