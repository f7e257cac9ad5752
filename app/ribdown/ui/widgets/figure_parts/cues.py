"""Arrows, curls and dashed lines that point something out."""

from math import cos, radians, sin

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath

from ribdown.core.figure.scene import AnyCue, Arrow, Curl, Line, Point, Scene
from ribdown.ui.widgets.figure_parts.canvas import Canvas, round_pen, tinted
from ribdown.ui.widgets.figure_parts.curves import lines

_WIDTH = 0.012
_LEAST = 2.5  # px
_BARB, _SPREAD = 0.030, 38.0
_DASHED = 0.006
_HALO = 0.010


def paint_cues(canvas: Canvas, scene: Scene) -> None:
    """All cues of the scene, as far as they show."""
    for cue, shown in scene.cues:
        if shown > 0:
            ink = getattr(canvas.colours, cue.tone)
            x, y = scene.body.joints[cue.at]
            _paint(canvas, cue, (x + cue.off[0], y + cue.off[1]), ink, min(shown, 1.0))


def _paint(canvas: Canvas, cue: AnyCue, place: Point, ink: str, shown: float) -> None:
    if isinstance(cue, Line):
        pen = round_pen(tinted(ink, shown), max(_DASHED * canvas.scale, 1.5))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([4, 2.5])
        canvas.painter.strokePath(canvas.world.map(lines([place, _from(place, cue.dir, cue.len)])), pen)
        return
    path = _arrow(cue, place) if isinstance(cue, Arrow) else _curl(cue, place)
    canvas.stroke(path, canvas.surface, _WIDTH + _HALO, shown, least=2 * _LEAST)
    canvas.stroke(path, ink, _WIDTH, shown, least=_LEAST)


def _arrow(cue: Arrow, place: Point) -> QPainterPath:
    start, end = _from(place, cue.dir, -cue.len / 2), _from(place, cue.dir, cue.len / 2)
    path = lines([start, end])
    _head(path, end, cue.dir)
    return path


def _curl(cue: Curl, place: Point) -> QPainterPath:
    path = QPainterPath()
    box = QRectF(place[0] - cue.r, place[1] - cue.r, 2 * cue.r, 2 * cue.r)
    # Qt counts an arc's angles as on a screen, whose y points down.
    path.arcMoveTo(box, -cue.start)
    path.arcTo(box, -cue.start, cue.start - cue.end)
    _head(path, _from(place, cue.end, cue.r), cue.end + (90 if cue.end > cue.start else -90))
    return path


def _head(path: QPainterPath, tip: Point, direction: float) -> None:
    path.moveTo(*_from(tip, direction + 180 - _SPREAD, _BARB))
    path.lineTo(*tip)
    path.lineTo(*_from(tip, direction + 180 + _SPREAD, _BARB))


def _from(place: Point, direction: float, distance: float) -> Point:
    angle = radians(direction)
    return place[0] + distance * cos(angle), place[1] + distance * sin(angle)
