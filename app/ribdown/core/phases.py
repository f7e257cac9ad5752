"""The phase table: what each kind of segment looks like. Hue is never the only difference (DESIGN, §3)."""

from dataclasses import dataclass
from enum import StrEnum

from ribdown.core.blocks import Reps, SegmentKind
from ribdown.core.theme import Hue
from ribdown.core.timeline import Segment


class Silhouette(StrEnum):
    """The shape in the middle of the ring."""

    ORB = "orb"
    SQUARE = "square"
    RIPPLES = "ripples"
    OPEN_DIAMOND = "open diamond"
    DIAMOND = "diamond"
    DASHED_CIRCLE = "dashed circle"
    HEXAGON = "hexagon"
    OPEN_CIRCLE = "open circle"
    PILL = "pill"
    DOTS = "dots"


class Ring(StrEnum):
    """How progress fills the ring."""

    CONTINUOUS = "continuous"
    SECONDS = "seconds"
    DOTS = "dots"


class Strip(StrEnum):
    """What runs under the orb."""

    WAVE = "breath wave"
    EFFORT = "effort gauge"
    PRESSES = "press and relax pairs"
    REPS = "rep diamonds"
    LENGTH = "length bar"
    NEXT = "what is next"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Phase:
    """One row of the table. `word` is the source text of what is shown and spoken; `icon` is an icon's name."""

    word: str
    icon: str
    hue: Hue
    silhouette: Silhouette
    ring: Ring
    strip: Strip


_K = SegmentKind
_TABLE = {
    _K.GET_READY: Phase("Get ready", "get-ready", Hue.READY, Silhouette.DOTS, Ring.DOTS, Strip.NEXT),
    _K.SWITCH_SIDES: Phase("Switch sides", "switch-sides", Hue.READY, Silhouette.DOTS, Ring.DOTS, Strip.NEXT),
    _K.INHALE: Phase("Inhale", "inhale", Hue.INHALE, Silhouette.ORB, Ring.CONTINUOUS, Strip.WAVE),
    _K.EXHALE: Phase("Exhale", "exhale", Hue.EXHALE, Silhouette.ORB, Ring.CONTINUOUS, Strip.WAVE),
    _K.PAUSE: Phase("Pause", "pause phase", Hue.PAUSE, Silhouette.ORB, Ring.CONTINUOUS, Strip.WAVE),
    _K.PRESS: Phase("Press", "press", Hue.PRESS, Silhouette.SQUARE, Ring.SECONDS, Strip.EFFORT),
    _K.RELAX: Phase("Relax", "relax", Hue.RELAX, Silhouette.RIPPLES, Ring.SECONDS, Strip.PRESSES),
    _K.LIFT: Phase("Lift", "lift", Hue.SQUEEZE, Silhouette.OPEN_DIAMOND, Ring.SECONDS, Strip.REPS),
    _K.SQUEEZE: Phase("Squeeze", "squeeze", Hue.SQUEEZE, Silhouette.DIAMOND, Ring.SECONDS, Strip.REPS),
    _K.LOWER: Phase("Lower", "lower", Hue.RELEASE, Silhouette.DASHED_CIRCLE, Ring.SECONDS, Strip.REPS),
    _K.HOLD: Phase("Hold", "hold", Hue.HOLD, Silhouette.HEXAGON, Ring.SECONDS, Strip.LENGTH),
    _K.REST: Phase("Rest", "rest", Hue.REST, Silhouette.OPEN_CIRCLE, Ring.SECONDS, Strip.NEXT),
    _K.WALK: Phase("Walk", "walk", Hue.HOLD, Silhouette.PILL, Ring.SECONDS, Strip.LENGTH),
    _K.WAIT: Phase("Your time", "clock", Hue.READY, Silhouette.DOTS, Ring.DOTS, Strip.NONE),
}
# Where nothing is lifted there is nothing to lower: the muscle lets go.
_RELEASE = Phase("Release", "release", Hue.RELEASE, Silhouette.DASHED_CIRCLE, Ring.SECONDS, Strip.REPS)


def phase_of(segment: Segment) -> Phase:
    """The row of the table for a segment."""
    block = segment.run.block
    if segment.kind is SegmentKind.LOWER and isinstance(block, Reps) and not block.lift.milliseconds:
        return _RELEASE
    return _TABLE[segment.kind]
