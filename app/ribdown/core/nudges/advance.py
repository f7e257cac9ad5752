"""The rules of nudges: what is to be shown now, and when to look again. Pure; both clocks are arguments.

`local_time` is aware and only says the person's zone; the time itself is `now`.
"""

from datetime import datetime, tzinfo

from msgspec.structs import replace

from ribdown.core.clock import Instant
from ribdown.core.nudges.decisions import Decision, Show, Step
from ribdown.core.nudges.ending import can_snooze, ends_at
from ribdown.core.nudges.passing import passed
from ribdown.core.nudges.presence import Presence, held_by, held_without_asking
from ribdown.core.nudges.rules import NudgeRules
from ribdown.core.nudges.schedule import first_due
from ribdown.core.nudges.state import NudgeState, Phase

# Seconds.
SETTLE = 120.0  # what was held is delivered so long after nothing holds it any more
_SOONEST = 2.0
_WHILE_HELD = 30.0
_LATEST = 60.0  # timers stand still while the machine sleeps, so that a long one would be late after it


def advance(
    state: NudgeState, rules: NudgeRules, now: Instant, local_time: datetime, presence: Presence | None = None
) -> Step:
    """Everything that follows from the time that it is. A second call at the same time gives no decision.

    Without `presence`, nobody is taken to be in the way; ask for it where `needs_presence` says so.
    """
    zone = zone_of(local_time)
    state, decisions = passed(state, rules, now, zone)
    if not _waits(state, now.wall):
        return state, decisions
    state, more = _delivered(state, rules, now.wall, zone, presence or Presence())
    return state, decisions + more


def needs_presence(state: NudgeState, rules: NudgeRules, now: Instant, local_time: datetime) -> bool:
    """Whether a nudge is due at this time, so that it depends on the person whether it is shown."""
    zone = zone_of(local_time)
    state, _ = passed(state, rules, now, zone)
    return _waits(state, now.wall) and held_without_asking(state, rules, now.wall, zone) is None


def next_look(state: NudgeState, rules: NudgeRules, now: Instant, local_time: datetime) -> float:
    """In how many seconds to call `advance` again, if nothing happens before: a minute at most, on or off."""
    if not rules.on:
        return _LATEST
    zone = zone_of(local_time)
    moments = [now.wall + _LATEST]
    open = state.open
    if open is not None:
        moments.append(ends_at(state, open, rules, zone))
        if open.phase is Phase.SNOOZED:
            moments.append(open.due)
        elif open.phase is Phase.HELD:
            moments.append(now.wall + _WHILE_HELD)
    if due := first_due(state, rules, now.wall, now.wall + _LATEST, zone):
        moments.append(due.wall)
    return max(_SOONEST, min(moments) - now.wall)


def zone_of(local_time: datetime) -> tzinfo:
    """The zone of an aware local time. Raises ValueError for one that is not aware."""
    if local_time.tzinfo is None:
        raise ValueError("a local time has a zone")
    return local_time.tzinfo


def _waits(state: NudgeState, wall: float) -> bool:
    open = state.open
    return open is not None and open.phase in (Phase.HELD, Phase.SNOOZED) and open.due <= wall


def _delivered(state: NudgeState, rules: NudgeRules, wall: float, zone: tzinfo, presence: Presence) -> Step:
    open = state.open
    assert open is not None
    reason = held_without_asking(state, rules, wall, zone) or held_by(presence)
    if reason is not None:
        return replace(state, open=replace(open, phase=Phase.HELD, reason=reason, quiet=None)), []
    if open.reason is not None:
        quiet = wall if open.quiet is None else open.quiet
        if wall - quiet < SETTLE:
            return replace(state, open=replace(open, quiet=quiet)), []
    decisions: list[Decision] = [Show(open.slot, open.cue, can_snooze(state, rules, wall, zone))]
    return replace(state, open=replace(open, phase=Phase.SHOWN, since=wall)), decisions
