"""Results of the Thomas test in SQLite."""

import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from ribdown.core.thomas_test import Thigh, ThomasTest
from ribdown.infra.history_errors import using
from ribdown.infra.migration import transaction

THOMAS_COLUMNS = "id, tested_at, offset_minutes, left_thigh, right_thigh, note"


class SqliteThomasTests:
    """The `ThomasTests` in an open database; `path` is the file's, for what is said of it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def save(self, test: ThomasTest) -> None:
        """Write a result, replacing an earlier state of the same id. Raises HistoryError."""
        row = thomas_row(test)
        with (
            using(self._path, "The result could not be saved", "save again"),
            transaction(self._connection, "IMMEDIATE"),
        ):
            self._connection.execute(f"REPLACE INTO thomas_test ({THOMAS_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", row)

    def delete(self, test_id: str) -> None:
        """Take a result out. Saving it again undoes it. Raises HistoryError."""
        with (
            using(self._path, "The result could not be deleted", "delete it again"),
            transaction(self._connection, "IMMEDIATE"),
        ):
            self._connection.execute("DELETE FROM thomas_test WHERE id = ?", (test_id,))

    def all(self) -> list[ThomasTest]:
        """Every result, oldest first. Raises HistoryError."""
        with using(self._path, "The history could not be read", "try again"):
            rows = self._connection.execute(f"SELECT {THOMAS_COLUMNS} FROM thomas_test ORDER BY tested_at, id")
            return [thomas_test(row) for row in rows]


def thomas_row(test: ThomasTest) -> tuple[Any, ...]:
    """The test as `THOMAS_COLUMNS`. `tested_at` is UTC at a fixed width, so that text order is time order."""
    offset = test.tested.utcoffset()
    if offset is None:
        raise ValueError("a test's time has an offset")
    tested_at = test.tested.astimezone(UTC).isoformat(timespec="microseconds")
    return test.id, tested_at, offset // timedelta(minutes=1), test.left, test.right, test.note


def thomas_test(row: tuple[Any, ...]) -> ThomasTest:
    """The test of a row of `THOMAS_COLUMNS`. Raises ValueError where the row makes no sense."""
    id, tested_at, offset_minutes, left, right, note = row
    tested = datetime.fromisoformat(tested_at).astimezone(timezone(timedelta(minutes=offset_minutes)))
    left, right = (Thigh(side) if side is not None else None for side in (left, right))
    return ThomasTest(id, tested, left, right, note)
