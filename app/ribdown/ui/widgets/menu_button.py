"""A quiet button that opens a menu, and looks like it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter

from ribdown.ui.icons import paint_icon
from ribdown.ui.widgets.quiet_button import QuietButton

_CHEVRON, _GAP = 14, 6  # px at 100 % text


class MenuButton(QuietButton):
    """With a chevron behind its text."""

    def sizeHint(self) -> QSize:
        """As wide as the text and the chevron."""
        return super().sizeHint() + QSize(round(self._tail()), 0)

    def _paint_face(self, painter: QPainter, ink: QColor) -> None:
        tail, side = self._tail(), _CHEVRON * self._look.text_scale
        text = self.fontMetrics().horizontalAdvance(self.text())
        painter.save()
        painter.translate(-tail / 2, 0)
        super()._paint_face(painter, ink)
        painter.translate((self.width() + text) / 2 + tail - side / 2, self.height() / 2)
        painter.rotate(90)  # the icon points to the right
        paint_icon(painter, "chevron", QRectF(-side / 2, -side / 2, side, side), ink, 2.4)
        painter.restore()

    def _tail(self) -> float:
        return (_CHEVRON + _GAP) * self._look.text_scale
