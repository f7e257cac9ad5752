"""Bringing the history's tables up to date: backed up first, then all of it or nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Literal

from ribdown.infra.paths import free_name
from ribdown.infra.schema import APPLICATION_ID

Migrations = tuple[tuple[str, ...], ...]


@contextmanager
def transaction(connection: sqlite3.Connection, kind: Literal["IMMEDIATE", "DEFERRED"]) -> Iterator[None]:
    """Writes (immediate) are done all or none, reads (deferred) see one moment. `isolation_level` is None."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite ends the transaction by itself where the disk is full.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def version_of(connection: sqlite3.Connection) -> int:
    """How many of the migrations the file has seen; 0 in a new file."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def data_version(connection: sqlite3.Connection) -> int:
    """Another one after each change that another connection made; only this connection's own can be compared."""
    (version,) = connection.execute("PRAGMA main.data_version").fetchone()
    return int(version)


def bring_up_to_date(connection: sqlite3.Connection, path: Path, today: date, migrations: Migrations) -> None:
    """Run the migrations that the file at `path` lacks, after a copy under a name dated `today`."""
    version = version_of(connection)
    if version == len(migrations):
        return
    if version:
        with closing(sqlite3.connect(free_name(path, f"version-{version}-{today}"))) as backup:
            connection.backup(backup)
    migrate(connection, migrations)


def migrate(connection: sqlite3.Connection, migrations: Migrations) -> None:
    """Run those that the open file lacks, all of them or none."""
    with transaction(connection, "IMMEDIATE"):
        # Asked here, since another process may have been here first.
        apply(connection, migrations[version_of(connection) :])
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(migrations)}")


def apply(connection: sqlite3.Connection, migrations: Migrations) -> None:
    """Run every statement of these migrations, in order."""
    for statements in migrations:
        for statement in statements:
            connection.execute(statement)
