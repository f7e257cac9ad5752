from math import cos, dist, hypot, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ribdown.core.figure.plane import heading, placed, shortest
from ribdown.core.figure.scene import Point
from ribdown.core.figure.two_bone import two_bone

length = st.floats(0.05, 0.5)
coordinate = st.floats(-1, 1)
bend = st.sampled_from([-1, 1])


def chain(start: Point, target: Point, upper: float, lower: float, way: int) -> tuple[Point, Point]:
    first, second = two_bone(start, target, upper, lower, way)
    middle = placed(start, first, (upper, 0.0))
    return middle, placed(middle, second, (lower, 0.0))


@given(st.floats(0, 360), st.floats(0.02, 0.98), length, length, coordinate, coordinate, bend)
def test_a_target_within_reach_is_reached(
    angle: float, share: float, upper: float, lower: float, x: float, y: float, way: int
) -> None:
    nearest, farthest = abs(upper - lower), upper + lower
    distance = nearest + share * (farthest - nearest)
    target = (x + distance * cos(radians(angle)), y + distance * sin(radians(angle)))
    _, end = chain((x, y), target, upper, lower, way)
    assert dist(end, target) < 1e-6


@given(coordinate, coordinate, length, length, bend)
def test_bones_keep_their_lengths_wherever_the_target_is(
    x: float, y: float, upper: float, lower: float, way: int
) -> None:
    middle, end = chain((0.0, 0.0), (x, y), upper, lower, way)
    assert dist((0.0, 0.0), middle) == pytest.approx(upper)
    assert dist(middle, end) == pytest.approx(lower)


@given(coordinate, coordinate, length, length, bend)
def test_the_joint_is_on_the_side_that_was_asked_for(x: float, y: float, upper: float, lower: float, way: int) -> None:
    (mx, my), (ex, ey) = chain((0.0, 0.0), (x, y), upper, lower, way)
    if hypot(ex, ey) > 1e-6:
        assert way * (ex * my - ey * mx) > -1e-7


@given(st.floats(0, 360), st.floats(1.01, 5), length, length, bend)
def test_out_of_reach_both_bones_point_at_the_target(
    angle: float, far: float, upper: float, lower: float, way: int
) -> None:
    distance = far * (upper + lower)
    target = (distance * cos(radians(angle)), distance * sin(radians(angle)))
    first, second = two_bone((0.0, 0.0), target, upper, lower, way)
    assert abs(shortest(first - angle)) < 1e-4
    assert abs(shortest(second - angle)) < 1e-4


def test_the_mirrored_bend_is_the_mirrored_chain() -> None:
    left, right = (chain((0.0, 0.0), (0.3, 0.0), 0.2, 0.25, way)[0] for way in (1, -1))
    assert left == pytest.approx((right[0], -right[1]))


def test_equal_bones_fold_onto_their_own_start() -> None:
    middle, end = chain((0.2, 0.1), (0.2, 0.1), 0.17, 0.17, 1)
    assert dist((0.2, 0.1), middle) == pytest.approx(0.17)
    assert dist((0.2, 0.1), end) == pytest.approx(0.0, abs=1e-9)


def test_a_knee_is_in_front_of_a_standing_leg() -> None:
    knee, _ = chain((0.0, 0.5), (0.0, 0.05), 0.245, 0.246, 1)
    assert knee[0] > 0
    assert heading((0.0, 0.5), knee) > -90
