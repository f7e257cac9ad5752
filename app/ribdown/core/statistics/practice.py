"""How much and how regularly: minutes by day and week, and the days on which something was done."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ribdown.core.statistics.weeks import DAYS, days_from, week_starts


@dataclass(frozen=True, slots=True)
class DayRow:
    """What was done on one local day: the seconds of every session, how many of the sessions count as practice, unlike
    an hourly reset, and how many of these are no First steps."""

    day: date
    seconds: float
    counted: int
    main: int = 0


@dataclass(frozen=True, slots=True)
class PracticeWeek:
    """A week from `first` on: the minutes of each of its seven days, and the days whose sessions count."""

    first: date
    minutes: tuple[float, ...]
    counted: tuple[bool, ...]

    @property
    def total_minutes(self) -> float:
        """The minutes of the whole week."""
        return sum(self.minutes)

    @property
    def days_done(self) -> int:
        """The days that count."""
        return sum(self.counted)


@dataclass(frozen=True, slots=True)
class WeekTarget:
    """On how many days of a week a programme asks for a session: at least, and at most. `daily` is a week in which it
    asks for every day."""

    least: int
    most: int
    daily: bool = False


class Standing(StrEnum):
    """A week beside its target. There is no word for a failure: a week that is over just has its number."""

    MET = "met"
    UNDER_WAY = "under way"
    AHEAD = "ahead"
    OVER = "over"


def practice_weeks(rows: Iterable[DayRow], first: date, last: date, first_weekday: int) -> tuple[PracticeWeek, ...]:
    """The weeks from that of `first` to that of `last`. There is one row for a day at most."""
    days = {row.day: row for row in rows}
    return tuple(_week(start, days) for start in week_starts(first, last, first_weekday))


def counted_days(rows: Iterable[DayRow]) -> frozenset[date]:
    """The days with a session that counts."""
    return frozenset(row.day for row in rows if row.counted)


def main_days(rows: Iterable[DayRow]) -> frozenset[date]:
    """The days with a session that counts and is no First steps."""
    return frozenset(row.day for row in rows if row.main)


def days_of_the_last(counted: Collection[date], today: date, span: int) -> int:
    """The 9 of "9 of the last 14 days": `span` days that end with `today`."""
    return sum(day in counted for day in days_from(today - timedelta(days=span - 1), span))


def standing(week: PracticeWeek, target: WeekTarget, today: date) -> Standing:
    """Where the week stands on `today`."""
    if week.days_done >= target.least:
        return Standing.MET
    if today < week.first:
        return Standing.AHEAD
    return Standing.UNDER_WAY if today < week.first + timedelta(days=DAYS) else Standing.OVER


def _week(first: date, rows: Mapping[date, DayRow]) -> PracticeWeek:
    days = [rows.get(day, DayRow(day, 0.0, 0)) for day in days_from(first, DAYS)]
    return PracticeWeek(first, tuple(row.seconds / 60 for row in days), tuple(row.counted > 0 for row in days))
