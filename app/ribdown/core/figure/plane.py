"""Points in the side view: lengths in body heights, angles in degrees, counter-clockwise."""

from math import atan2, cos, degrees, radians, sin

from ribdown.core.figure.scene import Point


def direction(angle: float) -> Point:
    """The point at length 1 in the direction `angle`."""
    turned = radians(angle)
    return cos(turned), sin(turned)


def placed(origin: Point, angle: float, local: Point) -> Point:
    """Where a point of a part lies: the part's origin is at `origin`, its x axis points to `angle`."""
    c, s = direction(angle)
    x, y = local
    return origin[0] + x * c - y * s, origin[1] + x * s + y * c


def heading(start: Point, end: Point) -> float:
    """The direction from one point to the other."""
    return degrees(atan2(end[1] - start[1], end[0] - start[0]))


def mix(a: float, b: float, u: float) -> float:
    """`a` at 0, `b` at 1."""
    return a + (b - a) * u


def mix_points(a: Point, b: Point, u: float) -> Point:
    """The point at the share `u` of the way."""
    return a[0] + (b[0] - a[0]) * u, a[1] + (b[1] - a[1]) * u


def shortest(angle: float) -> float:
    """The same direction as an angle in -180–180."""
    return (angle + 180) % 360 - 180
