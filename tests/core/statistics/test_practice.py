from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ribdown.core.statistics.practice import (
    DayRow,
    PracticeWeek,
    Standing,
    WeekTarget,
    counted_days,
    days_of_the_last,
    main_days,
    practice_weeks,
    standing,
)
from ribdown.core.statistics.weeks import local_day

MONDAY = date(2026, 11, 16)
DAILY = WeekTarget(7, 7)
SOME = WeekTarget(3, 4)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def test_a_week_has_its_days_in_minutes() -> None:
    [week] = practice_weeks([DayRow(day(0), 810, 1), DayRow(day(6), 540, 1)], day(2), day(3), 0)
    assert week.first == MONDAY
    assert list(week.minutes) == [13.5, 0, 0, 0, 0, 0, 9]
    assert week.total_minutes == 22.5


def test_weeks_without_anything_are_there_and_what_lies_outside_is_not() -> None:
    rows = [DayRow(day(-1), 60, 1), DayRow(day(15), 60, 1)]
    weeks = practice_weeks(rows, day(0), day(14), 0)
    assert [(week.first, week.total_minutes) for week in weeks] == [(day(0), 0), (day(7), 0), (day(14), 1)]


def test_a_day_of_resets_has_minutes_and_does_not_count() -> None:
    rows = [DayRow(day(1), 30, 0), DayRow(day(2), 90, 1)]
    [week] = practice_weeks(rows, MONDAY, MONDAY, 0)
    assert week.minutes[1:3] == (0.5, 1.5)
    assert week.days_done == 1
    assert counted_days(rows) == {day(2)}


def test_days_of_first_steps_are_no_days_of_the_main_sessions() -> None:
    assert main_days([DayRow(day(1), 300, 1), DayRow(day(2), 900, 2, 1)]) == {day(2)}


def test_some_of_the_last_days() -> None:
    counted = {day(0), day(1), day(13), day(14)}
    assert days_of_the_last(counted, day(13), 14) == 3
    assert days_of_the_last(counted, day(14), 14) == 3
    assert days_of_the_last(counted, day(14), 1) == 1
    assert days_of_the_last(set(), day(14), 14) == 0


@pytest.mark.parametrize(
    ("done", "target", "today", "expected"),
    [
        (7, DAILY, 20, Standing.MET),
        (6, DAILY, 20, Standing.OVER),
        (6, DAILY, 6, Standing.UNDER_WAY),
        (6, DAILY, 7, Standing.OVER),
        (3, SOME, 2, Standing.MET),
        (5, SOME, 20, Standing.MET),
        (2, SOME, 4, Standing.UNDER_WAY),
        (0, SOME, 0, Standing.UNDER_WAY),
        (0, SOME, -1, Standing.AHEAD),
    ],
)
def test_where_a_week_stands(done: int, target: WeekTarget, today: int, expected: Standing) -> None:
    week = PracticeWeek(MONDAY, (1.0,) * 7, tuple(number < done for number in range(7)))
    assert standing(week, target, day(today)) is expected


ZONES = st.sampled_from(
    [ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe")]
)
# A year with both changes of the clocks, lived in several zones.
STARTS = st.builds(
    lambda minutes, zone: (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(zone),
    st.integers(0, 365 * 24 * 60),
    ZONES,
)
SESSIONS = st.lists(
    st.tuples(STARTS, st.sampled_from(["daily-mini", "three-day", "hourly-reset"]), st.integers(0, 2000)), max_size=60
)


@given(SESSIONS, st.integers(0, 6), st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(1, 60))
def test_the_same_as_asking_every_session_about_every_day(
    sessions: list[tuple[datetime, str, int]], first_weekday: int, today: date, span: int
) -> None:
    rows = day_rows(sessions)
    cursor = today - timedelta(days=span)
    while cursor.weekday() != first_weekday:
        cursor -= timedelta(days=1)
    for week in practice_weeks(rows, today - timedelta(days=span), today, first_weekday):
        assert week.first == cursor
        for minutes, counted in zip(week.minutes, week.counted, strict=True):
            that_day = [one for one in sessions if one[0].replace(tzinfo=None).date() == cursor]
            assert minutes == sum(seconds for _, _, seconds in that_day) / 60
            assert counted == any(routine != "hourly-reset" for _, routine, _ in that_day)
            cursor += timedelta(days=1)
    assert today < cursor <= today + timedelta(days=7)
    done = {started.replace(tzinfo=None).date() for started, routine, _ in sessions if routine != "hourly-reset"}
    naive = sum(today - timedelta(days=number) in done for number in range(span))
    assert days_of_the_last(counted_days(rows), today, span) == naive


def day_rows(sessions: list[tuple[datetime, str, int]]) -> list[DayRow]:
    """As the history adds them up."""
    days: dict[date, list[tuple[str, int]]] = {}
    for started, routine, seconds in sessions:
        days.setdefault(local_day(started), []).append((routine, seconds))
    return [
        DayRow(day, sum(seconds for _, seconds in done), sum(routine != "hourly-reset" for routine, _ in done))
        for day, done in days.items()
    ]
