"""The history in SQLite."""

import sqlite3
from collections import defaultdict
from datetime import date
from pathlib import Path

from ribdown.core.history import BlockRecord, HistoryError, SessionRecord
from ribdown.core.nudges.record import NudgeRecord
from ribdown.infra.history_errors import using
from ribdown.infra.history_rows import BLOCK_COLUMNS, Row, block_record, block_rows, session_record, session_row
from ribdown.infra.migration import transaction
from ribdown.infra.nudge_rows import nudge_record, nudge_row
from ribdown.infra.thomas_tests import SqliteThomasTests


class SqliteHistory:
    """The `HistoryStore` and `NudgeStore` in an open database; `path` is the file's, for what is said of it."""

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

    def edit(self, record: SessionRecord) -> None:
        """Replace what was said after a session that is kept: effort, pain and note. Raises HistoryError."""
        with (
            using(self._path, "The session could not be changed", "save again"),
            transaction(self._connection, "IMMEDIATE"),
        ):
            edited = self._connection.execute(
                "UPDATE session SET effort = :effort, pain_before = :pain_before, pain_after = :pain_after,"
                " note = :note WHERE id = :id",
                session_row(record),
            )
            if not edited.rowcount:
                raise HistoryError("The session is not in the history any more.", "Bring it back, then change it.")

    def sessions(self, since: date | None = None) -> list[SessionRecord]:
        """The sessions, newest first; with `since`, those whose local day is that or later. Raises HistoryError."""
        first_day = since.isoformat() if since else ""
        with using(self._path, "The history could not be read", "try again"), transaction(self._connection, "DEFERRED"):
            blocks = self._blocks(first_day)
            rows = self._rows("SELECT * FROM session WHERE day >= ? ORDER BY started_at DESC, id", first_day)
            return [session_record(row, tuple(blocks[row["id"]])) for row in rows]

    @property
    def thomas_tests(self) -> SqliteThomasTests:
        """The self-test's results, in the same file."""
        return SqliteThomasTests(self._connection, self._path)

    def save_nudge(self, record: NudgeRecord) -> None:
        """Write a nudge's outcome, replacing an earlier one of the same slot. Raises HistoryError."""
        row = nudge_row(record)
        with (
            using(self._path, "The nudge could not be saved", "it is tried again by itself"),
            transaction(self._connection, "IMMEDIATE"),
        ):
            self._connection.execute("DELETE FROM nudge WHERE day = ? AND minute = ?", (row["day"], row["minute"]))
            self._insert("nudge", [row])

    def nudges(self, since: date | None = None, until: date | None = None) -> list[NudgeRecord]:
        """The outcomes in the slots' order; with `since` and `until`, those of these days and between.

        Raises HistoryError.
        """
        days = (since or date.min).isoformat(), (until or date.max).isoformat()
        with using(self._path, "The history could not be read", "try again"), transaction(self._connection, "DEFERRED"):
            rows = self._rows("SELECT * FROM nudge WHERE day BETWEEN ? AND ? ORDER BY day, minute", *days)
            return [nudge_record(row) for row in rows]

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

    def _rows(self, question: str, *values: str) -> list[Row]:
        cursor = self._connection.execute(question, values)
        names = [column for column, *_ in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def _insert(self, table: str, rows: list[Row]) -> None:
        for row in rows:
            values = ", ".join(f":{name}" for name in row)
            self._connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({values})", row)
