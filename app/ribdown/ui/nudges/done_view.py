"""A nudge that is done: a check, how many pulses today, and when the next one is due."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.text import QUIET, Text, TextStyle

_HEADLINE = TextStyle(28, 600, display=True)
_RING = QRectF(26, 50, 120, 120)


class DoneView(QWidget):
    """Closes with its card."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._headline, self._text = Text(look, _HEADLINE), Text(look, QUIET, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self._headline)
        self._column.addWidget(self._text)
        self._column.addStretch(1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        self._column.setContentsMargins(round(178 * look.text_scale), 0, round(16 * look.text_scale), 0)
        self.update()

    def show_done(self, headline: str, text: str) -> None:
        """Show these words."""
        self._headline.set_text(headline)
        self._text.set_text(text)
        self.setAccessibleName(f"{headline}. {text}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the full ring with its check."""
        painter, s, theme = QPainter(self), self._look.text_scale, self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(_RING.x() * s, _RING.y() * s, _RING.width() * s, _RING.height() * s)
        painter.setPen(QPen(colour(theme.accent), 8 * s))
        painter.drawEllipse(box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.accent))
        inner = box.adjusted(14 * s, 14 * s, -14 * s, -14 * s)
        painter.drawEllipse(inner)
        check = inner.adjusted(24 * s, 24 * s, -24 * s, -24 * s)
        paint_icon(painter, "check", check, colour(theme.on_accent), 2.4)
