from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ribdown.core.statistics.weeks import days_from, first_of_week, local_day, week_starts

DAYS = st.dates(date(1970, 1, 10), date(2999, 12, 20))
WEEKDAYS = st.integers(0, 6)
ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "America/St_Johns", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Apia"]
).map(ZoneInfo)


def test_a_session_over_midnight_belongs_to_its_evening() -> None:
    assert local_day(datetime(2026, 11, 20, 23, 55, tzinfo=ZoneInfo("Europe/Berlin"))) == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("utc", "day"),
    [
        # The clocks go forward on 2026-03-29 at 01:00 UTC, back on 2026-10-25 at 01:00 UTC.
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 26)),
    ],
)
def test_a_day_on_which_the_clocks_change_has_its_own_bounds(utc: datetime, day: date) -> None:
    assert local_day(utc.astimezone(ZoneInfo("Europe/Berlin"))) == day


def test_a_start_without_an_offset_is_a_bug() -> None:
    with pytest.raises(ValueError, match="offset"):
        local_day(datetime(2026, 11, 20, 8))  # noqa: DTZ001


@given(st.datetimes(datetime(1971, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)), ZONES)  # noqa: DTZ001
def test_the_day_is_what_a_calendar_on_the_wall_says(utc: datetime, zone: ZoneInfo) -> None:
    offset = utc.astimezone(zone).utcoffset()
    assert offset is not None
    assert local_day(utc.astimezone(zone)) == (utc.replace(tzinfo=None) + offset).date()


@pytest.mark.parametrize(
    ("first_weekday", "first"),
    [(0, date(2026, 11, 16)), (6, date(2026, 11, 15)), (5, date(2026, 11, 14)), (4, date(2026, 11, 20))],
)
def test_a_week_begins_on_the_day_that_is_asked_for(first_weekday: int, first: date) -> None:
    assert first_of_week(date(2026, 11, 20), first_weekday) == first


@given(DAYS, WEEKDAYS)
def test_every_day_is_in_the_seven_from_its_weeks_first(day: date, first_weekday: int) -> None:
    first = first_of_week(day, first_weekday)
    assert first.weekday() == first_weekday
    assert day in days_from(first, 7)


@given(DAYS, st.integers(0, 800), WEEKDAYS)
def test_the_weeks_of_a_range_hold_each_of_its_days_once(first: date, length: int, first_weekday: int) -> None:
    last = min(first + timedelta(days=length), date(2999, 12, 20))
    days = [day for start in week_starts(first, last, first_weekday) for day in days_from(start, 7)]
    assert len(days) == len(set(days))
    assert {first + timedelta(days=number) for number in range((last - first).days + 1)} <= set(days)
    assert len(days) - ((last - first).days + 1) <= 12


def test_a_range_that_ends_before_it_begins_has_no_weeks() -> None:
    assert list(week_starts(date(2026, 11, 20), date(2026, 11, 1), 0)) == []
