"""What the last import changed, kept beside the history, so that it can be undone as one step."""

import sqlite3
from collections.abc import Iterator

from ribdown.infra.export_lines import decoded
from ribdown.infra.history_records import Key, Record


class ImportUndo:
    """Reads it, within a transaction of the caller's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def count(self) -> int:
        """How many records undoing would change."""
        (count,) = self._connection.execute("SELECT count(*) FROM main.import_undo").fetchone()
        return int(count)

    def each(self) -> Iterator[tuple[Key, Record | None]]:
        """The keys of the records that were changed, and what was there before; None where that was nothing."""
        for table, id, before in self._connection.execute("SELECT kind, id, before FROM main.import_undo"):
            yield Key(table, id), decoded(before) if before is not None else None
