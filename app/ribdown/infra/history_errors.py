"""What SQLite and the file system say of the history, in a person's words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ribdown.core.history import HistoryError

_DAMAGE = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


class UnreadableHistoryError(HistoryError):
    """The trouble is the file itself: damaged, not ours, or of another version."""


def damaged() -> UnreadableHistoryError:
    """For a file that is no history of ours, or no longer."""
    return UnreadableHistoryError(
        "History could not be read.", "Open Ribdown: it sets the file aside and deletes nothing."
    )


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's error code without the detail in its upper bits; 0 where it is Python's own error."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextmanager
def opening(path: Path, done: str) -> Iterator[None]:
    """Raise HistoryError for what goes wrong while the file at `path` is opened to be `done`, such as `read`."""
    try:
        yield
    except sqlite3.Error as error:
        if primary_code(error) in _DAMAGE:
            raise damaged() from error
        raise _out_of_reach(path, done, str(error)) from error
    except OSError as error:
        raise _out_of_reach(path, done, str(error.strerror)) from error


@contextmanager
def using(path: Path, what: str, again: str) -> Iterator[None]:
    """Raise HistoryError for what goes wrong with the open file at `path`.

    `what` could not be done, such as `The session could not be saved`; `again` is how to try again.
    """
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # a bug, which nobody can put right by freeing space
    except (sqlite3.Error, ValueError) as error:
        reason, next_step = _reason(error, path, again)
        raise HistoryError(f"{what}: {reason}.", next_step) from error


def _out_of_reach(path: Path, done: str, reason: str) -> HistoryError:
    return HistoryError(
        f"History in {path.parent} can't be {done}: {reason}.",
        f"Make sure that the folder can be {done} and the disk has space, then start Ribdown again.",
    )


def _reason(error: sqlite3.Error | ValueError, path: Path, again: str) -> tuple[str, str]:
    """Why it failed, and what to do now."""
    # A value that makes no sense was never written that way.
    code = sqlite3.SQLITE_CORRUPT if isinstance(error, ValueError) else primary_code(error)
    match code:
        case sqlite3.SQLITE_FULL:
            return "the disk is full", f"Free some space, then {again}."
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN:
            return f"{path.parent} can't be written", "Make it writable, then start Ribdown again."
        case sqlite3.SQLITE_BUSY:
            return "another program uses the file", f"Close that program, then {again}."
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return "the file is damaged", f"Move {path} elsewhere, then start Ribdown again."
    return str(error), f"Check the disk that {path} is on, then {again}."
