"""The days in words and numbers for the heat-map: which weeks it shows, and how each stands beside its target."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale

from ribdown.core.programme.state import ProgrammeState
from ribdown.core.statistics.practice import PracticeWeek, Standing, WeekTarget, days_of_the_last, standing
from ribdown.core.statistics.weeks import DAYS, days_from, first_of_week
from ribdown.ui.pages.dates import day_long
from ribdown.ui.translation import translate
from ribdown.ui.widgets.heat_map import Calendar, DayKind, HeatDay, HeatWeek
from ribdown.ui.widgets.mark import Outcome

_WEEKS, _YEAR = 6, 53
_LATELY = 14  # days of the sentence
_OUTCOMES = {Standing.MET: Outcome.DONE, Standing.UNDER_WAY: Outcome.PART, Standing.OVER: Outcome.PART}


def shown_weeks(today: date, state: ProgrammeState, first_weekday: int, *, year: bool) -> tuple[date, date]:
    """The first and the last day of what is shown: a year, or six weeks, which begin with the programme's first while
    today lies in them."""
    last = first_of_week(today, first_weekday)
    count = _YEAR if year else _WEEKS
    first = last - timedelta(weeks=count - 1)
    if not year and state.started is not None and state.wanted and first < state.started <= today:
        first = first_of_week(state.started, first_weekday)
    return first, first + timedelta(days=count * DAYS - 1)


def calendar_of(
    weeks: Sequence[PracticeWeek],
    targets: Sequence[WeekTarget | None],
    today: date,
    *,
    year: bool,
) -> Calendar:
    """The heat-map of these weeks."""
    names = QLocale()
    format_ = QLocale.FormatType.ShortFormat
    weekdays = [names.dayName(day.isoweekday(), format_) for day in days_from(weeks[0].first, DAYS)]
    if year:
        weekdays = [name[:1] for name in weekdays]
    shown = tuple(
        _week(week, target, _title(week.first, year=year), today) for week, target in zip(weeks, targets, strict=True)
    )
    return Calendar(shown, tuple(weekdays), translate("words", "today"), large=not year)


def lately(counted: frozenset[date], today: date) -> str:
    """Such as `9 of the last 14 days`."""
    return translate("words", "Practice on {} of the last {} days.").format(
        days_of_the_last(counted, today, _LATELY), _LATELY
    )


def day_of_month(day: date) -> str:
    """Such as `16 Nov`."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")


def _title(first: date, *, year: bool) -> tuple[str, str]:
    if year:
        starts = next((day for day in days_from(first, DAYS) if day.day == 1), None)
        return (QLocale().standaloneMonthName(starts.month, QLocale.FormatType.ShortFormat) if starts else "", "")
    return translate("words", "Week of"), day_of_month(first)


def _week(week: PracticeWeek, target: WeekTarget | None, title: tuple[str, str], today: date) -> HeatWeek:
    stands = standing(week, target, today) if target is not None else None
    asked = _asked(target)
    ahead = week.first > today
    if target is None or week.days_done > target.most:
        words = "" if ahead else translate("words", "days") if week.days_done != 1 else translate("words", "day")
    else:
        words = asked if ahead else translate("words", "of {}").format(asked)
    return HeatWeek(
        *title,
        days=tuple(_day(week, index, target, today) for index in range(DAYS)),
        outcome=_OUTCOMES.get(stands) if stands is not None else None,
        number="" if ahead else str(week.days_done),
        asked=words,
    )


def _asked(target: WeekTarget | None) -> str:
    if target is None:
        return ""
    return str(target.most) if target.daily or target.least == target.most else f"{target.least}–{target.most}"


def _day(week: PracticeWeek, index: int, target: WeekTarget | None, today: date) -> HeatDay:
    day, exact = week.first + timedelta(days=index), week.minutes[index]
    minutes = max(round(exact), 1) if exact else 0
    if minutes:
        kind, said = DayKind.DONE, translate("words", "{} min").format(minutes)
    elif day > today:
        kind, said = DayKind.AHEAD, translate("words", "to come")
    else:
        missed = day < today and target is not None and target.daily
        kind, said = DayKind.MISSED if missed else DayKind.NONE, translate("words", "nothing done")
    parts = [day_long(day), said]
    if day == today:
        parts.insert(1, translate("words", "today"))
    return HeatDay(day, kind, minutes, ", ".join(parts), today=day == today)
