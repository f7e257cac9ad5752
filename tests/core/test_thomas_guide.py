"""The guided Thomas test: steps that wait, right and then left, and a question at the end of each side."""

from pathlib import Path

import pytest

from fakes import Driver, exercise, hold, untimed
from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Exercise, Sides
from ribdown.core.events import SessionEnded
from ribdown.core.moment import moment_at
from ribdown.core.session import SessionState
from ribdown.core.thomas_guide import asks, guide_plan, opens_side, shown_moment, timed
from ribdown.core.timeline import Side
from ribdown.infra.library import load_library


@pytest.fixture(scope="module")
def thomas_test(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    return load_library(Path(tmp_path_factory.mktemp("data"))).exercises["thomas-test"]


def test_every_step_waits_and_none_is_timed(thomas_test: Exercise) -> None:
    plan = guide_plan(thomas_test, gentler=False)
    assert {step.kind for step in plan.segments} == {SegmentKind.WAIT}
    assert plan.planned_seconds == 0
    assert [step.ordinal for step in plan.segments] == list(range(2 * len(thomas_test.blocks)))


def test_one_side_comes_after_the_other_each_with_its_question_last(thomas_test: Exercise) -> None:
    steps = guide_plan(thomas_test, gentler=False).segments
    half = len(thomas_test.blocks)
    assert [step.run.turn.side for step in steps] == [Side.RIGHT] * half + [Side.LEFT] * half
    assert [step.ordinal for step in steps if opens_side(step)] == [0, half]
    assert [step.ordinal for step in steps if asks(step)] == [half - 1, 2 * half - 1]


def test_the_left_side_can_come_first(thomas_test: Exercise) -> None:
    assert guide_plan(thomas_test, gentler=False, first=Side.LEFT).segments[0].run.turn.side is Side.LEFT


def test_gentler_mode_has_its_own_cues(thomas_test: Exercise) -> None:
    usual, gentler = (
        [moment_at(timed(plan), start).cue for start in timed(plan).starts]
        for plan in (guide_plan(thomas_test, gentler=on) for on in (False, True))
    )
    assert usual[1] == "Pull the {other} knee to your chest."
    assert gentler[1] == "Hug the {other} knee only as far as is easy."


def test_an_exercise_without_such_steps_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one segment"):
        guide_plan(exercise(hold(1, 20)), gentler=False)


def test_only_the_person_goes_on(thomas_test: Exercise) -> None:
    driver = Driver(guide_plan(thomas_test, gentler=False))
    driver.run(500)
    assert driver.here.ordinal == 0
    for ordinal in range(1, 10):
        driver.skip()
        assert driver.here.ordinal == ordinal
    assert isinstance(driver.skip()[-1], SessionEnded)
    assert driver.session.state is SessionState.ENDED


def test_what_is_shown_of_a_step_stands_at_its_end() -> None:
    plan = guide_plan(exercise(untimed("one"), untimed("two"), sides=Sides.EACH), gentler=False)
    driver = Driver(plan)
    driver.skip()
    driver.run(2)
    shown = timed(plan)
    moment = shown_moment(shown, driver.session.position)
    assert moment.segment.ordinal == 1
    assert moment.position.elapsed - moment.position.start == pytest.approx(2)
    driver.run(400)
    later = shown_moment(shown, driver.session.position)
    assert later.segment is moment.segment
    assert later.position.remaining == pytest.approx(0.001)


def test_each_step_is_shown_longer_than_the_figure_moves(thomas_test: Exercise) -> None:
    from ribdown.core.figure.shown import moves
    from ribdown.infra.figures import BundledFigures

    figure = BundledFigures().figure_of("thomas-test")
    assert figure is not None
    shown = timed(guide_plan(thomas_test, gentler=False))
    for start, following in zip(shown.starts, (*shown.starts[1:], shown.end), strict=True):
        assert not moves(figure, shown, moment_at(shown, following - 0.001)), start
