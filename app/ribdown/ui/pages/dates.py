"""Days and times as they are shown."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale


def day_long(day: date) -> str:
    """Such as `Friday 20 November`."""
    return _format(day, "dddd d MMMM")


def day_short(day: date, *, year: bool = False) -> str:
    """Such as `Fri 20 Nov`, with the year where it is wanted."""
    return _format(day, "ddd d MMM yyyy" if year else "ddd d MMM")


def day_near(day: date, today: date) -> str:
    """Such as `Fri`, and `20 Nov` where that is a week away or more."""
    return _format(day, "ddd" if abs(today - day).days < 7 else "d MMM")


def weekday_name(day: int) -> str:
    """Such as `Monday` for 0."""
    return QLocale().dayName(day + 1)


def weekday_letter(day: int) -> str:
    """Such as `M` for 0."""
    return QLocale().dayName(day + 1)[:1].upper()  # the narrow form is a number in some locales


def time_of_day(moment: datetime) -> str:
    """Such as `07:31`."""
    return f"{moment:%H:%M}"


def _format(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
