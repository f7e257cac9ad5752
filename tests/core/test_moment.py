import pytest
from hypothesis import assume, given
from hypothesis.strategies import floats

from fakes import breathing, contract_relax, exercise, hold, plan_of, plan_of_blocks, rest_block, untimed, walk
from ribdown.core.blocks import AnyBlock, SegmentKind
from ribdown.core.content import Mistake, Sides
from ribdown.core.doses import Count, Origin
from ribdown.core.moment import Counter, fill, later, moment_at
from ribdown.core.timeline import Side

K = SegmentKind
PLAN = plan_of_blocks(breathing(2, 2.0, 4.0), hold(2, 20.0, 15.0), sides=Sides.EACH)


@pytest.mark.parametrize(
    ("elapsed", "word", "number", "cue"),
    [
        (0.0, "Get ready", 10, ""),
        (9.999, "Get ready", 1, ""),
        (10.0, "Inhale", 2, "Cue for inhale."),
        (11.999, "Inhale", 1, "Cue for inhale."),
        (12.0, "Exhale", 4, "Cue for exhale."),
        (22.0, "Hold", 20, "Cue for hold."),
        (42.0, "Rest", 15, "Cue for rest."),
        (77.0, "Switch sides", 10, ""),
    ],
)
def test_word_number_and_cue_change_together(elapsed: float, word: str, number: int, cue: str) -> None:
    moment = moment_at(PLAN, elapsed)
    assert (moment.phase.word, moment.number, moment.cue) == (word, number, cue)


@given(floats(0, PLAN.end, exclude_max=True), floats(0, 1, exclude_max=True))
def test_later_in_a_segment_only_the_place_and_the_number_differ(elapsed: float, share: float) -> None:
    first = moment_at(PLAN, elapsed)
    position = PLAN.at(first.position.start + share * (first.position.end - first.position.start))
    assume(position.segment is first.segment)
    assert later(first, position) == moment_at(PLAN, position.elapsed)


def test_a_phase_without_a_cue_shows_none() -> None:
    plan = plan_of_blocks(breathing(cues={K.INHALE: "In."}))
    assert [moment_at(plan, t).cue for t in (10.0, 12.0)] == ["In.", ""]


def test_the_segment_that_follows_is_known() -> None:
    following = moment_at(PLAN, 5.0).following
    assert following is PLAN.segments[1]


def test_nothing_follows_the_last_segment() -> None:
    assert moment_at(PLAN, PLAN.end).following is None
    assert moment_at(PLAN, PLAN.end - 1).following is None


def test_the_side_and_exercise_are_those_about_to_work() -> None:
    assert [moment_at(PLAN, t).side for t in (0.0, 76.9, 77.0, 90.0)] == [Side.RIGHT, Side.RIGHT, Side.LEFT, Side.LEFT]
    assert moment_at(PLAN, 0.0).exercise.id == "drill"


def test_both_sides_together_have_no_side() -> None:
    assert moment_at(plan_of_blocks(walk()), 20.0).side is None


# -- counters


@pytest.mark.parametrize(
    ("elapsed", "count"),
    [
        (0.0, None),
        (10.0, Counter("Breath", 1, 2)),
        (15.999, Counter("Breath", 1, 2)),
        (16.0, Counter("Breath", 2, 2)),
        (22.0, Counter("Hold", 1, 2)),
        (57.0, Counter("Hold", 2, 2)),
    ],
)
def test_the_count_is_of_the_segment_at_work(elapsed: float, count: Counter | None) -> None:
    assert moment_at(PLAN, elapsed).count == count


def test_one_of_one_is_not_counted() -> None:
    assert moment_at(plan_of_blocks(contract_relax(1)), 10.0).count is None


@pytest.mark.parametrize("block", [walk(), rest_block(), untimed()])
def test_a_block_without_cycles_is_not_counted(block: AnyBlock) -> None:
    assert moment_at(plan_of_blocks(block), 10.0).count is None


def test_rounds_are_the_lap_before_anything_else() -> None:
    plan = plan_of_blocks(breathing(1, sets=2, rest=5.0), sides=Sides.EACH, rounds=2)
    assert [moment_at(plan, t).lap for t in (10.0, 27.0)] == [Counter("Round", 1, 2), Counter("Round", 2, 2)]


def test_sets_are_the_lap_before_sides() -> None:
    plan = plan_of_blocks(breathing(1, 2.0, 4.0, sets=2, rest=5.0), sides=Sides.EACH)
    assert [moment_at(plan, t).lap for t in (10.0, 21.0)] == [Counter("Set", 1, 2), Counter("Set", 2, 2)]


def test_sides_are_the_lap_where_there_is_nothing_else() -> None:
    assert [moment_at(PLAN, t).lap for t in (10.0, 90.0)] == [Counter("Side", 1, 2), Counter("Side", 2, 2)]


def test_one_round_of_one_set_on_both_sides_has_no_lap() -> None:
    assert moment_at(plan_of_blocks(breathing()), 10.0).lap is None


# -- what to feel and what goes wrong


def test_a_blocks_own_feel_comes_before_the_exercises() -> None:
    plan = plan_of(exercise(breathing(1, 2.0, 4.0, feel="Soft."), walk(), feel="Length."))
    assert [moment_at(plan, t).feel for t in (0.0, 10.0, 16.0)] == ["Length.", "Soft.", "Length."]


def test_the_mistakes_of_the_block_at_work_come_first_and_others_not_at_all() -> None:
    general, walking, holding = Mistake("a", "x"), Mistake("b", "y", ("walk",)), Mistake("c", "z", ("hold",))
    plan = plan_of(exercise(walk(5.0), hold(1), mistakes=(general, walking, holding)))
    assert moment_at(plan, 0.0).mistakes == (general,)
    assert moment_at(plan, 10.0).mistakes == (walking, general)
    assert moment_at(plan, 15.0).mistakes == (holding, general)


# -- putting the side in


def test_the_side_at_work_is_put_into_the_text() -> None:
    text = "{Side} foot down, {other} knee up. {Other} leg rests, {side} leg works."
    assert fill(text, Side.LEFT) == "Left foot down, right knee up. Right leg rests, left leg works."
    assert fill(text, Side.RIGHT) == "Right foot down, left knee up. Left leg rests, right leg works."


def test_without_a_side_the_text_stays() -> None:
    assert fill("Both feet down.", None) == "Both feet down."
    assert fill("{Side}, {other}", Side.RIGHT, {Side.LEFT: "à gauche", Side.RIGHT: "à droite"}) == "À droite, à gauche"
    assert fill("Both feet {down}.", Side.LEFT) == "Both feet {down}."


def test_rounds_are_those_in_use() -> None:
    drill = exercise(walk(5.0), rounds=Count(3, (1, 4), Origin.APP))
    assert moment_at(plan_of(drill), 16.0).lap == Counter("Round", 2, 3)
