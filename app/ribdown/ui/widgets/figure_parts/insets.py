"""A small picture beside the figure, for what its side view can't show."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from ribdown.core.figure.scene import AnyInset, FeetInset, Point
from ribdown.ui.widgets.figure_parts.canvas import Canvas
from ribdown.ui.widgets.figure_parts.feet_inset import paint_feet
from ribdown.ui.widgets.figure_parts.head_end_inset import paint_head_end

WIDTH, HEIGHT = 0.25, 0.21
_CORNER = 0.02
_LINE = 0.004
_MARGIN = 0.012  # to the picture's edge
_LEAST = 110.0  # pixels: a lower picture has no room for another one


def paint_inset(canvas: Canvas, inset: AnyInset) -> None:
    """The picture on its own small surface, its middle `at` the place, or as near to there as it is seen whole; nothing
    where there is no room."""
    if canvas.height < _LEAST:
        return
    x, y = _seen_whole(canvas, inset.at)
    place = QTransform.fromTranslate(x, y)
    panel = QPainterPath()
    panel.addRoundedRect(QRectF(-WIDTH / 2, -HEIGHT / 2, WIDTH, HEIGHT), _CORNER, _CORNER)
    canvas.fill(panel, canvas.colours.inset, place=place)
    canvas.stroke(panel, canvas.colours.floor, _LINE, place=place)
    if isinstance(inset, FeetInset):
        paint_feet(canvas, (x, y), inset.turn)
    else:
        paint_head_end(canvas, place)


def _seen_whole(canvas: Canvas, at: Point) -> Point:
    half = QPointF(WIDTH / 2 + _MARGIN, HEIGHT / 2 + _MARGIN)
    seen = canvas.seen
    x = min(max(at[0], seen.left() + half.x()), seen.right() - half.x())
    y = min(max(at[1], seen.top() + half.y()), seen.bottom() - half.y())
    return x, y
