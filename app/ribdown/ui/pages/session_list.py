"""The list of sessions: as high as its rows, or as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from ribdown.core.history import SessionRecord
from ribdown.ui.appearance import palette
from ribdown.ui.look import Look
from ribdown.ui.pages.history_delegate import HistoryDelegate
from ribdown.ui.pages.history_model import HistoryModel
from ribdown.ui.translation import translate
from ribdown.ui.widgets.scroll_bar import slim_scroll_bar


class SessionList(QListView):
    """`opened` says that the person wants to see the current session, `delete_asked` that it is to go."""

    opened = Signal()
    delete_asked = Signal()
    moved = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = HistoryModel(self)
        self._delegate = HistoryDelegate(look, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(translate("words", "Sessions"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.clicked.connect(self.opened)
        self.selectionModel().currentChanged.connect(self.moved)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.setPalette(palette(look.theme))
        slim_scroll_bar(self, look)
        self._lay_out()

    def set_records(self, records: Sequence[SessionRecord]) -> None:
        """Show these sessions, and stay at the one that was current, or in its row."""
        current, row = self.current, self.currentIndex().row()
        self._model.set_records(records)
        kept = self._model.row_of(current.id) if current is not None else -1
        self._go(kept if kept >= 0 else min(row, len(records) - 1))
        self._lay_out()

    @property
    def current(self) -> SessionRecord | None:
        """The session that the keyboard is on."""
        row = self.currentIndex().row()
        return self._model.records[row] if row >= 0 else None

    def mark_opened(self, session_id: str) -> None:
        """Mark the session that is shown beside the list; an empty id marks none."""
        self._delegate.opened = session_id
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(600, self._delegate.row_height(self.width()) * self._model.rowCount())

    def minimumSizeHint(self) -> QSize:
        """Two rows."""
        return QSize(240, self._delegate.row_height(self.width()) * min(self._model.rowCount(), 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let rows take one line or two."""
        super().resizeEvent(event)
        self.updateGeometry()
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Space open a session, Delete takes it out."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, row: int) -> None:
        if row >= 0:
            self.setCurrentIndex(self._model.index(row))

    def _lay_out(self) -> None:
        years = len({record.started.year for record in self._model.records}) > 1
        self._delegate.set_look(self._look, years=years)
        self.updateGeometry()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
