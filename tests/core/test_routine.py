from typing import Any

import msgspec
import pytest

from fakes import breathing, contract_relax, count, exercise, hold, reps, rest_block, routine, seconds, untimed, walk
from ribdown.core.blocks import GENTLE_EFFORT, AnyBlock, ContractRelax, SegmentKind
from ribdown.core.content import Exercise
from ribdown.core.doses import Count, Origin, Seconds
from ribdown.core.errors import ContentError
from ribdown.core.routine import (
    ChosenExercise,
    OwnRange,
    Routine,
    RoutineExercise,
    choose_doses,
    dose_names,
    included,
)

DRILL = exercise(
    contract_relax(count(4, 3, 4), seconds(6.0, 5.0, 8.0), seconds(6.0, 5.0, 8.0)),
    id="drill",
    rounds=count(1, 1, 2),
)


def choose(doses: dict[str, Any] | None = None, *, rounds: int | None = None, gentler: bool = False) -> ChosenExercise:
    """DRILL in a routine with these doses for its one block."""
    item = RoutineExercise(id="drill", doses={"press": doses} if doses else {}, rounds=rounds)
    return choose_doses(routine(item), {"drill": DRILL}, gentler=gentler)[0]


def block_of(chosen: ChosenExercise) -> ContractRelax:
    block = chosen.exercise.blocks[0]
    assert isinstance(block, ContractRelax)
    return block


def refusal(doses: dict[str, Any]) -> str:
    with pytest.raises(ContentError) as caught:
        choose(doses)
    return str(caught.value)


# -- the routine itself


def test_a_routine_without_exercises_is_refused() -> None:
    with pytest.raises(ValueError, match="exercises is empty"):
        routine()


def test_a_routine_goes_through_a_content_file_and_comes_back_the_same() -> None:
    own = OwnRange(2, (2, 4), Origin.APP)
    mine = routine(RoutineExercise(id="drill", doses={"press": {"presses": own, "press": 5}}, optional=True))
    assert msgspec.convert(msgspec.to_builtins(mine), Routine, strict=True) == mine


def test_an_optional_exercise_that_is_switched_off_is_dropped() -> None:
    off = RoutineExercise(id="off", optional=True, included=False)
    on = RoutineExercise(id="on", optional=True)
    assert [item.id for item in included(routine("always", off, on)).exercises] == ["always", "on"]


def test_only_what_is_optional_can_be_switched_off() -> None:
    fixed = RoutineExercise(id="fixed", included=False)
    assert included(routine(fixed)) == routine(fixed)


def test_a_routine_with_everything_switched_off_is_refused() -> None:
    with pytest.raises(ValueError, match="exercises is empty"):
        included(routine(RoutineExercise(id="off", optional=True, included=False)))


# -- choosing doses


def test_an_exercise_without_doses_is_as_the_exercise_says() -> None:
    assert choose() == ChosenExercise(DRILL, optional=False, below_full_dose=False)


def test_exercises_keep_the_routines_order() -> None:
    other = exercise(walk(), id="other")
    chosen = choose_doses(routine("other", "drill", "other"), {"drill": DRILL, "other": other}, gentler=False)
    assert [one.exercise.id for one in chosen] == ["other", "drill", "other"]


def test_what_is_optional_stays_marked() -> None:
    item = RoutineExercise(id="drill", optional=True)
    assert choose_doses(routine(item), {"drill": DRILL}, gentler=False)[0].optional


def test_the_routines_doses_are_put_in() -> None:
    block = block_of(choose({"presses": 3, "press": 5, "relax": 7.5}))
    assert (block.presses.default, block.press.default, block.relax.default) == (3, 5.0, 7.5)


def test_a_chosen_dose_keeps_the_exercises_range() -> None:
    assert block_of(choose({"press": 5})).press == Seconds(5.0, (5.0, 8.0), Origin.SOURCE)


def test_the_exercise_itself_does_not_change() -> None:
    choose({"press": 5}, rounds=2)
    assert block_of(ChosenExercise(DRILL, optional=False, below_full_dose=False)).press.default == 6.0
    assert DRILL.rounds.default == 1


def test_the_routine_chooses_the_rounds() -> None:
    assert choose(rounds=2).exercise.rounds == Count(2, (1, 2), Origin.SOURCE)


def test_rounds_outside_the_range_are_refused() -> None:
    with pytest.raises(ContentError, match=r"\$\.exercises\[0\]\.rounds: 3 is outside 1–2"):
        choose(rounds=3)


