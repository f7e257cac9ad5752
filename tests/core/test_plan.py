import pytest

from fakes import (
    breathing,
    contract_relax,
    count,
    exercise,
    hold,
    plan_of,
    plan_of_blocks,
    reps,
    seconds,
    untimed,
    walk,
)
from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Sides
from ribdown.core.plan import PlanOptions, compile_timeline, first_get_ready, shown_seconds
from ribdown.core.timeline import Side, Timeline

K = SegmentKind


def kinds(plan: Timeline) -> list[SegmentKind]:
    return [segment.kind for segment in plan.segments]


def test_an_exercise_for_both_sides_starts_with_get_ready() -> None:
    plan = plan_of_blocks(walk(60.0))
    assert [(s.kind, s.ms) for s in plan.segments] == [(K.GET_READY, 10_000), (K.WALK, 60_000)]
    assert plan.segments[1].run.turn.side is None


def test_alternating_sides_are_one_turn() -> None:
    assert kinds(plan_of_blocks(walk(), sides=Sides.ALTERNATING)) == [K.GET_READY, K.WALK]


def test_each_side_has_its_turn_with_a_change_between() -> None:
    plan = plan_of_blocks(walk(), sides=Sides.EACH)
    assert [(s.kind, s.run.turn.side, s.run.turn.side_number, s.run.turn.side_count) for s in plan.segments] == [
        (K.GET_READY, Side.RIGHT, 1, 2),
        (K.WALK, Side.RIGHT, 1, 2),
        (K.SWITCH_SIDES, Side.LEFT, 2, 2),
        (K.WALK, Side.LEFT, 2, 2),
    ]


def test_the_person_chooses_the_first_side() -> None:
    plan = plan_of(exercise(walk(), sides=Sides.EACH), options=PlanOptions(first_side=Side.LEFT))
    assert [s.run.turn.side for s in plan.segments] == [Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT]


def test_the_changes_are_as_long_as_the_person_chose() -> None:
    plan = plan_of(exercise(walk(), sides=Sides.EACH), options=PlanOptions(get_ready=5.0, switch_sides=12.5))
    assert [s.ms for s in plan.segments if s.run.block is None] == [5000, 12_500]


def test_rounds_repeat_the_blocks_within_a_side() -> None:
    plan = plan_of_blocks(breathing(1), walk(), sides=Sides.EACH, rounds=2)
    work = [s for s in plan.segments if s.run.block and s.kind is not K.EXHALE]
    assert [(s.run.turn.side, s.run.round, s.run.block_number, s.kind) for s in work] == [
        (Side.RIGHT, 1, 1, K.INHALE),
        (Side.RIGHT, 1, 2, K.WALK),
        (Side.RIGHT, 2, 1, K.INHALE),
        (Side.RIGHT, 2, 2, K.WALK),
        (Side.LEFT, 1, 1, K.INHALE),
        (Side.LEFT, 1, 2, K.WALK),
        (Side.LEFT, 2, 1, K.INHALE),
        (Side.LEFT, 2, 2, K.WALK),
    ]


def test_exercises_are_numbered_in_order() -> None:
    plan = plan_of(exercise(walk(), id="one"), exercise(walk(), id="two"))
    numbers = [(s.run.turn.exercise_number, s.run.turn.exercise.id) for s in plan.segments]
    assert numbers == [(1, "one"), (1, "one"), (2, "two"), (2, "two")]


def test_a_plan_without_exercises_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one segment"):
        compile_timeline((), PlanOptions())


def test_ordinals_count_the_segments_from_0() -> None:
    plan = plan_of_blocks(breathing(3), hold(2), sides=Sides.EACH, rounds=2)
    assert [s.ordinal for s in plan.segments] == list(range(len(plan.segments)))


def test_every_run_of_a_block_has_its_own_number() -> None:
    plan = plan_of_blocks(walk(), sides=Sides.EACH, rounds=2)
    assert [s.run.number for s in plan.segments] == [1, 2, 3, 4, 5, 6]


def test_a_set_is_one_part_and_so_is_the_rest_after_it() -> None:
    plan = plan_of_blocks(breathing(2, sets=2, rest=20.0))
    assert [s.part for s in plan.segments] == [1, 2, 2, 2, 2, 3, 4, 4, 4, 4]


def test_every_hold_is_a_part_even_without_a_rest_between() -> None:
    assert [s.part for s in plan_of_blocks(hold(2)).segments] == [1, 2, 3, 4]
    assert [s.part for s in plan_of_blocks(hold(2, rest=0.0)).segments] == [1, 2, 3]


def test_two_blocks_of_the_same_kind_are_two_parts() -> None:
    plan = plan_of_blocks(contract_relax(1, id="one"), contract_relax(1, id="two"))
    assert [s.part for s in plan.segments] == [1, 2, 2, 3, 3]


def test_a_change_is_one_of_one() -> None:
    change = plan_of_blocks(walk()).segments[0]
    counts = (change.cycle, change.cycles, change.set, change.sets, change.run.block_number, change.run.round)
    assert counts == (1, 1, 1, 1, 1, 1)


def test_counts_and_sets_are_carried_into_the_segments() -> None:
    plan = plan_of_blocks(reps(3, lower=0.0, sets=count(2), rest=seconds(9.0)))
    assert [(s.cycle, s.cycles, s.set, s.sets) for s in plan.segments if s.kind is K.SQUEEZE] == [
        (1, 3, 1, 2),
        (2, 3, 1, 2),
        (3, 3, 1, 2),
        (1, 3, 2, 2),
        (2, 3, 2, 2),
        (3, 3, 2, 2),
    ]


def test_a_wait_has_no_length() -> None:
    assert [s.ms for s in plan_of_blocks(untimed(), walk(3.0)).segments] == [10_000, None, 3000]


def test_odd_lengths_add_up_to_the_millisecond() -> None:
    plan = plan_of_blocks(breathing(7, 2.1, 4.7, pause=0.3), contract_relax(3, 5.1, 5.7))
    assert plan.end == (10_000 + 7 * (2100 + 4700 + 300) + 3 * (5100 + 5700)) / 1000


def test_a_guide_is_shown_without_the_get_ready_it_begins_with() -> None:
    plan = plan_of(exercise(walk(5.0)), exercise(walk(5.0), id="other"), options=PlanOptions(get_ready=7.0))
    assert (first_get_ready(plan), plan.planned_seconds) == (7.0, 24.0)
    assert [shown_seconds(plan, guide=guide) for guide in (False, True)] == [24.0, 17.0]


def test_the_designs_own_plan_lasts_13_minutes_12() -> None:
    lift = exercise(breathing(5, 3.0, 6.0, pause=1.0))
    couch = exercise(breathing(5), contract_relax(4), reps(12), sides=Sides.EACH, rounds=count(2))
    split = exercise(hold(), sides=Sides.EACH)
    bridge = exercise(reps(8, squeeze=3.0, lower=3.0))
    assert [plan_of(one).end for one in (lift, couch, split, bridge)] == [60.0, 524.0, 150.0, 58.0]
    assert plan_of(lift, couch, split, bridge).end == 792.0
