"""A rounded surface with a 1 px line, such as a card."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.dressing import dress

RADIUS = 16


class Panel(QWidget):
    """Base of cards. `set_accent` tints and outlines it, for what holds now."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scale = 1.0
        self._fill = ""
        self._rim = ""
        self._with_bar = False

    def set_look(self, look: Look) -> None:
        """Paint with another look, and give it to what is on the card."""
        self._look = look
        dress(self, look)
        self.update()

    def set_scale(self, scale: float) -> None:
        """Set the size of one design pixel."""
        self._scale = scale
        self.update()

    def set_accent(self, fill: str, rim: str, *, bar: bool = True) -> None:
        """Tint the card and outline it, with a bar at the left; two empty strings take that back."""
        if (fill, rim, bar) != (self._fill, self._rim, self._with_bar):
            self._fill, self._rim, self._with_bar = fill, rim, bar
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, s = self._look.theme, self._scale
        painter.setBrush(colour(self._fill or theme.surface))
        painter.setPen(QPen(colour(self._rim or theme.line), 2 * s if self._rim else 1))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, RADIUS * s, RADIUS * s)
        if self._rim and self._with_bar:
            painter.setPen(QPen(colour(self._rim), 5 * s, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            x = 12.5 * s
            painter.drawLine(round(x), round(18 * s), round(x), round(self.height() - 18 * s))
