"""The box of a choice among others: filled where it holds, outlined where it does not."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from ribdown.core.theme import Theme
from ribdown.ui.look import colour
from ribdown.ui.widgets.focus_ring import paint_focus_ring


def paint_choice_box(painter: QPainter, button: QAbstractButton, theme: Theme, radius: float, gap: float) -> str:
    """Paint the whole of a button, with its focus ring; `gap` pixels are between the ring and the edge of a filled
    box. Returns the colour of what stands in it."""
    box, chosen = QRectF(button.rect()), button.isChecked()
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.accent_hover if button.underMouse() else theme.accent))
        painter.drawRoundedRect(box, radius, radius)
    else:
        painter.setPen(QPen(colour(theme.edge), 1))
        painter.setBrush(colour(theme.raised) if button.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if button.hasFocus():
        inset = gap if chosen else 0.0
        ring = box.adjusted(inset, inset, -inset, -inset)
        paint_focus_ring(painter, ring, radius - inset, theme.on_accent if chosen else theme.focus)
    return theme.on_accent if chosen else theme.text
