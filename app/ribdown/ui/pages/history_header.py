"""The head of the history: its title, how much time it shows, and the ways out and in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.flow import Flow
from ribdown.ui.widgets.segments import Segments
from ribdown.ui.widgets.text import PAGE, Text


class HistoryHeader(QWidget):
    """`range_changed` says whether a year is wanted."""

    range_changed = Signal(object)
    export_asked = Signal()
    import_asked = Signal()
    backups_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(look, PAGE, translate("words", "History"))
        options = ((False, translate("words", "Weeks")), (True, translate("words", "Year")))
        self._range = Segments(look, translate("words", "Shown"), options)
        self._range.show_value(False)  # noqa: FBT003 (a value among others)
        self._range.picked.connect(self.range_changed)
        self._export = Button(translate("words", "Export"), look, icon="lift", height=40, px=15)
        self._import = Button(translate("words", "Import"), look, icon="lower", height=40, px=15)
        self.backups = Button(translate("words", "Backups"), look, icon="clock", height=40, px=15)
        self._export.clicked.connect(self.export_asked)
        self._import.clicked.connect(self.import_asked)
        self.backups.clicked.connect(self.backups_asked)
        self._tail = Flow(12)
        for part in (self._range, self._export, self._import, self.backups):
            self._tail.addWidget(part)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(self._title, 1)
        self._row.addLayout(self._tail)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        dress(self, look)

    def let_change(self, *, allowed: bool) -> None:
        """Whether a file can be written or read now."""
        for button in (self._export, self._import, self.backups):
            button.setEnabled(allowed)

    def show_filled(self, *, filled: bool) -> None:
        """Whether there is anything to show or write."""
        self._range.setVisible(filled)
        self._export.setVisible(filled)

    def fit(self, width: int) -> None:
        """Put the buttons beside the title or below it, as this width in pixels has room for."""
        beside = self._title.sizeHint().width() + self._tail.sizeHint().width() + 20 <= width
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
