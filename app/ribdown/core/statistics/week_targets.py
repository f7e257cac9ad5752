"""What a programme asks of each week: practice on every day until day 14, three to four days from then on."""

from collections.abc import Collection, Iterable
from datetime import date

from ribdown.core.programme.day import DAYS as DAILY_DAYS
from ribdown.core.programme.day import LEAST, MOST
from ribdown.core.programme.state import ProgrammeState
from ribdown.core.statistics.practice import WeekTarget
from ribdown.core.statistics.weeks import DAYS, days_from

_SPARE = 1  # ours: a day of a daily week that may go by


def week_targets(
    firsts: Iterable[date], state: ProgrammeState, counted: Collection[date], today: date
) -> tuple[WeekTarget | None, ...]:
    """The targets of the weeks that begin on these days; None where the programme asks for nothing. `counted` are the
    days done since the programme began. For a week to come every day until then is taken for done."""
    return tuple(_target(first, state, counted, today) for first in firsts)


def is_daily(target: WeekTarget) -> bool:
    """Whether the week asks for more than the three to four days of later weeks."""
    return target.most > MOST


def _target(first: date, state: ProgrammeState, counted: Collection[date], today: date) -> WeekTarget | None:
    started = state.started
    if started is None or not state.wanted:
        return None
    asked = sum(started <= day and not state.paused(day) for day in days_from(first, DAYS))
    if not asked:
        return None
    before = sum(started <= day < first for day in counted) + max((first - max(today, started)).days, 0)
    if before < DAILY_DAYS:
        return WeekTarget(max(asked - _SPARE, 1), asked)
    return WeekTarget(min(LEAST, asked), min(MOST, asked))
