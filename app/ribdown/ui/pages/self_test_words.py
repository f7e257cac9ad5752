"""What the self-test says of thighs, sides and days."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from ribdown.core.statistics.thigh_trend import Change, ThighTrend
from ribdown.core.thomas_test import Thigh, ThomasTest
from ribdown.core.timeline import Side
from ribdown.ui.pages.dates import day_long, time_of_day
from ribdown.ui.translation import translate


def thigh_text(thigh: Thigh | None) -> str:
    """Such as `Rests flat`."""
    return {
        Thigh.FLAT: translate("words", "Rests flat"),
        Thigh.LITTLE: translate("words", "Floats a little"),
        Thigh.LOT: translate("words", "Floats clearly"),
        None: translate("words", "Not looked at"),
    }[thigh]


def level_text(thigh: Thigh) -> str:
    """The thigh's level in a chart."""
    return {
        Thigh.FLAT: translate("words", "flat"),
        Thigh.LITTLE: translate("words", "a little"),
        Thigh.LOT: translate("words", "clearly"),
    }[thigh]


def side_title(side: Side) -> str:
    """Such as `Left`."""
    return translate("words", "Left") if side is Side.LEFT else translate("words", "Right")


def thigh_title(side: Side) -> str:
    """Such as `Left thigh`."""
    return translate("words", "Left thigh") if side is Side.LEFT else translate("words", "Right thigh")


def side_text(side: Side, thigh: Thigh | None) -> str:
    """Such as `Left: floats a little`."""
    return translate("words", "{}: {}").format(side_title(side), thigh_text(thigh).lower())


def side_of(test: ThomasTest, side: Side) -> Thigh | None:
    """What a test found on a side."""
    return test.left if side is Side.LEFT else test.right


def chart_day(day: date, today: date) -> str:
    """Such as `13 Dec`, or `today`; with the year where it is another."""
    if day == today:
        return translate("words", "today")
    return _format(day, "d MMM" if day.year == today.year else "d MMM yy")


def trend_title(side: Side, trend: ThighTrend, today: date) -> str:
    """Such as `Right rests flat today.`"""
    here = {
        (Side.LEFT, Thigh.FLAT): translate("words", "Left rests flat {}."),
        (Side.LEFT, Thigh.LITTLE): translate("words", "Left floats a little {}."),
        (Side.LEFT, Thigh.LOT): translate("words", "Left floats clearly {}."),
        (Side.RIGHT, Thigh.FLAT): translate("words", "Right rests flat {}."),
        (Side.RIGHT, Thigh.LITTLE): translate("words", "Right floats a little {}."),
        (Side.RIGHT, Thigh.LOT): translate("words", "Right floats clearly {}."),
    }[side, trend.last.thigh]
    day = trend.last.day
    return here.format(translate("words", "today") if day == today else _on(day, today))


def trend_line(trend: ThighTrend, today: date) -> str:
    """The newest look beside the one before, such as `Same as on 13 December.`"""
    if trend.before is None or trend.change is None:
        return translate("words", "First look at this side.")
    text = {
        Change.LOWER: translate("words", "Closer to flat than {}."),
        Change.SAME: translate("words", "Same as {}."),
        Change.HIGHER: translate("words", "Higher than {}."),
    }[trend.change]
    same_day = trend.before.day == trend.last.day
    return text.format(translate("words", "earlier that day") if same_day else _on(trend.before.day, today))


def whole_text(test: ThomasTest) -> str:
    """A whole test as one sentence, for a screen reader."""
    parts = [f"{day_long(test.tested)}, {time_of_day(test.tested)}"]
    parts += [side_text(side, side_of(test, side)) for side in Side]
    return ", ".join([*parts, *([test.note] if test.note else [])])


def _on(day: date, today: date) -> str:
    return translate("words", "on {}").format(_format(day, "d MMMM" if day.year == today.year else "d MMMM yyyy"))


def _format(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