@pytest.mark.parametrize("value", [4.9, 8.1])
def test_a_dose_outside_the_exercises_range_is_refused(value: float) -> None:
    assert refusal({"press": value}) == f"$.exercises[0].doses.press.press: {value:g} s is outside 5–8 s"


def test_a_number_of_repeats_is_whole() -> None:
    assert refusal({"presses": 3.5}) == "$.exercises[0].doses.press.presses: 3.5 is not a whole number"


def test_a_whole_number_may_be_written_with_a_point() -> None:
    presses = block_of(choose({"presses": 3.0})).presses.default
    assert presses == 3
    assert isinstance(presses, int)


def test_a_length_written_as_a_whole_number_is_a_length() -> None:
    assert isinstance(block_of(choose({"press": 5})).press.default, float)


def test_an_unknown_exercise_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ContentError, match=r"\$\.exercises\[1\]\.id: no exercise is called 'dril'; allowed: a, drill"):
        choose_doses(routine("a", "dril"), {"drill": DRILL, "a": DRILL}, gentler=False)


def test_an_unknown_block_is_refused_with_the_known_ones() -> None:
    item = RoutineExercise(id="drill", doses={"pres": {"press": 5}})
    with pytest.raises(ContentError, match=r"\$\.exercises\[0\]\.doses\.pres: no such block; allowed: press"):
        choose_doses(routine(item), {"drill": DRILL}, gentler=False)


def test_an_unknown_dose_is_refused_with_the_known_ones() -> None:
    assert refusal({"hold": 5}) == "$.exercises[0].doses.press.hold: no such dose; allowed: presses, press, relax"


def test_what_is_no_dose_can_not_be_chosen() -> None:
    assert "effort: no such dose" in refusal({"effort": 5})


@pytest.mark.parametrize(
    ("block", "doses"),
    [
        (breathing(), ["breaths", "inhale", "exhale", "pause", "sets", "rest"]),
        (contract_relax(), ["presses", "press", "relax"]),
        (reps(), ["reps", "squeeze", "lift", "lower", "sets", "rest"]),
        (hold(), ["holds", "hold", "rest"]),
        (rest_block(), ["rest"]),
        (walk(), ["walk"]),
        (untimed(), []),
    ],
)
def test_a_block_knows_its_doses(block: AnyBlock, doses: list[str]) -> None:
    assert dose_names(block) == doses


# -- a routine's own ranges


def test_an_own_range_may_reach_below_the_exercises() -> None:
    presses = block_of(choose({"presses": OwnRange(2, (1, 4), Origin.APP)})).presses
    assert presses == Count(2, (1, 4), Origin.APP)


def test_an_own_range_for_a_length_is_a_length() -> None:
    press = block_of(choose({"press": OwnRange(4, (3, 5), Origin.APP)})).press
    assert press == Seconds(4.0, (3.0, 5.0), Origin.APP)
    assert all(isinstance(value, float) for value in (press.default, *press.range))


def test_an_own_range_never_reaches_above_the_exercises() -> None:
    assert refusal({"press": OwnRange(5, (5, 8.5), Origin.APP)}) == (
        "$.exercises[0].doses.press.press: 8.5 s is above the exercise's 5–8 s"
    )


def test_the_default_lies_inside_the_own_range() -> None:
    assert refusal({"press": OwnRange(7, (3, 5), Origin.APP)}) == (
        "$.exercises[0].doses.press.press: 7 s is outside 3–5 s"
    )


def test_an_own_range_that_runs_backwards_is_refused() -> None:
    assert "runs backwards" in refusal({"press": OwnRange(4, (5, 3), Origin.APP)})


def test_an_own_range_of_repeats_is_whole() -> None:
    assert "2.5 is not a whole number" in refusal({"presses": OwnRange(2.5, (2, 4), Origin.APP)})


@pytest.mark.parametrize("ends", [(1.5, 4), (2, 3.5)])
def test_the_ends_of_an_own_range_of_repeats_are_whole(ends: tuple[float, float]) -> None:
    assert "is not a whole number" in refusal({"presses": OwnRange(2, ends, Origin.APP)})


def test_an_own_range_leaves_something_to_do() -> None:
    assert refusal({"press": OwnRange(4, (0, 5), Origin.APP)}).endswith(
        "0 s leaves nothing to do; more than that is allowed"
    )
    assert block_of(choose({"press": OwnRange(4, (0.5, 5), Origin.APP)})).press.range == (0.5, 5.0)


