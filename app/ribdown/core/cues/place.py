"""The segments of a timeline at their places, and the stretches of them that are heard in one go."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isinf

from ribdown.core.timeline import Segment, Timeline


@dataclass(frozen=True, slots=True)
class Place:
    """A segment from `start` to `end`, in seconds on the timeline; `end` is infinite where it waits for the person."""

    segment: Segment
    start: float
    end: float

    @property
    def room(self) -> float:
        """Its length in seconds."""
        return self.end - self.start

    @property
    def done(self) -> float:
        """How many seconds of it were done before a stop."""
        return self.segment.before_ms / 1000


def stretches_of(timeline: Timeline) -> list[list[Place]]:
    """The places that lie at a known time, cut where a turn begins, where a stop is left and where the person is
    waited for. What has no length is left out."""
    stretches: list[list[Place]] = []
    before: Segment | None = None
    for place in _places(timeline):
        if before is None or _is_cut(before, place.segment):
            stretches.append([])
        stretches[-1].append(place)
        before = place.segment
    return stretches


def _places(timeline: Timeline) -> Iterator[Place]:
    starts = timeline.starts
    for segment, start, end in zip(timeline.segments, starts, (*starts[1:], timeline.end), strict=True):
        if segment.ms != 0 and not isinf(start):
            yield Place(segment, start, end)


def _is_cut(before: Segment, segment: Segment) -> bool:
    turn, turn_before = segment.run.turn, before.run.turn
    another = (turn.exercise_number, turn.side_number) != (turn_before.exercise_number, turn_before.side_number)
    return another or segment.lead_in or segment.ms is None
