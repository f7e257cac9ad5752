"""What time alone does: clocks that jump, slots that begin, and slots that end unanswered."""

from datetime import tzinfo

from msgspec.structs import replace

from ribdown.core.clock import Instant
from ribdown.core.nudges.decisions import CUES, Decision, Step
from ribdown.core.nudges.ending import end, end_unanswered, ends_at
from ribdown.core.nudges.record import Outcome, Reason
from ribdown.core.nudges.rules import NudgeRules
from ribdown.core.nudges.schedule import Due, first_due
from ribdown.core.nudges.state import NudgeState, OpenSlot, Phase, Seen

# Seconds.
GAP = 120.0  # two looks further apart than this: the machine slept, or Ribdown did not run
_SET_BACK = 2.0  # a wall clock that lost more than this against the monotonic one was set back
_LONGEST_GAP = 7 * 86_400.0  # of a longer one only the end counts, so that a wrong year does not fill the history
_FILLED_WITHIN = 10 * 60.0  # a movement so shortly before a slot takes its place


def passed(state: NudgeState, rules: NudgeRules, now: Instant, zone: tzinfo) -> Step:
    """Everything from the last look to this one, by the rules that held until now. A gap is read in the zone that
    holds at its end."""
    if state.paused_until is not None and state.paused_until <= now.wall:
        state = replace(state, paused_until=None)
    decisions: list[Decision] = []
    if state.seen is not None and state.rules is not None and state.rules.on:
        state, decisions = _since(state.seen, state, state.rules, now, zone)
    if state.rules != rules:
        state, more = _changed(state, rules, now.wall, zone)
        decisions += more
    elif not rules.on:  # what was asked for all the same
        state, decisions = _expired(state, rules, now.wall, zone, None)
    return replace(state, seen=Seen(now.wall, now.monotonic)), decisions


def _since(seen: Seen, state: NudgeState, rules: NudgeRules, now: Instant, zone: tzinfo) -> Step:
    gap = _gap(seen, now)
    state = _on_this_clock(state, seen, now)
    state, decisions = _expired(state, rules, now.wall, zone, gap)
    if gap is not None:
        state = _back(state, gap, now.wall)
    after = max(seen.wall, now.wall - _LONGEST_GAP)
    while due := first_due(state, rules, after, now.wall, zone):
        state, more = _begun(state, due, rules, now.wall, zone, gap)
        decisions += more
        after = due.wall
    return (state if gap is None else replace(state, anchor=now.wall)), decisions


def _changed(state: NudgeState, rules: NudgeRules, wall: float, zone: tzinfo) -> Step:
    was_on = state.rules is not None and state.rules.on
    state = replace(state, rules=rules, anchor=state.anchor if was_on else wall)
    if state.open is not None and not rules.on:
        return end(state, wall, zone, Outcome.EXPIRED, Reason.OFF)
    return _expired(state, rules, wall, zone, None)


def _gap(seen: Seen, now: Instant) -> Reason | None:
    if now.wall - seen.wall <= GAP:
        return None
    return Reason.NOT_RUNNING if seen.monotonic is None else Reason.ASLEEP


def _on_this_clock(state: NudgeState, seen: Seen, now: Instant) -> NudgeState:
    """Where the clock was set back, what lies in the past moves back with it, so that every wait keeps its length. How
    long nothing has held a nudge is told by the monotonic clock alone: no step of the other one makes it longer."""
    elapsed = 0.0 if seen.monotonic is None else max(0.0, now.monotonic - seen.monotonic)
    forward = now.wall - seen.wall - elapsed
    movement, open = state.movement, state.open
    if open is not None and open.quiet is not None and (forward < 0 or seen.monotonic is not None):
        open = replace(open, quiet=max(0.0, open.quiet + forward))
        state = replace(state, open=open)
    if forward >= -_SET_BACK:
        return state

    def moved(wall: float) -> float:
        return max(0.0, wall + forward)

    if movement is not None:
        movement = replace(movement, wall=moved(movement.wall))
    if open is not None:
        open = replace(open, opened=moved(open.opened), due=moved(open.due), since=moved(open.since))
    return replace(state, anchor=moved(state.anchor), movement=movement, open=open)


def _expired(state: NudgeState, rules: NudgeRules, wall: float, zone: tzinfo, gap: Reason | None) -> Step:
    open = state.open
    if open is None:
        return state, []
    over = ends_at(state, open, rules, zone)
    return end_unanswered(state, max(open.opened, over), zone, gap) if over <= wall else (state, [])


def _back(state: NudgeState, gap: Reason, wall: float) -> NudgeState:
    """The person is back since now: what waits for them waits a little longer."""
    open = state.open
    if open is None or open.phase not in (Phase.HELD, Phase.SNOOZED) or open.due > wall:
        return state
    return replace(state, open=replace(open, phase=Phase.HELD, reason=gap, quiet=wall))


def _begun(state: NudgeState, due: Due, rules: NudgeRules, wall: float, zone: tzinfo, gap: Reason | None) -> Step:
    """A slot begins; it ends at once where its time is over, or a movement or a session takes its place."""
    before = state.open
    decisions: list[Decision] = []
    under_way = before is not None and before.phase in (Phase.STARTED, Phase.IN_SESSION)
    if before is not None and not under_way:
        state, decisions = end_unanswered(state, due.wall, zone, gap)
    begun = OpenSlot(
        slot=due.slot,
        cue=state.cue,
        opened=due.wall,
        due=due.wall,
        since=due.wall,
        reason=gap,
        quiet=None if gap is None else wall,
    )
    anchor = due.wall if gap is None else wall
    state = replace(state, open=begun, cue=(state.cue + 1) % CUES, anchor=anchor)
    moved = state.movement
    if under_way:
        state, ended = end(state, due.wall, zone, Outcome.EXPIRED, Reason.IN_SESSION)
        state = replace(state, open=before)
    elif moved is not None and moved.wall >= due.wall - _FILLED_WITHIN:
        state, ended = end(state, max(due.wall, moved.wall), zone, Outcome.FILLED, session=moved.session)
    else:
        state, ended = _expired(state, rules, wall, zone, gap)
    return state, decisions + ended
