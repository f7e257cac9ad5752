"""The rail at the left of the window: the pages, and when the next nudge comes."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, display_font, text_font
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.rail_note import RailNote
from ribdown.ui.widgets.return_key import pressed_by_return

WIDTH = 208


class NavButton(QAbstractButton):
    """One entry of the rail."""

    def __init__(self, text: str, icon: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self._icon = icon
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rail, 44 px high at 100 % text."""
        return QSize(WIDTH - 24, round(20 + 24 * self._look.text_scale))

    def minimumSizeHint(self) -> QSize:
        """A line of text: in a low window the entries move together, so that the note at the foot is whole."""
        return QSize(WIDTH - 24, round(24 * self._look.text_scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the entry."""
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the entry."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        box = QRectF(self.rect()).adjusted(2, 1, -2, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(colour(theme.raised))
            painter.drawRoundedRect(box, 10, 10)
        if self.isChecked():
            painter.setBrush(colour(theme.accent))
            painter.drawRoundedRect(QRectF(0, box.top() + 10, 4, box.height() - 20), 2, 2)
        if self.hasFocus():
            paint_focus_ring(painter, box.adjusted(-0.5, -0.5, 0.5, 0.5), 10.5, theme.focus)
        ink = colour(theme.text if self.isChecked() else theme.text2)
        paint_icon(painter, self._icon, QRectF(18, box.center().y() - 10, 20, 20), ink)
        painter.setPen(ink)
        painter.setFont(text_font(15 * self._look.text_scale, 600 if self.isChecked() else 500))
        painter.drawText(box.adjusted(46, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


class NavRail(QWidget):
    """`page_chosen` carries the page's name."""

    page_chosen = Signal(str)

    def __init__(self, pages: dict[str, tuple[str, str]], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._group = QButtonGroup(self)
        self._buttons: dict[str, NavButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 92, 12, 20)
        column.setSpacing(4)
        for name, (text, icon) in pages.items():
            button = NavButton(text, icon, look)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, name=name: self.page_chosen.emit(name))
            self._group.addButton(button)
            self._buttons[name] = button
            column.addWidget(button)
        column.addStretch(1)
        self._note = RailNote(look)
        self._note.clicked.connect(lambda: self.page_chosen.emit(next(iter(self._buttons))))
        self._note.hide()
        column.addWidget(self._note)
        self.setFixedWidth(WIDTH)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self._note.set_look(look)
        for button in self._buttons.values():
            button.set_look(look)
        self.update()

    def show_page(self, name: str) -> None:
        """Mark the page that is shown."""
        self._buttons[name].setChecked(True)

    def show_note(self, title: str, large: str, small: str) -> None:
        """Show this at the foot, which leads to the first page; nothing where there is no title."""
        self._note.show_lines(title, large, small)
        self._note.setVisible(bool(title))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        painter.fillRect(self.rect(), colour(theme.sunken))
        painter.setPen(QPen(colour(theme.line), 1))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        paint_icon(painter, "ribdown", QRectF(26, 30, 28, 28), colour(theme.accent), 2.4)
        painter.setPen(colour(theme.text))
        painter.setFont(display_font(19, 700))
        painter.drawText(QRectF(66, 28, 130, 32), Qt.AlignmentFlag.AlignVCenter, "Ribdown")
