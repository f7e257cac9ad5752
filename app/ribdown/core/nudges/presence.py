"""Whether this is a moment to nudge."""

from dataclasses import dataclass
from datetime import tzinfo

from ribdown.core.nudges.record import Reason
from ribdown.core.nudges.rules import NudgeRules
from ribdown.core.nudges.slot import local_at
from ribdown.core.nudges.state import NudgeState

AWAY_AFTER = 5 * 60.0  # seconds without a key or a pointer


@dataclass(frozen=True, slots=True)
class Presence:
    """What the desktop knows of the person now. What it can't tell has its default, and holds nothing back: `idle`
    (seconds since the last input) is None then."""

    idle: float | None = None
    locked: bool = False
    do_not_disturb: bool = False
    in_session: bool = False


def held_without_asking(state: NudgeState, rules: NudgeRules, wall: float, zone: tzinfo) -> Reason | None:
    """What holds a nudge back whoever is there."""
    if state.paused_until is not None:
        return Reason.PAUSED
    return None if rules.in_hours(local_at(wall, zone)) else Reason.QUIET_TIME


def held_by(presence: Presence) -> Reason | None:
    """What holds a nudge back, the plainest reason first."""
    if presence.in_session:
        return Reason.IN_SESSION
    if presence.locked:
        return Reason.LOCKED
    if presence.idle is not None and presence.idle > AWAY_AFTER:
        return Reason.AWAY
    return Reason.DO_NOT_DISTURB if presence.do_not_disturb else None
