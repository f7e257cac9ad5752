"""Coming back into a timeline after a stop, a skip or a step back: a short get-ready, then a clean start."""

from dataclasses import replace

from ribdown.core.blocks import BETWEEN, SegmentKind
from ribdown.core.timeline import Position, Segment, Timeline

LEAD_IN_MS = 3000

# Goes on where it stopped, without a get-ready.
_AT_ONCE = BETWEEN | {SegmentKind.WAIT}
# Goes on where it stopped, after a get-ready; everything else starts its breath, press or repetition again.
_STEADY = (SegmentKind.HOLD, SegmentKind.WALK)


def needs_lead_in(segment: Segment) -> bool:
    """Whether a get-ready goes in front of this segment when it is jumped to."""
    return segment.kind not in _AT_ONCE


def waits_for_person(segment: Segment) -> bool:
    """Whether skipping this segment means "I am ready", so that no further get-ready is wanted."""
    return segment.kind is SegmentKind.WAIT or segment.is_change


def resume_point(plan: Timeline, here: Position) -> tuple[int, int] | None:
    """Where to go on after a stop: the ordinal of a segment and how much of it is done, in milliseconds.

    None where the session simply goes on from where it stands.
    """
    segment = here.segment
    if segment.lead_in or not needs_lead_in(segment):
        return None
    if segment.kind in _STEADY:
        return segment.ordinal, round(here.spent * 1000)
    return cycle_start(plan, segment).ordinal, 0


def cycle_start(plan: Timeline, segment: Segment) -> Segment:
    """The first segment of the breath, press or repetition that this one belongs to."""
    ordinal = segment.ordinal
    while ordinal and _same_cycle(plan.segments[ordinal - 1], segment):
        ordinal -= 1
    return plan.segments[ordinal]


def _same_cycle(one: Segment, other: Segment) -> bool:
    return (one.run.number, one.set, one.cycle) == (other.run.number, other.set, other.cycle)


def rejoined(plan: Timeline, ordinal: int, *, lead_in: bool, before_ms: int = 0) -> tuple[Timeline, float]:
    """The timeline that goes on with segment `ordinal`, of which `before_ms` are done; and where on it to stand.

    What lies before keeps its planned length, so that a place on the timeline stays a place in the plan.
    """
    target = plan.segments[ordinal]
    past = [replace(segment, ms=segment.ms or 0) for segment in plan.segments[:ordinal]]
    ahead = list(plan.segments[ordinal:])
    if before_ms and target.ms is not None:
        before_ms = min(before_ms, target.ms - 1)
        past.append(replace(target, ms=before_ms))
        ahead[0] = replace(target, ms=target.ms - before_ms, before_ms=before_ms)
    start = Timeline(tuple(past)).end if past else 0.0
    if lead_in:
        ahead.insert(0, replace(target, kind=SegmentKind.GET_READY, ms=LEAD_IN_MS, before_ms=0, lead_in=True))
    return Timeline((*past, *ahead)), start
