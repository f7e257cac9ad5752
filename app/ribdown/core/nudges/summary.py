"""The day's nudges, as they are shown."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from ribdown.core.clock import Instant
from ribdown.core.nudges.advance import zone_of
from ribdown.core.nudges.record import NudgeRecord, Outcome, Reason
from ribdown.core.nudges.rules import NudgeRules
from ribdown.core.nudges.schedule import Due, next_slot, upcoming
from ribdown.core.nudges.slot import MinuteOfDay, Slot, local_at, wall_of
from ribdown.core.nudges.state import NudgeState, OpenSlot, Phase


@dataclass(frozen=True, slots=True)
class SlotLine:
    """One slot of the day: over where it has an `outcome`, open where it has a `phase`, else to come.

    `at` is when it ended; of an open one, until when it is snoozed, or else since when it is in its phase; of one to
    come, when that is. `snoozed_to` are minutes of the day.
    """

    slot: Slot
    at: datetime
    outcome: Outcome | None = None
    phase: Phase | None = None
    reason: Reason | None = None
    snoozed_to: tuple[MinuteOfDay, ...] = ()


@dataclass(frozen=True, slots=True)
class NudgeSummary:
    """Today's slots in order; the nudge to come next, on whatever day, and when: a slot, or one that
    was put off; until when nudges are paused."""

    today: tuple[SlotLine, ...]
    next: Slot | None
    next_at: datetime | None
    paused_until: datetime | None


def summary(state: NudgeState, rules: NudgeRules, now: Instant, local_time: datetime) -> NudgeSummary:
    """The nudges as they stand at this time."""
    zone = zone_of(local_time)
    today = local_at(now.wall, zone).date()
    lines = [_over(record) for record in state.records if record.slot.day == today]
    if state.open is not None and state.open.slot.day == today:
        lines.append(_open(state.open, zone))
    lines += _to_come(state, rules, now.wall, zone)
    due = _next(state, rules, now.wall, zone)
    return NudgeSummary(
        today=tuple(sorted(lines, key=lambda line: line.slot)),
        next=due.slot if due else None,
        next_at=local_at(due.wall, zone) if due else None,
        paused_until=None if state.paused_until is None else local_at(state.paused_until, zone),
    )


def _next(state: NudgeState, rules: NudgeRules, wall: float, zone: tzinfo) -> Due | None:
    """What is put off comes before the next slot: otherwise it could not have been put off."""
    open = state.open
    if open is not None and open.phase is Phase.SNOOZED and state.paused_until is None:
        return Due(open.slot, open.due)
    return next_slot(state, rules, wall, zone)


def _over(record: NudgeRecord) -> SlotLine:
    return SlotLine(
        record.slot, record.ended, outcome=record.outcome, reason=record.reason, snoozed_to=record.snoozed_to
    )


def _open(open: OpenSlot, zone: tzinfo) -> SlotLine:
    at = open.due if open.phase is Phase.SNOOZED else open.since
    # What held it before is no news once it is shown.
    reason = open.reason if open.phase is Phase.HELD else None
    return SlotLine(open.slot, local_at(at, zone), phase=open.phase, reason=reason, snoozed_to=open.snoozed_to)


def _to_come(state: NudgeState, rules: NudgeRules, wall: float, zone: tzinfo) -> list[SlotLine]:
    """The rest of the day, but for what lies in a pause."""
    if not rules.on:
        return []
    after = max(wall, state.paused_until or 0.0)
    tomorrow = local_at(wall, zone).date() + timedelta(days=1)
    midnight = wall_of(Slot(tomorrow, 0).local, zone)
    reach = wall + 86_400.0 if midnight is None else midnight
    # By slot, since an hour that comes twice would give some twice.
    dues = {due.slot: due.wall for due in upcoming(state, rules, after, reach, zone) if due.slot.day < tomorrow}
    return [SlotLine(slot, local_at(wall, zone)) for slot, wall in dues.items()]
