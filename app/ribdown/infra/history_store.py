"""The history in SQLite."""

import sqlite3
from collections import defaultdict
from datetime import date
from pathlib import Path

from ribdown.core.history import BlockRecord, SessionRecord
from ribdown.infra.history_errors import using
from ribdown.infra.history_rows import BLOCK_COLUMNS, Row, block_record, block_rows, session_record, session_row
from ribdown.infra.migration import transaction


class SqliteHistory:
    """The `HistoryStore` in an open database; `path` is the file's, for what is said of it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def close(self) -> None:
        """Let go of the file. Nothing else works afterwards."""
        self._connection.close()

    def save(self, record: SessionRecord) -> None:
        """Write a session and its blocks, replacing an earlier state of the same id. Raises HistoryError."""
        session, blocks = session_row(record), block_rows(record)
        with (
            using(self._path, "The session could not be saved", "save again"),
            transaction(self._connection, "IMMEDIATE"),
        ):
            self._connection.execute("DELETE FROM session WHERE id = ?", (record.id,))
            self._insert("session", [session])
            self._insert("block", blocks)

    def delete(self, session_id: str) -> None:
        """Take a session out. Saving the record again undoes it. Raises HistoryError."""
        with (
            using(self._path, "The session could not be deleted", "delete it again"),
            transaction(self._connection, "IMMEDIATE"),
        ):
            self._connection.execute("DELETE FROM session WHERE id = ?", (session_id,))

    def sessions(self, since: date | None = None) -> list[SessionRecord]:
        """The sessions, newest first; with `since`, those whose local day is that or later. Raises HistoryError."""
        first_day = since.isoformat() if since else ""
        with using(self._path, "The history could not be read", "try again"), transaction(self._connection, "DEFERRED"):
            blocks = self._blocks(first_day)
            cursor = self._connection.execute(
                "SELECT * FROM session WHERE day >= ? ORDER BY started_at DESC, id", (first_day,)
            )
            names = [column for column, *_ in cursor.description]
            rows: list[Row] = [dict(zip(names, values, strict=True)) for values in cursor]
            return [session_record(row, tuple(blocks[row["id"]])) for row in rows]

    def _blocks(self, first_day: str) -> defaultdict[str, list[BlockRecord]]:
        columns = ", ".join(f"block.{name}" for name in BLOCK_COLUMNS)
        found = defaultdict(list)
        for session, *values in self._connection.execute(
            # CROSS keeps SQLite from reading every block there is to have them sorted by session.
            f"SELECT block.session, {columns} FROM session CROSS JOIN block ON block.session = session.id"
            " WHERE session.day >= ? ORDER BY block.position",
            (first_day,),
        ):
            found[session].append(block_record(tuple(values)))
        return found

    def _insert(self, table: str, rows: list[Row]) -> None:
        for row in rows:
            values = ", ".join(f":{name}" for name in row)
            self._connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({values})", row)
