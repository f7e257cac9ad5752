"""The way back to the page that led here."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.return_key import pressed_by_return
from ribdown.ui.widgets.text import TextStyle

_STYLE = TextStyle(15, 600)
_HEIGHT, _CHEVRON, _GAP, _PAD = 32, 18, 6, 6


class BackLink(QAbstractButton):
    """A chevron to the left and the page's name."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.setFont(_STYLE.font(look))
        self.updateGeometry()
        self.update()

    def set_text(self, text: str) -> None:
        """Lead to another page."""
        self.setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for both."""
        s = self._look.text_scale
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(round(text + (_CHEVRON + _GAP + 2 * _PAD) * s), round(_HEIGHT * s))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes back."""
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both, and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, s = self._look.theme, self._look.text_scale
        ink = colour(theme.accent_hover if self.underMouse() else theme.accent)
        side = _CHEVRON * s
        painter.save()
        painter.translate(_PAD * s + side / 2, self.height() / 2)
        painter.scale(-1, 1)  # the icon points to the right
        paint_icon(painter, "chevron", QRectF(-side / 2, -side / 2, side, side), ink, 2.4)
        painter.restore()
        painter.setPen(ink)
        painter.setFont(self.font())
        left = (_PAD + _CHEVRON + _GAP) * s
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), 8, theme.focus)
