"""An exercise in short, which goes round and round."""

from itertools import pairwise
from math import dist

import pytest

from fakes import breathing, count, exercise, hold, rest_block, untimed, walk
from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Exercise, Sides
from ribdown.core.figure.demonstration import demonstrated, demonstration, telling_moment
from ribdown.core.figure.motion import Figure
from ribdown.core.figure.shown import motion_key
from ribdown.core.timeline import Side

_FRAME = 0.02  # seconds
_FASTEST = 0.04  # body heights in a frame: a foot that swings in a quick walk


def test_every_exercise_is_shown_within_a_minute(bundled_exercise: Exercise) -> None:
    assert 5 < demonstration(bundled_exercise).end < 60


def test_it_has_every_block_once_and_one_side(bundled_exercise: Exercise) -> None:
    short = demonstration(bundled_exercise, Side.LEFT)
    assert {s.run.block.id for s in short.segments if s.run.block} == {one.id for one in bundled_exercise.blocks}
    assert {s.run.turn.side for s in short.segments} == (
        {Side.LEFT} if bundled_exercise.sides is Sides.EACH else {None}
    )


def test_repetitions_and_holds_are_cut_short() -> None:
    short = demonstration(exercise(breathing(5, sets=3, rest=20.0), hold(3, 25.0, 15.0), walk(120.0), rounds=count(2)))
    kinds = [segment.kind for segment in short.segments]
    assert kinds.count(SegmentKind.EXHALE) == 2
    assert kinds.count(SegmentKind.HOLD) == 1
    assert SegmentKind.REST not in kinds
    assert max(s.seconds for s in short.segments if s.kind is SegmentKind.HOLD) == 5.0
    assert max(s.seconds for s in short.segments if s.kind is SegmentKind.WALK) == 16.0


def test_it_waits_for_nobody() -> None:
    assert demonstration(exercise(untimed("one"), untimed("two"))).end < 60


def test_it_goes_round_without_a_jump(bundled_exercise: Exercise, figures: dict[str, Figure]) -> None:
    figure, short = figures[bundled_exercise.id], demonstration(bundled_exercise)
    length = short.end + 4
    bodies = [demonstrated(figure, short, n * _FRAME).body for n in range(int(length / _FRAME))]
    for one, other in pairwise(bodies):
        assert max(dist(place, other.joints[joint]) for joint, place in one.joints.items()) < _FASTEST


def test_it_begins_again_in_the_starting_position(bundled_exercise: Exercise, figures: dict[str, Figure]) -> None:
    figure, short = figures[bundled_exercise.id], demonstration(bundled_exercise)
    assert demonstrated(figure, short, short.end + 2.0) == demonstrated(figure, short, 0.0)


def test_the_moment_that_says_most_is_not_the_starting_position(
    bundled_exercise: Exercise, figures: dict[str, Figure]
) -> None:
    moment = telling_moment(demonstration(bundled_exercise))
    assert moment.segment.kind is not SegmentKind.GET_READY
    if bundled_exercise.id != "stand-break":  # which is a pose that is held
        assert motion_key(figures[bundled_exercise.id], moment.segment) in figures[bundled_exercise.id].motions


def test_where_nothing_says_much_the_beginning_is_shown() -> None:
    assert telling_moment(demonstration(exercise(rest_block()))).segment.kind is SegmentKind.GET_READY


@pytest.mark.parametrize("blocks", [1, 2, 3])
def test_of_steps_in_ones_own_time_one_near_the_end_is_shown(blocks: int) -> None:
    short = demonstration(exercise(*(untimed(f"step-{n}") for n in range(blocks))))
    block = telling_moment(short).segment.run.block
    assert block is not None
    assert block.id == f"step-{max(blocks - 2, 0)}"
