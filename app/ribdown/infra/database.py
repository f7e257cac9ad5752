"""Opening the history's SQLite file. It is checked cheaply and never recreated."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from ribdown.infra.history_errors import UnreadableHistoryError, damaged, opening, primary_code
from ribdown.infra.migration import Migrations, apply, bring_up_to_date, version_of
from ribdown.infra.schema import APPLICATION_ID, MIGRATIONS

_PATIENCE_MS = 200
# What SQLite says where it can't make the file by which processes share a database: no permission, or no space.
_UNSHAREABLE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR)


def open_for_writing(
    path: Path, today: date, migrations: Migrations = MIGRATIONS, *, waits: bool = False
) -> sqlite3.Connection:
    """A connection to the file at `path`, which is made or brought up to date where needed; `today` dates the backup.

    Once it is open, it gives up after 0.2 s where another process writes, for the window stands still meanwhile; with
    `waits`, on a worker or in a command, after 5 s.

    Raises UnreadableHistoryError where the file is damaged or newer, HistoryError where it can't be written.
    """
    with opening(path, "written"):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            _refuse_foreign(path)
        with _connected(str(path.absolute())) as connection:
            _refuse_unknown(connection, len(migrations))
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            bring_up_to_date(connection, path, today, migrations)
            _read_tables(connection)
            _try_to_write(connection)
            if not waits:
                connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
            return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """A connection that can't alter the file at `path`; a history without sessions where there is none.

    Raises UnreadableHistoryError where the file is damaged or of another version, HistoryError where it can't be read.
    """
    with opening(path, "read"):
        if not path.exists():
            return open_empty()
        _refuse_foreign(path)
        try:
            return _read_only(path, "mode=ro")
        except sqlite3.OperationalError as error:
            if primary_code(error) not in _UNSHAREABLE:
                raise
            # SQLite then has to take it that nobody changes the file meanwhile.
            return _read_only(path, "mode=ro&immutable=1")


def open_empty() -> sqlite3.Connection:
    """A history without any session, to which nothing can be added."""
    with _connected(":memory:") as connection:
        apply(connection, MIGRATIONS)
        connection.execute("PRAGMA query_only = ON")
        return connection


def open_backup(path: Path) -> sqlite3.Connection:
    """A connection that can't alter the copy at `path`, which is of this version or an older one.

    Raises UnreadableHistoryError where it is damaged or newer, HistoryError where it can't be read.
    """
    with opening(path, "read"):
        _refuse_foreign(path)
        # Nobody writes to a copy, so that nothing need be made beside it.
        with _connected(f"{path.absolute().as_uri()}?mode=ro&immutable=1") as connection:
            _refuse_unknown(connection, len(MIGRATIONS))
            (state,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            if state != "ok":
                raise damaged()
            return connection


def _read_only(path: Path, how: str) -> sqlite3.Connection:
    with _connected(f"{path.absolute().as_uri()}?{how}") as connection:
        _refuse_unknown(connection, len(MIGRATIONS))
        if version_of(connection) < len(MIGRATIONS):
            raise UnreadableHistoryError(
                "History is from an older Ribdown.", "Open Ribdown once to bring it up to date."
            )
        _read_tables(connection)
        return connection


def _refuse_foreign(path: Path) -> None:
    # SQLite itself would take an empty file for a new one, and throw away the log beside garbage; opened as immutable,
    # it looks at no log. Read in any other way the file would be closed again, and with that POSIX drops the locks of
    # all connections that this process has to it: another process would take the log for nobody's, and delete it.
    if path.stat().st_size == 0:
        raise damaged()
    with closing(_immutable(path)) as connection:
        try:
            connection.execute("PRAGMA schema_version").fetchone()
        except sqlite3.DatabaseError as error:  # what else is wrong with it, its log may put right
            if primary_code(error) == sqlite3.SQLITE_NOTADB:
                raise damaged() from error


def _immutable(path: Path) -> sqlite3.Connection:
    """A connection for which nobody changes the file: it takes no lock, and makes nothing beside it."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)


def _refuse_unknown(connection: sqlite3.Connection, newest: int) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID and (application or tables):
        raise damaged()
    if version_of(connection) > newest:
        raise UnreadableHistoryError("History was written by a newer Ribdown.", "Install that version to read it.")


def _read_tables(connection: sqlite3.Connection) -> None:
    for table in ("session", "block", "nudge", "thomas_test"):
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
            raise damaged()
        connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()


def _try_to_write(connection: sqlite3.Connection) -> None:
    """Find out before a session is done, not after it. Nothing reaches the disk."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA user_version = {version_of(connection)}")
    finally:
        connection.execute("ROLLBACK")


@contextmanager
def _connected(target: str) -> Iterator[sqlite3.Connection]:
    """A connection to a path or URI that stays open only where nothing goes wrong."""
    connection = sqlite3.connect(target, uri=target.startswith("file:"), isolation_level=None)
    try:
        yield connection
    except BaseException:
        connection.close()
        raise
