"""Smooth paths through points: uniform Catmull-Rom splines (Catmull and Rom, 1974) as Bézier segments."""

from collections.abc import Iterable, Sequence
from math import hypot

from PySide6.QtGui import QPainterPath

from ribdown.core.figure.scene import Point


def loop(points: Sequence[Point]) -> QPainterPath:
    """A closed curve."""
    path = QPainterPath()
    path.moveTo(*points[0])
    _run_on(path, (points[-1], *points, *points[:2]))
    path.closeSubpath()
    return path


def chain(points: Sequence[Point], path: QPainterPath | None = None) -> QPainterPath:
    """An open curve, or the straight line to its start and the curve put on to `path`."""
    if path is None:
        path = QPainterPath()
        path.moveTo(*points[0])
    else:
        path.lineTo(*points[0])
    _run_on(path, (points[0], *points, points[-1]))
    return path


def part_of_loop(points: Sequence[Point], first: int, last: int, path: QPainterPath | None = None) -> QPainterPath:
    """The stretch of `loop(points)` from one point on to another, both counted round and round."""
    count = len(points)
    stretch = [points[i % count] for i in range(first - 1, last + 2)]
    if path is None:
        path = QPainterPath()
        path.moveTo(*stretch[1])
    else:
        path.lineTo(*stretch[1])
    _run_on(path, stretch)
    return path


def lines(points: Iterable[Point]) -> QPainterPath:
    """Straight lines from point to point."""
    path = QPainterPath()
    for index, point in enumerate(points):
        if index:
            path.lineTo(*point)
        else:
            path.moveTo(*point)
    return path


def grown_loop(points: Sequence[Point], by: float) -> QPainterPath:
    """`loop`, each point moved away from the middle by that much: for shapes without deep hollows."""
    cx, cy = (sum(values) / len(points) for values in zip(*points, strict=True))
    scales = [1 + by / hypot(x - cx, y - cy) for x, y in points]
    return loop([(cx + k * (x - cx), cy + k * (y - cy)) for k, (x, y) in zip(scales, points, strict=True)])


def _run_on(path: QPainterPath, points: Sequence[Point]) -> None:
    """From the second point to the last but one; the outer two only give directions."""
    cubic = path.cubicTo
    (x0, y0), (x1, y1), (x2, y2) = points[:3]
    for x3, y3 in points[3:]:
        cubic(x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6, x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6, x2, y2)
        x0, y0, x1, y1, x2, y2 = x1, y1, x2, y2, x3, y3
