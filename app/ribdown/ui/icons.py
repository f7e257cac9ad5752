"""Line icons, drawn in a 24 x 24 box: one table of strokes, painted in any colour and size."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

Points = Sequence[tuple[float, float]]

# Each icon is a list of strokes: an open line, a closed line ("loop"), a filled shape ("fill") or a circle
# (x, y, radius, whether filled).
_LINES: dict[str, list[Points]] = {
    "back": [[(6, 5), (6, 19)]],
    "skip": [[(18, 5), (18, 19)]],
    "check": [[(5, 12.5), (10, 17.5), (19.5, 7)]],
    "cross": [[(6, 6), (18, 18)], [(18, 6), (6, 18)]],
    "clock": [[(12, 7), (12, 12), (15.5, 14)]],
    "far": [
        [(4, 9), (4, 4), (9, 4)],
        [(15, 4), (20, 4), (20, 9)],
        [(20, 15), (20, 20), (15, 20)],
        [(9, 20), (4, 20), (4, 15)],
    ],
    "today": [[(4, 11), (12, 4.5), (20, 11)], [(6.5, 9.5), (6.5, 20), (17.5, 20), (17.5, 9.5)], [(12, 20), (12, 14.5)]],
    "routines": [[(9, 6), (20, 6)], [(9, 12), (20, 12)], [(9, 18), (20, 18)]],
    "history": [[(5, 20), (5, 13)], [(10, 20), (10, 9)], [(15, 20), (15, 4)], [(20, 20), (20, 11)]],
    "exercises": [[(5.5, 20), (11, 14.5), (15.5, 17), (19, 20)], [(11, 14.5), (8, 9), (14.5, 8), (18.5, 11)]],
    "self-test": [
        [(3, 18.5), (21, 18.5)],
        [(5, 14.5), (12, 14.5), (17, 11.5), (20.5, 14.5)],
        [(9.5, 14.5), (13.5, 8), (9.5, 9.5)],
    ],
    "settings": [[(4, 7), (11, 7)], [(17, 7), (20, 7)], [(4, 17), (7, 17)], [(13, 17), (20, 17)]],
    "warn": [[(12, 9.5), (12, 14)], [(12, 17), (12, 17.2)]],
    "hurts": [[(12, 9.5), (12, 14)], [(12, 17), (12, 17.2)]],
    "info": [[(12, 11), (12, 16.5)], [(12, 7.6), (12, 7.8)]],
    "trash": [
        [(4.5, 7), (19.5, 7)],
        [(9.5, 7), (9.5, 4.5), (14.5, 4.5), (14.5, 7)],
        [(6.5, 7), (7.5, 20), (16.5, 20), (17.5, 7)],
    ],
    "folder": [[(3.5, 19), (3.5, 5.5), (9, 5.5), (11, 8), (20.5, 8), (20.5, 19), (3.5, 19)]],
    "chevron": [[(9.5, 6), (15.5, 12), (9.5, 18)]],
    "inhale": [[(5.5, 12), (12, 6), (18.5, 12)], [(5.5, 19), (12, 13), (18.5, 19)]],
    "exhale": [[(5.5, 5), (12, 11), (18.5, 5)], [(5.5, 12), (12, 18), (18.5, 12)]],
    "pause phase": [[(5, 12), (19, 12)]],
    "sound": [[(15.5, 9), (17, 12), (15.5, 15)], [(18.5, 6.5), (21, 12), (18.5, 17.5)]],
    "sound off": [[(16, 9.5), (21, 14.5)], [(21, 9.5), (16, 14.5)]],
    "press": [[(12, 3.5), (12, 14.5)], [(7, 10), (12, 15), (17, 10)], [(4.5, 20), (19.5, 20)]],
    "squeeze": [
        [(2.5, 12), (9, 12)],
        [(6, 8.5), (9.5, 12), (6, 15.5)],
        [(21.5, 12), (15, 12)],
        [(18, 8.5), (14.5, 12), (18, 15.5)],
    ],
    "release": [
        [(10, 12), (3, 12)],
        [(6.5, 8.5), (3, 12), (6.5, 15.5)],
        [(14, 12), (21, 12)],
        [(17.5, 8.5), (21, 12), (17.5, 15.5)],
    ],
    "lift": [[(12, 19), (12, 6)], [(6.5, 11), (12, 5.5), (17.5, 11)]],
    "lower": [[(12, 5), (12, 18)], [(6.5, 13), (12, 18.5), (17.5, 13)]],
    "switch-sides": [
        [(4, 8.5), (19, 8.5)],
        [(15, 4.5), (19.5, 8.5), (15, 12.5)],
        [(20, 16.5), (5, 16.5)],
        [(9, 12.5), (4.5, 16.5), (9, 20.5)],
    ],
    "walk": [[(6, 18), (12, 6), (18, 18)]],
    "ribdown": [[(4, 21), (20, 21)]],
    "bell": [
        [(6.5, 16), (7.5, 14), (7.5, 10), (9, 7), (12, 5.8), (15, 7), (16.5, 10), (16.5, 14), (17.5, 16), (6.5, 16)],
        [(10.5, 19), (13.5, 19)],
    ],
}
_LOOPS: dict[str, list[Points]] = {
    "warn": [[(12, 3.5), (21.5, 20.5), (2.5, 20.5)]],
    "hold": [[(12, 4), (19, 8), (19, 16), (12, 20), (5, 16), (5, 8)]],
    "hurts": [[(12, 3.5), (21.5, 20.5), (2.5, 20.5)]],
    "shield": [[(12, 3.5), (19, 6), (19, 12), (12, 20.5), (5, 12), (5, 6)]],
}
_FILLS: dict[str, list[Points]] = {
    "sound": [[(3.5, 9.5), (7, 9.5), (12, 5), (12, 19), (7, 14.5), (3.5, 14.5)]],
    "sound off": [[(3.5, 9.5), (7, 9.5), (12, 5), (12, 19), (7, 14.5), (3.5, 14.5)]],
    "play": [[(8, 5), (19, 12), (8, 19)]],
    "pause": [[(7, 5), (10.2, 5), (10.2, 19), (7, 19)], [(13.8, 5), (17, 5), (17, 19), (13.8, 19)]],
    "back": [[(19, 5.5), (9, 12), (19, 18.5)]],
    "skip": [[(5, 5.5), (15, 12), (5, 18.5)]],
    "end": [[(6.5, 6.5), (17.5, 6.5), (17.5, 17.5), (6.5, 17.5)]],
}
_CIRCLES: dict[str, list[tuple[float, float, float, bool]]] = {
    "clock": [(12, 12, 8.5, False)],
    "info": [(12, 12, 8.5, False)],
    "exercises": [(6.5, 6, 2.2, False)],
    "self-test": [(5, 10.5, 1.8, False)],
    "settings": [(14, 7, 2.8, False), (10, 17, 2.8, False)],
    "rest": [(12, 12, 7.5, False)],
    "routines": [(4.5, 6, 1.4, True), (4.5, 12, 1.4, True), (4.5, 18, 1.4, True)],
    "get-ready": [(5, 12, 2, True), (12, 12, 2, True), (19, 12, 2, True)],
}
_WAVES = {"relax": (9.0, 16.0)}
# Ribs one under the other: (y of the ends, half-width).
_RIBS = {"ribdown": ((9.0, 9.0), (13.5, 6.0), (17.5, 3.2))}


ICONS = frozenset().union(_LINES, _LOOPS, _FILLS, _CIRCLES, _WAVES, _RIBS)


def paint_icon(painter: QPainter, name: str, box: QRectF, ink: QColor, width: float = 2.0) -> None:
    """Paint the icon `name` into a square box; `width` is the line's width in the icon's 24 units."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 24, box.height() / 24)
    pen = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in _LINES.get(name, ()):
        painter.drawPolyline(_polygon(line))
    for loop in _LOOPS.get(name, ()):
        painter.drawPolygon(_polygon(loop))
    for y in _WAVES.get(name, ()):
        painter.drawPath(_wave(y))
    for y, half in _RIBS.get(name, ()):
        painter.drawPath(_rib(y, half))
    painter.setBrush(ink)
    for shape in _FILLS.get(name, ()):
        painter.drawPolygon(_polygon(shape))
    for x, y, radius, filled in _CIRCLES.get(name, ()):
        painter.setBrush(ink if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.restore()


def _polygon(points: Points) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _wave(y: float) -> QPainterPath:
    path = QPainterPath(QPointF(4, y))
    path.cubicTo(8, y - 5, 10, y - 2, 12, y)
    path.cubicTo(14, y + 2, 16, y + 5, 20, y)
    return path


def _rib(y: float, half: float) -> QPainterPath:
    path = QPainterPath(QPointF(12 - half, y))
    path.cubicTo(12 - half * 0.55, y - half * 0.6, 12 + half * 0.55, y - half * 0.6, 12 + half, y)
    return path
