"""The signs of wrong and right: a crimson octagon with a cross, and a round tick. Not by colour alone."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from ribdown.core.figure.scene import Point
from ribdown.ui.look import colour
from ribdown.ui.widgets.figure_parts.canvas import Canvas, round_pen

RADIUS = 0.034
_LEAST = 9.0  # px


def sign_radius(canvas: Canvas) -> float:
    """In pixels, and never too small to be made out."""
    return max(RADIUS * canvas.scale, _LEAST)


def paint_wrong(canvas: Canvas, centre: Point) -> None:
    """The octagon. It is the same seen in a mirror."""
    middle, radius = canvas.pixel(centre), sign_radius(canvas)
    octagon = QPolygonF([middle + QPointF(radius * cos(a), radius * sin(a)) for a in _CORNERS])
    arm = radius * 0.36
    cross = QPainterPath()
    for way in (1, -1):
        cross.moveTo(middle - QPointF(arm, way * arm))
        cross.lineTo(middle + QPointF(arm, way * arm))
    path = QPainterPath()
    path.addPolygon(octagon)
    path.closeSubpath()
    canvas.painter.strokePath(path, round_pen(colour(canvas.surface), radius * 0.34))
    canvas.painter.fillPath(path, colour(canvas.colours.fault))
    canvas.painter.strokePath(cross, round_pen(colour(canvas.colours.on_fault), radius * 0.27))


def paint_right(canvas: Canvas, centre: Point) -> None:
    """The tick. It lies in pixels, so that it is not turned round with the scene."""
    middle, radius = canvas.pixel(centre), sign_radius(canvas)
    disc, tick = QPainterPath(), QPainterPath()
    disc.addEllipse(middle, radius, radius)
    tick.moveTo(middle + QPointF(-0.42 * radius, 0.02 * radius))
    tick.lineTo(middle + QPointF(-0.12 * radius, 0.32 * radius))
    tick.lineTo(middle + QPointF(0.42 * radius, -0.30 * radius))
    canvas.painter.fillPath(disc, colour(canvas.colours.ok))
    canvas.painter.strokePath(tick, round_pen(colour(canvas.colours.on_ok), radius * 0.24))


_CORNERS = tuple(pi / 8 + i * pi / 4 for i in range(8))
