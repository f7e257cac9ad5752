"""A sign before a text, in the middle of its first line."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.icon import Icon
from ribdown.ui.widgets.text import TextStyle


class LineSign(Icon):
    """An icon beside a wrapped text of this style."""

    def __init__(
        self, look: Look, name: str, ink: str, style: TextStyle, px: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name, ink, px, parent)
        self._style = style

    def sizeHint(self) -> QSize:
        """As high as the line."""
        side = super().sizeHint().width()
        return QSize(side, max(round(2 * self._middle()), side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        side = self.width()
        box = QRectF(0, self._middle() - side / 2, side, side)
        paint_icon(QPainter(self), self._name, box, colour(getattr(self._look.theme, self._ink)), 2.4)

    def _middle(self) -> float:
        height = QFontMetrics(self._style.font(self._look)).height()
        return height * (self._style.line - 100) / 100 + height / 2
