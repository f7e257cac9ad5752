"""How far the first start is: a dot for each step, the one at work long and full."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ribdown.ui.look import Look, colour

_DOT, _LONG, _GAP = 12, 34, 8  # px at 100 % text


class StepDots(QWidget):
    """`steps` dots. What they say stands beside them in words."""

    def __init__(self, look: Look, steps: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._steps = steps
        self._here = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_step(self, here: int) -> None:
        """The step at work, from 0."""
        self._here = here
        self.update()

    def sizeHint(self) -> QSize:
        """All of them in a row."""
        return QSize(_LONG + (self._steps - 1) * (_DOT + _GAP), _DOT) * self._look.text_scale

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dots."""
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._look.text_scale, self._look.text_scale)
        left = 0
        for step in range(self._steps):
            now = step == self._here
            wide = _LONG if now else _DOT
            inset = 0 if now else 1
            painter.setPen(Qt.PenStyle.NoPen if now else QPen(colour(theme.edge), 2))
            painter.setBrush(colour(theme.accent) if now else Qt.BrushStyle.NoBrush)
            box = QRectF(left, 0, wide, _DOT).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            left += wide + _GAP
