"""A word in a pill, with an icon where there is one."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.text import TextStyle

_STYLE = TextStyle(13, 600)
_HEIGHT, _PAD, _ICON, _GAP = 28, 13, 14, 8


class BadgeKind(Enum):
    """Filled for what holds now, plain for a fact, dashed for what is still to come."""

    FILLED = "filled"
    PLAIN = "plain"
    DASHED = "dashed"


class Badge(QWidget):
    """As wide as its word."""

    def __init__(self, look: Look, text: str, kind: BadgeKind, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = text
        self._kind = kind
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_badge(self, text: str, kind: BadgeKind, icon: str = "") -> None:
        """Say something else."""
        self._text, self._kind, self._icon = text, kind, icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the word."""
        s = self._look.text_scale
        text = QFontMetrics(_STYLE.font(self._look)).horizontalAdvance(self._text)
        return QSize(round(text + (2 * _PAD + self._sign()) * s) + 1, round(_HEIGHT * s))

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, s = self._look.theme, self._look.text_scale
        filled = self._kind is BadgeKind.FILLED
        ink = colour(theme.on_accent if filled else theme.text2)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._kind is BadgeKind.DASHED:
            pen = QPen(colour(theme.edge), 1)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
        else:
            painter.setBrush(colour(theme.accent if filled else theme.raised))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = _PAD * s
        if self._icon:
            size = _ICON * s
            paint_icon(painter, self._icon, QRectF(left, (self.height() - size) / 2, size, size), ink, 2.4)
        painter.setPen(ink)
        painter.setFont(_STYLE.font(self._look))
        text = QRectF(left + self._sign() * s, 0, self.width(), self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self._text)

    def _sign(self) -> int:
        return _ICON + _GAP if self._icon else 0
