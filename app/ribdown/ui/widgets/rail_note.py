"""The foot of the rail: when the next nudge comes."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, display_font, text_font
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.return_key import pressed_by_return

_LARGEST_TEXT = 1.3  # the rail is narrow
_PAD, _RADIUS = 15, 10


class RailNote(QAbstractButton):
    """A title with a bell, a large line and a small one; pressed, it leads to where they come from."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = ("", "", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self._scale = min(look.text_scale, _LARGEST_TEXT)
        self.updateGeometry()
        self.update()

    def show_lines(self, title: str, large: str, small: str) -> None:
        """Show these."""
        if (title, large, small) != self._lines:
            self._lines = title, large, small
            self.setAccessibleName(f"{title}: {large} {small}".strip())
            self.update()

    def sizeHint(self) -> QSize:
        """Three lines."""
        return QSize(0, round(100 * self._scale))

    def minimumSizeHint(self) -> QSize:
        """All of them."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses it."""
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame and the lines."""
        painter, theme, s = QPainter(self), self._look.theme, self._scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colour(theme.line), 1))
        painter.setBrush(colour(theme.raised) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.hasFocus():
            paint_focus_ring(painter, box, _RADIUS, theme.focus)
        title, large, small = self._lines
        icon = 18 * s
        paint_icon(painter, "bell", QRectF(_PAD, 14 * s, icon, icon), colour(theme.text2))
        lines = (
            (title, text_font(13 * s), theme.text2, _PAD + icon + 6, 13 * s),
            (large, display_font(20 * s, 600), theme.text, _PAD, 38 * s),
            (small, text_font(13 * s), theme.text2, _PAD, 67 * s),
        )
        for text, font, ink, left, top in lines:
            painter.setFont(font)
            painter.setPen(colour(ink))
            row = QRectF(left, top, self.width() - left - 8, 28 * s)
            painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)
