"""How and when an open slot ends."""

from datetime import timezone, tzinfo

from msgspec.structs import replace

from ribdown.core.nudges.decisions import Decision, Ended, Step, Withdraw
from ribdown.core.nudges.record import NudgeRecord, Outcome, Reason
from ribdown.core.nudges.rules import NudgeRules
from ribdown.core.nudges.schedule import first_due
from ribdown.core.nudges.slot import local_at
from ribdown.core.nudges.state import KEPT, NudgeState, OpenSlot, Phase

# Seconds.
DELIVERED_WITHIN = 25 * 60.0  # after it is due
CLEAR_OF_NEXT = 10 * 60.0  # nothing is delivered this short before the next slot
SNOOZE = 10 * 60.0
SNOOZES = 2
_SHOWN_AT_LEAST = 5 * 60.0
_LONGEST_SESSION = 60 * 60.0
_FAR_ENOUGH = 60 * 60.0  # no nudge that can still be answered leads further than this after it was due


def ends_at(state: NudgeState, open: OpenSlot, rules: NudgeRules, zone: tzinfo) -> float:
    """When the open slot ends if nothing happens, in POSIX seconds: a nudge is not delivered any more from then on."""
    if open.phase in (Phase.STARTED, Phase.IN_SESSION):
        return open.since + _LONGEST_SESSION
    deadline = min(open.due + DELIVERED_WITHIN, _clear_of_next(state, open, rules, zone))
    return max(deadline, open.since + _SHOWN_AT_LEAST) if open.phase is Phase.SHOWN else deadline


def can_snooze(state: NudgeState, rules: NudgeRules, wall: float, zone: tzinfo) -> bool:
    """Whether the open slot can be put off once more."""
    open = state.open
    if open is None or open.phase in (Phase.STARTED, Phase.IN_SESSION) or len(open.snoozed_to) >= SNOOZES:
        return False
    return wall + SNOOZE < _clear_of_next(state, open, rules, zone)


def end(
    state: NudgeState,
    wall: float,
    zone: tzinfo,
    outcome: Outcome,
    reason: Reason | None = None,
    session: str = "",
) -> Step:
    """End the open slot, as of a POSIX time."""
    open = state.open
    assert open is not None
    ended = local_at(wall, zone)
    record = NudgeRecord(
        slot=open.slot,
        outcome=outcome,
        # A plain offset: a zone's rules may change until the record is read.
        ended=ended.replace(tzinfo=timezone(ended.utcoffset()), fold=0),  # type: ignore[arg-type]
        reason=reason,
        snoozed_to=open.snoozed_to,
        session=session,
    )
    decisions: list[Decision] = [Withdraw(open.slot)] if open.phase is Phase.SHOWN else []
    records = (*state.records, record)[-KEPT:]
    return replace(state, open=None, records=records), [*decisions, Ended(record)]


def end_unanswered(state: NudgeState, wall: float, zone: tzinfo, gap: Reason | None) -> Step:
    """End the open slot without an answer; `gap` says if the machine slept or Ribdown did not run meanwhile."""
    open = state.open
    assert open is not None
    match open.phase:
        case Phase.SHOWN:
            return end(state, wall, zone, Outcome.NOT_SEEN, gap)
        case Phase.STARTED:
            return end(state, wall, zone, Outcome.SKIPPED, Reason.STOPPED)
        case Phase.IN_SESSION:
            return end(state, wall, zone, Outcome.EXPIRED, Reason.IN_SESSION)
    return end(state, wall, zone, Outcome.EXPIRED, open.reason or gap or Reason.NEXT_IS_NEAR)


def _clear_of_next(state: NudgeState, open: OpenSlot, rules: NudgeRules, zone: tzinfo) -> float:
    """From when on the next slot is too near to nudge for this one."""
    reach = open.due + _FAR_ENOUGH
    following = first_due(state, rules, open.opened, reach, zone)
    return (following.wall if following else reach) - CLEAR_OF_NEXT