def test_an_own_range_may_be_nothing_where_the_exercises_may() -> None:
    drill = exercise(breathing(pause=seconds(1.0, 0.0, 3.0)), id="drill")
    item = RoutineExercise(id="drill", doses={"breathe": {"pause": OwnRange(0, (0, 1), Origin.APP)}})
    chosen = choose_doses(routine(item), {"drill": drill}, gentler=False)
    assert chosen[0].exercise == exercise(breathing(pause=Seconds(0.0, (0.0, 1.0), Origin.APP)), id="drill")


def test_an_own_range_starts_at_one_repeat() -> None:
    assert "0 is too few" in refusal({"presses": OwnRange(2, (0, 4), Origin.APP)})


# -- below the full dose


def test_the_low_end_of_the_exercises_range_is_a_full_dose() -> None:
    assert not choose({"presses": 3, "press": 5}).below_full_dose


def test_one_dose_below_the_exercises_range_is_below_the_full_dose() -> None:
    assert choose({"presses": OwnRange(2, (2, 4), Origin.APP)}).below_full_dose


def test_an_own_range_that_is_not_used_below_is_a_full_dose() -> None:
    assert not choose({"presses": OwnRange(3, (2, 4), Origin.APP)}).below_full_dose


def test_gentler_mode_can_bring_an_own_range_below_the_full_dose() -> None:
    assert choose({"presses": OwnRange(3, (2, 4), Origin.APP)}, gentler=True).below_full_dose


# -- gentler mode


def gentle(block: AnyBlock) -> Any:
    drill = exercise(block, id="drill", rounds=count(2, 1, 2))
    return choose_doses(routine("drill"), {"drill": drill}, gentler=True)[0].exercise.blocks[0]


def test_gentler_mode_takes_presses_to_the_low_end() -> None:
    block = gentle(DRILL.blocks[0])
    assert (block.presses.default, block.press.default) == (3, 5.0)


def test_gentler_mode_presses_at_20_to_30_per_cent() -> None:
    assert gentle(DRILL.blocks[0]).effort == GENTLE_EFFORT


def test_gentler_mode_leaves_the_time_to_let_go() -> None:
    assert gentle(DRILL.blocks[0]).relax.default == 6.0


def test_gentler_mode_takes_holds_to_the_low_end_and_leaves_the_rest() -> None:
    block = gentle(hold(count(3, 2, 3), seconds(25.0, 20.0, 30.0), seconds(15.0, 5.0, 30.0)))
    assert (block.holds.default, block.hold.default, block.rest.default) == (2, 20.0, 15.0)


def test_gentler_mode_takes_repetitions_squeezes_and_sets_to_the_low_end() -> None:
    block = gentle(reps(count(10, 8, 12), squeeze=seconds(3.0, 2.0, 3.0), sets=count(2, 1, 2)))
    assert (block.reps.default, block.squeeze.default, block.sets.default) == (8, 2.0, 1)


def test_gentler_mode_leaves_the_breath_its_pace() -> None:
    block = gentle(breathing(count(5, 4, 5), seconds(2.5, 1.5, 4.0), seconds(5.0, 2.5, 8.0)))
    assert (block.breaths.default, block.inhale.default, block.exhale.default) == (5, 2.5, 5.0)


def test_gentler_mode_takes_the_rounds_to_the_low_end() -> None:
    assert choose(rounds=2, gentler=True).exercise.rounds.default == 1


def test_gentler_mode_goes_below_what_the_routine_chose() -> None:
    assert block_of(choose({"press": 8}, gentler=True)).press.default == 5.0


def test_gentler_mode_stops_at_the_low_end_of_an_own_range() -> None:
    assert block_of(choose({"presses": OwnRange(4, (2, 4), Origin.APP)}, gentler=True)).presses.default == 2


def test_gentler_cues_replace_the_others_one_by_one() -> None:
    press, relax = SegmentKind.PRESS, SegmentKind.RELAX
    cues: dict[str, Any] = {"cues": {press: "Press.", relax: "Let go."}, "gentle_cues": {press: "Press lightly."}}
    assert gentle(contract_relax(**cues)).cues == {press: "Press lightly.", relax: "Let go."}


def test_without_gentler_mode_the_cues_are_the_plain_ones() -> None:
    cues: dict[str, Any] = {"cues": {SegmentKind.PRESS: "Press."}, "gentle_cues": {SegmentKind.PRESS: "Lightly."}}
    drill: dict[str, Exercise] = {"drill": exercise(contract_relax(**cues))}
    chosen = choose_doses(routine("drill"), drill, gentler=False)
    assert chosen[0].exercise.blocks[0].cues == {SegmentKind.PRESS: "Press."}
