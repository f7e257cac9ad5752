"""The words of the settings page: of the table in core, which knows no Qt, and of the values."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from ribdown.core.allowed import Choice, Switch, Unit, Weekdays, Whole
from ribdown.core.breath_pace import STATED, BreathPace
from ribdown.core.nudges.slot import clock_text
from ribdown.core.settings import (
    BackgroundChoice,
    ContrastChoice,
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
from ribdown.ui.words import duration, tenths, took

TABLE_WORDS = (
    QT_TRANSLATE_NOOP("words", "Nudges"),
    QT_TRANSLATE_NOOP("words", "Rib-down + glute squeeze, half a minute on your feet"),
    QT_TRANSLATE_NOOP("words", "How often"),
    QT_TRANSLATE_NOOP("words", "Minute of the hour"),
    QT_TRANSLATE_NOOP("words", "For nudges that come each hour"),
    QT_TRANSLATE_NOOP("words", "Working hours from"),
    QT_TRANSLATE_NOOP("words", "Working hours to"),
    QT_TRANSLATE_NOOP("words", "Days"),
    QT_TRANSLATE_NOOP("words", "Show as"),
    QT_TRANSLATE_NOOP("words", "When closed"),
    QT_TRANSLATE_NOOP("words", "Nudges can go on without the window"),
    QT_TRANSLATE_NOOP("words", "Session"),
    QT_TRANSLATE_NOOP("words", "Sound"),
    QT_TRANSLATE_NOOP("words", "App"),
    QT_TRANSLATE_NOOP("words", "Breath pace, couch stretch"),
    QT_TRANSLATE_NOOP("words", "Gentler mode"),
    QT_TRANSLATE_NOOP("words", "Fewer rounds, lighter and shorter presses and holds"),
    QT_TRANSLATE_NOOP("words", "Rounds per side"),
    QT_TRANSLATE_NOOP("words", "Couch stretch, where a routine says none"),
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
    QT_TRANSLATE_NOOP("words", "Contrast"),
    QT_TRANSLATE_NOOP("words", "High: stronger words and lines"),
    QT_TRANSLATE_NOOP("words", "Language"),
    QT_TRANSLATE_NOOP("words", "Save battery in a session"),
    QT_TRANSLATE_NOOP("words", "Movement is a little less smooth on battery"),
)


def table_text(text: str) -> str:
    """A text of the table, as it is shown."""
    return translate("words", text) if text else ""


def choices_of(kind: type[StrEnum]) -> Sequence[tuple[StrEnum, str]]:
    """The members of an enumeration, each with what it is called."""
    texts: Mapping[type[StrEnum], tuple[str, ...]] = {
        BreathPace: tuple(pace_name(pace) for pace in BreathPace),
        ThemeChoice: (translate("words", "System"), translate("words", "Light"), translate("words", "Dark")),
        ContrastChoice: (translate("words", "System"), translate("words", "Normal"), translate("words", "High")),
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


def pace_name(pace: BreathPace) -> str:
    """Such as `in 2.5 s, out 5 s`."""
    if pace.seconds is None:
        return translate("words", "as the routine says")
    return translate("words", "in {} s, out {} s").format(*map(tenths, pace.seconds))


def pace_text(breaths: int, seconds: float) -> str:
    """What so many breaths of a pace take in all, beside the guide, and where the pace holds."""
    low, high = STATED
    takes = translate("words", "{} breaths take {}.").format(breaths, _unbroken(duration(seconds)))
    guide = (
        translate("words", "That is longer than the source says, {}–{} s.")
        if seconds > high
        else translate("words", "The source says {}–{} s.")
    )
    holds = translate("words", "Holds in every routine but those of your own that say a pace.")
    return " ".join((takes, guide.format(low, high), holds))


def routine_pace_text(routine: str, inhale: float, exhale: float, breaths: int) -> str:
    """The pace that a routine says itself, and what its breaths take in all."""
    said = translate("words", "{}: in {} s, out {} s.").format(routine, tenths(inhale), tenths(exhale))
    low, high = STATED
    takes = translate("words", "{} breaths take {}.").format(breaths, _unbroken(duration(breaths * (inhale + exhale))))
    return " ".join((said, takes, translate("words", "The source says {}–{} s.").format(low, high)))


def hours_text(start: int, end: int) -> str:
    """What is not seen from working hours that run from this minute of the day to that one."""
    if start == end:
        return translate("words", "The whole day")
    return translate("words", "Ends the next day") if end < start else ""


def rounds_text(routine: str, seconds: float, *, gentler: bool) -> str:
    """What the rounds do to the length of a routine that says none."""
    if gentler:
        return translate("words", "Couch stretch. Gentler mode takes one.")
    text = translate("words", "Couch stretch, where a routine says none. {}: {}")
    return text.format(routine, _unbroken(took(seconds)))


def gentler_text(routine: str, usual: float, gentler: float, same: str) -> str:
    """What gentler mode does to the length of a routine, in seconds, and to `same`, which stays as long; empty where
    there is none."""
    text = translate("words", "Lighter presses, smaller movements, fewest repeats. {}: {}, not {}.")
    lines = [text.format(routine, *(_unbroken(took(length)) for length in (gentler, usual)))]
    if same:
        lines.append(translate("words", "{} stays as long.").format(same))
    return " ".join(lines)


def _unbroken(text: str) -> str:
    return text.replace(" ", "\u00a0")
