"""Copies of the history beside it: one a week, those made before an update or a restore, and the way back to one."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from pathlib import Path

from ribdown.core.history import HistoryError
from ribdown.infra.database import open_backup, open_for_reading, open_for_writing
from ribdown.infra.history_errors import damaged, opening, using
from ribdown.infra.migration import data_version, migrate
from ribdown.infra.paths import free_name
from ribdown.infra.progress import Tell, rising, share_of, silent
from ribdown.infra.schema import MIGRATIONS

_KEPT = 5
_A_WEEK = timedelta(days=7)
_TRIES = 20  # to put a backup back before something else is saved
_NO_REHEARSALS = "WHERE speed = 1.0"
_COPIED = (sqlite3.SQLITE_OK, sqlite3.SQLITE_DONE)
_PAGES = 500  # copied between two looks at whether the person still waits


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
        """How many sessions it has, without rehearsals."""
        with (
            closing(open_backup(backup.path)) as connection,
            using(backup.path, "The backup could not be read", "choose it again"),
        ):
            return _sessions(connection, _NO_REHEARSALS)

    def make_weekly(self, today: date) -> Backup | None:
        """Make a copy where none is from the last seven days. None where there is no need to, or nothing to copy."""
        if any(today - _A_WEEK < backup.day <= today for backup in self._weekly()):
            return None
        return self.make(today)

    def make(self, today: date) -> Backup | None:
        """Make a copy, and keep five. One of the same day that holds no more gives way to it, so that asking twice does
        not push out the weeks before. None where there is nothing to copy: an empty history must not push out the
        backups of a full one."""
        kept = self._weekly()
        with closing(open_for_reading(self._history)) as connection:
            with using(self._history, "The history could not be backed up", "back it up again"):
                if not _sessions(connection):
                    return None
                count = _sessions(connection, _NO_REHEARSALS)
            path = self._copy(connection, f"backup-{today}")
        replaced = [backup for backup in kept if backup.day == today and self._holds_no_more(backup, count)]
        before = [backup for backup in kept if backup not in replaced]
        for old in [*replaced, *before[_KEPT - 1 :]]:
            with suppress(OSError):
                old.path.unlink()
        return Backup(path, today, Occasion.WEEKLY)

    def restore(self, backup: Backup, today: date, tell: Tell = silent) -> Backup:
        """Put the backup in the place of the history, all of it or nothing, and return the copy that was made of what
        it replaces. Open connections go on with what was put there. Raises whatever `tell` raises; the history is as
        it was then."""
        with (
            closing(open_backup(backup.path)) as source,
            closing(open_for_writing(self._history, today, waits=True)) as history,
            closing(sqlite3.connect("", isolation_level=None)) as scratch,
            using(self._history, "The backup could not be restored", "restore it again"),
            closing(open_for_reading(self._history)) as watching,
        ):
            source.backup(scratch, pages=_PAGES, progress=_told(share_of(tell, 0.0, 0.3)))
            migrate(scratch, MIGRATIONS)
            tell = rising(tell)
            for _ in range(_TRIES):
                same = partial(_is_version, watching, data_version(watching))
                replaced = self._copy(history, f"replaced-{today}", share_of(tell, 0.3, 0.6))
                try:
                    _put(scratch, history, same, share_of(tell, 0.6, 1.0))
                except BaseException as error:
                    with suppress(OSError):
                        replaced.unlink()  # a copy of what is still there
                    if not isinstance(error, _ChangedError):
                        raise
                else:
                    return Backup(replaced, today, Occasion.RESTORE)
            raise HistoryError("The backup could not be restored: others write all the time.", "Restore it again.")

    def _holds_no_more(self, backup: Backup, sessions: int) -> bool:
        try:
            return self.sessions(backup) <= sessions
        except HistoryError:  # it can't be told
            return False

    def _weekly(self) -> list[Backup]:
        return [backup for backup in self.all() if backup.occasion is Occasion.WEEKLY]

    def _backup(self, path: Path) -> Backup | None:
        match = self._name.fullmatch(path.name)
        if match is None:
            return None
        try:
            return Backup(path, date.fromisoformat(match[3]), Occasion(match[1] or match[2]))
        except ValueError:  # no day of the calendar
            return None

    def _copy(self, connection: sqlite3.Connection, label: str, tell: Tell = silent) -> Path:
        """A copy of an open history under a free name, which it gets once it is whole and sound."""
        part = free_name(self._history, f"{label}.part")
        try:
            with opening(part, "written"):
                with closing(sqlite3.connect(part, isolation_level=None)) as copy:
                    connection.backup(copy, pages=_PAGES, progress=_told(tell))
                    copy.execute("PRAGMA journal_mode = DELETE")  # one file, that can be moved anywhere
                    if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                        raise damaged()
                return part.rename(free_name(self._history, label))
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise


def _sessions(connection: sqlite3.Connection, which: str = "") -> int:
    (count,) = connection.execute(f"SELECT count(*) FROM session {which}").fetchone()
    return int(count)


def _put(source: sqlite3.Connection, history: sqlite3.Connection, same: Callable[[], bool], tell: Tell) -> None:
    """Copy into the history. Raises _ChangedError where it is not the `same` any more; all is as it was then."""
    looked = False

    def look(status: int, remaining: int, pages: int) -> None:
        nonlocal looked
        if status not in _COPIED:  # somebody else writes: nothing is copied, nothing is locked yet
            return
        if not looked and not same():  # from the first pages on it is locked, so that looking once is enough
            raise _ChangedError
        looked = True
        if remaining:  # with the last of them it is put back, and nothing may raise any more
            _told(tell)(status, remaining, pages)

    (pages,) = source.execute("PRAGMA page_count").fetchone()
    # Never all of them at once: the first look would come too late.
    source.backup(history, pages=min(_PAGES, pages - 1), progress=look)


def _is_version(connection: sqlite3.Connection, version: int) -> bool:
    return data_version(connection) == version


def _told(tell: Tell) -> Callable[[int, int, int], None]:
    """What SQLite calls while it copies pages."""
    return lambda status, remaining, pages: tell(1 - remaining / max(pages, 1))


class _ChangedError(Exception):
    """Something was saved meanwhile."""
