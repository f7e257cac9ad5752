"""Settings: one table from which file, validation and page derive. Each field says its title and what is allowed."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

from ribdown.core.allowed import Allowed, Choice, Line, Switch, Texts, Unit, Weekdays, Whole, Wholes
from ribdown.core.breath_pace import BreathPace
from ribdown.core.errors import ContentError


class ThemeChoice(StrEnum):
    """Which theme is shown."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ContrastChoice(StrEnum):
    """How much words and lines stand out."""

    SYSTEM = "system"
    NORMAL = "normal"
    HIGH = "high"


class MotionChoice(StrEnum):
    """How much moves."""

    SYSTEM = "system"
    REDUCED = "reduced"
    FULL = "full"


class SoundOutput(StrEnum):
    """What sends tones and ticks to the sound service."""

    QT = "qt"
    SIMPLEAUDIO = "simpleaudio"
    SILENT = "silent"


class DeviceLost(StrEnum):
    """What a session does where what it is heard through goes away or becomes another."""

    PAUSE = "pause"
    GO_ON = "go_on"


class NudgeRhythm(StrEnum):
    """When nudges come: at one minute of each hour, or so many minutes after the last movement."""

    ON_THE_HOUR = "on the hour"
    EVERY_30 = "30 min"
    EVERY_45 = "45 min"
    EVERY_60 = "60 min"
    EVERY_90 = "90 min"


class NudgeChannel(StrEnum):
    """What shows nudges: the desktop's notifications, or a card of our own."""

    NOTIFICATION = "notification"
    CARD = "card"


class BackgroundChoice(StrEnum):
    """Whether nudges go on when the window is closed."""

    ASK = "ask"
    YES = "yes"
    NO = "no"


class Section(StrEnum):
    """The cards of the settings page, by their titles."""

    NUDGES = "Nudges"
    SESSION = "Session"
    SOUND = "Sound"
    APP = "App"


class Entry(NamedTuple):
    """What a field's type says beside the type. Without a `section` the page does not show it; `explanation` is one
    line below the title there."""

    title: str
    allowed: Allowed
    section: Section | None = None
    explanation: str = ""


_CHANGE = Whole(5, 20, Unit.SECONDS, range(5, 21))
_TIME_OF_DAY = Whole(0, 24 * 60 - 1, Unit.MINUTE_OF_DAY, range(0, 24 * 60, 30))
_MINUTE = Whole(0, 59, steps=range(0, 60, 5))
_SHARE = Whole(0, 100, Unit.PER_CENT)
TEXT_SIZE = Whole(100, 200, Unit.PER_CENT, (100, 125, 150, 175, 200))


