"""What opens beside a page, at its right edge: a surface with a head, a close button, and a part that scrolls."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ribdown.ui.appearance import palette
from ribdown.ui.look import Look, colour
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.scroll_bar import slim_scroll_bar
from ribdown.ui.widgets.text import HEADING, QUIET, Text


class _Content(QWidget):
    def showEvent(self, event: QShowEvent) -> None:
        """Lay out for the size of now: Qt does not where that changed while this was hidden."""
        layout = self.layout()
        if layout is not None:
            layout.setGeometry(self.rect())


class Drawer(QWidget):
    """`closed` says that it is to go. `footer` takes buttons."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._above = Text(look, QUIET, wrap=True)
        self._heading = Text(look, HEADING, wrap=True)
        self.close_button = Button("", look, icon="cross", height=40)
        self.close_button.setAccessibleName(translate("words", "Close"))
        self.close_button.clicked.connect(self.closed)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._above)
        titles.addWidget(self._heading)
        header = QHBoxLayout()
        header.setContentsMargins(28, 28, 28, 0)
        header.addLayout(titles, 1)
        header.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.footer = QHBoxLayout()
        self.footer.setContentsMargins(28, 0, 28, 14)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2, 0, 0, 0)
        rows.setSpacing(12)
        rows.addLayout(header)
        rows.addWidget(self._area, 1)
        rows.addLayout(self.footer)
        self._paint_ground()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        self._paint_ground()

    def leave(self) -> bool:
        """Leave what is done in the drawer, and return whether there was anything."""
        return False

    def let_change(self, *, allowed: bool) -> None:
        """Whether the history can be changed now."""

    def show_head(self, above: str, heading: str) -> None:
        """Show other titles; the small one may be empty."""
        self._above.set_text(above)
        self._above.setVisible(bool(above))
        self._heading.set_text(heading)

    def new_rows(self) -> QVBoxLayout:
        """The rows of a new content, which takes the place of the one before."""
        content = _Content()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(28, 0, 28, 12)
        rows.setSpacing(10)
        self._area.setWidget(content)
        return rows

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and its left edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(self._look.theme.surface))
        painter.fillRect(0, 0, 2, self.height(), colour(self._look.theme.edge))

    def _paint_ground(self) -> None:
        self.close_button.setFixedWidth(self.close_button.sizeHint().height())
        ground = palette(self._look.theme)
        ground.setColor(ground.ColorRole.Window, colour(self._look.theme.surface))
        self._area.setPalette(ground)
        slim_scroll_bar(self._area, self._look)
