"""What became of a nudge: one outcome for each slot, kept in the history."""

from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from ribdown.core.nudges.slot import MinuteOfDay, Slot


class Outcome(StrEnum):
    """How a slot ended. `filled` means that a movement around it, such as a session, took its place."""

    DONE = "done"
    SKIPPED = "skipped"
    DISMISSED = "dismissed"
    NOT_SEEN = "not seen"
    EXPIRED = "expired"
    FILLED = "filled"


class Reason(StrEnum):
    """What held a nudge until it expired, or why it ended otherwise than by a plain answer."""

    AWAY = "away"
    LOCKED = "locked"
    ASLEEP = "asleep"
    NOT_RUNNING = "not running"
    IN_SESSION = "in a session"
    QUIET_TIME = "quiet time"  # outside the working hours
    DO_NOT_DISTURB = "do not disturb"
    PAUSED = "paused"
    OFF = "off"
    NEXT_IS_NEAR = "next is near"
    NO_SNOOZE_LEFT = "no snooze left"
    STOPPED = "stopped"  # begun, and not finished


class NudgeRecord(Struct, frozen=True, kw_only=True):
    """One slot and its outcome. `ended` is aware, with the person's own offset then. `snoozed_to` are the minutes of
    the day it was put off to, in order; `session` is the id of the session that did or filled it, if one did."""

    slot: Slot
    outcome: Outcome
    ended: datetime
    reason: Reason | None = None
    snoozed_to: tuple[MinuteOfDay, ...] = ()
    session: str = ""

    @property
    def id(self) -> str:
        """Unique, since a slot ends once."""
        return str(self.slot)


class NudgeStore(Protocol):
    """Where outcomes are kept. Every method raises HistoryError where the store can't do it."""

    def save_nudge(self, record: NudgeRecord) -> None:
        """Write an outcome, replacing an earlier one of the same slot."""
        ...

    def nudges(self, since: date | None = None, until: date | None = None) -> list[NudgeRecord]:
        """The outcomes in the slots' order; with `since` and `until`, those of these days and between."""
        ...
