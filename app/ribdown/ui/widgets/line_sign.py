"""A sign before a text, in the middle of its first line."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.text import TextStyle


class LineSign(QWidget):
    """An icon of `px` pixels at 100 % text size, in the theme's colour `ink`; `style` is that of the wrapped text."""

    def __init__(
        self, look: Look, name: str, ink: str, style: TextStyle, px: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._ink = ink
        self._style = style
        self._px = px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the line."""
        side = round(self._px * self._look.text_scale)
        return QSize(side, max(round(2 * self._middle()), side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        side = self.width()
        box = QRectF(0, self._middle() - side / 2, side, side)
        paint_icon(QPainter(self), self._name, box, colour(getattr(self._look.theme, self._ink)), 2.4)

    def _middle(self) -> float:
        height = QFontMetrics(self._style.font(self._look)).height()
        return height * (self._style.line - 100) / 100 + height / 2
