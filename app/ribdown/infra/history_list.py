"""The list of sessions, page by page: never more rows than are shown."""

import re
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from ribdown.core.history import PressEffort, SessionRecord, Status
from ribdown.core.session_list import ListedSession, SessionFilter
from ribdown.infra.history_errors import using
from ribdown.infra.history_records import HistoryRecords, Key

PAGE = 50
# Near the ends of the calendar, so that there are days before and after.
_EARLIEST, _LATEST = date(2, 1, 1), date(9998, 12, 31)

_COLUMNS = (
    "id, routine, title, started_at, offset_minutes, status, speed, gentler, planned_seconds, done_seconds,"
    " stopped_for_pain, effort, pain_before, pain_after, note"
)


class HistoryList:
    """Asks an open history; `path` is the file's, for what is said of it. Every method raises HistoryError.

    It belongs to the thread that made its connection.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        connection.create_function("mentions", 3, _mentions, deterministic=True)
        self._connection = connection
        self._path = path

    def page(self, chosen: SessionFilter, after: ListedSession | None = None, size: int = PAGE) -> list[ListedSession]:
        """The newest `size` sessions, or those that come after a line: fewer where there are no more."""
        where, values = _where(chosen)
        if after is not None:
            where.append("(started_at, id) < (?, ?)")
            values += [after.started.astimezone(UTC).isoformat(timespec="microseconds"), after.id]
        # Told which index to follow, since SQLite takes sorting everything for cheaper than it is.
        question = (
            f"SELECT {_COLUMNS} FROM session INDEXED BY session_newest{_said(where)}"
            " ORDER BY started_at DESC, id DESC LIMIT ?"
        )
        with self._using():
            return [_line(*row) for row in self._connection.execute(question, (*values, size))]

    def count(self, chosen: SessionFilter) -> int:
        """How many sessions the filter lets through."""
        where, values = _where(chosen)
        with self._using():
            (count,) = self._connection.execute(f"SELECT count(*) FROM session{_said(where)}", values).fetchone()
        return int(count)

    def first_page(self, chosen: SessionFilter, size: int = PAGE) -> tuple[list[ListedSession], int]:
        """The first page, and how many sessions there are in all; where one page has them, they are read once."""
        page = self.page(chosen, size=size)
        return page, len(page) if len(page) < size else self.count(chosen)

    def session(self, id: str) -> SessionRecord | None:
        """One session with its blocks, None where it is not there."""
        with self._using():
            found = HistoryRecords(self._connection).find(Key("session", id))
        return found if isinstance(found, SessionRecord) else None

    def routines(self) -> list[tuple[str, str]]:
        """The ids and titles that there are sessions of, by title; one that was renamed has one of its titles."""
        with self._using():
            titles = dict(sorted(self._connection.execute("SELECT DISTINCT routine, title FROM session")))
        return sorted(titles.items(), key=lambda one: (one[1].casefold(), one))

    def exercises(self) -> list[str]:
        """The ids of the exercises that there are blocks of, sorted."""
        with self._using():
            lines = self._connection.execute("SELECT DISTINCT exercises FROM session").fetchall()
        return sorted({exercise for (line,) in lines for exercise in line.split("\n")} - {""})

    def _using(self) -> Any:
        return using(self._path, "The history could not be read", "try again")


def _where(chosen: SessionFilter) -> tuple[list[str], list[str]]:
    """The conditions, the cheap ones first, and their values."""
    where, values = [] if chosen.rehearsals else ["speed = 1.0"], []
    for condition, value in (
        ("routine = ?", chosen.routine),
        ("status = ?", chosen.status),
        *_days(chosen.first, chosen.last),
        ("instr(exercises, ?)", f"\n{chosen.exercise}\n" if chosen.exercise is not None else None),
        *_mention(chosen.text.strip()),
    ):
        if value is not None:
            where.append(condition)
            values += [value] * condition.count("?")
    return where, values


def _mention(text: str) -> list[tuple[str, str]]:
    """SQLite knows the case of English letters only; what that lets through is looked at once more where there are
    others, which takes longer."""
    if not text:
        return []
    pattern = re.sub(r"[^\x00-\x7f]+", "%", re.sub(r"([%_^])", r"^\1", text))
    like = ("(title LIKE ? ESCAPE '^' OR note LIKE ? ESCAPE '^')", f"%{pattern}%")
    return [like] if text.isascii() else [like, ("mentions(title, note, ?)", text.casefold())]


def _said(where: list[str]) -> str:
    return f" WHERE {' AND '.join(where)}" if where else ""


def _days(first: date | None, last: date | None) -> Iterator[tuple[str, str]]:
    """The local days, and where these can begin and end in UTC, so that an index leads there."""
    if first is not None:
        yield "day >= ?", str(first)
        yield "started_at >= ?", str(max(first, _EARLIEST) - timedelta(days=1))
    if last is not None:
        yield "day <= ?", str(last)
        yield "started_at < ?", str(min(last, _LATEST) + timedelta(days=2))


def _mentions(title: str, note: str, folded: str) -> bool:
    return folded in title.casefold() or folded in note.casefold()


def _line(
    id: str, routine: str, title: str, started_at: str, offset_minutes: int, status: str, speed: float, *rest: Any
) -> ListedSession:
    gentler, planned, done, stopped_for_pain, effort, pain_before, pain_after, note = rest
    return ListedSession(
        id,
        routine,
        title,
        datetime.fromisoformat(started_at).astimezone(timezone(timedelta(minutes=offset_minutes))),
        Status(status),
        speed,
        bool(gentler),
        planned,
        done,
        bool(stopped_for_pain),
        PressEffort(effort) if effort is not None else None,
        pain_before,
        pain_after,
        note,
    )
