"""The sessions that are kept: reading them, changing what was said, taking one out, and bringing it back."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from ribdown.core.history import HistoryError, HistoryStore, SessionRecord


class PastSessions(QObject):
    """`changed` follows every change that succeeded, `problem` carries the HistoryError of one that did not."""

    changed = Signal()
    problem = Signal(object)

    def __init__(self, store: HistoryStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._taken_out: SessionRecord | None = None

    def read(self, since: date | None = None) -> list[SessionRecord] | None:
        """The sessions, newest first; None where they can't be read."""
        try:
            return self._store.sessions(since)
        except HistoryError as error:
            self.problem.emit(error)
            return None

    def edit(self, record: SessionRecord) -> bool:
        """Keep what is said of a session now, and return whether that succeeded."""
        return self._change(lambda: self._store.edit(record))

    def take_out(self, record: SessionRecord) -> bool:
        """Delete a session, and return whether that succeeded; the one that was taken out before it can't be brought
        back any more."""
        return self._change(lambda: self._store.delete(record.id), taken_out=record)

    def remember(self, taken_out: SessionRecord | None) -> None:
        """This session was taken out; `bring_back` undoes it."""
        self._taken_out = taken_out

    def bring_back(self) -> None:
        """Keep the session again that was taken out last. It is not forgotten where that fails."""
        record = self._taken_out
        if record is not None:
            self._change(lambda: self._store.save(record), taken_out=None)

    def _change(self, change: Callable[[], None], **outcome: SessionRecord | None) -> bool:
        try:
            change()
        except HistoryError as error:
            self.problem.emit(error)
            return False
        if "taken_out" in outcome:
            self._taken_out = outcome["taken_out"]
        self.changed.emit()
        return True
