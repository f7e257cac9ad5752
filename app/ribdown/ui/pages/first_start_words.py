"""What the first start says of the settings."""

from collections.abc import Sequence

from ribdown.core.nudges.slot import clock_text
from ribdown.core.settings import NudgeRhythm, Settings
from ribdown.ui.pages.dates import weekday_name
from ribdown.ui.pages.settings_words import choices_of
from ribdown.ui.translation import translate
from ribdown.ui.words import took

_A_WEEK = 7
_A_SPAN = 3  # days in a row, from which on only the first and the last are named


def nudge_title(settings: Settings) -> str:
    """What the nudges of these settings are called."""
    if settings.nudge_rhythm is NudgeRhythm.ON_THE_HOUR:
        return translate("words", "Hourly nudge")
    return translate("words", "Nudge, {}").format(dict(choices_of(NudgeRhythm))[settings.nudge_rhythm])


def nudge_text(settings: Settings) -> str:
    """What a nudge asks for, and when it may come."""
    ends = clock_text(settings.nudge_from), clock_text(settings.nudge_to)
    hours = translate("words", "{} to {}").format(*ends) if ends[0] != ends[1] else translate("words", "at any hour")
    text = translate("words", "Half a minute on your feet. {}, {}")
    return text.format(days_text(settings.nudge_days), hours)


def gentler_text(usual: float, gentler: float) -> str:
    """What gentler mode does, to somebody who knows no routine by name. The lengths are in seconds."""
    text = translate(
        "words",
        "Lighter presses, smaller movements, fewest repeats. The longer routine takes {} instead of {}.",
    )
    return text.format(*(took(length).replace(" ", "\u00a0") for length in (gentler, usual)))


def days_text(days: Sequence[int]) -> str:
    """Days of the week in order, Monday being 0: such as `Monday to Friday`."""
    if not days:
        return translate("words", "No day")
    if len(days) == _A_WEEK:
        return translate("words", "Every day")
    if len(days) >= _A_SPAN and days[-1] - days[0] == len(days) - 1:
        return translate("words", "{} to {}").format(weekday_name(days[0]), weekday_name(days[-1]))
    return ", ".join(map(weekday_name, days))


def sample_slot(settings: Settings) -> str:
    """The time of day of a nudge that may come: the first full hour in the working hours, and its minute."""
    return clock_text((settings.nudge_from // 60 + 1) * 60 % (24 * 60) + settings.nudge_minute)
