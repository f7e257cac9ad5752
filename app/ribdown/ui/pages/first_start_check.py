"""A box to tick, as large as what is said in it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.return_key import pressed_by_return
from ribdown.ui.widgets.text import TextStyle

_TEXT, _DETAIL = TextStyle(17, 600), TextStyle(15, ink="text2")
_RADIUS = 14.0
_SIDE, _PAD = 28, 16  # px at 100 % text: the tick's box, and the room around all
_WRAP = Qt.TextFlag.TextWordWrap


class CheckRow(QCheckBox):
    """`text` stands beside the box, a detail below it, smaller."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self._detail = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def explain(self, detail: str) -> None:
        """Say this below the text."""
        self._detail = detail
        self.setAccessibleDescription(detail)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The text on one line."""
        return self._size((self.text(),), (self._detail,))

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word; how high that makes it, `heightForWidth` says."""
        return QSize(self._size(self.text().split(), self._detail.split()).width(), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """As high as the wrapped text."""
        text, detail = self._boxes(width)
        s = self._look.text_scale
        return round(max(_SIDE * s, text.height() + detail.height()) + 2 * _PAD * s)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 (Qt's name)
        """The whole row ticks."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return ticks too."""
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row's outline, the box with its tick, the texts and the focus ring."""
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        outline = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(colour(theme.accent if on else theme.edge), 2 if on else 1))
        painter.setBrush(colour(theme.raised) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(outline, _RADIUS, _RADIUS)
        if self.hasFocus():
            paint_focus_ring(painter, outline.adjusted(3, 3, -3, -3), _RADIUS - 3, theme.focus)
        self._paint_tick(painter)
        text, detail = self._boxes(self.width())
        top = (self.height() - text.height() - detail.height()) // 2
        for box, style, words in ((text, _TEXT, self.text()), (detail, _DETAIL, self._detail)):
            painter.setPen(colour(getattr(theme, style.ink)))
            painter.setFont(style.font(self._look))
            painter.drawText(box.translated(0, top), _WRAP, words)
            top += box.height()

    def _paint_tick(self, painter: QPainter) -> None:
        theme, s = self._look.theme, self._look.text_scale
        on = self.isChecked()
        side = _SIDE * s
        box = QRectF((_PAD + 3) * s, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(colour(theme.edge), 2))
        painter.setBrush(colour(theme.accent) if on else Qt.BrushStyle.NoBrush)
        inset = 0 if on else 1
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 7 * s, 7 * s)
        if on:
            gap = 4 * s
            paint_icon(painter, "check", box.adjusted(gap, gap, -gap, -gap), colour(theme.on_accent), 3)

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        """Where the texts lie at a width, both at the top."""
        left = self._before()
        room = QRect(left, 0, max(width - left - self._after(), 1), 10_000)
        text, detail = (
            QFontMetrics(style.font(self._look)).boundingRect(room, _WRAP, words).height() if words else 0
            for style, words in ((_TEXT, self.text()), (_DETAIL, self._detail))
        )
        return QRect(left, 0, room.width(), text), QRect(left, 0, room.width(), detail)

    def _size(self, texts: Sequence[str], details: Sequence[str]) -> QSize:
        text, detail = QFontMetrics(_TEXT.font(self._look)), QFontMetrics(_DETAIL.font(self._look))
        widths = [*map(text.horizontalAdvance, texts), *map(detail.horizontalAdvance, details)]
        width = self._before() + max(widths, default=0) + 2 + self._after()
        return QSize(width, self.heightForWidth(width))

    def _before(self) -> int:
        return round((_PAD + 3 + _SIDE + 14) * self._look.text_scale)

    def _after(self) -> int:
        return round(_PAD * self._look.text_scale)
