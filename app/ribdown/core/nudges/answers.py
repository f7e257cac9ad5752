"""What the person does about a nudge. An answer to a slot that is over changes nothing."""

from datetime import datetime, tzinfo
from enum import StrEnum

from msgspec.structs import replace

from ribdown.core.clock import Instant
from ribdown.core.history import SessionRecord, Status
from ribdown.core.nudges.advance import zone_of
from ribdown.core.nudges.decisions import CUES, Decision, Show, Step, Withdraw
from ribdown.core.nudges.ending import SNOOZE, can_snooze, end, end_unanswered
from ribdown.core.nudges.record import Outcome, Reason
from ribdown.core.nudges.rules import NudgeRules
from ribdown.core.nudges.slot import Slot, slot_at
from ribdown.core.nudges.state import Movement, NudgeState, OpenSlot, Phase, slot_now

_UNDER_WAY = (Phase.STARTED, Phase.IN_SESSION)


class Answer(StrEnum):
    """What can be said to a nudge. `stop` ends what is under way for it: a guide before its end, or the wait for a
    session."""

    START = "start"
    DONE = "done"
    SNOOZE = "snooze"
    SKIP = "skip"
    DISMISS = "dismiss"
    STOP = "stop"


def answer(state: NudgeState, slot: Slot, given: Answer, rules: NudgeRules, now: Instant, local_time: datetime) -> Step:
    """Answer the nudge of `slot`. A snooze that is not possible any more is a skip, since what was shown is gone."""
    open, zone = state.open, zone_of(local_time)
    if open is None or open.slot != slot:
        return state, []
    under_way, shown = open.phase in _UNDER_WAY, open.phase is Phase.SHOWN
    match given:
        case Answer.START if not under_way:
            return _under_way(state, open, Phase.STARTED, now)
        case Answer.DONE:
            return end(replace(state, movement=Movement(now.wall)), now.wall, zone, Outcome.DONE)
        case Answer.SNOOZE if not under_way:
            return _snoozed(state, open, rules, now.wall, zone)
        case Answer.SKIP:
            return end(state, now.wall, zone, Outcome.SKIPPED)
        case Answer.STOP if under_way:
            return end_unanswered(state, now.wall, zone, None)
        # Some desktops say that a notification was closed after each of its buttons; what it is about goes on.
        case Answer.DISMISS if shown:
            return end(state, now.wall, zone, Outcome.DISMISSED)
    return state, []


def session_began(state: NudgeState, now: Instant) -> Step:
    """A session starts; a nudge that is shown is withdrawn, and is not shown again."""
    open = state.open
    if open is None or open.phase is not Phase.SHOWN:
        return state, []
    return _under_way(state, open, Phase.IN_SESSION, now)


def session_ended(state: NudgeState, record: SessionRecord | None, now: Instant, local_time: datetime) -> Step:
    """A session is over. One that was completed, and was no rehearsal, does or fills the open slot, and fills one that
    begins shortly; one that was not leaves a slot that waits as it is, and so does what is no practice (None)."""
    open, zone = state.open, zone_of(local_time)
    if record is not None and record.status is Status.COMPLETED and not record.rehearsal:
        state = replace(state, movement=Movement(now.wall, record.id))
        if open is None:
            return state, []
        outcome = Outcome.DONE if open.phase is Phase.STARTED else Outcome.FILLED
        return end(state, now.wall, zone, outcome, session=record.id)
    if open is not None and open.phase in _UNDER_WAY:
        return end_unanswered(state, now.wall, zone, None)
    return state, []


def ask(state: NudgeState, rules: NudgeRules, now: Instant, local_time: datetime) -> Step:
    """The person asks for a nudge now: the open one if there is one, else one of its own, shown whatever is on."""
    open, zone = state.open, zone_of(local_time)
    if open is None:
        slot = slot_now(state, now.wall, zone)
        open = OpenSlot(slot=slot, cue=state.cue, opened=now.wall, due=now.wall, since=now.wall)
        state = replace(state, cue=(state.cue + 1) % CUES, anchor=now.wall)
    elif open.phase in _UNDER_WAY:
        return state, []
    state = replace(state, open=replace(open, phase=Phase.SHOWN, since=now.wall))
    return state, [Show(open.slot, open.cue, can_snooze(state, rules, now.wall, zone))]


def pause(state: NudgeState, until: datetime, now: Instant, local_time: datetime) -> Step:
    """No nudges until then, an aware time. One that is shown is over; one that waits goes on waiting."""
    state = replace(state, paused_until=until.timestamp())
    if state.open is not None and state.open.phase is Phase.SHOWN:
        return end(state, now.wall, zone_of(local_time), Outcome.SKIPPED, Reason.PAUSED)
    return state, []


def resume(state: NudgeState) -> NudgeState:
    """Nudges again from now on."""
    return replace(state, paused_until=None)


def _under_way(state: NudgeState, open: OpenSlot, phase: Phase, now: Instant) -> Step:
    decisions: list[Decision] = [Withdraw(open.slot)] if open.phase is Phase.SHOWN else []
    return replace(state, open=replace(open, phase=phase, since=now.wall)), decisions


def _snoozed(state: NudgeState, open: OpenSlot, rules: NudgeRules, wall: float, zone: tzinfo) -> Step:
    if not can_snooze(state, rules, wall, zone):
        return end(state, wall, zone, Outcome.SKIPPED, Reason.NO_SNOOZE_LEFT)
    until = wall + SNOOZE
    decisions: list[Decision] = [Withdraw(open.slot)] if open.phase is Phase.SHOWN else []
    snoozed_to = (*open.snoozed_to, slot_at(until, zone).minute)
    later = replace(open, phase=Phase.SNOOZED, since=wall, due=until, reason=None, quiet=None, snoozed_to=snoozed_to)
    return replace(state, open=later), decisions
