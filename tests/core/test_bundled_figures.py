"""How long the bundled content really takes, in the figures that the product promises."""

import pytest

from ribdown.core.content import Exercise
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import Routine, choose_doses, included
from ribdown.core.timeline import Side, Timeline

GUIDES = {"hourly-reset", "posture-pulse", "stand-break"}


class Plans:
    """Plans of the bundled routines, by name."""

    def __init__(self, exercises: dict[str, Exercise], routines: dict[str, Routine]) -> None:
        self.exercises, self.routines = exercises, routines

    def all_of(self, name: str) -> Timeline:
        return self._plan(self.routines[name])

    def to_begin_with(self, name: str) -> Timeline:
        return self._plan(included(self.routines[name]))

    def gentler(self, name: str) -> Timeline:
        return compile_timeline(choose_doses(self.routines[name], self.exercises, gentler=True), PlanOptions())

    def _plan(self, routine: Routine) -> Timeline:
        return compile_timeline(choose_doses(routine, self.exercises, gentler=False), PlanOptions())


@pytest.fixture
def plans(exercises: dict[str, Exercise], routines: dict[str, Routine]) -> Plans:
    return Plans(exercises, routines)


def at_work(plan: Timeline, exercise: str, side: Side | None = None) -> float:
    """Seconds of an exercise on a side, without get-ready and switch-sides."""
    segments = [s for s in plan.segments if s.run.block and s.run.turn.exercise.id == exercise]
    return sum(s.ms or 0 for s in segments if s.run.turn.side is side) / 1000


def without_changes(plan: Timeline) -> float:
    return sum(s.ms or 0 for s in plan.segments if s.run.block) / 1000


def test_the_three_day_session_takes_8_to_10_minutes_with_the_bridge(plans: Plans) -> None:
    assert 480 <= plans.all_of("three-day").end <= 600


def test_the_bridge_of_the_three_day_session_is_on_to_begin_with(plans: Plans) -> None:
    assert plans.to_begin_with("three-day") == plans.all_of("three-day")


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize(("routine", "seconds"), [("three-day", 90.0), ("progression", 90.0), ("daily-mini", 60.0)])
def test_the_couch_stretch_takes_its_time_a_side(plans: Plans, routine: str, seconds: float, side: Side) -> None:
    assert at_work(plans.all_of(routine), "couch-stretch", side) == seconds


def test_the_daily_mini_leaves_out_the_bridge_to_begin_with(plans: Plans) -> None:
    assert at_work(plans.to_begin_with("daily-mini"), "bridge") == 0.0
    assert at_work(plans.all_of("daily-mini"), "bridge") > 0.0


def test_the_daily_mini_says_what_it_really_takes(plans: Plans) -> None:
    # Called a two-minute routine by its source, whose own figures add up to about four.
    assert 200 <= without_changes(plans.to_begin_with("daily-mini")) <= 270


@pytest.mark.parametrize(("guide", "seconds"), [("hourly-reset", 30.0), ("posture-pulse", 10.0)])
def test_a_guide_takes_what_it_says_without_its_get_ready(plans: Plans, guide: str, seconds: float) -> None:
    plan = plans.all_of(guide)
    assert without_changes(plan) == seconds
    assert plan.end == seconds + 10.0


def test_a_stand_break_takes_20_to_30_seconds_without_its_get_ready(plans: Plans) -> None:
    assert 20 <= without_changes(plans.all_of("stand-break")) <= 30


@pytest.mark.parametrize("guide", ["hourly-reset", "posture-pulse"])
def test_a_guide_keeps_its_length_in_gentler_mode(plans: Plans, guide: str) -> None:
    assert plans.gentler(guide).end == plans.all_of(guide).end


def test_the_guides_are_those_that_a_nudge_starts(routines: dict[str, Routine]) -> None:
    assert {name for name, routine in routines.items() if routine.guide} == GUIDES


@pytest.mark.parametrize("side", Side)
def test_the_full_couch_stretch_takes_two_rounds_a_side(plans: Plans, side: Side) -> None:
    plan = plans.all_of("couch-stretch-only")
    rounds = {s.run.round for s in plan.segments if s.run.block and s.run.turn.side is side}
    assert rounds == {1, 2}
    # 30 s of breaths, 48 s of presses and 48 s of squeezes a round.
    assert at_work(plan, "couch-stretch", side) == 2 * (30.0 + 48.0 + 48.0)


def test_five_minutes_of_walking_with_intent(plans: Plans) -> None:
    assert at_work(plans.all_of("progression"), "walking-with-intent") == 300.0


def test_first_steps_walk_two_minutes_backward(plans: Plans) -> None:
    assert at_work(plans.all_of("first-steps"), "reverse-walking") == 120.0


def test_the_couch_is_not_needed_without_a_couch(routines: dict[str, Routine], exercises: dict[str, Exercise]) -> None:
    needed = {thing for item in routines["no-couch"].exercises for thing in exercises[item.id].equipment}
    assert "couch" not in needed
