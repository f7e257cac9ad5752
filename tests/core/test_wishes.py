"""A person's pace and rounds, in whatever routine the couch stretch comes."""

from typing import Any

import pytest
from msgspec import structs

from fakes import breathing, count, exercise, routine, seconds
from ribdown.core.blocks import GENTLE_EFFORT, ContractRelax, Reps
from ribdown.core.breath_pace import BreathPace
from ribdown.core.content import Exercise
from ribdown.core.doses import Origin
from ribdown.core.errors import ContentError
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import OWN, OwnRange, Routine, RoutineExercise, choose_doses, included
from ribdown.core.wishes import AS_WRITTEN, BREATHING, COUCH_STRETCH, Wishes, breathing_of, wished

SLOW = Wishes(pace=BreathPace.IN_4_OUT_8)
TWICE = Wishes(rounds=2)


def stretch(rounds: int | None = None, **doses: Any) -> RoutineExercise:
    return RoutineExercise(id=COUCH_STRETCH, doses={BREATHING: doses} if doses else {}, rounds=rounds)


def own(*items: RoutineExercise) -> Routine:
    return structs.replace(routine(*items), source=OWN)


def pace_of(plan: Routine, exercises: dict[str, Exercise]) -> tuple[float, float]:
    block = breathing_of(plan, exercises)
    return block.inhale.default, block.exhale.default


def seconds_of(plan: Routine, exercises: dict[str, Exercise], *, gentler: bool = False) -> float:
    return compile_timeline(choose_doses(plan, exercises, gentler=gentler), PlanOptions()).planned_seconds


# -- the pace


def test_without_a_wish_every_routine_is_as_it_is_written(
    routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    for one in routines.values():
        for gentler in (False, True):
            as_written = choose_doses(one, exercises, gentler=gentler)
            assert choose_doses(wished(one, AS_WRITTEN), exercises, gentler=gentler) == as_written


@pytest.mark.parametrize("name", ["daily-mini", "three-day", "progression", "couch-stretch-only"])
def test_a_pace_holds_in_every_bundled_routine(
    routines: dict[str, Routine], exercises: dict[str, Exercise], name: str
) -> None:
    one = wished(routines[name], SLOW)
    assert pace_of(one, exercises) == (4.0, 8.0)
    assert breathing_of(one, exercises).breaths == breathing_of(routines[name], exercises).breaths


def test_the_total_is_true_for_a_slower_pace(routines: dict[str, Routine], exercises: dict[str, Exercise]) -> None:
    three = routines["three-day"]
    slower = seconds_of(wished(three, SLOW), exercises) - seconds_of(three, exercises)
    assert slower == 2 * 4 * ((4 + 8) - (2 + 3))  # two sides, four breaths


def test_gentler_mode_keeps_the_pace(routines: dict[str, Routine], exercises: dict[str, Exercise]) -> None:
    chosen = choose_doses(wished(routines["daily-mini"], SLOW), exercises, gentler=True)
    assert chosen[0].exercise.blocks[0].exhale.default == 8.0  # type: ignore[union-attr]


def test_a_routine_of_ones_own_keeps_the_pace_it_says(exercises: dict[str, Exercise]) -> None:
    assert pace_of(wished(own(stretch(inhale=2, exhale=3)), SLOW), exercises) == (2.0, 3.0)
    assert pace_of(wished(own(stretch(exhale=6)), SLOW), exercises) == (2.5, 6.0)


def test_a_routine_of_ones_own_that_says_no_pace_has_the_persons(exercises: dict[str, Exercise]) -> None:
    assert pace_of(wished(own(stretch(breaths=5)), SLOW), exercises) == (4.0, 8.0)
    assert breathing_of(wished(own(stretch(breaths=5)), SLOW), exercises).breaths.default == 5


def test_a_pace_takes_the_place_of_a_range_of_the_routine(exercises: dict[str, Exercise]) -> None:
    narrow = routine(stretch(inhale=OwnRange(2, (1, 2), Origin.APP), exhale=3))
    assert pace_of(wished(narrow, SLOW), exercises) == (4.0, 8.0)


def test_a_pace_outside_the_exercises_range_is_refused() -> None:
    short = exercise(breathing(inhale=seconds(2.0, 1.0, 3.0), id=BREATHING), id=COUCH_STRETCH)
    with pytest.raises(ContentError, match="4 s is outside 1–3 s"):
        choose_doses(wished(routine(stretch()), SLOW), {COUCH_STRETCH: short}, gentler=False)


def test_other_exercises_keep_their_breath(routines: dict[str, Routine]) -> None:
    first = routines["first-steps"]
    assert wished(first, Wishes(BreathPace.IN_4_OUT_8, 2)) == first


# -- the rounds


def test_rounds_are_for_routines_that_say_none(routines: dict[str, Routine], exercises: dict[str, Exercise]) -> None:
    rounds = {
        name: choose_doses(wished(routines[name], TWICE), exercises, gentler=False)[0].exercise.rounds.default
        for name in ("daily-mini", "three-day", "progression", "couch-stretch-only")
    }
    assert set(rounds.values()) == {2}
    once = choose_doses(wished(routines["couch-stretch-only"], AS_WRITTEN), exercises, gentler=False)
    assert once[0].exercise.rounds.default == 2
    assert wished(own(stretch(rounds=1)), TWICE).exercises[0].rounds == 1


def test_two_rounds_take_twice_as_long_and_gentler_mode_takes_one(
    routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    three = routines["three-day"]
    assert seconds_of(wished(three, TWICE), exercises) - seconds_of(three, exercises) == 2 * 90
    gentle = [seconds_of(wished(three, one), exercises, gentler=True) for one in (TWICE, AS_WRITTEN)]
    assert gentle[0] == gentle[1]


def test_rounds_stay_inside_the_exercises_range(exercises: dict[str, Exercise]) -> None:
    low, high = exercises[COUCH_STRETCH].rounds.range
    assert (low, high) == (1, 2)
    once = {COUCH_STRETCH: exercise(breathing(id=BREATHING), id=COUCH_STRETCH, rounds=count(1, 1, 1))}
    with pytest.raises(ContentError, match=r"rounds: 2 is outside 1"):
        choose_doses(wished(routine(stretch()), TWICE), once, gentler=False)


# -- what gentler mode does to the shortest routine


def test_gentler_mode_makes_daily_mini_lighter_and_not_shorter(
    routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    """Everything in it is at the low end of its range already: presses, lock-ins, holds, and the seconds of each."""
    mini = included(routines["daily-mini"])
    usual, gentle = (choose_doses(mini, exercises, gentler=on) for on in (False, True))
    assert seconds_of(mini, exercises, gentler=True) == seconds_of(mini, exercises)
    _, press, lock_in = usual[0].exercise.blocks
    assert isinstance(press, ContractRelax)
    assert isinstance(lock_in, Reps)
    for dose in (press.presses, press.press, lock_in.reps, lock_in.squeeze, usual[0].exercise.rounds):
        assert dose.default == dose.range[0]
    lighter = gentle[0].exercise.blocks[1]
    assert isinstance(lighter, ContractRelax)
    assert lighter.effort == GENTLE_EFFORT
    for before, after in zip(usual, gentle, strict=True):
        for block, other in zip(before.exercise.blocks, after.exercise.blocks, strict=True):
            assert block.cues != other.cues


def test_gentler_mode_shortens_daily_mini_with_its_bridge(
    routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    mini = routines["daily-mini"]
    assert seconds_of(mini, exercises, gentler=True) < seconds_of(mini, exercises)
