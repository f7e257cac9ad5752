"""Settings: one table from which file, validation and page derive. Each field's type carries what is allowed."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct


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


Pixels = Annotated[int, Meta(ge=400, le=16_384)]


class Settings(Struct, frozen=True, kw_only=True):
    """The values in use. `get_ready` and `switch_sides` are seconds, `text_size` is per cent. `far_view` names the
    exercises that were last watched in far view; `window` is the window's width and height."""

    theme: Annotated[ThemeChoice, Meta(title="Theme")] = ThemeChoice.SYSTEM
    motion: Annotated[MotionChoice, Meta(title="Motion")] = MotionChoice.SYSTEM
    text_size: Annotated[int, Meta(title="Text size, per cent", ge=100, le=200)] = 100
    gentler: Annotated[bool, Meta(title="Gentler mode")] = False
    get_ready: Annotated[int, Meta(title="Get ready, seconds", ge=5, le=20)] = 10
    switch_sides: Annotated[int, Meta(title="Switch sides, seconds", ge=5, le=20)] = 10
    keep_awake: Annotated[bool, Meta(title="Keep the screen awake during a session")] = True
    safety_read: Annotated[bool, Meta(title="Who should change or skip this: read")] = False
    far_view: Annotated[tuple[str, ...], Meta(title="Exercises shown in far view")] = ()
    window: Annotated[tuple[Pixels, Pixels], Meta(title="Window size")] = (1280, 766)
