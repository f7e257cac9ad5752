"""The sounds there are, and one of them at its place on the timeline."""

from dataclasses import dataclass
from enum import StrEnum

from ribdown.core.blocks import SegmentKind
from ribdown.core.breath import breath_level
from ribdown.core.phases import phase_of
from ribdown.core.timeline import Segment


class Sound(StrEnum):
    """Each phase has its own; the pause of a breath is silence."""

    GET_READY = "get-ready"
    SWITCH_SIDES = "switch-sides"
    INHALE = "inhale"
    EXHALE = "exhale"
    PRESS = "press"
    RELAX = "relax"
    LIFT = "lift"
    SQUEEZE = "squeeze"
    LOWER = "lower"
    RELEASE = "release"
    HOLD = "hold"
    REST = "rest"
    WALK = "walk"
    WAIT = "wait-for-me"
    EXERCISE_END = "exercise-end"
    SESSION_END = "session-end"
    SECOND = "second"
    MARK = "mark"
    COUNTDOWN = "countdown"

    @property
    def is_tick(self) -> bool:
        """Whether it counts time inside a phase, and so can be switched off apart from the tones."""
        return self in _TICKS

    @property
    def seconds(self) -> float | None:
        """Its length where there is room; None where it lasts as long as its phase."""
        return _SECONDS.get(self)

    @property
    def gives_way(self) -> bool:
        """Whether it is long enough for a voice to be heard over it, and so gets softer under one."""
        return self in _LONG


_TICKS = frozenset({Sound.SECOND, Sound.MARK, Sound.COUNTDOWN})
_LONG = frozenset({Sound.INHALE, Sound.EXHALE, Sound.PRESS, Sound.RELAX})
_SECONDS = {
    Sound.GET_READY: 0.5,
    Sound.SWITCH_SIDES: 0.9,
    Sound.RELAX: 1.6,
    Sound.LIFT: 0.4,
    Sound.SQUEEZE: 0.25,
    Sound.LOWER: 0.4,
    Sound.RELEASE: 0.3,
    Sound.HOLD: 0.7,
    Sound.REST: 0.7,
    Sound.WALK: 0.5,
    Sound.WAIT: 0.8,
    Sound.EXERCISE_END: 0.9,
    Sound.SESSION_END: 2.0,
    Sound.SECOND: 0.05,
    Sound.MARK: 0.25,
    Sound.COUNTDOWN: 0.08,
}


@dataclass(frozen=True, slots=True)
class Tone:
    """A sound that starts `at` seconds on the timeline and lasts `seconds`; `done` is how many seconds of its phase
    were done before a stop."""

    at: float
    seconds: float
    sound: Sound
    done: float = 0.0

    @property
    def end(self) -> float:
        """Where it is silent again, in seconds on the timeline."""
        return self.at + self.seconds

    def level(self, since: float) -> float:
        """The breath level, 0–1, `since` seconds after the tone starts; 0 in everything that is not a breath."""
        if self.sound not in (Sound.INHALE, Sound.EXHALE):
            return 0.0
        return breath_level(SegmentKind(self.sound), (self.done + since) / (self.done + self.seconds))


def sound_of(segment: Segment) -> Sound | None:
    """The sound that a segment starts with; None in the pause of a breath."""
    if segment.kind is SegmentKind.PAUSE:
        return None
    # The phase table tells letting go from lowering.
    return Sound.RELEASE if phase_of(segment).icon == Sound.RELEASE else Sound(segment.kind)
