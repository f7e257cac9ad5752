"""A person in outline, for what has no picture."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from ribdown.ui.look import colour

_WIDTH, _HEIGHT, _BELOW = 0.6, 1.12, 0.06
_HEAD = (0.0, 0.925, 0.068)
_CORNER = 0.05
# Left, bottom, width, height.
_TRUNK = (-0.115, 0.46, 0.23, 0.37)
_ARMS = ((-0.193, 0.44, 0.066, 0.39), (0.127, 0.44, 0.066, 0.39))
_LEGS = ((-0.111, 0.0, 0.100, 0.56), (0.011, 0.0, 0.100, 0.56))


def paint_placeholder(painter: QPainter, rect: QRect, ink: str) -> None:
    """A person who stands, seen from the front, in one colour."""
    scale = min(rect.width() / _WIDTH, rect.height() / _HEIGHT)
    world = QTransform(scale, 0, 0, -scale, rect.center().x(), rect.bottom() - _BELOW * scale)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    x, y, radius = _HEAD
    path.addEllipse(QPointF(x, y), radius, radius)
    for left, bottom, width, height in (_TRUNK, *_ARMS, *_LEGS):
        path.addRoundedRect(QRectF(left, bottom, width, height), _CORNER, _CORNER)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(world.map(path), colour(ink))
