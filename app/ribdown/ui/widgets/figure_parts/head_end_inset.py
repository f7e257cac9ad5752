"""The couch from the head's end: one foot is up on the seat, the other leg hangs over the long front edge."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QTransform

from ribdown.ui.widgets.figure_parts.canvas import Canvas, along
from ribdown.ui.widgets.figure_parts.curves import lines
from ribdown.ui.widgets.figure_parts.tubes import tube

# From the inset's middle. From this end the right side is on the right.
_FLOOR = -0.082
_COUCH = (
    ("frame", (-0.108, _FLOOR + 0.012, 0.152, 0.050), 0.010),
    ("frame", (-0.108, _FLOOR + 0.012, 0.042, 0.142), 0.016),
    ("cushion", (-0.068, -0.040, 0.116, 0.032), 0.010),
)
_RAISED = ((-0.030, 0.000), (-0.026, 0.064))
_HIP, _KNEE, _ANKLE = (0.014, 0.016), (0.074, 0.004), (0.078, -0.064)
_THIGH = tube(0.061, ((0.0, 0.024, 0.024), (1.0, 0.019, 0.019)))
_SHANK = tube(0.068, ((0.0, 0.018, 0.018), (0.5, 0.016, 0.016), (1.0, 0.011, 0.011)))
_UP = tube(0.064, ((0.0, 0.018, 0.018), (1.0, 0.020, 0.020)))
_TRUNK, _HEAD = (-0.058, -0.008, 0.092, 0.050), (-0.012, 0.020, 0.027, 0.030)
_FOOT = (0.079, _FLOOR + 0.011, 0.017, 0.011)
_ACCENT = 0.011


def paint_head_end(canvas: Canvas, place: QTransform) -> None:
    """Couch and body are quiet; the leg that hangs is not."""
    colours = canvas.colours
    canvas.stroke(lines([(-0.115, _FLOOR), (0.115, _FLOOR)]), colours.floor, 0.005, place=place)
    for role, (x, y, w, h), corner in _COUCH:
        box = QPainterPath()
        box.addRoundedRect(QRectF(x, y, w, h), corner, corner)
        canvas.fill(box, getattr(colours, role), place=place)
    canvas.fill(_UP, colours.skin_far, place=along(*_RAISED) * place)
    leg = along(_HIP, _KNEE).map(_THIGH)
    leg.setFillRule(Qt.FillRule.WindingFill)
    leg.addPath(along(_KNEE, _ANKLE).map(_SHANK))
    leg.addPath(_oval(_FOOT))
    canvas.stroke(leg, colours.ok, _ACCENT, place=place)
    canvas.fill(leg, colours.skin, place=place)
    trunk = QPainterPath()
    trunk.addRoundedRect(QRectF(*_TRUNK), 0.024, 0.024)
    for path, ink in ((trunk, colours.shirt_far), (_oval(_HEAD), colours.skin_far)):
        canvas.stroke(path, colours.inset, _ACCENT, place=place)
        canvas.fill(path, ink, place=place)


def _oval(oval: tuple[float, float, float, float]) -> QPainterPath:
    x, y, across, up = oval
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), across, up)
    return path
