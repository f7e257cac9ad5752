"""A kettlebell, held by its handle in both hands."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from ribdown.core.figure.plane import mix_points
from ribdown.core.figure.scene import Body
from ribdown.ui.widgets.figure_parts.canvas import HALO, Canvas
from ribdown.ui.widgets.figure_parts.curves import chain

_BELL, _AHEAD, _BELOW = 0.042, 0.024, 0.054
_HANDLE, _HIGH, _WIDTH = 0.026, 0.020, 0.013


def paint_weight(canvas: Canvas, body: Body) -> None:
    """The hands are on the handle; the bell hangs below them."""
    x, y = mix_points(body.near_arm.wrist, body.joints["handR"], 0.5)
    middle = QPointF(x + _AHEAD, y - _BELOW)
    bell = QPainterPath()
    bell.addEllipse(middle, _BELL, _BELL)
    foot = middle.y() + _BELL * 0.6
    left, right = middle.x() - _HANDLE, middle.x() + _HANDLE
    handle = chain([(left, foot), (left, y), (middle.x(), y + _HIGH), (right, y), (right, foot)])
    for path, ink, width in ((handle, canvas.surface, _WIDTH + 2 * HALO), (bell, canvas.surface, 2 * HALO)):
        canvas.stroke(path, ink, width)
    canvas.stroke(handle, canvas.colours.weight, _WIDTH)
    canvas.fill(bell, canvas.colours.weight)
