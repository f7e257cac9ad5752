"""A switch with its text: painted like the ones in Settings, spoken like a check box."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.return_key import pressed_by_return

_WIDTH, _HEIGHT = 48, 28
_PAD = 5  # above and below the text
_GAP = 16
_RING_GAP = 5  # the focus ring and the space inside it
_WRAP = Qt.TextFlag.TextWordWrap


class Switch(QCheckBox):
    """`text` stands at the left of the switch, `detail` below it, smaller. Without a text, name it for the screen
    reader."""

    def __init__(self, look: Look, text: str = "", detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._detail = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_texts(text, detail)

    def set_texts(self, text: str, detail: str = "") -> None:
        """Show other texts."""
        self._detail = detail
        self.setText(text)
        self.setAccessibleDescription(detail)
        self.updateGeometry()
        self.update()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The text on one line, and the switch."""
        return self._size([self.text()], [self._detail])

    def minimumSizeHint(self) -> QSize:
        """The text's longest word, and the switch."""
        return self._size(self.text().split(), self._detail.split())

    def heightForWidth(self, width: int) -> int:
        """As high as the wrapped text."""
        text, detail = self._text_boxes(width)
        return max(round(_HEIGHT * self._look.text_scale), text.height() + detail.height()) + 2 * _PAD

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 (Qt's name)
        """The whole row switches."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return switches too."""
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, the switch and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        text, detail = self._text_boxes(self.width())
        top = (self.height() - text.height() - detail.height()) // 2
        text.moveTop(top)
        detail.moveTop(top + text.height())
        painter.setPen(colour(theme.text))
        painter.setFont(self._text_font())
        painter.drawText(text, _WRAP, self.text())
        painter.setPen(colour(theme.text2))
        painter.setFont(self._detail_font())
        painter.drawText(detail, _WRAP, self._detail)
        self._paint_toggle(painter)

    def _paint_toggle(self, painter: QPainter) -> None:
        theme, s = self._look.theme, self._look.text_scale
        box = QRectF(self.width() - _WIDTH * s, (self.height() - _HEIGHT * s) / 2, _WIDTH * s, _HEIGHT * s)
        on = self.isChecked()
        focused = self.hasFocus()
        if on or not focused:  # off, the focus ring is the outline
            painter.setPen(Qt.PenStyle.NoPen if on else QPen(colour(theme.edge), 2))
            painter.setBrush(colour(theme.accent) if on else Qt.BrushStyle.NoBrush)
            inset = _RING_GAP if focused else 0 if on else 1
            track = box.adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        if focused:
            paint_focus_ring(painter, box, box.height() / 2, theme.focus)
        knob = QRectF(0, 0, 16 * s, 16 * s)
        knob.moveCenter(box.center())
        knob.moveLeft(box.right() - 22 * s if on else box.left() + 6 * s)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.on_accent if on else theme.edge))
        painter.drawEllipse(knob)
        if on:
            check = QRectF(box.left() + 8 * s, box.center().y() - 7 * s, 14 * s, 14 * s)
            paint_icon(painter, "check", check, colour(theme.on_accent), 3)

    def _size(self, texts: Sequence[str], details: Sequence[str]) -> QSize:
        text, detail = QFontMetrics(self._text_font()), QFontMetrics(self._detail_font())
        widths = [*map(text.horizontalAdvance, texts), *map(detail.horizontalAdvance, details)]
        width = self._toggle_room() + max(widths, default=0) + 2
        return QSize(width, self.heightForWidth(width))

    def _text_boxes(self, width: int) -> tuple[QRect, QRect]:
        room = QRect(0, 0, max(width - self._toggle_room(), 1), 10_000)
        return (
            _wrapped(self._text_font(), room, self.text()),
            _wrapped(self._detail_font(), room, self._detail),
        )

    def _toggle_room(self) -> int:
        """The switch and the gap before it."""
        return round(_WIDTH * self._look.text_scale) + (_GAP if self.text() else 0)

    def _text_font(self) -> QFont:
        return text_font(16 * self._look.text_scale, 500)

    def _detail_font(self) -> QFont:
        return text_font(14 * self._look.text_scale)


def _wrapped(font: QFont, room: QRect, text: str) -> QRect:
    height = QFontMetrics(font).boundingRect(room, _WRAP, text).height() if text else 0
    return QRect(room.left(), 0, room.width(), height)
