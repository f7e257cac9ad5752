"""What the marks of a chart mean: a sample of each, and its words."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ribdown.ui.look import Look, colour, mix, text_font

_GAP = 9


class Sample(Enum):
    """The kinds of marks, and how wide a sample is."""

    SQUARE = 16
    LINE = 22
    DASHES = 23
    BOX = 20


class LegendKey(QWidget):
    """`ink` names the theme's colour, `share` (0–1) is how much of the accent it has where it is a tint of that."""

    def __init__(
        self, look: Look, sample: Sample, ink: str, text: str, share: float = 1.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._sample = sample
        self._ink = ink
        self._share = share
        self.text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The sample and its words."""
        s = self._look.text_scale
        text = QFontMetrics(self._font()).horizontalAdvance(self.text)
        return QSize(round(self._sample.value * s + _GAP * s + text + 2), round(22 * s))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both."""
        painter, s = QPainter(self), self._look.text_scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._colour()
        wide, middle = self._sample.value * s, self.height() / 2
        pen = QPen(ink, 2.5 * s)
        if self._sample is Sample.SQUARE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawRoundedRect(QRectF(0, middle - 8 * s, 16 * s, 16 * s), 5 * s, 5 * s)
        elif self._sample is Sample.BOX:
            pen = QPen(ink, 2 * s)
            pen.setDashPattern([1.4, 1.8])
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(1, middle - 6 * s, wide - 2, 12 * s), 3 * s, 3 * s)
        else:
            if self._sample is Sample.DASHES:
                pen.setDashPattern([2.2, 1.4])
            painter.setPen(pen)
            painter.drawLine(0, round(middle), round(wide), round(middle))
        painter.setPen(colour(self._look.theme.text2))
        painter.setFont(self._font())
        text = QRectF(wide + _GAP * s, 0, self.width(), self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self.text)

    def _colour(self) -> QColor:
        theme = self._look.theme
        if self._share < 1:
            return mix(theme.accent, theme.surface, self._share)
        return colour(getattr(theme, self._ink))

    def _font(self) -> QFont:
        return text_font(13 * self._look.text_scale, 500)
