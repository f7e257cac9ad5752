"""The spine's curve: two cubic Hermites, L5S1 to T12 and T12 to C7."""

from math import hypot

from ribdown.core.figure.plane import direction
from ribdown.core.figure.scene import Point

# Where points are taken: L5S1 to T12, then up to C7.
LUMBAR_SHARES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
THORAX_SHARES = (0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0)
TANGENT = 1.05  # length of the tangents, in chords

Basis = tuple[tuple[float, ...], ...]


def _basis(shares: tuple[float, ...]) -> Basis:
    """For each share the weights of start tangent, end and end tangent from the start on, then those of the slope."""
    return tuple(
        (
            t * (1 - t) ** 2,
            t * t * (3 - 2 * t),
            t * t * (t - 1),
            1 - 4 * t + 3 * t * t,
            6 * t - 6 * t * t,
            3 * t * t - 2 * t,
        )
        for t in shares
    )


_LUMBAR = _basis(LUMBAR_SHARES)
_THORAX = _basis(THORAX_SHARES)


def spine_curve(
    start: Point, bend: Point, end: Point, tangents: tuple[float, float, float]
) -> list[tuple[float, float, float, float]]:
    """Points of the spine and, for each, the direction to the back of the body as a vector of length 1: x, y, bx, by.

    It goes from `start` (L5S1) over `bend` (T12) to `end` (C7); `tangents` are its world angles there.
    """
    low, middle, high = (direction(angle) for angle in tangents)
    return [*_piece(start, bend, low, middle, _LUMBAR), *_piece(bend, end, middle, high, _THORAX)]


def _piece(
    start: Point, end: Point, leaving: Point, arriving: Point, basis: Basis
) -> list[tuple[float, float, float, float]]:
    x, y = start
    ex, ey = end[0] - x, end[1] - y
    length = TANGENT * hypot(ex, ey)
    lx, ly = length * leaving[0], length * leaving[1]
    ax, ay = length * arriving[0], length * arriving[1]
    points = []
    for p, q, r, dp, dq, dr in basis:
        tx, ty = dp * lx + dq * ex + dr * ax, dp * ly + dq * ey + dr * ay
        size = hypot(tx, ty)
        points.append((x + p * lx + q * ex + r * ax, y + p * ly + q * ey + r * ay, -ty / size, tx / size))
    return points
