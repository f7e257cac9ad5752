"""What the start page shows of nudges, as values."""

from dataclasses import dataclass
from datetime import date

from ribdown.core.nudges.summary import SlotLine


@dataclass(frozen=True, slots=True)
class NudgeView:
    """`headline` is the next one's time, `when` the day where that is another one or until when they are paused, and
    `below` says more."""

    today: date
    on: bool
    paused: bool
    headline: str
    when: str
    below: str
    slots: tuple[SlotLine, ...]
    pulses: int
