"""One choice of a scale: a rounded square with a number, or a wider one with bars and a word."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.widgets.choice_box import paint_choice_box

_RADIUS = 10
_BARS = 4


class Choice(QRadioButton):
    """`bars` of four are filled above the text; None paints the text alone."""

    def __init__(self, look: Look, text: str, bars: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self._bars = bars
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the text at its boldest."""
        scale = self._look.text_scale
        text = QFontMetrics(self._text_font(700)).horizontalAdvance(self.text())
        if self._bars is None:
            return QSize(max(round(38 * min(scale, 1.2)), text + 12), round(44 * min(scale, 1.3)))
        return QSize(text + round(22 * scale), round(66 * scale))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its text."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 (Qt's name)
        """The whole square can be pressed."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key is the scale's."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the square, the bars, the text and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = colour(paint_choice_box(painter, self, self._look.theme, _RADIUS, 2))
        box = QRectF(self.rect())
        if self._bars is not None:
            self._paint_bars(painter, ink)
            box.setTop(box.height() * 0.42)
        painter.setPen(ink)
        painter.setFont(self._text_font(700 if self.isChecked() and self._bars is None else 600))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())

    def _paint_bars(self, painter: QPainter, ink: QColor) -> None:
        s = self._look.text_scale
        bottom = self.height() * 0.43
        left = (self.width() - 33 * s) / 2
        for bar in range(_BARS):
            height = (6 + 4 * bar) * s
            box = QRectF(left + bar * 9 * s, bottom - height, 6 * s, height)
            filled = bar < (self._bars or 0)
            painter.setBrush(ink if filled else Qt.BrushStyle.NoBrush)
            painter.setPen(Qt.PenStyle.NoPen if filled else QPen(ink, 1))
            inset = 0.0 if filled else 0.5
            painter.setOpacity(1.0 if filled else 0.6)
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 2 * s, 2 * s)
        painter.setOpacity(1.0)

    def _text_font(self, weight: int) -> QFont:
        return text_font((15 if self._bars is not None else 16) * self._look.text_scale, weight, tabular=True)
