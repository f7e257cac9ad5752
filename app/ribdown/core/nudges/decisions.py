"""What is to be done about nudges now."""

from dataclasses import dataclass

from ribdown.core.nudges.record import NudgeRecord
from ribdown.core.nudges.slot import Slot
from ribdown.core.nudges.state import NudgeState

CUES = 4  # how many texts a nudge takes turns through


@dataclass(frozen=True, slots=True)
class Show:
    """Show the nudge of this slot, with the text of index `cue`, and offer to snooze it where `snooze` says so."""

    slot: Slot
    cue: int
    snooze: bool


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take away what is shown for this slot."""

    slot: Slot


@dataclass(frozen=True, slots=True)
class Ended:
    """The slot is over; keep this."""

    record: NudgeRecord


Decision = Show | Withdraw | Ended
Step = tuple[NudgeState, list[Decision]]
