"""What happens when the history can't simply be opened: nothing is deleted, and the person is told."""

from datetime import date
from pathlib import Path

from ribdown.core.history import HistoryError
from ribdown.infra.database import open_empty, open_for_reading, open_for_writing
from ribdown.infra.history_errors import UnreadableHistoryError
from ribdown.infra.history_store import SqliteHistory
from ribdown.infra.paths import HISTORY, free_name


def open_history(folder: Path, today: date) -> tuple[SqliteHistory, HistoryError | None]:
    """The history for the window, always one that answers, and what the person has to be told about it.

    A damaged or newer file is set aside under a name dated `today`. Where nothing can be written, the store lists
    what can be read, and saving raises HistoryError.
    """
    path = folder / HISTORY
    try:
        return SqliteHistory(open_for_writing(path, today), path), None
    except UnreadableHistoryError as error:
        return _started_afresh(path, today, error)
    except HistoryError as error:
        return _what_can_be_read(path), error


def open_history_for_reading(folder: Path) -> SqliteHistory:
    """The history for the command line; the file is not altered. Without a file there are no sessions.

    Raises HistoryError where the file can't be read.
    """
    path = folder / HISTORY
    return SqliteHistory(open_for_reading(path), path)


def _started_afresh(path: Path, today: date, error: UnreadableHistoryError) -> tuple[SqliteHistory, HistoryError]:
    try:
        aside = free_name(path, f"unreadable-{today}")
        # The log goes first: left alone beside a fresh file, SQLite would play it back into that.
        for suffix in ("-wal", "-shm", ""):
            part = path.with_name(path.name + suffix)
            if part.exists():
                part.rename(aside.with_name(aside.name + suffix))
        connection = open_for_writing(path, today)
    except (OSError, HistoryError):
        return SqliteHistory(open_empty(), path), HistoryError(
            f"{error.what} The file could not be set aside, and new sessions can't be kept.",
            f"Make sure that {path.parent} can be written, then start Ribdown again.",
        )
    return SqliteHistory(connection, path), HistoryError(
        f"{error.what} The file was set aside, nothing was deleted. New sessions go to a fresh file.",
        f"The old one is {aside.name}.",
    )


def _what_can_be_read(path: Path) -> SqliteHistory:
    try:
        return SqliteHistory(open_for_reading(path), path)
    except HistoryError:
        return SqliteHistory(open_empty(), path)
