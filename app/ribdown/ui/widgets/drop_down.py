"""A list that drops down to choose one value from."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.return_key import is_return

_NARROWEST, _WIDEST = 120, 240
_HEIGHT = 40
_RADIUS = 10
_PAD = 13
_CHEVRON = 16


class DropDown(QComboBox):
    """`picked` carries the value that the person chose."""

    picked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._options: tuple[tuple[object, str], ...] = ()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda index: self.picked.emit(self._options[index][0]))
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        theme = look.theme
        self.setFont(self._text_font())
        self.view().setStyleSheet(
            f"QAbstractItemView {{ background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.edge};"
            f" selection-background-color: {theme.accent}; selection-color: {theme.on_accent}; outline: 0; }}"
        )
        self.updateGeometry()
        self.update()

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer these values, each with its text, and show the first."""
        if tuple(options) != self._options:
            self._options = tuple(options)
            self.clear()
            self.addItems([text for _, text in options])
            self.updateGeometry()

    def show_value(self, value: object) -> None:
        """Show this value; where it is not offered, the list stays as it is."""
        for index, (option, _) in enumerate(self._options):
            if option == value:
                self.setCurrentIndex(index)

    def sizeHint(self) -> QSize:
        """As wide as its longest text, as far as that is bearable."""
        metrics = QFontMetrics(self._text_font())
        texts = max((metrics.horizontalAdvance(text) for _, text in self._options), default=0)
        scale = self._look.text_scale
        width = min(max(texts + round(self._room()) + 2, round(_NARROWEST * scale)), round(_WIDEST * scale))
        return QSize(width, round(_HEIGHT * max(scale * 0.85, 1.0)))

    def minimumSizeHint(self) -> QSize:
        """A longer text is shortened."""
        return self.sizeHint().boundedTo(QSize(round(_NARROWEST * self._look.text_scale), 1000))

    def showPopup(self) -> None:  # noqa: N802 (Qt's name)
        """Open the list at the value that holds: Qt remembers where the keyboard was when it was left."""
        super().showPopup()
        self.view().setCurrentIndex(self.model().index(self.currentIndex(), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the list."""
        if is_return(event):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page and changes nothing on the way."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, the text, the chevron and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, enabled = self._look.theme, self.isEnabled()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ink = colour(theme.text if enabled else theme.text3)
        painter.setPen(QPen(colour(theme.edge if enabled else theme.line), 1))
        fill = colour(theme.raised if self.underMouse() else theme.bg)
        painter.setBrush(fill if enabled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), _RADIUS, theme.focus)
        painter.setPen(ink)
        painter.setFont(self._text_font())
        text = QRectF(_PAD, 0, self.width() - self._room(), self.height())
        shown = QFontMetrics(self._text_font()).elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, int(text.width()) + 1
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)
        chevron = _CHEVRON * self._look.text_scale
        painter.translate(self.width() - _PAD - chevron / 2, self.height() / 2)
        painter.rotate(90)  # the icon points to the right
        paint_icon(painter, "chevron", QRectF(-chevron / 2, -chevron / 2, chevron, chevron), ink)

    def _room(self) -> float:
        """What is not text."""
        return 2 * _PAD + (_CHEVRON + 8) * self._look.text_scale

    def _text_font(self) -> QFont:
        return text_font(15 * self._look.text_scale, 500, tabular=True)
