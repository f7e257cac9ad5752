"""Records made ready beside the history, so that it is locked only while they are put in, not while they are read."""

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from ribdown.infra.history_records import HistoryRecords, Key, Record
from ribdown.infra.migration import data_version, transaction
from ribdown.infra.progress import Tell, rising, share_of

T = TypeVar("T")

_TABLES = ("session", "block", "nudge", "thomas_test", "import_undo")  # a session before its blocks
_ROWS, _KEYS = 2000, 100  # put in and taken out between two looks at whether the person still waits
_MAKING_READY = 0.75  # its share of the time
_TRIES = 3


class Staging:
    """What is to be taken out and put in. It works within transactions of the caller's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """`connection` is in no transaction."""
        self._connection = connection
        self._records = HistoryRecords(connection, "staged")
        connection.execute("ATTACH '' AS staged")  # a file of SQLite's own, which goes with the connection
        for table in _TABLES:
            connection.execute(f"CREATE TABLE staged.{table} AS SELECT * FROM main.{table} LIMIT 0")
        connection.execute("CREATE TABLE staged.gone (kind TEXT, id TEXT)")

    def clear(self) -> None:
        """Nothing is ready."""
        for table in (*_TABLES, "gone"):
            self._connection.execute(f"DELETE FROM staged.{table}")

    def add(self, record: Record) -> None:
        """Put this in."""
        self._records.add(record)

    def remove(self, key: Key) -> None:
        """Take this out, before anything is put in."""
        self._connection.execute("INSERT INTO staged.gone VALUES (?, ?)", (key.table, key.id))

    def remember(self, key: Key, before: bytes | None) -> None:
        """Undoing what is put in makes this record the one of this line again, or takes it out."""
        self._connection.execute("INSERT INTO staged.import_undo VALUES (?, ?, ?)", (key.table, key.id, before))

    def carry_out(self, tell: Tell) -> None:
        """Change the history. What can be undone is this alone from now on; nothing ready changes nothing."""
        counts = {table: self._count(table) for table in ("gone", *_TABLES)}
        total, done = sum(counts.values()), 0
        if total:
            records = HistoryRecords(self._connection)
            for kind, id in self._connection.execute("SELECT kind, id FROM staged.gone"):
                if done % _KEYS == 0:
                    tell(done / total)
                records.remove(Key(kind, id))
                done += 1
            self._connection.execute("DELETE FROM main.import_undo")
        for table in _TABLES:
            for first in range(1, counts[table] + 1, _ROWS):
                tell((done + first - 1) / total)
                self._connection.execute(
                    f"INSERT INTO main.{table} SELECT * FROM staged.{table} WHERE rowid BETWEEN ? AND ?",
                    (first, first + _ROWS - 1),
                )
            done += counts[table]
        tell(1.0)

    def _count(self, table: str) -> int:
        (count,) = self._connection.execute(f"SELECT count(*) FROM staged.{table}").fetchone()
        return int(count)


def change_history(connection: sqlite3.Connection, make_ready: Callable[[Staging, Tell], T], tell: Tell) -> T:
    """Change the open history as `make_ready` says, all of it or nothing, and return what that returned.

    Others can write while it is made ready; where they did, it is made ready anew, and in the end with the history
    locked. Raises whatever `make_ready` and `tell` raise; nothing is changed then.
    """
    staging, tell = Staging(connection), rising(tell)

    def ready() -> T:
        staging.clear()
        return make_ready(staging, share_of(tell, 0.0, _MAKING_READY))

    def carry_out() -> None:
        staging.carry_out(share_of(tell, _MAKING_READY, 1.0))

    for _ in range(_TRIES):
        with transaction(connection, "DEFERRED"):
            before = data_version(connection)
            made = ready()
        with transaction(connection, "IMMEDIATE"):
            if data_version(connection) == before:
                carry_out()
                return made
    with transaction(connection, "IMMEDIATE"):
        made = ready()
        carry_out()
        return made
