"""The sessions that are kept: reading them, taking one out, and bringing it back."""

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

    def take_out(self, session_id: str) -> None:
        """Delete a session; the one that was taken out before it can't be brought back any more."""
        records = self.read() or []
        try:
            self._store.delete(session_id)
        except HistoryError as error:
            self.problem.emit(error)
        else:
            self.remember(next((record for record in records if record.id == session_id), None))
            self.changed.emit()

    def remember(self, taken_out: SessionRecord | None) -> None:
        """This session was taken out; `bring_back` undoes it."""
        self._taken_out = taken_out

    def bring_back(self) -> None:
        """Keep the session again that was taken out last. It is not forgotten where that fails."""
        if self._taken_out is None:
            return
        try:
            self._store.save(self._taken_out)
        except HistoryError as error:
            self.problem.emit(error)
        else:
            self._taken_out = None
            self.changed.emit()
