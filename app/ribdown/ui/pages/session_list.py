"""The list of sessions, as high as its rows: the page around it scrolls, and only rows that can be seen are painted."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from ribdown.core.session_list import ListedSession
from ribdown.ui.appearance import palette
from ribdown.ui.look import Look
from ribdown.ui.pages.history_delegate import HistoryDelegate
from ribdown.ui.pages.history_model import HistoryModel
from ribdown.ui.translation import translate

_PAGE = 10  # rows that Page Up and Page Down go


class SessionList(QListView):
    """`opened` says that the person wants to see the current session, `delete_asked` that it is to go; `moved` that
    another one is current."""

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
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.opened)
        self.selectionModel().currentChanged.connect(self.moved)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.setPalette(palette(look.theme))
        self._lay_out()

    def show_sessions(self, sessions: Sequence[ListedSession]) -> None:
        """Show these, and stay at the one that was current, or in its row."""
        current, row = self.current, self.currentIndex().row()
        self._model.set_records(sessions)
        kept = self._model.row_of(current.id) if current is not None else -1
        self.go_to(kept if kept >= 0 else min(row, len(sessions) - 1))
        self._lay_out()

    def add_sessions(self, sessions: Sequence[ListedSession]) -> None:
        """Show these below the others."""
        self._model.add_records(sessions)
        self._lay_out()

    @property
    def sessions(self) -> Sequence[ListedSession]:
        """What is shown."""
        return self._model.records

    @property
    def current(self) -> ListedSession | None:
        """The session that the keyboard is on."""
        row = self.currentIndex().row()
        return self._model.records[row] if row >= 0 else None

    @property
    def current_box(self) -> QRect:
        """Where the current row is."""
        return self.visualRect(self.currentIndex())

    def go_to(self, row: int) -> None:
        """Put the keyboard on a row; there may be none."""
        if 0 <= row < len(self._model.records):
            self.setCurrentIndex(self._model.index(row))

    def return_to(self, session_id: str) -> None:
        """Put the keyboard on a session, where it is here again."""
        row = self._model.row_of(session_id)
        if row >= 0:
            self.setFocus()
            self.go_to(row)

    def mark_opened(self, session_id: str) -> None:
        """Mark the session that is shown beside the list; an empty id marks none."""
        self._delegate.opened = session_id
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let rows take one line or more."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Space open a session, Delete takes it out."""
        pages = {Qt.Key.Key_PageUp: -_PAGE, Qt.Key.Key_PageDown: _PAGE}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif step := pages.get(Qt.Key(event.key())):
            row = self.currentIndex().row() + step
            self.go_to(min(max(row, 0), len(self._model.records) - 1))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel is the page's."""
        event.ignore()

    def _lay_out(self) -> None:
        years = len({record.started.year for record in self._model.records}) > 1
        self._delegate.set_look(self._look, years=years)
        self._fit()
        self.viewport().update()

    def _fit(self) -> None:
        self.setFixedHeight(max(self._delegate.row_height(self.width()) * self._model.rowCount(), 1))
        self.scheduleDelayedItemsLayout()
