"""Settings: one table from which file, validation and page derive. Each field says its title and what is allowed."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

from ribdown.core.allowed import Allowed, Choice, Switch, Texts, Whole, Wholes
from ribdown.core.errors import ContentError


class ThemeChoice(StrEnum):
    """Which theme is shown."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class MotionChoice(StrEnum):
    """How much moves."""

    SYSTEM = "system"
    REDUCED = "reduced"
    FULL = "full"


class Entry(NamedTuple):
    """What a field's type says beside the type."""

    title: str
    allowed: Allowed


class Settings(NamedTuple):
    """The values in use. `get_ready` and `switch_sides` are seconds, `text_size` is per cent. `far_view` names the
    exercises that were last watched in far view; `window` is the window's width and height."""

    theme: Annotated[ThemeChoice, Entry("Theme", Choice(ThemeChoice))] = ThemeChoice.SYSTEM
    motion: Annotated[MotionChoice, Entry("Motion", Choice(MotionChoice))] = MotionChoice.SYSTEM
    text_size: Annotated[int, Entry("Text size, per cent", Whole(100, 200))] = 100
    gentler: Annotated[bool, Entry("Gentler mode", Switch())] = False
    get_ready: Annotated[int, Entry("Get ready, seconds", Whole(5, 20))] = 10
    switch_sides: Annotated[int, Entry("Switch sides, seconds", Whole(5, 20))] = 10
    volume: Annotated[int, Entry("Volume, per cent", Whole(0, 100))] = 70
    muted: Annotated[bool, Entry("Sound off", Switch())] = False
    tones: Annotated[bool, Entry("Tones", Switch())] = True
    ticks: Annotated[bool, Entry("Ticks", Switch())] = True
    voice: Annotated[bool, Entry("Voice", Switch())] = True
    keep_awake: Annotated[bool, Entry("Keep the screen awake during a session", Switch())] = True
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
