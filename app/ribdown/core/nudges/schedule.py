"""Which slots come when."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta, tzinfo
from math import ceil
from typing import NamedTuple

from msgspec.structs import replace

from ribdown.core.nudges.rules import Every, NudgeRules
from ribdown.core.nudges.slot import Slot, local_at, wall_of
from ribdown.core.nudges.state import NudgeState, free_slot

_FAR = 8 * 86_400.0  # seconds: the hours of every day of the week begin within them


class Due(NamedTuple):
    """A slot, and when it comes in POSIX seconds."""

    slot: Slot
    wall: float


def first_due(state: NudgeState, rules: NudgeRules, after: float, upto: float, zone: tzinfo) -> Due | None:
    """The first slot in (after, upto] that has not been had."""
    if isinstance(rules.rhythm, Every):
        return _since_movement(state, rules, rules.rhythm.minutes, after, upto, zone)
    return _on_the_hour(state, rules, rules.rhythm.minute, after, upto, zone)


def upcoming(state: NudgeState, rules: NudgeRules, after: float, upto: float, zone: tzinfo) -> Iterator[Due]:
    """The slots in (after, upto], if nobody moves meanwhile."""
    while due := first_due(state, rules, after, upto, zone):
        yield due
        after = due.wall
        state = replace(state, anchor=due.wall)


def next_slot(state: NudgeState, rules: NudgeRules, wall: float, zone: tzinfo) -> Due | None:
    """The next slot that can be nudged at: after now, and not in a pause. None where nudges are off or have no day."""
    after = max(wall, state.paused_until or 0.0)
    return first_due(state, rules, after, after + _FAR, zone) if rules.on else None


def _on_the_hour(
    state: NudgeState, rules: NudgeRules, minute: int, after: float, upto: float, zone: tzinfo
) -> Due | None:
    wall = after // 60 * 60
    local = local_at(wall, zone)
    while True:
        # To this hour's minute, or to the next hour: clocks go forward and back at whole hours.
        ahead = (minute if minute > local.minute else 60) - local.minute
        wall += ahead * 60
        if wall > upto:
            return None
        local = local_at(wall, zone)
        if local.minute == minute and rules.in_hours(local):
            slot = Slot(local.date(), local.hour * 60 + minute)
            if not state.had(slot):
                return Due(slot, wall)


def _since_movement(
    state: NudgeState, rules: NudgeRules, minutes: int, after: float, upto: float, zone: tzinfo
) -> Due | None:
    last = max(state.anchor, state.movement.wall if state.movement else 0.0)
    wall = max(ceil((last + minutes * 60) / 60), after // 60 + 1) * 60.0
    while wall <= upto:
        if not rules.in_hours(local_at(wall, zone)):
            wall = _next_start(rules, wall, zone)
            continue
        slot, free = free_slot(state, wall, zone)
        if free == wall:
            return Due(slot, wall)
        wall = free
    return None


def _next_start(rules: NudgeRules, wall: float, zone: tzinfo) -> float:
    """When the hours of any day begin next."""
    day = local_at(wall, zone).date()
    starts = (datetime.combine(day + timedelta(days=n), time(rules.start // 60, rules.start % 60)) for n in range(4))
    return next(start for local in starts if (start := wall_of(local, zone)) is not None and start > wall)
