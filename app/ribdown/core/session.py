"""One run of a timeline. State is the timeline, the time elapsed so far and the instant of the last resume: nothing
counts ticks, so a late, skipped or doubled tick never changes the truth."""

from collections.abc import Callable
from enum import StrEnum

from ribdown.core.blocks import BETWEEN, SegmentKind
from ribdown.core.clock import Instant
from ribdown.core.events import (
    BlockEnded,
    Event,
    PauseReason,
    SegmentStarted,
    SessionEnded,
    SessionPaused,
    SessionResumed,
)
from ribdown.core.rejoin import needs_lead_in, rejoined, resume_point, waits_for_person
from ribdown.core.timeline import Position, Segment, Timeline

# A tick later than this, or the two clocks parting by more than that, means that the machine slept (seconds).
LATE = 3.0
PARTED = 2.0
TEN_SECONDS = 10_000  # ms
_BACK_TO_PREVIOUS_WITHIN = 2.0  # seconds into a block, in which a step back means the block before


class SessionState(StrEnum):
    """Where a session is in its life."""

    NEW = "new"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class Session:
    """Every method that takes `now` returns the events since the last call, in order, each once.

    `speed` above 1 is a rehearsal: the timeline runs that many times faster than the clock.
    """

    def __init__(self, plan: Timeline, speed: float = 1.0) -> None:
        self.plan = plan
        self.timeline = plan
        self.speed = speed
        self.state = SessionState.NEW
        self.pause_reason: PauseReason | None = None
        self.stopped_for_pain = False
        self._elapsed = 0.0
        self._resumed_elapsed = 0.0
        self._resumed = self._last = Instant(0.0, 0.0)
        self._done_ms: dict[int, float] = {}
        self._here: tuple[Timeline, Position] | None = None

    @property
    def position(self) -> Position:
        """Where the session is, as of the last call."""
        known = self._here  # it is asked for several times a frame
        if known is None or known[0] is not self.timeline or known[1].elapsed != self._elapsed:
            known = self._here = self.timeline, self.timeline.at(self._elapsed)
        return known[1]

    @property
    def remaining(self) -> float:
        """Planned seconds left."""
        return self.timeline.remaining(self._elapsed)

    def done_seconds(self, segment: Segment) -> float:
        """How much of a segment of the plan has been done; a repeated breath or press counts once."""
        done = self._done_ms.get(segment.ordinal, 0.0)
        here = self.position
        if self._counts(here) and here.segment.ordinal == segment.ordinal:
            done = max(done, here.spent * 1000)
        return done / 1000 if segment.ms is None else min(done, segment.ms) / 1000

    def start(self, now: Instant) -> list[Event]:
        """Begin at the first segment."""
        if self.state is not SessionState.NEW:
            return []
        self._run_from(0.0, now)
        return [SegmentStarted(0.0, self.position.segment)]

    def advance(self, now: Instant) -> list[Event]:
        """Everything in (last call, now]. A gap in which the machine slept pauses at the last good tick."""
        if self.state is not SessionState.RUNNING:
            return []
        gap = now.monotonic - self._last.monotonic
        if gap > LATE or abs(now.wall - self._last.wall - gap) > PARTED:
            return self._pause(PauseReason.SLEPT)
        if gap < 0:
            return []
        self._last = now
        return self._run_to(self._resumed_elapsed + (now.monotonic - self._resumed.monotonic) * self.speed)

    def pause(self, now: Instant, reason: PauseReason = PauseReason.PERSON) -> list[Event]:
        """Stand still. Where something hurts, the reason of a pause that already holds becomes that."""
        events = self.advance(now)
        if self.state is SessionState.RUNNING:
            events += self._pause(reason)
        elif self.state is SessionState.PAUSED and reason is PauseReason.HURTS:
            self.pause_reason = reason
        return events

    def resume(self, now: Instant) -> list[Event]:
        """Go on: a breath, press or repetition starts again, a hold goes on, each after a short get-ready."""
        if self.state is not SessionState.PAUSED:
            return []
        here = self.position
        point = resume_point(self.plan, here)
        if point is None:
            self.pause_reason = None
            self._run_from(here.start if here.segment.lead_in else self._elapsed, now)
            return [SessionResumed(self._elapsed)]
        self._credit(here)
        ordinal, before_ms = point
        return self._join(ordinal, now, lead_in=True, before_ms=before_ms)

    def skip(self, now: Instant) -> list[Event]:
        """Go to the next block; from a get-ready or a wait this means: I am ready."""
        shown = self.position.segment
        events = self.advance(now)
        if self.position.segment.part != shown.part:  # what was asked for has just come by itself
            return events
        return events + self._go(now, self._next_part, ready=waits_for_person(shown))

    def leave_out(self, now: Instant) -> list[Event]:
        """Go to the next exercise or side, so that what hurts is left alone: also where it was only about to begin."""
        return self._go(now, self._next_turn, ready=False)

    def back(self, now: Instant) -> list[Event]:
        """Go to the start of this block, or early in it to the one before."""
        return self._go(now, self._part_back, ready=False)

    def add_ten_seconds(self, now: Instant) -> list[Event]:
        """Ten seconds more of a get-ready, switch-sides or rest; nothing elsewhere."""
        events = self.advance(now)
        here = self.position
        if self.state is not SessionState.ENDED and here.segment.kind in BETWEEN and here.segment.ms is not None:
            self.timeline = self.timeline.with_length(here.index, here.segment.ms + TEN_SECONDS)
        return events

    def end(self, now: Instant) -> list[Event]:
        """End here. What was done so far stays done; ended after something hurt, the session says so."""
        events = self.advance(now)
        if self.state in (SessionState.NEW, SessionState.ENDED):
            return events
        self._credit(self.position)
        return [*events, self._ended()]

    # -- moving along the timeline

    def _go(self, now: Instant, target: Callable[[Position], int | None], *, ready: bool) -> list[Event]:
        events = self.advance(now)
        if self.state in (SessionState.NEW, SessionState.ENDED):
            return events
        here = self.position
        self._credit(here)
        events.append(BlockEnded(self._elapsed, here.segment))
        ordinal = target(here)
        if ordinal is None:
            return [*events, self._ended()]
        lead_in = needs_lead_in(self.plan.segments[ordinal]) and not ready
        return events + self._join(ordinal, now, lead_in=lead_in)

    def _next_part(self, here: Position) -> int | None:
        return next((s.ordinal for s in self.plan.segments if s.part > here.segment.part), None)

    def _next_turn(self, here: Position) -> int | None:
        turn = here.segment.run.turn
        after = (s for s in self.plan.segments if s.ordinal > here.segment.ordinal)
        return next((s.ordinal for s in after if s.run.turn != turn), None)

    def _part_back(self, here: Position) -> int:
        """This block, or early in it the one before that is no rest."""
        part = here.segment.part
        starts = {s.part: s.ordinal for s in reversed(self.plan.segments) if s.kind is not SegmentKind.REST}
        start = starts.get(part, 0)
        since = sum(s.ms or 0 for s in self.plan.segments[start : here.segment.ordinal]) / 1000
        since += self._ahead(here).before_ms / 1000 if here.segment.lead_in else here.spent
        early = part not in starts or since < _BACK_TO_PREVIOUS_WITHIN
        return max((starts[p] for p in starts if p < part), default=start) if early else start

    def _ahead(self, here: Position) -> Segment:
        """The segment that a lead-in leads to."""
        return self.timeline.segments[here.index + 1]

    def _join(self, ordinal: int, now: Instant, *, lead_in: bool, before_ms: int = 0) -> list[Event]:
        events: list[Event] = []
        self.timeline, start = rejoined(self.plan, ordinal, lead_in=lead_in, before_ms=before_ms)
        if self.state is SessionState.PAUSED:
            self.pause_reason = None
            events.append(SessionResumed(start))
        self._run_from(start, now)
        return [*events, SegmentStarted(start, self.position.segment)]

    def _run_from(self, elapsed: float, now: Instant) -> None:
        self.state = SessionState.RUNNING
        self._elapsed = self._resumed_elapsed = elapsed
        self._resumed = self._last = now

    def _run_to(self, target: float) -> list[Event]:
        events: list[Event] = []
        while True:
            here = self.position
            end = here.end
            if target < end:
                self._elapsed = target
                return events
            self._elapsed = end
            if self._counts(here):
                self._done_ms[here.segment.ordinal] = here.segment.before_ms + (here.segment.ms or 0)
            last = here.index + 1 == len(self.timeline.segments)
            following = None if last else self.timeline.at(end).segment
            if following is None or following.part != here.segment.part:
                events.append(BlockEnded(end, here.segment))
            if following is None:
                events.append(self._ended())
                return events
            events.append(SegmentStarted(end, following))

    def _pause(self, reason: PauseReason) -> list[Event]:
        self.state = SessionState.PAUSED
        self.pause_reason = reason
        return [SessionPaused(self._elapsed, reason)]

    def _ended(self) -> SessionEnded:
        self.stopped_for_pain = self.pause_reason is PauseReason.HURTS
        self.state = SessionState.ENDED
        return SessionEnded(self._elapsed)

    def _counts(self, here: Position) -> bool:
        return not here.segment.lead_in

    def _credit(self, here: Position) -> None:
        if self._counts(here):
            ordinal = here.segment.ordinal
            self._done_ms[ordinal] = max(self._done_ms.get(ordinal, 0.0), here.spent * 1000)
