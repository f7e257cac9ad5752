"""What the last import changed, kept beside the history, so that it can be undone as one step."""

import sqlite3
from collections.abc import Iterator

from ribdown.infra.export_lines import decoded
from ribdown.infra.history_records import HistoryRecords, Key, Record


class ImportUndo:
    """Works within a transaction of the caller's, so that the history and this never part."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def forget(self) -> None:
        """There is nothing to undo."""
        self._connection.execute("DELETE FROM import_undo")

    def remember(self, key: Key, before: bytes | None) -> None:
        """The record of this key was changed: it had this line before, or was not there."""
        self._connection.execute("INSERT INTO import_undo VALUES (?, ?, ?)", (key.table, key.id, before))

    def count(self) -> int:
        """How many records undoing would change."""
        (count,) = self._connection.execute("SELECT count(*) FROM import_undo").fetchone()
        return int(count)

    def apply(self) -> None:
        """Put every record back as it was. What was saved since under other ids stays."""
        records = HistoryRecords(self._connection)
        for key, before in self._each():
            records.remove(key)
            if before is not None:
                records.add(before)
        self.forget()

    def _each(self) -> Iterator[tuple[Key, Record | None]]:
        for table, id, before in self._connection.execute("SELECT kind, id, before FROM import_undo"):
            yield Key(table, id), decoded(before) if before is not None else None
