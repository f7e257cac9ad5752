"""The weeks of the programme: what a day holds, from the days done so far.

Source B: the mini-routine once a day for two weeks, then three to four times a week to maintain; three days a week with
the longer session; harder versions in weeks 3 to 6. That a day lies between, and that First steps (source A) suits any
day, is ours, and so are two rules:

- **Days 1 to 14 are days done, not days of the calendar.** What resets the pattern is doing it fourteen times; a
  calendar would tell a person on their third day of practice that they are on day 12, and let them into the harder
  weeks without the easier ones. So a day missed moves nothing and loses nothing.
- **A week from week 3 on is seven days, and counts once anything was done in it.** One without a session is not
  counted: the next seven days are that week again. Days of a pause lie outside every week, except where the person
  practised all the same.

From week 3 on First steps is on top: it is none of the three to four, and asks for no day between.
"""

from collections.abc import Collection
from datetime import date, timedelta

from msgspec.structs import replace

from ribdown.core.programme.day import DAYS, MOST, WEEKS, Day, Stage, Standing, Tile, TileState, Why
from ribdown.core.programme.practice import FIRST_STEPS, DaysDone
from ribdown.core.programme.state import ProgrammeState

MINI, MAIN, HARDER, WITHOUT_COUCH = "daily-mini", "three-day", "progression", "no-couch"
_WEEK = 7
_ONE = timedelta(days=1)


def day_of(state: ProgrammeState, done: DaysDone, today: date, *, pain_rises: bool = False) -> Day:
    """What `today` holds for the person. Total: it takes any days, those after `today` and before the start too."""
    if state.started is None or not state.wanted:
        standing = Standing.NOT_BEGUN if state.wanted else Standing.LEFT
        return Day(standing, Why.NO_PROGRAMME, MINI, pain_rises=pain_rises)
    counted = sorted(day for day in done.every if state.started <= day <= today)
    before = [day for day in counted if day < today]
    daily = len(before) < DAYS
    day = _daily(counted, today) if daily else _weekly(state, done.main, before[DAYS - 1] + _ONE, today)
    paused_since = state.paused_since if state.paused(today) else None
    if paused_since is not None:
        why = day.why if day.why is Why.DONE else Why.PAUSED
        day = replace(day, standing=Standing.PAUSED, why=why, strip=_without_dates(day.strip))
    return replace(day, last=before[-1] if before else None, paused_since=paused_since, pain_rises=pain_rises)


def week_three(state: ProgrammeState, every: Collection[date]) -> date | None:
    """The first day of week 3: the one after the fourteenth day done. None while there is none."""
    started = state.started
    if started is None or not state.wanted:
        return None
    counted = sorted(day for day in every if started <= day)
    return counted[DAYS - 1] + _ONE if len(counted) >= DAYS else None


def week_begins(state: ProgrammeState, done: DaysDone, today: date) -> date | None:
    """A day on which weeks begin for the programme: its own first, and from week 3 on that of this week, where days of
    a pause stand aside. None without a programme."""
    third = week_three(state, done.every)
    if third is None or third > today:
        return state.started if state.wanted else None
    _, days = _current_week(state, done.main, third, today)
    return days[-1] - (len(days) - 1) * _ONE if days else third


def _daily(counted: list[date], today: date) -> Day:
    done_today = today in counted
    number = len(counted) + (not done_today)
    strip = [Tile(TileState.DONE, index, day, day == today) for index, day in enumerate(counted, 1)]
    if not done_today:
        strip.append(Tile(TileState.TODAY, number, today, today=True))
    strip += [Tile(TileState.TO_COME, n, today + (n - number) * _ONE) for n in range(number + 1, DAYS + 1)]
    return Day(
        Standing.RUNNING,
        Why.DONE if done_today else Why.ONCE_A_DAY,
        MINI,
        (FIRST_STEPS, WITHOUT_COUCH),
        week=1 + (number - 1) // _WEEK,
        number=number,
        strip=tuple(strip),
    )


def _weekly(state: ProgrammeState, main: Collection[date], first: date, today: date) -> Day:
    week, days = _current_week(state, main, first, today)
    count = sum(day in main for day in days)
    if today in main:
        why = Why.DONE
    elif today - _ONE in main:
        why = Why.DAY_BETWEEN
    else:
        why = Why.ENOUGH if count >= MOST else Why.A_FEW_A_WEEK
    day = Day(
        Standing.RUNNING,
        why,
        MAIN,
        stage=Stage.PROGRESSING if week <= WEEKS else Stage.MAINTAINING,
        week=week,
        number=count,
        strip=_week_strip(days, main, today),
    )
    return replace(day, routine=FIRST_STEPS if day.off else MAIN, alternatives=_from_week_three(off=day.off))


def _from_week_three(*, off: bool) -> tuple[str, ...]:
    return (MAIN, HARDER, WITHOUT_COUCH) if off else (HARDER, MINI, WITHOUT_COUCH, FIRST_STEPS)


def _current_week(state: ProgrammeState, main: Collection[date], first: date, today: date) -> tuple[int, list[date]]:
    """The week's number and its days so far; `first` is the first day of week 3."""
    week, days = 3, list[date]()
    for index in range((today - first).days + 1):
        day = first + index * _ONE
        if state.paused(day) and day not in main:
            continue
        if len(days) == _WEEK:
            week += any(day in main for day in days)
            days = []
        days.append(day)
    return week, days


def _week_strip(days: list[date], main: Collection[date], today: date) -> tuple[Tile, ...]:
    strip = []
    for day in days:
        state = TileState.DONE if day in main else TileState.TODAY if day == today else TileState.OFF
        strip.append(Tile(state, 0, day, day == today))
    return *strip, *(Tile(TileState.TO_COME, 0, today + n * _ONE) for n in range(1, _WEEK - len(days) + 1))


def _without_dates(strip: tuple[Tile, ...]) -> tuple[Tile, ...]:
    """What is to come has no date while a pause lasts, and today's day is to come."""
    past = (TileState.DONE, TileState.OFF)
    return tuple(tile if tile.state in past else Tile(TileState.TO_COME, tile.number, None) for tile in strip)
