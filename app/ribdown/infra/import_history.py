"""Merging an exported file into the history, by id: all of it or nothing, and undone as one step."""

from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path

from ribdown.core.errors import UserError
from ribdown.infra.database import open_for_reading, open_for_writing
from ribdown.infra.export_lines import encoded
from ribdown.infra.history_errors import using
from ribdown.infra.history_records import Contents, HistoryRecords, Record, key_of
from ribdown.infra.import_file import read_records
from ribdown.infra.import_staging import Staging, change_history
from ribdown.infra.import_undo import ImportUndo
from ribdown.infra.migration import transaction
from ribdown.infra.progress import Tell, counted, silent


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
    _refuse_own(file, history)
    with (
        closing(open_for_reading(history)) as connection,
        using(history, "The history could not be read", "try again"),
        transaction(connection, "DEFERRED"),
    ):
        return _merge(file, HistoryRecords(connection), lambda record, before: None, tell)


def import_file(file: Path, history: Path, today: date, tell: Tell = silent) -> Changes:
    """Put the records of `file` into the history, in place of those with the same ids; `today` dates a backup.

    It may run on any thread. The file is read to its end before the history is locked, so that a session which is under
    way can be saved while that lasts. Raises UserError, and whatever `tell` raises; nothing is changed then.
    """
    _refuse_own(file, history)
    with (
        closing(open_for_writing(history, today, waits=True)) as connection,
        using(history, "The file could not be imported", "import it again"),
    ):
        records = HistoryRecords(connection)

        def make_ready(staging: Staging, tell: Tell) -> Changes:
            return _merge(file, records, lambda record, before: _put(staging, record, before), tell)

        return change_history(connection, make_ready, tell)


def can_undo_import(history: Path) -> bool:
    """Whether there is an import to undo. Raises HistoryError."""
    with (
        closing(open_for_reading(history)) as connection,
        using(history, "The history could not be read", "try again"),
    ):
        return ImportUndo(connection).count() > 0


def undo_import(history: Path, today: date, tell: Tell = silent) -> None:
    """Put every record that the last import changed back as it was; without one, nothing is changed. What was saved
    since under other ids stays.

    It may run on any thread. Raises HistoryError, and whatever `tell` raises; nothing is changed then.
    """
    with (
        closing(open_for_writing(history, today, waits=True)) as connection,
        using(history, "The import could not be undone", "undo it again"),
    ):
        undo = ImportUndo(connection)

        def make_ready(staging: Staging, tell: Tell) -> None:
            for key, before in counted(undo.each(), undo.count(), tell):
                staging.remove(key)
                if before is not None:
                    staging.add(before)

        change_history(connection, make_ready, tell)


def _refuse_own(file: Path, history: Path) -> None:
    # Reading one of its files, and closing it again, would drop the locks that SQLite holds on it.
    for own in (history, *(history.with_name(history.name + part) for part in ("-wal", "-shm"))):
        if file.exists() and own.exists() and file.samefile(own):
            raise UserError(f"{file.name} is the history itself.", "Import a JSON file that Ribdown exported.")


def _put(staging: Staging, record: Record, before: bytes | None) -> None:
    key = key_of(record)
    staging.remember(key, before)
    if before is not None:
        staging.remove(key)
    staging.add(record)


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
