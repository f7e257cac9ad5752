"""The words of the settings page: of the table in core, which knows no Qt, and of the values."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from ribdown.core.allowed import Choice, Switch, Unit, Weekdays, Whole
from ribdown.core.nudges.slot import clock_text
from ribdown.core.settings import (
    BackgroundChoice,
    DeviceLost,
    Entry,
    MotionChoice,
    NudgeChannel,
    NudgeRhythm,
    SoundOutput,
    ThemeChoice,
)
from ribdown.ui.pages.dates import weekday_name
from ribdown.ui.translation import QT_TRANSLATE_NOOP, translate
from ribdown.ui.words import took

TABLE_WORDS = (
    QT_TRANSLATE_NOOP("words", "Nudges"),
    QT_TRANSLATE_NOOP("words", "Rib-down + glute squeeze, while you sit"),
    QT_TRANSLATE_NOOP("words", "How often"),
    QT_TRANSLATE_NOOP("words", "Minute of the hour"),
    QT_TRANSLATE_NOOP("words", "For nudges that come each hour"),
    QT_TRANSLATE_NOOP("words", "Working hours from"),
    QT_TRANSLATE_NOOP("words", "Working hours to"),
    QT_TRANSLATE_NOOP("words", "May run past midnight"),
    QT_TRANSLATE_NOOP("words", "Days"),
    QT_TRANSLATE_NOOP("words", "Show as"),
    QT_TRANSLATE_NOOP("words", "When the window is closed"),
    QT_TRANSLATE_NOOP("words", "Nudges can go on without it"),
    QT_TRANSLATE_NOOP("words", "Session"),
    QT_TRANSLATE_NOOP("words", "Sound"),
    QT_TRANSLATE_NOOP("words", "App"),
    QT_TRANSLATE_NOOP("words", "Gentler mode"),
    QT_TRANSLATE_NOOP("words", "Fewer rounds, lighter and shorter presses and holds"),
    QT_TRANSLATE_NOOP("words", "Time to get ready"),
    QT_TRANSLATE_NOOP("words", "Before each exercise"),
    QT_TRANSLATE_NOOP("words", "Time to switch sides"),
    QT_TRANSLATE_NOOP("words", "Voice"),
    QT_TRANSLATE_NOOP("words", "Says what to do and what comes next"),
    QT_TRANSLATE_NOOP("words", "Tones"),
    QT_TRANSLATE_NOOP("words", "Rising for in, falling for out"),
    QT_TRANSLATE_NOOP("words", "Ticks"),
    QT_TRANSLATE_NOOP("words", "One a second in a press and before a change"),
    QT_TRANSLATE_NOOP("words", "Volume"),
    QT_TRANSLATE_NOOP("words", "Mute"),
    QT_TRANSLATE_NOOP("words", "No voice, tones or ticks"),
    QT_TRANSLATE_NOOP("words", "Sound output"),
    QT_TRANSLATE_NOOP("words", "When the output is lost"),
    QT_TRANSLATE_NOOP("words", "Such as headphones unplugged"),
    QT_TRANSLATE_NOOP("words", "Speech engine"),
    QT_TRANSLATE_NOOP("words", "Speaker"),
    QT_TRANSLATE_NOOP("words", "Speed of speech"),
    QT_TRANSLATE_NOOP("words", "0 is the speaker’s own"),
    QT_TRANSLATE_NOOP("words", "Loudness of speech"),
    QT_TRANSLATE_NOOP("words", "A share of the volume above"),
    QT_TRANSLATE_NOOP("words", "Theme"),
    QT_TRANSLATE_NOOP("words", "Motion"),
    QT_TRANSLATE_NOOP("words", "Reduced: steps, no movement"),
    QT_TRANSLATE_NOOP("words", "Text size"),
    QT_TRANSLATE_NOOP("words", "Keep the screen awake"),
    QT_TRANSLATE_NOOP("words", "While a session runs"),
)


def table_text(text: str) -> str:
    """A text of the table, as it is shown."""
    return translate("words", text) if text else ""


def choices_of(kind: type[StrEnum]) -> Sequence[tuple[StrEnum, str]]:
    """The members of an enumeration, each with what it is called."""
    texts: Mapping[type[StrEnum], tuple[str, ...]] = {
        ThemeChoice: (translate("words", "System"), translate("words", "Light"), translate("words", "Dark")),
        MotionChoice: (translate("words", "System"), translate("words", "Reduced"), translate("words", "Full")),
        SoundOutput: (translate("words", "System"), "simpleaudio", translate("words", "None")),
        DeviceLost: (translate("words", "Pause"), translate("words", "Go on")),
        NudgeRhythm: (
            translate("words", "Each hour"),
            *(translate("words", "{} min after moving").format(minutes) for minutes in (30, 45, 60, 90)),
        ),
        NudgeChannel: (translate("words", "Notification"), translate("words", "Card")),
        BackgroundChoice: (translate("words", "Ask"), translate("words", "Go on"), translate("words", "Quit")),
    }
    return tuple(zip(kind, texts[kind], strict=True))


def number_text(value: int, unit: Unit) -> str:
    """Such as `10 s`, `70 %` or `−20`."""
    text = str(value).replace("-", "−")
    if unit is Unit.MINUTE_OF_DAY:
        return clock_text(value)
    if unit is Unit.SECONDS:
        return translate("words", "{} s").format(text)
    return translate("words", "{} %").format(text) if unit is Unit.PER_CENT else text


def value_text(entry: Entry, value: object) -> str:
    """A value of this entry, as the page shows it."""
    match entry.allowed, value:
        case Switch(), _:
            return translate("words", "on") if value else translate("words", "off")
        case Whole(unit=unit), int(number):
            return number_text(number, unit)
        case Choice(choices=kind), str():
            return dict(choices_of(kind))[kind(value)]
        case Weekdays(), tuple(days):
            return ", ".join(weekday_name(day) for day in days) or translate("words", "none")
    return str(value) or own_text()


def own_text() -> str:
    """What an engine or a speaker is called that nobody chose."""
    return translate("words", "The desktop’s own")


def gentler_text(routine: str, usual: float, gentler: float) -> str:
    """What gentler mode does to the length of a routine, in seconds."""
    text = translate("words", "Fewer rounds, lighter presses. {}: {} instead of {}.")
    return text.format(routine, *(took(length).replace(" ", "\u00a0") for length in (gentler, usual)))
