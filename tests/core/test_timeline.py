from math import ceil, inf

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fakes import breathing, hold, plan_of_blocks, untimed, walk
from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Sides
from ribdown.core.timeline import Side, Timeline

K = SegmentKind

# 10 s get-ready, then 2.5 in, 5 out, 2.5 in, 5 out, then 20 s hold, 15 s rest, 20 s hold.
PLAN = plan_of_blocks(breathing(2, 2.5, 5.0), hold(2, 20.0, 15.0))
STARTS = (0.0, 10.0, 12.5, 17.5, 20.0, 25.0, 45.0, 60.0)


def test_the_other_side() -> None:
    assert (Side.LEFT.other, Side.RIGHT.other) == (Side.RIGHT, Side.LEFT)


def test_a_timeline_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one segment"):
        Timeline(())


def test_segments_start_where_the_ones_before_end() -> None:
    assert PLAN.starts == STARTS
    assert PLAN.end == PLAN.planned_seconds == 80.0


@pytest.mark.parametrize("index", range(len(STARTS)))
def test_a_boundary_belongs_to_the_segment_that_starts_there(index: int) -> None:
    at = PLAN.at(STARTS[index])
    assert (at.index, at.start, at.segment) == (index, STARTS[index], PLAN.segments[index])


@pytest.mark.parametrize("index", range(1, len(STARTS)))
def test_a_millisecond_before_a_boundary_is_still_the_segment_before(index: int) -> None:
    at = PLAN.at(STARTS[index] - 0.001)
    assert (at.index, at.end) == (index - 1, STARTS[index])


@pytest.mark.parametrize("index", range(len(STARTS)))
def test_a_millisecond_after_a_boundary_is_the_segment_that_started(index: int) -> None:
    at = PLAN.at(STARTS[index] + 0.001)
    assert at.index == index
    assert at.spent == pytest.approx(0.001)


def test_before_the_start_is_the_first_moment() -> None:
    assert PLAN.at(-1.0) == PLAN.at(0.0)
    assert PLAN.at(-1.0).elapsed == 0.0


def test_the_end_and_beyond_are_the_last_moment() -> None:
    for elapsed in (80.0, 80.001, 1e9):
        at = PLAN.at(elapsed)
        assert (at.index, at.elapsed, at.remaining, at.progress) == (7, 80.0, 0.0, 1.0)


@pytest.mark.parametrize(
    ("elapsed", "number"),
    [(0.0, 10), (0.001, 10), (0.999, 10), (1.0, 9), (1.001, 9), (8.999, 2), (9.0, 1), (9.999, 1), (10.0, 3), (10.5, 2)],
)
def test_the_number_counts_whole_seconds_down_to_1(elapsed: float, number: int) -> None:
    assert PLAN.at(elapsed).number == number


def test_the_number_is_never_0() -> None:
    assert PLAN.at(80.0).number == 1
    assert PLAN.at(25.0 - 1e-9).number == 1


@given(st.floats(0, 80))
def test_the_number_is_the_remaining_time_rounded_up(elapsed: float) -> None:
    at = PLAN.at(elapsed)
    assume(at.remaining % 1 > 1e-5)
    assert at.number == ceil(at.remaining)


@given(st.integers(1, 100_000), st.integers(0, 3000))
def test_rounding_errors_never_show_as_a_second_too_many(start_ms: int, whole_seconds: int) -> None:
    # A whole number of seconds before the end, reached by a sum that is not exact.
    plan = plan_of_blocks(walk((whole_seconds + 1) + start_ms / 1000))
    at = plan.at(10.0 + start_ms / 1000)
    assert at.number == whole_seconds + 1


@given(st.floats(0, 80))
def test_what_is_spent_and_what_remains_make_the_length(elapsed: float) -> None:
    at = PLAN.at(elapsed)
    assert at.spent + at.remaining == pytest.approx(at.length)
    assert 0.0 <= at.progress <= 1.0
    assert at.progress == pytest.approx(at.spent / at.length)


@given(st.floats(0, 80), st.floats(0, 80))
def test_time_left_falls_as_fast_as_time_passes(one: float, other: float) -> None:
    assert PLAN.remaining(one) + one == pytest.approx(PLAN.remaining(other) + other)


def test_at_the_start_everything_is_left_and_at_the_end_nothing() -> None:
    assert (PLAN.remaining(0.0), PLAN.remaining(80.0)) == (80.0, 0.0)


WAITING = plan_of_blocks(walk(5.0), untimed(), walk(7.0, "more"))


def test_a_wait_lasts_until_the_person_is_ready() -> None:
    at = WAITING.at(1e6)
    assert (at.segment.kind, at.number, at.progress, at.level) == (K.WAIT, None, 0.0, 0.0)
    assert (at.start, at.end, at.remaining, at.length) == (15.0, inf, inf, inf)
    assert at.spent == 1e6 - 15.0


def test_waiting_is_not_planned_time() -> None:
    assert WAITING.end == inf
    assert WAITING.planned_seconds == 22.0
    assert (WAITING.remaining(0.0), WAITING.remaining(12.0), WAITING.remaining(99.0)) == (22.0, 10.0, 7.0)


def test_another_length_for_one_segment_moves_what_follows() -> None:
    longer = PLAN.with_length(0, 20_000)
    assert longer.starts == (0.0, *(start + 10.0 for start in STARTS[1:]))
    assert PLAN.starts == STARTS
    assert [s.kind for s in longer.segments] == [s.kind for s in PLAN.segments]


def test_parts_are_what_the_bar_shows_as_one_block() -> None:
    assert [[s.kind for s in part] for part in PLAN.parts()] == [
        [K.GET_READY],
        [K.INHALE, K.EXHALE, K.INHALE, K.EXHALE],
        [K.HOLD],
        [K.REST],
        [K.HOLD],
    ]


def test_parts_keep_their_order_over_sides() -> None:
    plan = plan_of_blocks(walk(5.0), sides=Sides.EACH)
    assert [part[0].kind for part in plan.parts()] == [K.GET_READY, K.WALK, K.SWITCH_SIDES, K.WALK]
