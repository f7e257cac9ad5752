"""What opens beside the history: one session in full, or the backups."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from ribdown.core.history import SessionRecord
from ribdown.ui.look import Look
from ribdown.ui.pages.drawer import Drawer

if TYPE_CHECKING:
    from ribdown.ui.pages.backup_list import BackupList
    from ribdown.ui.pages.session_detail import SessionDetail

D = TypeVar("D", bound=Drawer)


class HistoryDrawers(QWidget):
    """Hidden until something is shown in it. `delete_asked` and `edited` carry a session's record, `restore_asked` a
    Backup. `titles` are the exercises' by id."""

    closed = Signal()
    delete_asked = Signal(object)
    edited = Signal(object)
    restore_asked = Signal(object)
    undo_import_asked = Signal()

    def __init__(self, look: Look, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._titles = titles
        self._drawers: list[Drawer] = []
        self._changeable = True
        self._stack = QStackedLayout(self)
        self.hide()

    # A drawer is made when it is first needed: it would delay the page's first paint.
    @cached_property
    def detail(self) -> "SessionDetail":
        """One session in full."""
        from ribdown.ui.pages.session_detail import SessionDetail

        detail = SessionDetail(self._look, self._titles)
        detail.delete_asked.connect(self.delete_asked)
        detail.edited.connect(self.edited)
        return self._add(detail)

    @cached_property
    def backups(self) -> "BackupList":
        """The backups there are."""
        from ribdown.ui.pages.backup_list import BackupList

        backups = BackupList(self._look)
        backups.restore_asked.connect(self.restore_asked)
        backups.undo_asked.connect(self.undo_import_asked)
        return self._add(backups)

    @property
    def shows_backups(self) -> bool:
        """Whether the backups are open."""
        return self.isVisible() and "backups" in vars(self) and self._stack.currentWidget() is self.backups

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        for drawer in self._drawers:
            drawer.set_look(look)

    def show_session(self, record: SessionRecord) -> None:
        """Show a session in full."""
        self.detail.show_record(record)
        self._stack.setCurrentWidget(self.detail)
        self.show()

    def show_backups(self) -> None:
        """Show the backups, with the keyboard on the way back."""
        self._stack.setCurrentWidget(self.backups)
        self.show()
        self.backups.close_button.setFocus()

    def leave(self) -> bool:
        """Leave what is done in the open drawer, and return whether there was anything."""
        return any(drawer.leave() for drawer in self._drawers if drawer is self._stack.currentWidget())

    def let_change(self, *, allowed: bool) -> None:
        """Whether the history can be changed now."""
        self._changeable = allowed
        for drawer in self._drawers:
            drawer.let_change(allowed=allowed)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was not saved is left as it was."""
        self.leave()

    def _add(self, drawer: D) -> D:
        drawer.closed.connect(self.closed)
        drawer.let_change(allowed=self._changeable)
        self._drawers.append(drawer)
        self._stack.addWidget(drawer)
        return drawer
