"""A button whose text breaks into lines where one line has no room."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy

from ribdown.ui.icons import paint_icon
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.quiet_button import RING_ROOM

_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)


class WrappingButton(Button):
    """Layouts give it its height only where it is aligned both ways: Qt holds others to the height of one line."""

    def sizeHint(self) -> QSize:
        """One line."""
        return super().sizeHint() + QSize(round(2 * RING_ROOM * self._look.text_scale), 0)

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word."""
        word = max(map(self.fontMetrics().horizontalAdvance, self.text().split()), default=0)
        return QSize(self._beside() + word + 1, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """As many lines as the text takes."""
        line = self.sizeHint()
        if width >= line.width():
            return line.height()
        room = QRect(0, 0, width - self._beside(), 10_000)
        lines = self.fontMetrics().boundingRect(room, _WRAPPED, self.text()).height()
        return line.height() + lines - self.fontMetrics().height()

    def _paint_face(self, painter: QPainter, ink: QColor) -> None:
        if self.width() >= self.sizeHint().width():
            super()._paint_face(painter, ink)
            return
        icon, gap = (self._size() * 1.25, self._gap()) if self._icon else (0.0, 0.0)
        left = (self._beside() - icon - gap) / 2
        if self._icon:
            paint_icon(painter, self._icon, QRectF(left, (self.height() - icon) / 2, icon, icon), ink, 2.2)
        painter.setPen(ink)
        painter.setFont(self.font())
        text = QRectF(left + icon + gap, 0, self.width() - self._beside(), self.height())
        painter.drawText(text, _WRAPPED, self.text())

    def _policy(self) -> QSizePolicy:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        return policy

    def _beside(self) -> int:
        """What is not text."""
        return self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
