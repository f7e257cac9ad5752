"""A theme: colours by role, each as `#RRGGBB`. Values come from resources/themes, measured for contrast there."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple


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


class HueColours(NamedTuple):
    """A phase's colours: `fill` for shapes, `ink` for words, `tint` for the orb and the cue card."""

    fill: str
    ink: str
    tint: str
    tint_top: str
    tide: str
    ring_track: str


class Theme(NamedTuple):
    """Roles as in the design tokens."""

    id: str
    dark: bool
    bg: str
    surface: str
    raised: str
    sunken: str
    line: str
    edge: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_down: str
    on_accent: str
    accent_tint: str
    danger: str
    danger_tint: str
    warn: str
    warn_tint: str
    ok: str
    focus: str
    prop: str
    hues: Mapping[Hue, HueColours]


def theme_of(table: Mapping[str, Any]) -> Theme:
    """The theme in a file's table. Raises TypeError for a role that is missing or unknown, ValueError for a hue."""
    hues = {Hue(name): HueColours(**colours) for name, colours in table.get("hues", {}).items()}
    if missing := ", ".join(hue for hue in Hue if hue not in hues):
        raise ValueError(f"hues are missing: {missing}")
    return Theme(**{**table, "hues": hues})
