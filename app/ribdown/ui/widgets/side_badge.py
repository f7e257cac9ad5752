"""The side at work, large: a filled badge with a square of which that half is full."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ribdown.core.timeline import Side
from ribdown.ui.look import Look, colour, display_font


class SideBadge(QWidget):
    """Shows a text beside the half-filled square; `px` is the text's size at scale 1."""

    def __init__(self, look: Look, px: float = 30, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._px = px
        self._scale = 1.0
        self._text = ""
        self._side: Side | None = None
        self.hide()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.update()

    def set_scale(self, scale: float) -> None:
        """Set the size of one design pixel."""
        self._scale = scale
        self.updateGeometry()
        self.resize(self.sizeHint())

    def show_side(self, side: Side | None, text: str) -> None:
        """Show a side under this text; nothing where both sides work together."""
        if (side, text) != (self._side, self._text):
            self._side, self._text = side, text
            self.setAccessibleName(text)
            self.setVisible(side is not None)
            self.resize(self.sizeHint())
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as the text, the square and the margins."""
        metrics_width = self._metrics_width()
        return QSize(round(metrics_width + 2.62 * self._px * self._scale), round(1.87 * self._px * self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self._look.theme, self._px * self._scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.accent))
        painter.drawRoundedRect(QRectF(self.rect()), 12 * self._scale, 12 * self._scale)
        half = 0.5 * px
        centre = QPointF(1.08 * px, self.height() / 2)
        square = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
        outline = QPainterPath()
        outline.addRoundedRect(square, 0.26 * px, 0.26 * px)
        painter.setPen(QPen(colour(theme.on_accent), 0.09 * px))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
        filled = QRectF(square)
        if self._side is Side.RIGHT:
            filled.setLeft(centre.x())
        else:
            filled.setRight(centre.x())
        part = QPainterPath()
        part.addRect(filled)
        painter.fillPath(outline.intersected(part), colour(theme.on_accent))
        painter.setPen(colour(theme.on_accent))
        painter.setFont(display_font(px, 700))
        text = QRectF(self.rect()).adjusted(1.98 * px, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)

    def _metrics_width(self) -> float:
        return QFontMetricsF(display_font(self._px * self._scale, 700)).horizontalAdvance(self._text)
