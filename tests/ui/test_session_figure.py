"""The figure at the moments of a session, and a mistake beside what is right."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from fakes import exercise, hold, plan_of
from on_screen import settle
from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Mistake
from ribdown.core.errors import UserError
from ribdown.core.figure.shown import moves
from ribdown.core.moment import Moment, moment_at
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import choose_doses, included
from ribdown.core.timeline import Side, Timeline
from ribdown.infra.library import Library, load_library
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.widgets.figure_view import FigureView
from ribdown.ui.widgets.mistake_pair import MistakePair
from ribdown.ui.widgets.session_figure import SessionFigure


@pytest.fixture(scope="module")
def figures() -> Figures:
    return Figures()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(tmp_path_factory.mktemp("data"))


@pytest.fixture
def plan(library: Library) -> Timeline:
    routine = included(library.routine("three-day"))
    return compile_timeline(choose_doses(routine, library.exercises, gentler=False), PlanOptions())


@pytest.fixture
def figure(qtbot: QtBot, look: Look, figures: Figures) -> Callable[..., SessionFigure]:
    def make(**changes: object) -> SessionFigure:
        view = SessionFigure(look._replace(**changes), figures)  # type: ignore[arg-type]
        qtbot.addWidget(view)
        view.resize(300, 300)
        view.show()
        settle()
        return view

    return make


def first(plan: Timeline, kind: SegmentKind, share: float, side: Side | None = None) -> Moment:
    """A moment in the first segment of a kind."""
    index = next(i for i, one in enumerate(plan.segments) if one.kind is kind and side in (None, one.run.turn.side))
    return moment_at(plan, plan.starts[index] + plan.segments[index].seconds * share)


def test_it_moves_with_the_breath(figure: Callable[..., SessionFigure], plan: Timeline) -> None:
    view = figure()
    pictures = []
    for share in (0.1, 0.5, 0.9):
        view.show_moment(plan, first(plan, SegmentKind.EXHALE, share))
        pictures.append(view.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]


def test_the_left_side_is_turned_round(figure: Callable[..., SessionFigure], plan: Timeline) -> None:
    view = figure()
    said = []
    for side in Side:
        view.show_moment(plan, first(plan, SegmentKind.PRESS, 0.9, side))
        said.append(view.accessibleDescription())
    assert said[0] != said[1]


def test_a_body_that_keeps_still_is_painted_once(
    figure: Callable[..., SessionFigure], plan: Timeline, painted: Callable[..., object], figures: Figures
) -> None:
    view = figure()
    early, late = first(plan, SegmentKind.HOLD, 0.4), first(plan, SegmentKind.HOLD, 0.6)
    known = figures.figure_of(early.exercise.id)
    assert known is not None
    assert not moves(known, plan, early)
    view.show_moment(plan, early)
    settle()
    region = painted(view, lambda: view.show_moment(plan, late))
    assert region.isEmpty()  # type: ignore[attr-defined]


def test_with_reduced_motion_it_shows_the_end_of_the_phase(
    figure: Callable[..., SessionFigure], plan: Timeline, painted: Callable[..., object]
) -> None:
    view, moving = figure(still=True), figure()
    view.show_moment(plan, first(plan, SegmentKind.LIFT, 0.1))
    pictures = []
    for share in (0.1, 0.9999):
        moving.show_moment(plan, first(plan, SegmentKind.LIFT, share))
        pictures.append(moving.grab().toImage())
    assert [view.grab().toImage() == picture for picture in pictures] == [False, True]
    region = painted(view, lambda: view.show_moment(plan, first(plan, SegmentKind.LIFT, 0.5)))
    assert region.isEmpty()  # type: ignore[attr-defined]


def test_a_mistake_takes_the_place_of_the_moment_and_leaves_it(
    figure: Callable[..., SessionFigure], plan: Timeline
) -> None:
    view = figure()
    moment = first(plan, SegmentKind.HOLD, 0.5)
    mistake = next(one for one in moment.mistakes if one.pose)
    view.show_moment(plan, moment)
    right = view.grab().toImage()
    view.show_moment(plan, moment, mistake)
    assert "Wrong" in view.accessibleDescription()
    assert view.grab().toImage() != right
    view.show_moment(plan, moment)
    assert view.grab().toImage() == right


def test_an_exercise_of_ones_own_has_a_quiet_outline_and_no_picture_of_its_mistakes(
    figure: Callable[..., SessionFigure],
) -> None:
    arched = Mistake("Arched", "Tuck.", pose="arched")
    own = plan_of(exercise(hold(1, 20), mistakes=(arched, Mistake("Tipped", "Rise."))))
    view, moment = figure(), moment_at(own, 17)
    assert not view.has(moment, arched)
    view.show_moment(own, moment)
    assert view.accessibleName() == "No picture for this exercise."


@pytest.fixture
def pair(qtbot: QtBot, look: Look, figures: Figures) -> MistakePair:
    pair = MistakePair(look, figures)
    qtbot.addWidget(pair)
    pair.resize(300, 90)
    pair.show()
    return pair


def test_wrong_stands_beside_right(pair: MistakePair, plan: Timeline) -> None:
    moment = first(plan, SegmentKind.HOLD, 0.5)
    assert pair.show_mistake(moment, next(one for one in moment.mistakes if one.pose))
    settle()
    wrong, right = pair.findChildren(FigureView)
    assert wrong.geometry().right() < right.x()
    assert ("Wrong" in wrong.accessibleDescription(), "Wrong" in right.accessibleDescription()) == (True, False)


def test_what_has_no_picture_is_said(pair: MistakePair, plan: Timeline) -> None:
    moment = first(plan, SegmentKind.HOLD, 0.5)
    assert not pair.show_mistake(moment, Mistake("Holding the breath", "Let it flow.", pose="gone"))
    own = plan_of(exercise(hold(1, 20)))
    assert not pair.show_mistake(moment_at(own, 15), Mistake("Arched", "Tuck.", pose="arched"))


def test_every_bundled_mistake_looks_unlike_what_is_right(pair: MistakePair, library: Library) -> None:
    shown = 0
    for exercise_ in library.exercises.values():
        moment = moment_at(plan_of(exercise_), 0)
        for mistake in exercise_.mistakes:
            if mistake.pose:
                assert pair.show_mistake(moment, mistake), mistake
                wrong, right = pair.findChildren(FigureView)
                assert wrong.grab().toImage() != right.grab().toImage(), mistake
                shown += 1
    assert shown > 10


def test_a_figure_that_can_not_be_read_is_said_once_and_left_out(
    figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = Figures()
    said: list[UserError] = []
    damaged.problem.connect(said.append)
    monkeypatch.setattr("ribdown.infra.figures.read_resource", lambda path: b"poses = 3")
    assert [damaged.figure_of("bridge"), damaged.figure_of("bridge")] == [None, None]
    assert [str(error).partition(":")[0] for error in said] == ["bridge.toml"]
