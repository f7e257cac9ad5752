"""A theme: colours by role. Values come from resources/themes, measured for contrast there."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

Colour = Annotated[str, Meta(pattern="^#[0-9A-F]{6}$")]


class Hue(StrEnum):
    """The role in the theme that gives a phase its colours."""

    INHALE = "inhale"
    EXHALE = "exhale"
    PAUSE = "pause"
    PRESS = "press"
    RELAX = "relax"
    SQUEEZE = "squeeze"
    RELEASE = "release"
    HOLD = "hold"
    REST = "rest"
    READY = "ready"


class HueColours(Struct, frozen=True, forbid_unknown_fields=True):
    """A phase's colours: `fill` for shapes, `ink` for words, `tint` for the orb and the cue card."""

    fill: Colour
    ink: Colour
    tint: Colour
    tint_top: Colour
    tide: Colour
    ring_track: Colour


class Theme(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Roles as in the design tokens."""

    id: str
    dark: bool
    bg: Colour
    surface: Colour
    raised: Colour
    sunken: Colour
    line: Colour
    edge: Colour
    text: Colour
    text2: Colour
    text3: Colour
    accent: Colour
    accent_hover: Colour
    accent_down: Colour
    on_accent: Colour
    accent_tint: Colour
    danger: Colour
    danger_tint: Colour
    warn: Colour
    warn_tint: Colour
    ok: Colour
    focus: Colour
    figure: Colour
    figure_far: Colour
    prop: Colour
    prop_edge: Colour
    hues: dict[Hue, HueColours]
