"""Inverse kinematics of two bones: a thigh and shank that have to reach an ankle, an arm that has to reach a wrist."""

from math import acos, degrees, hypot

from ribdown.core.figure.plane import heading
from ribdown.core.figure.scene import Point

_FOLDED = 1e-12  # body heights: less can't be divided by


def two_bone(start: Point, target: Point, upper: float, lower: float, bend: int) -> tuple[float, float]:
    """The world angles of both bones when their end is at `target`, by the law of cosines.

    `bend` 1 puts the joint between them counter-clockwise of the line to the target, -1 clockwise. Out of reach, the
    bones point at the target; too near, they fold.
    """
    line = heading(start, target)
    distance = hypot(target[0] - start[0], target[1] - start[1])
    reach = min(max(distance, abs(upper - lower)), upper + lower)
    if reach < _FOLDED:  # both bones are as long, and one lies on the other
        return line, line + 180
    at_start = _corner(upper, reach, lower)
    at_end = _corner(lower, reach, upper)
    return line + bend * at_start, line - bend * at_end


def _corner(a: float, b: float, opposite: float) -> float:
    """The angle between the sides `a` and `b` of a triangle."""
    cosine = (a * a + b * b - opposite * opposite) / (2 * a * b)
    return degrees(acos(min(max(cosine, -1.0), 1.0)))