class Settings(NamedTuple):
    """The values in use; rows of the page stand in this order. `get_ready` and `switch_sides` are seconds, `text_size`
    and the volumes per cent, and `speech_rate` goes from -100, the slowest, to 100. An empty `speech_engine` or
    `speech_voice` is the desktop's own, and so is an empty `language`, which is a tag such as `de` or `pt_BR`.
    `nudge_from` and `nudge_to` are minutes of the day, and Monday is 0 in `nudge_days`. `far_view` names
    the exercises that were last watched in far view; `window` is the window's width and height."""

    nudges: Annotated[
        bool, Entry("Nudges", Switch(), Section.NUDGES, "Rib-down + glute squeeze, half a minute on your feet")
    ] = True
    nudge_rhythm: Annotated[NudgeRhythm, Entry("How often", Choice(NudgeRhythm), Section.NUDGES)] = (
        NudgeRhythm.ON_THE_HOUR
    )
    nudge_minute: Annotated[
        int, Entry("Minute of the hour", _MINUTE, Section.NUDGES, "For nudges that come each hour")
    ] = 0
    nudge_from: Annotated[int, Entry("Working hours from", _TIME_OF_DAY, Section.NUDGES)] = 9 * 60
    nudge_to: Annotated[int, Entry("Working hours to", _TIME_OF_DAY, Section.NUDGES)] = 17 * 60 + 30
    nudge_days: Annotated[tuple[int, ...], Entry("Days", Weekdays(), Section.NUDGES)] = (0, 1, 2, 3, 4)
    nudge_channel: Annotated[NudgeChannel, Entry("Show as", Choice(NudgeChannel), Section.NUDGES)] = (
        NudgeChannel.NOTIFICATION
    )
    background: Annotated[
        BackgroundChoice,
        Entry("When closed", Choice(BackgroundChoice), Section.NUDGES, "Nudges can go on without the window"),
    ] = BackgroundChoice.ASK
    breath_pace: Annotated[BreathPace, Entry("Breath pace, couch stretch", Choice(BreathPace), Section.SESSION)] = (
        BreathPace.ROUTINE
    )
    gentler: Annotated[
        bool, Entry("Gentler mode", Switch(), Section.SESSION, "Fewer rounds, lighter and shorter presses and holds")
    ] = False
    rounds: Annotated[
        int,
        Entry(
            "Rounds per side", Whole(1, 2, steps=(1, 2)), Section.SESSION, "Couch stretch, where a routine says none"
        ),
    ] = 1
    get_ready: Annotated[int, Entry("Time to get ready", _CHANGE, Section.SESSION, "Before each exercise")] = 10
    switch_sides: Annotated[int, Entry("Time to switch sides", _CHANGE, Section.SESSION)] = 10
    voice: Annotated[bool, Entry("Voice", Switch(), Section.SOUND, "Says what to do and what comes next")] = True
    tones: Annotated[bool, Entry("Tones", Switch(), Section.SOUND, "Rising for in, falling for out")] = True
    ticks: Annotated[bool, Entry("Ticks", Switch(), Section.SOUND, "One a second in a press and before a change")] = (
        True
    )
    volume: Annotated[int, Entry("Volume", _SHARE, Section.SOUND)] = 70
    muted: Annotated[bool, Entry("Mute", Switch(), Section.SOUND, "No voice, tones or ticks")] = False
    sound_output: Annotated[SoundOutput, Entry("Sound output", Choice(SoundOutput), Section.SOUND)] = SoundOutput.QT
    device_lost: Annotated[
        DeviceLost, Entry("When the output is lost", Choice(DeviceLost), Section.SOUND, "Such as headphones unplugged")
    ] = DeviceLost.GO_ON
    speech_engine: Annotated[str, Entry("Speech engine", Line(), Section.SOUND)] = ""
    speech_voice: Annotated[str, Entry("Speaker", Line(), Section.SOUND)] = ""
    speech_rate: Annotated[int, Entry("Speed of speech", Whole(-100, 100), Section.SOUND, "0 is the speaker’s own")] = 0
    speech_volume: Annotated[int, Entry("Loudness of speech", _SHARE, Section.SOUND, "A share of the volume above")] = (
        100
    )
    theme: Annotated[ThemeChoice, Entry("Theme", Choice(ThemeChoice), Section.APP)] = ThemeChoice.SYSTEM
    contrast: Annotated[
        ContrastChoice, Entry("Contrast", Choice(ContrastChoice), Section.APP, "High: stronger words and lines")
    ] = ContrastChoice.SYSTEM
    text_size: Annotated[int, Entry("Text size", TEXT_SIZE, Section.APP)] = 100
    motion: Annotated[
        MotionChoice, Entry("Motion", Choice(MotionChoice), Section.APP, "Reduced: steps, no movement")
    ] = MotionChoice.SYSTEM
    keep_awake: Annotated[bool, Entry("Keep the screen awake", Switch(), Section.APP, "While a session runs")] = True
    language: Annotated[str, Entry("Language", Line(), Section.APP)] = ""
    battery: Annotated[
        bool, Entry("Save battery in a session", Switch(), Section.APP, "Movement is a little less smooth on battery")
    ] = True
    safety_read: Annotated[bool, Entry("Who should change or skip this: read", Switch())] = False
    far_view: Annotated[tuple[str, ...], Entry("Exercises shown in far view", Texts())] = ()
    window: Annotated[tuple[int, int], Entry("Window size", Wholes(2, Whole(400, 16_384)))] = (1280, 766)


ENTRIES: Mapping[str, Entry] = {name: kind.__metadata__[0] for name, kind in Settings.__annotations__.items()}


def read_settings(table: Mapping[str, object]) -> tuple[Settings, list[ContentError]]:
    """The settings in a file's table, and what is wrong with each value that is not allowed; it has its default.
    Keys that are no settings are passed over."""
    good: dict[str, Any] = {}
    problems = []
    for name, entry in ENTRIES.items():
        if name in table:
            try:
                good[name] = entry.allowed.read(f"$.{name}", table[name])
            except ContentError as error:
                problems.append(error)
    return Settings(**good), problems
