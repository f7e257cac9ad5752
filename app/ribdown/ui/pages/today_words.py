"""What Today says about the programme."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale

from ribdown.core.programme.day import DAYS, LEAST, MOST, WEEKS, Day, Stage, Standing, Tile, TileState, Why
from ribdown.ui.pages.dates import day_long, day_short
from ribdown.ui.translation import translate


def headline(day: Day | None, today: date) -> str:
    """Where the person is, such as Day 5 of 14."""
    if day is None or day.standing in (Standing.NOT_BEGUN, Standing.LEFT):
        return translate("words", "Today")
    if day.off:
        return translate("words", "A day off, if you like")
    if day.stage is Stage.DAILY:
        place = translate("words", "Day {} of {}").format(day.number, DAYS)
        missed = day.why is Why.ONCE_A_DAY and day.last is not None and today - day.last > timedelta(days=1)
        return translate("words", "{}, last one on {}").format(place, _on(day.last, today)) if missed else place
    if day.stage is Stage.PROGRESSING:
        return translate("words", "Week {} · {}").format(day.week, this_week(day))
    return capital(this_week(day))


def date_line(day: Day | None, today: date) -> str:
    """The date and, on a day off, the week."""
    if day is not None and day.off and day.stage is Stage.PROGRESSING:
        return translate("words", "{} · Week {}").format(day_long(today), day.week)
    return day_long(today)


def this_week(day: Day) -> str:
    """Such as 2 of 3–4 this week."""
    if day.number > MOST:
        return translate("words", "{} this week").format(day.number)
    return translate("words", "{} of {}–{} this week").format(day.number, LEAST, MOST)


def ahead(day: Day) -> tuple[str, str]:
    """What stands beside the strip, in bold and below."""
    times = translate("words", "{}–{} times a week").format(LEAST, MOST)
    if day.stage is Stage.DAILY:
        return translate("words", "Weeks 3–6"), translate("words", "{}, harder variations").format(times)
    if day.stage is Stage.PROGRESSING:
        after = translate("words", "After week {}: {} to maintain").format(WEEKS, times)
        return this_week(day) if day.off else translate("words", "Leave a day between"), after
    if day.off:
        return this_week(day), translate("words", "The six weeks are done")
    return translate("words", "Leave a day between"), translate("words", "The six weeks are done")


def done_heading(day: Day) -> str:
    """What was reached today."""
    if day.stage is Stage.DAILY:
        return translate("words", "That’s day {}").format(day.number)
    return translate("words", "That’s {}").format(this_week(day))


def done_next(day: Day) -> str:
    """What comes after a session that was done today."""
    if day.stage is not Stage.DAILY:
        return translate("words", "Tomorrow is a day off, if you like.")
    left = DAYS - day.number
    if not left:
        return translate("words", "The two weeks are done. From here on it is {}–{} times a week.").format(LEAST, MOST)
    return translate("words", "1 day to go.") if left == 1 else translate("words", "{} days to go.").format(left)


def off_note(day: Day) -> str:
    """Why this is a day off; empty where it is none."""
    return {
        Why.DAY_BETWEEN: translate("words", "You moved yesterday. First steps suits any day."),
        Why.ENOUGH: translate("words", "This week has its four. First steps suits any day."),
    }.get(day.why, "")


def tile_words(tile: Tile) -> tuple[str, str]:
    """A tile in words: its day of fourteen, or of the week, and what it says."""
    state = {
        TileState.DONE: translate("words", "done today") if tile.today else translate("words", "done"),
        TileState.TODAY: translate("words", "today"),
        TileState.TO_COME: translate("words", "to come"),
        TileState.OFF: translate("words", "a day off"),
    }[tile.state]
    if not tile.number:
        return day_long(tile.day) if tile.day is not None else translate("words", "A later day"), capital(state)
    name = translate("words", "Day {}").format(tile.number)
    return name, capital(state) if tile.day is None else f"{day_short(tile.day)}, {state}"


def paused_text(day: Day, today: date) -> str:
    """Since when the programme stands still."""
    since = day.paused_since
    if since is None or since == today:
        return translate("words", "Paused since today")
    return translate("words", "Paused since {}").format(_on(since, today))


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _on(day: date | None, today: date) -> str:
    """A weekday, or the date where that is a week away or more."""
    assert day is not None
    if 0 <= (today - day).days < 7:
        return QLocale().toString(QDate(day.year, day.month, day.day), "dddd")
    return day_short(day)
