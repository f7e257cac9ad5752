"""The headings of a page one below the other, to go to one of them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.return_key import pressed_by_return

_PAD, _LEFT, _BAR = 9, 14, 4  # px
_RADIUS = 8
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_WIDTH = 220


class ContentsRow(QRadioButton):
    """One heading; it breaks into lines."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrower, it has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines and the room around them."""
        box = QRect(0, 0, width - _LEFT - _PAD, 10_000)
        return QFontMetrics(self._text_font()).boundingRect(box, _WRAPPED, self.text()).height() + 2 * _PAD

    def sizeHint(self) -> QSize:
        """Of the usual width."""
        width = round(_WIDTH * self._look.text_scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        metrics = QFontMetrics(self._text_font())
        widest = max(metrics.horizontalAdvance(word) for word in self.text().split())
        return QSize(widest + _LEFT + _PAD, metrics.height())

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 (Qt's name)
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return chooses; Space turns pages."""
        if event.key() == Qt.Key.Key_Space:
            event.ignore()
        elif not pressed_by_return(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heading, marked where the page is there, and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = self._look.theme, QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(colour(theme.raised))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.isChecked():
            painter.setBrush(colour(theme.accent))
            painter.drawRoundedRect(QRectF(0, _PAD, _BAR, box.height() - 2 * _PAD), _BAR / 2, _BAR / 2)
        if self.hasFocus():
            paint_focus_ring(painter, box, _RADIUS, theme.focus)
        painter.setPen(colour(theme.text if self.isChecked() else theme.text2))
        painter.setFont(self._text_font())
        painter.drawText(self.rect().adjusted(_LEFT, 0, -_PAD, 0), _WRAPPED, self.text())

    def _text_font(self) -> QFont:
        return text_font(15 * self._look.text_scale, 500)


class ContentsList(QWidget):
    """`picked` carries the number of the heading that the person went to."""

    picked = Signal(int)

    def __init__(self, look: Look, headings: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for number, heading in enumerate(headings):
            row = ContentsRow(look, heading)
            self._group.addButton(row, number)
            rows.addWidget(row)
        self._group.idClicked.connect(self.picked)
        self.mark(0)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        dress(self, look)

    def mark(self, number: int) -> None:
        """Show the heading that the page has come to; the keyboard comes back to it."""
        row = self._group.button(number)
        inside = any(one.hasFocus() for one in self._group.buttons())
        row.setChecked(True)
        self.setFocusProxy(row)
        if inside:  # so that an arrow key goes on from there
            row.setFocus(Qt.FocusReason.OtherFocusReason)
