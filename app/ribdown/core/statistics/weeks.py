"""Days as they were lived, and the weeks they lie in. A weekday is a number: 0 is Monday, 6 is Sunday."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

DAYS = 7


def local_day(started: datetime) -> date:
    """The day on which something began for the person, wherever they were: a session over midnight belongs to its
    evening, and a later move or change of the clocks alters nothing. Raises ValueError where `started` is not aware."""
    if started.utcoffset() is None:
        raise ValueError("a start has an offset")
    return started.date()


def first_of_week(day: date, first_weekday: int) -> date:
    """The day on which the week of `day` begins."""
    return day - timedelta(days=(day.weekday() - first_weekday) % DAYS)


def week_starts(first: date, last: date, first_weekday: int) -> Iterator[date]:
    """The first days of the weeks from that of `first` to that of `last`, whole weeks on both ends."""
    start = first_of_week(first, first_weekday)
    while start <= last:
        yield start
        start += timedelta(days=DAYS)


def days_from(first: date, count: int) -> Iterator[date]:
    """`count` days in a row, from `first` on."""
    return (first + timedelta(days=number) for number in range(count))
