"""The figure at the moments of a session, and a mistake beside what is right."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fakes import exercise, hold, plan_of
from on_screen import settle
from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Mistake
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
        view = SessionFigure(replace(look, **changes), figures)  # type: ignore[arg-type]
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
    moving.show_moment(plan, first(plan, SegmentKind.LIFT, 0.9999))
    assert view.accessibleName() == moving.accessibleName()
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


def test_an_exercise_of_ones_own_has_a_quiet_outline(figure: Callable[..., SessionFigure]) -> None:
    own = plan_of(exercise(hold(1, 20), mistakes=(Mistake("Arched", "Tuck."), Mistake("Tipped", "Rise."))))
    view = figure()
    view.show_moment(own, moment_at(own, 15))
    assert view.accessibleName() == "No picture for this exercise."


def test_right_stands_beside_wrong(qtbot: QtBot, look: Look, figures: Figures, plan: Timeline) -> None:
    pair = MistakePair(look, figures)
    qtbot.addWidget(pair)
    pair.resize(300, 90)
    pair.show()
    moment = first(plan, SegmentKind.HOLD, 0.5)
    mistake = next(one for one in moment.mistakes if one.pose)
    pair.show_mistake(moment, mistake)
    settle()
    right, wrong = children(pair)
    assert right.geometry().right() < wrong.x()
    assert ("Wrong" in right.accessibleDescription(), "Wrong" in wrong.accessibleDescription()) == (False, True)


def children(pair: QWidget) -> list[FigureView]:
    return pair.findChildren(FigureView)
