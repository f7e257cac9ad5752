"""What the charts add up, as SQLite adds it up. Rehearsals are left out."""

import sqlite3
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from typing import TypeVar

from ribdown.core.history import PressEffort
from ribdown.core.nudges.record import Outcome
from ribdown.core.programme.practice import FIRST_STEPS
from ribdown.core.session_list import Totals
from ribdown.core.statistics.balance import SideRow
from ribdown.core.statistics.nudge_days import NudgeRow
from ribdown.core.statistics.practice import DayRow
from ribdown.core.statistics.scores import ScoreRow
from ribdown.core.timeline import Side
from ribdown.infra.history_errors import using

T = TypeVar("T")

# One question for each kind of row; its range is of local days, both included.
# What counts is what core/programme/practice says.
DAYS = """
SELECT day, sum(done_seconds), sum(counts), sum(counts AND routine <> ?) FROM (
    SELECT day, routine, done_seconds,
        done_seconds > 0 AND (stopped_for_pain OR done_seconds >= planned_seconds * 0.5)
        AND NOT instr(?, char(10) || routine || char(10)) AS counts
    FROM session WHERE speed = 1.0 AND day BETWEEN ? AND ?
) GROUP BY day
"""
# CROSS keeps SQLite from beginning with the blocks, of which there are twelve times as many.
SIDES = """
SELECT exercise, side, sum(block.done_seconds)
FROM session CROSS JOIN block ON block.session = session.id
WHERE speed = 1.0 AND day BETWEEN ? AND ? AND side IS NOT NULL GROUP BY exercise, side
"""
SCORES = """
SELECT day, effort, pain_before, pain_after FROM session
WHERE speed = 1.0 AND day BETWEEN ? AND ? AND coalesce(effort, pain_before, pain_after) IS NOT NULL
ORDER BY started_at, id
"""
NUDGES = "SELECT day, outcome, count(*) FROM nudge WHERE day BETWEEN ? AND ? GROUP BY day, outcome"
TOTALS = "SELECT count(*), sum(done_seconds), min(day), max(day) FROM session WHERE speed = 1.0"


class HistoryQueries:
    """Asks an open history; `path` is the file's, for what is said of it. Every method raises HistoryError.

    It belongs to the thread that made its connection. Ranges are of local days, both included.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def days(self, first: date, last: date, uncounted: Collection[str] = ()) -> list[DayRow]:
        """What was done on each day. Sessions of the `uncounted`, such as an hourly reset or an exercise that was
        done alone, add their seconds and make no day of practice."""
        return self._asked(DAYS, _day_row, FIRST_STEPS, "\n".join(("", *uncounted, "")), first, last)

    def sides(self, first: date, last: date) -> list[SideRow]:
        """What was done of each exercise on each side."""
        return self._asked(SIDES, _side_row, first, last)

    def scores(self, first: date, last: date) -> list[ScoreRow]:
        """What was said after the sessions, oldest first; those after which nothing was said are left out."""
        return self._asked(SCORES, _score_row, first, last)

    def nudges(self, first: date, last: date) -> list[NudgeRow]:
        """How the nudges of each day ended."""
        return self._asked(NUDGES, _nudge_row, first, last)

    def totals(self) -> Totals:
        """All there is."""
        [totals] = self._asked(TOTALS, _totals)
        return totals

    def _asked(self, question: str, row: Callable[..., T], *values: date | str) -> list[T]:
        with using(self._path, "The history could not be read", "try again"):
            found = self._connection.execute(question, [str(value) for value in values])
            return [row(*values) for values in found]


def _day_row(day: str, seconds: float, counted: int, main: int) -> DayRow:
    return DayRow(date.fromisoformat(day), seconds, counted, main)


def _side_row(exercise: str, side: str, seconds: float) -> SideRow:
    return SideRow(exercise, Side(side), seconds)


def _score_row(day: str, effort: str | None, before: int | None, after: int | None) -> ScoreRow:
    return ScoreRow(date.fromisoformat(day), PressEffort(effort) if effort is not None else None, before, after)


def _nudge_row(day: str, outcome: str, count: int) -> NudgeRow:
    return NudgeRow(date.fromisoformat(day), Outcome(outcome), count)


def _totals(sessions: int, seconds: float | None, first: str | None, last: str | None) -> Totals:
    days = (date.fromisoformat(day) if day is not None else None for day in (first, last))
    return Totals(sessions, seconds or 0.0, *days)
