"""The ring around the countdown: continuous for a breath, one segment a second for what is counted, dots before."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from ribdown.core.phases import Ring
from ribdown.ui.look import Look, colour

STROKE = 12  # px at R 160
DOTS = 10
_HOLLOW = QBrush()


def ring_segments(ring: Ring, length: float, *, still: bool) -> int:
    """How many pieces the ring has: one a second, one for ten seconds where there would be too many to see."""
    if ring is Ring.CONTINUOUS and not still:
        return 1
    seconds = max(round(length), 1)
    return seconds if seconds <= 60 else max(round(seconds / 10), 1)


def paint_track(painter: QPainter, radius: float, segments: int, ink: QColor) -> None:
    """The whole ring, quiet."""
    paint_arc(painter, radius, segments, 1.0, arc_pen(radius, ink))


def arc_pen(radius: float, ink: QColor) -> QPen:
    """The pen of a ring of that radius."""
    return QPen(ink, STROKE * radius / 160, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def paint_arc(painter: QPainter, radius: float, segments: int, progress: float, pen: QPen) -> None:
    """The share `progress` (0–1) of the ring, clockwise from 12 o'clock, around the origin."""
    painter.setPen(pen)
    painter.setBrush(_HOLLOW)
    box = QRectF(-radius, -radius, 2 * radius, 2 * radius)
    if segments == 1:
        if progress >= 1:
            painter.drawEllipse(box)
        elif progress > 0:
            painter.drawArc(box, 90 * 16, -round(360 * 16 * progress))
        return
    span = 360 / segments
    caps = pen.widthF() / radius * 180 / pi
    gap = min(5.0, 115 / segments) + caps
    filled = progress * segments
    for index in range(segments):
        share = min(max(filled - index, 0.0), 1.0)
        if share <= 0:
            break
        sweep = max((span - gap) * share, 0.01)
        painter.drawArc(box, round((90 - index * span - gap / 2) * 16), -round(sweep * 16))


def paint_dots(painter: QPainter, radius: float, progress: float, look: Look, ink: QColor) -> None:
    """Ten dots before a start: filled as the time passes."""
    scale = radius / 160
    filled = progress * DOTS
    for index in range(DOTS):
        angle = 2 * pi * index / DOTS
        dot = QPointF(radius * sin(angle), -radius * cos(angle))
        if index < filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(dot, 11 * scale, 11 * scale)
        else:
            painter.setPen(QPen(colour(look.theme.edge), 2.5 * scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dot, 8 * scale, 8 * scale)


def paint_stopped(painter: QPainter, radius: float, look: Look) -> None:
    """The ring of a session that stands still: dotted."""
    stroke = STROKE * radius / 160
    pen = QPen(colour(look.theme.edge), stroke, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 2 * pi * radius / stroke / 40 - 0.01])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), radius, radius)
