"""Copies of the history beside it: one a week, those made before an update or a restore, and the way back to one."""

import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from ribdown.infra.database import open_backup, open_for_reading, open_for_writing
from ribdown.infra.history_errors import damaged, opening, using
from ribdown.infra.migration import migrate
from ribdown.infra.paths import free_name
from ribdown.infra.schema import MIGRATIONS

_KEPT = 5
_A_WEEK = timedelta(days=7)


class Occasion(StrEnum):
    """Why a copy was made, as its name says it."""

    WEEKLY = "backup"
    UPDATE = "version"
    RESTORE = "replaced"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the history, made on a local day."""

    path: Path
    day: date
    occasion: Occasion


class Backups:
    """The copies of the history at `history`. Every method may run on any thread, and raises HistoryError."""

    def __init__(self, history: Path) -> None:
        self._history = history
        self._name = re.compile(
            re.escape(history.name) + r"\.(?:(backup|replaced)|(version)-\d+)-(\d{4}-\d\d-\d\d)(?:-\d+)?"
        )

    def all(self) -> list[Backup]:
        """Those there are, newest first."""
        with opening(self._history, "read"):
            paths = sorted(self._history.parent.iterdir()) if self._history.parent.exists() else []
        found = [backup for path in paths if (backup := self._backup(path)) is not None]
        return sorted(found, key=lambda backup: (backup.day, backup.path.name), reverse=True)

    def sessions(self, backup: Backup) -> int:
        """How many sessions it has."""
        with (
            closing(open_backup(backup.path)) as connection,
            using(backup.path, "The backup could not be read", "choose it again"),
        ):
            return _sessions(connection)

    def make_weekly(self, today: date) -> Backup | None:
        """Make a copy where none is from the last seven days, and keep five. None where there is no need to, or
        nothing to copy: an empty history must not push out the backups of a full one."""
        weekly = [backup for backup in self.all() if backup.occasion is Occasion.WEEKLY]
        if any(today - _A_WEEK < backup.day <= today for backup in weekly):
            return None
        with closing(open_for_reading(self._history)) as connection:
            with using(self._history, "The history could not be backed up", "start Ribdown again"):
                if not _sessions(connection):
                    return None
            path = self._copy(connection, f"backup-{today}")
        for old in weekly[_KEPT - 1 :]:
            with suppress(OSError):
                old.path.unlink()
        return Backup(path, today, Occasion.WEEKLY)

    def restore(self, backup: Backup, today: date) -> Backup:
        """Put the backup in the place of the history, all of it or nothing, and return the copy that was made of what
        it replaces. Open connections go on with what was put there."""
        with (
            closing(open_backup(backup.path)) as source,
            closing(open_for_writing(self._history, today, waits=True)) as history,
            closing(sqlite3.connect("", isolation_level=None)) as scratch,
            using(self._history, "The backup could not be restored", "restore it again"),
        ):
            source.backup(scratch)
            migrate(scratch, MIGRATIONS)
            replaced = self._copy(history, f"replaced-{today}")
            scratch.backup(history)
        return Backup(replaced, today, Occasion.RESTORE)

    def _backup(self, path: Path) -> Backup | None:
        match = self._name.fullmatch(path.name)
        if match is None:
            return None
        try:
            return Backup(path, date.fromisoformat(match[3]), Occasion(match[1] or match[2]))
        except ValueError:  # no day of the calendar
            return None

    def _copy(self, connection: sqlite3.Connection, label: str) -> Path:
        """A copy of an open history under a free name, which it gets once it is whole and sound."""
        part = free_name(self._history, f"{label}.part")
        try:
            with opening(part, "written"):
                with closing(sqlite3.connect(part, isolation_level=None)) as copy:
                    connection.backup(copy)
                    copy.execute("PRAGMA journal_mode = DELETE")  # one file, that can be moved anywhere
                    if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                        raise damaged()
                return part.rename(free_name(self._history, label))
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise


def _sessions(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute("SELECT count(*) FROM session").fetchone()
    return int(count)
