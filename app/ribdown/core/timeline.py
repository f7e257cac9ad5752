"""A routine compiled to segments with absolute boundaries, and the pure look-up of what is at a moment."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from math import ceil, inf

from ribdown.core.blocks import CHANGES, AnyBlock, SegmentKind
from ribdown.core.breath import breath_level
from ribdown.core.content import Exercise


class Side(StrEnum):
    """The side at work."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The opposite side."""
        return Side.LEFT if self is Side.RIGHT else Side.RIGHT


@dataclass(frozen=True, slots=True)
class Turn:
    """One exercise on one side: what a get-ready or switch-sides leads to. Numbers count from 1."""

    exercise_number: int
    exercise: Exercise
    side: Side | None
    side_number: int
    side_count: int


@dataclass(frozen=True, slots=True)
class BlockRun:
    """One block of a turn, in one round. `number` is unique in the timeline; `block` is None in get-ready and
    switch-sides. `round` and `block_number` count from 1."""

    number: int
    turn: Turn
    block: AnyBlock | None
    block_number: int = 1
    round: int = 1


@dataclass(frozen=True, slots=True)
class Segment:
    """The smallest thing the player shows. `ms` is its length in milliseconds, None where it waits for the person.

    `ordinal` numbers the segments of the plan; `part` numbers what the timeline bar shows as one block. `cycle`
    counts breaths, presses, repetitions or holds within a set, from 1. `before_ms` is what was done of it before a
    stop; `lead_in` marks the get-ready that a resume, a skip or a step back puts in front.
    """

    kind: SegmentKind
    ms: int | None
    run: BlockRun
    ordinal: int
    part: int
    cycle: int = 1
    cycles: int = 1
    set: int = 1
    sets: int = 1
    before_ms: int = 0
    lead_in: bool = False

    @property
    def seconds(self) -> float:
        """Its length in seconds; infinite where it waits for the person."""
        return inf if self.ms is None else self.ms / 1000

    @property
    def is_change(self) -> bool:
        """Whether it is a get-ready or switch-sides of the plan, with a screen of its own."""
        return self.kind in CHANGES and not self.lead_in


Done = Callable[[Segment], float]  # how many seconds of a segment have been done


@dataclass(frozen=True, slots=True)
class Position:
    """One moment of a timeline: everything shown, sounded or spoken then is read from it. Times are in seconds."""

    segment: Segment
    index: int
    elapsed: float
    start: float
    end: float

    @property
    def spent(self) -> float:
        """Time in this segment, with what was done of it before a stop."""
        return self.elapsed - self.start + self.segment.before_ms / 1000

    @property
    def remaining(self) -> float:
        """Time left in this segment; infinite where it waits for the person."""
        return self.end - self.elapsed

    @property
    def length(self) -> float:
        """The segment's whole length, with what was done of it before a stop."""
        return self.segment.seconds + self.segment.before_ms / 1000

    @property
    def progress(self) -> float:
        """Share of the segment that is done, 0–1; 0 where it waits for the person."""
        return min(self.spent / self.length, 1.0)

    @property
    def number(self) -> int | None:
        """The countdown: whole seconds left, never 0; None where it waits for the person."""
        if self.segment.ms is None:
            return None
        return max(ceil(self.remaining - 1e-6), 1)

    @property
    def level(self) -> float:
        """The breath level, 0–1."""
        return breath_level(self.segment.kind, self.progress)


@dataclass(frozen=True)
class Timeline:
    """Segments one after the other from 0. After a segment that waits, boundaries are infinite until it ends."""

    segments: tuple[Segment, ...]

    def __post_init__(self) -> None:
        if not self.segments:
            raise ValueError("a timeline has at least one segment")

    @cached_property
    def _boundaries(self) -> tuple[float, ...]:
        # Summed in whole milliseconds, so that no error gathers.
        lengths = (inf if segment.ms is None else segment.ms for segment in self.segments)
        return tuple(total / 1000 for total in accumulate(lengths, initial=0))

    @property
    def starts(self) -> tuple[float, ...]:
        """Where each segment starts, in seconds."""
        return self._boundaries[:-1]

    @property
    def end(self) -> float:
        """Where the last segment ends, in seconds; infinite while a segment that waits lies ahead."""
        return self._boundaries[-1]

    @cached_property
    def _planned_ms_after(self) -> tuple[int, ...]:
        # A lead-in is no part of the plan: pausing does not make the session longer.
        lengths = (0 if segment.lead_in else segment.ms or 0 for segment in reversed(self.segments))
        return tuple(accumulate(lengths, initial=0))[::-1]

    @property
    def planned_seconds(self) -> float:
        """The whole length without the time spent waiting for the person."""
        return self._planned_ms_after[0] / 1000

    def at(self, elapsed: float) -> Position:
        """What is at `elapsed` seconds. Before 0 it is the first moment, after the end the last."""
        elapsed = min(max(elapsed, 0.0), self.end)
        index = bisect_right(self._boundaries, elapsed, hi=len(self.segments)) - 1
        return Position(self.segments[index], index, elapsed, *self._boundaries[index : index + 2])

    def remaining(self, elapsed: float) -> float:
        """Planned seconds left at `elapsed`, without the time that will be spent waiting for the person."""
        position = self.at(elapsed)
        ahead = self._planned_ms_after[position.index + 1] / 1000
        counts = position.segment.ms is not None and not position.segment.lead_in
        return ahead + (position.remaining if counts else 0.0)

    def with_length(self, index: int, ms: int) -> "Timeline":
        """The same timeline with another length for one segment."""
        changed = replace(self.segments[index], ms=ms)
        return Timeline((*self.segments[:index], changed, *self.segments[index + 1 :]))

    def parts(self) -> list[list[Segment]]:
        """The segments grouped as the timeline bar shows them."""
        groups: dict[int, list[Segment]] = {}
        for segment in self.segments:
            if not segment.lead_in:
                groups.setdefault(segment.part, []).append(segment)
        return [groups[part] for part in sorted(groups)]
