"""The shapes in the middle of the ring, as paths around the origin for a ring of radius R (DESIGN, §4)."""

from math import cos, pi, sin

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from ribdown.core.phases import Silhouette

ORB_SMALLEST = 0.60
ORB_LARGEST = 0.875
RIPPLES = (0.75, 0.86)
FLOOR_HALF_WIDTH = 0.40
FLOOR_Y = 0.785


def orb_radius(level: float) -> float:
    """The orb's radius as a share of R: its area, not its radius, follows the lungs."""
    smallest, largest = ORB_SMALLEST**2, ORB_LARGEST**2
    return float((smallest + level * (largest - smallest)) ** 0.5)


def silhouette_path(silhouette: Silhouette, radius: float) -> QPainterPath:
    """The outline; empty for the dots, which have no shape."""
    match silhouette:
        case Silhouette.SQUARE:
            half = 0.72 * radius
            return _rounded_box(half, half * 0.89, 0.24 * radius)
        case Silhouette.PILL:
            return _rounded_box(0.80 * radius, 0.66 * radius, 0.60 * radius)
        case Silhouette.DIAMOND | Silhouette.OPEN_DIAMOND:
            return _polygon(4, 0.90 * radius, 0.20 * radius)
        case Silhouette.HEXAGON:
            return _polygon(6, 0.86 * radius, 0.16 * radius)
        case Silhouette.DOTS:
            return QPainterPath()
    path = QPainterPath()
    share = _CIRCLES[silhouette] * radius
    path.addEllipse(QPointF(0, 0), share, share)
    return path


_CIRCLES = {
    Silhouette.ORB: ORB_LARGEST,
    Silhouette.RIPPLES: 0.635,
    Silhouette.DASHED_CIRCLE: 0.72,
    Silhouette.OPEN_CIRCLE: 0.70,
}


def _rounded_box(half_width: float, half_height: float, corner: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(-half_width, -half_height, 2 * half_width, 2 * half_height), corner, corner)
    return path


def _polygon(corners: int, radius: float, corner: float) -> QPainterPath:
    """A regular polygon standing on a corner, with corners rounded over the length `corner` on each edge."""
    points = [QPointF(radius * sin(2 * pi * i / corners), -radius * cos(2 * pi * i / corners)) for i in range(corners)]
    path = QPainterPath()
    for i in range(corners):
        before, at, after = points[i - 1], points[i], points[(i + 1) % corners]
        enter, leave = at + _towards(at, before, corner), at + _towards(at, after, corner)
        if i == 0:
            path.moveTo(enter)
        else:
            path.lineTo(enter)
        path.quadTo(at, leave)
    path.closeSubpath()
    return path


def _towards(start: QPointF, end: QPointF, length: float) -> QPointF:
    line = QLineF(start, end)
    line.setLength(length)
    return line.p2() - start
