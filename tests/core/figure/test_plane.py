from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ribdown.core.figure.plane import direction, heading, mix, mix_points, placed, shortest


def test_angles_run_counter_clockwise_from_the_right() -> None:
    assert direction(90) == pytest.approx((0, 1))
    assert heading((1, 1), (0, 1)) == 180


def test_a_point_of_a_part_turns_with_the_part() -> None:
    assert placed((1, 2), 90, (3, 0.5)) == pytest.approx((0.5, 5))


def test_mixing_starts_at_the_first_and_ends_at_the_second() -> None:
    assert (mix(2, 4, 0), mix(2, 4, 0.25), mix(2, 4, 1)) == (2, 2.5, 4)
    assert mix_points((0, 10), (4, 20), 0.5) == (2, 15)


@given(st.floats(-2000, 2000))
def test_the_shortest_turn_is_the_same_direction(angle: float) -> None:
    assert -180 <= shortest(angle) <= 180
    assert dist(direction(shortest(angle)), direction(angle)) < 1e-9
