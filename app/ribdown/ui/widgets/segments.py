"""A few choices side by side, of which one holds: spoken like radio buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.return_key import pressed_by_return

_HEIGHT = 40
_RADIUS = 10
_PAD, _LEAST_PAD = 15, 7
_CHECK = 14  # the sign of the choice that holds, where two leave room for it


class Segment(QRadioButton):
    """One choice; `first` and `last` have the round ends."""

    def __init__(self, look: Look, text: str, *, first: bool, last: bool, check: bool) -> None:
        super().__init__(text)
        self._look = look
        self._first, self._last, self._check = first, last, check
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the text at its boldest."""
        return self._padded(_PAD)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its text."""
        return self._padded(_LEAST_PAD)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 (Qt's name)
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return chooses too."""
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the choice, filled where it holds, and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, chosen = self._look.theme, self.isChecked()
        shape = self._shape()
        if chosen:
            painter.fillPath(shape, colour(theme.accent_hover if self.underMouse() else theme.accent))
        elif self.underMouse():
            painter.fillPath(shape, colour(theme.raised))
        painter.strokePath(shape, QPen(colour(theme.edge), 1))
        ink = colour(theme.on_accent if chosen else theme.text2)
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
            paint_focus_ring(painter, ring, _RADIUS - 3, theme.on_accent if chosen else theme.focus)
        sign = self._sign() if chosen else 0.0
        font = self._text_font(600 if chosen else 500)
        left = (self.width() - sign - QFontMetrics(font).horizontalAdvance(self.text())) / 2
        if sign:
            size = _CHECK * self._look.text_scale
            paint_icon(painter, "check", QRectF(left, (self.height() - size) / 2, size, size), ink, 3)
        painter.setPen(ink)
        painter.setFont(font)
        box = QRectF(left + sign, 0, self.width(), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _shape(self) -> QPainterPath:
        """Neighbours share their line, so that it is one pixel wide."""
        box = QRectF(self.rect()).adjusted(0.5 if self._first else -0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(box, _RADIUS, _RADIUS)
        for square, part in ((not self._first, box.left()), (not self._last, box.right() - _RADIUS)):
            if square:
                corner = QPainterPath()
                corner.addRect(QRectF(part, box.top(), _RADIUS, box.height()))
                path = path.united(corner)
        return path

    def _padded(self, pad: int) -> QSize:
        text = QFontMetrics(self._text_font(600)).horizontalAdvance(self.text())
        return QSize(round(text + self._sign() + 2 * pad), round(_HEIGHT * max(self._look.text_scale * 0.85, 1.0)))

    def _sign(self) -> float:
        return (_CHECK + 8) * self._look.text_scale if self._check else 0.0

    def _text_font(self, weight: int) -> QFont:
        return text_font(14 * self._look.text_scale, weight, tabular=True)


class Segments(QWidget):
    """`picked` carries the value that the person chose; `title` is what is chosen, for the screen reader."""

    picked = Signal(object)

    def __init__(
        self, look: Look, title: str, options: Sequence[tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in options]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, (_, text) in enumerate(options):
            ends = {"first": index == 0, "last": index == len(options) - 1}
            segment = Segment(look, text, **ends, check=len(options) == 2)
            segment.setAccessibleName(f"{title}: {text}")
            self._group.addButton(segment, index)
            row.addWidget(segment)
        self._group.idClicked.connect(lambda index: self.picked.emit(self._values[index]))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        for segment in self._group.buttons():
            if isinstance(segment, Segment):
                segment.set_look(look)

    def show_value(self, value: object) -> None:
        """Show this value as the one that holds."""
        segment = self._group.button(self._values.index(value))
        segment.setChecked(True)
        self.setFocusProxy(segment)
