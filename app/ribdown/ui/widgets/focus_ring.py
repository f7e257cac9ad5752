"""The ring around what the keyboard is on."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ribdown.ui.look import colour

WIDTH = 3


def paint_focus_ring(painter: QPainter, box: QRectF, radius: float, ink: str) -> None:
    """Paint the ring just inside `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(ink), WIDTH))
    half = WIDTH / 2
    inner = max(radius - half, 0.0)
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), inner, inner)
    painter.restore()
