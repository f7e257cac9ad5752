"""What a programme asks of each week: practice on every day until day 14, three to four days from then on."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from ribdown.core.programme.day import DAYS as DAILY_DAYS
from ribdown.core.programme.day import LEAST, MOST
from ribdown.core.programme.plan import week_three
from ribdown.core.programme.state import ProgrammeState
from ribdown.core.statistics.practice import DayRow, WeekTarget, counted_days
from ribdown.core.statistics.weeks import DAYS, days_from, first_of_week

_SPARE = 1  # ours: a day of a daily week that may go by


def week_targets(
    firsts: Iterable[date], state: ProgrammeState, counted: Collection[date], today: date
) -> tuple[WeekTarget | None, ...]:
    """The targets of the weeks that begin on these days; None where the programme asks for nothing. `counted` are the
    days done since the programme began. For a week to come every day until then is taken for done."""
    return tuple(_target(first, state, counted, today) for first in firsts)


def towards_targets(rows: Sequence[DayRow], state: ProgrammeState, first_weekday: int) -> list[DayRow]:
    """The days with what counts towards the targets, as Today counts it: from week 3 on First steps is on top, and in
    its first week the programme asks for nothing before it began."""
    if state.started is None or not state.wanted:
        return list(rows)
    third = week_three(state, counted_days(rows)) or date.max
    outside = range(first_of_week(state.started, first_weekday).toordinal(), state.started.toordinal())
    return [
        replace(row, counted=0 if row.day.toordinal() in outside else row.counted if row.day < third else row.main)
        for row in rows
    ]


def _target(first: date, state: ProgrammeState, counted: Collection[date], today: date) -> WeekTarget | None:
    started = state.started
    if started is None or not state.wanted:
        return None
    asked = sum(started <= day and (day in counted or not state.paused(day)) for day in days_from(first, DAYS))
    if not asked:
        return None
    before = sum(started <= day < first for day in counted) + max((first - max(today, started)).days, 0)
    if before < DAILY_DAYS:
        return WeekTarget(max(asked - _SPARE, 1), asked, daily=True)
    return WeekTarget(min(LEAST, asked), min(MOST, asked))
