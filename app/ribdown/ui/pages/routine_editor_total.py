"""How long the routine takes, at the top of the editor while its head is out of sight."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ribdown.ui.look import Look, colour
from ribdown.ui.translation import translate
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.text import STRONG, Text

_MARGIN = 6  # px; together with the text no higher than the room that Qt leaves above what has the keyboard


class RoutineEditorTotal(QWidget):
    """A strip over the page. It takes neither clicks nor the keyboard."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._text = Text(look, STRONG)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text)
        self._row.addStretch(1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        self.update()

    def show_total(self, length: str) -> None:
        """Show a length."""
        self._text.set_text(translate("words", "{} in all").format(length))

    def place(self, left: int, width: int) -> None:
        """Lie over the top of a page of this width whose column begins at `left`, in pixels."""
        self._row.setContentsMargins(left, _MARGIN, 0, _MARGIN)
        self.setGeometry(0, 0, width, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and a line below."""
        painter, theme = QPainter(self), self._look.theme
        painter.fillRect(self.rect(), colour(theme.bg))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour(theme.line))
