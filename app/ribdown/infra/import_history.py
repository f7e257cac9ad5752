"""Merging an exported file into the history, by id: all of it or nothing, and undone as one step."""

import sqlite3
from collections import Counter, deque
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path

from ribdown.infra.database import open_for_reading, open_for_writing
from ribdown.infra.export_lines import encoded
from ribdown.infra.history_errors import using
from ribdown.infra.history_records import Contents, HistoryRecords, Record, key_of
from ribdown.infra.import_file import read_records
from ribdown.infra.import_undo import ImportUndo
from ribdown.infra.migration import transaction
from ribdown.infra.progress import Tell, silent

_CHECKING = 0.2  # its share of the time that an import takes


@dataclass(frozen=True, slots=True)
class Changes:
    """What an import does: records that were not there, that were otherwise, and that were the same already."""

    added: Contents
    changed: Contents
    same: Contents


class _How(Enum):
    ADDED = auto()
    CHANGED = auto()
    SAME = auto()


# Takes a record of the file that is not in the history, and the line of the one that it replaces.
_Put = Callable[[Record, bytes | None], None]


def preview_import(file: Path, history: Path, tell: Tell = silent) -> Changes:
    """What importing `file` would change. It may run on any thread. Raises UserError, and whatever `tell` raises."""
    with (
        closing(open_for_reading(history)) as connection,
        using(history, "The history could not be read", "try again"),
        transaction(connection, "DEFERRED"),
    ):
        return _merge(file, HistoryRecords(connection), lambda record, before: None, tell)


def import_file(file: Path, history: Path, today: date, tell: Tell = silent) -> Changes:
    """Put the records of `file` into the history, in place of those with the same ids; `today` dates a backup.

    It may run on any thread. The file is read and checked to its end before the history is locked, so that a bad one
    holds nobody up; while it is read once more and put in, nobody else can write. Raises UserError, and whatever `tell`
    raises; nothing is changed then.
    """
    deque(read_records(file, lambda share: tell(share * _CHECKING)), maxlen=0)
    with (
        closing(open_for_writing(history, today, waits=True)) as connection,
        using(history, "The file could not be imported", "import it again"),
        transaction(connection, "IMMEDIATE"),
    ):
        records, put = HistoryRecords(connection), _Putter(connection).put
        return _merge(file, records, put, lambda share: tell(_CHECKING + share * (1 - _CHECKING)))


def can_undo_import(history: Path) -> bool:
    """Whether there is an import to undo. Raises HistoryError."""
    with (
        closing(open_for_reading(history)) as connection,
        using(history, "The history could not be read", "try again"),
    ):
        return ImportUndo(connection).count() > 0


def undo_import(history: Path, today: date) -> None:
    """Put back what the last import changed; without one, nothing is changed. Raises HistoryError."""
    with (
        closing(open_for_writing(history, today, waits=True)) as connection,
        using(history, "The import could not be undone", "undo it again"),
        transaction(connection, "IMMEDIATE"),
    ):
        ImportUndo(connection).apply()


class _Putter:
    """Puts records in, and remembers what was there. An import that changes nothing leaves the undo of another."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._records = HistoryRecords(connection)
        self._undo = ImportUndo(connection)
        self._changed = False

    def put(self, record: Record, before: bytes | None) -> None:
        if not self._changed:
            self._undo.forget()
            self._changed = True
        key = key_of(record)
        self._undo.remember(key, before)
        if before is not None:
            self._records.remove(key)
        self._records.add(record)


def _merge(file: Path, records: HistoryRecords, put: _Put, tell: Tell) -> Changes:
    found: Counter[tuple[_How, str]] = Counter()
    for record in read_records(file, tell):
        key = key_of(record)
        there = records.find(key)
        before = encoded(there) if there is not None else None
        how = _How.ADDED if before is None else _How.SAME if before == encoded(record) else _How.CHANGED
        found[how, key.table] += 1
        if how is not _How.SAME:
            put(record, before)
    return Changes(*(_contents(found, how) for how in _How))


def _contents(found: Counter[tuple[_How, str]], how: _How) -> Contents:
    return Contents(found[how, "session"], found[how, "nudge"], found[how, "thomas_test"])
