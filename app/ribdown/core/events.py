"""What happens in a session, each once and in order. `at` is the place on the timeline, in seconds."""

from dataclasses import dataclass
from enum import StrEnum

from ribdown.core.timeline import Segment


class PauseReason(StrEnum):
    """Why a session stands still."""

    PERSON = "person"
    HURTS = "hurts"
    HIDDEN = "hidden"
    SLEPT = "slept"
    UNHEARD = "unheard"  # what it was heard through has gone, or is another one


@dataclass(frozen=True, slots=True)
class SegmentStarted:
    """A segment begins."""

    at: float
    segment: Segment


@dataclass(frozen=True, slots=True)
class BlockEnded:
    """What the timeline bar shows as a block has run to its end or was left; `last` is the segment it ended in."""

    at: float
    last: Segment


@dataclass(frozen=True, slots=True)
class SessionPaused:
    """The clock of the session stands still from here."""

    at: float
    reason: PauseReason


@dataclass(frozen=True, slots=True)
class SessionResumed:
    """The clock of the session runs again."""

    at: float


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """Nothing follows."""

    at: float


Event = SegmentStarted | BlockEnded | SessionPaused | SessionResumed | SessionEnded
