"""Every record of an open history, one at a time, within a transaction of the caller's."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from ribdown.core.history import SessionRecord
from ribdown.core.nudges.record import NudgeRecord
from ribdown.core.thomas_test import ThomasTest
from ribdown.infra.history_rows import BLOCK_COLUMNS, Row, block_record, session_record, session_row
from ribdown.infra.nudge_rows import nudge_record, nudge_row
from ribdown.infra.thomas_tests import THOMAS_COLUMNS, thomas_row, thomas_test

Record = SessionRecord | NudgeRecord | ThomasTest

_BLOCKS = f"SELECT {', '.join(BLOCK_COLUMNS)} FROM block WHERE session = ? ORDER BY position"
_block_values = attrgetter(*BLOCK_COLUMNS)


@dataclass(frozen=True, slots=True)
class Contents:
    """How many records there are of each kind."""

    sessions: int
    nudges: int = 0
    tests: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.sessions + self.nudges + self.tests


@dataclass(frozen=True, slots=True)
class Key:
    """What a record is known by: its table and its id there."""

    table: str
    id: str


def key_of(record: Record) -> Key:
    """The key of a record."""
    match record:
        case SessionRecord():
            return Key("session", record.id)
        case NudgeRecord():
            return Key("nudge", record.id)
        case ThomasTest():
            return Key("thomas_test", record.id)


class HistoryRecords:
    """`schema` is the one of the connection's databases that records are added to. Raises sqlite3.Error, and ValueError
    for a row that makes no sense."""

    def __init__(self, connection: sqlite3.Connection, schema: str = "main") -> None:
        self._connection = connection
        self._schema = schema

    def contents(self) -> Contents:
        """How many there are."""
        tables = ("session", "nudge", "thomas_test")
        counts = (self._connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in tables)
        return Contents(*(count for (count,) in counts))

    def sessions(self) -> Iterator[SessionRecord]:
        """Every session, oldest first."""
        for row in self._rows("SELECT * FROM session ORDER BY started_at, id"):
            yield self._session(row)

    def each(self) -> Iterator[Record]:
        """Every record, always in the same order: sessions, nudges, tests, each oldest first."""
        yield from self.sessions()
        yield from map(nudge_record, self._rows("SELECT * FROM nudge ORDER BY day, minute"))
        tests = self._connection.execute(f"SELECT {THOMAS_COLUMNS} FROM thomas_test ORDER BY tested_at, id")
        yield from map(thomas_test, tests)

    def find(self, key: Key) -> Record | None:
        """The record of this key, None where there is none."""
        where, values = _where(key)
        match key.table:
            case "session":
                return next((self._session(row) for row in self._rows(f"SELECT * FROM session {where}", *values)), None)
            case "nudge":
                return next(map(nudge_record, self._rows(f"SELECT * FROM nudge {where}", *values)), None)
        tests = self._connection.execute(f"SELECT {THOMAS_COLUMNS} FROM thomas_test {where}", values)
        return next(map(thomas_test, tests), None)

    def remove(self, key: Key) -> None:
        """Take a record out, a session with its blocks."""
        where, values = _where(key)
        self._connection.execute(f"DELETE FROM {key.table} {where}", values)

    def add(self, record: Record) -> None:
        """Write a record whose key is free."""
        match record:
            case SessionRecord():
                self._insert("session", session_row(record))
                rows = ((record.id, number, *_block_values(block)) for number, block in enumerate(record.blocks))
                columns = ", ".join(("session", "position", *BLOCK_COLUMNS))
                places = ", ".join("?" * (2 + len(BLOCK_COLUMNS)))
                self._connection.executemany(f"INSERT INTO {self._schema}.block ({columns}) VALUES ({places})", rows)
            case NudgeRecord():
                self._insert("nudge", nudge_row(record))
            case ThomasTest():
                values = thomas_row(record)
                self._connection.execute(
                    f"INSERT INTO {self._schema}.thomas_test ({THOMAS_COLUMNS})"
                    f" VALUES ({', '.join('?' * len(values))})",
                    values,
                )

    def _session(self, row: Row) -> SessionRecord:
        return session_record(row, tuple(map(block_record, self._connection.execute(_BLOCKS, (row["id"],)))))

    def _rows(self, question: str, *values: Any) -> Iterator[Row]:
        cursor = self._connection.execute(question, values)
        names = [column for column, *_ in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)

    def _insert(self, table: str, row: Row) -> None:
        places = ", ".join(f":{name}" for name in row)
        self._connection.execute(f"INSERT INTO {self._schema}.{table} ({', '.join(row)}) VALUES ({places})", row)


def _where(key: Key) -> tuple[str, tuple[str | int, ...]]:
    if key.table != "nudge":
        return "WHERE id = ?", (key.id,)
    day, _, clock = key.id.partition(" ")
    hours, _, minutes = clock.partition(":")
    return "WHERE day = ? AND minute = ?", (day, int(hours) * 60 + int(minutes))
