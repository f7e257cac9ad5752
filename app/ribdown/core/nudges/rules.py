"""When nudges come, as the person chose it."""

from datetime import date, datetime, timedelta

from msgspec import Struct

from ribdown.core.errors import UserError
from ribdown.core.nudges.slot import clock_text

INTERVALS = (30, 45, 60, 90)  # minutes; 30–45 are the source's for breaking up sitting, 60 its hourly habit (B)
_DAY = 24 * 60


class OnTheHour(Struct, frozen=True, tag="on the hour"):
    """Each hour at one minute of it. Raises UserError for a minute that no hour has."""

    minute: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.minute < 60:
            raise UserError(f"No hour has a minute {self.minute}.", "Choose a minute from 0 to 59.")


class Every(Struct, frozen=True, tag="every"):
    """So many minutes after the last movement. Raises UserError for an interval that is not offered."""

    minutes: int

    def __post_init__(self) -> None:
        if self.minutes not in INTERVALS:
            allowed = ", ".join(map(str, INTERVALS[:-1]))
            raise UserError(
                f"A nudge can't come every {self.minutes} min.", f"Choose {allowed} or {INTERVALS[-1]} min."
            )


Rhythm = OnTheHour | Every


class NudgeRules(Struct, frozen=True, kw_only=True):
    """`start` and `end` are the working hours in minutes of the day; `end` is no longer in them. They may run past
    midnight; where the two are equal they are the whole day. `days` are those on which hours begin, Monday is 0.

    Raises UserError where that makes no sense.
    """

    on: bool = True
    rhythm: Rhythm = OnTheHour()
    start: int = 9 * 60
    end: int = 17 * 60 + 30
    days: frozenset[int] = frozenset(range(5))

    def __post_init__(self) -> None:
        for minute in (self.start, self.end):
            if not 0 <= minute < _DAY:
                raise UserError(
                    f"Working hours can't begin or end at minute {minute} of the day.",
                    f"Choose times from 00:00 to {clock_text(_DAY - 1)}.",
                )
        if not self.days <= frozenset(range(7)):
            raise UserError("There is no such day of the week.", "Choose days from Monday to Sunday.")

    def in_hours(self, local: datetime) -> bool:
        """Whether a local time is within the working hours of one of the days."""
        began = self._began(local)
        return began is not None and began.weekday() in self.days

    def _began(self, local: datetime) -> date | None:
        """The day on which the hours began that this time would be in; None outside the hours."""
        minute = local.hour * 60 + local.minute
        if self.start < self.end:
            return local.date() if self.start <= minute < self.end else None
        if minute >= self.start:
            return local.date()
        return local.date() - timedelta(days=1) if minute < self.end else None
