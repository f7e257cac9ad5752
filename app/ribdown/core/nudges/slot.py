"""A slot: the local date and time of day that a nudge belongs to."""

from datetime import date, datetime, time, timedelta, tzinfo
from typing import Annotated

from msgspec import Meta, Struct

MinuteOfDay = Annotated[int, Meta(ge=0, le=24 * 60 - 1)]
# POSIX seconds. What a clock can't show is no time; a file may say it all the same.
Wall = Annotated[float, Meta(ge=0, le=1e11)]


class Slot(Struct, frozen=True, order=True):
    """A local day and the minute in it. There is one nudge for it at most, whatever the clocks do."""

    day: date
    minute: MinuteOfDay

    @property
    def clock(self) -> str:
        """The time of day, such as `14:00`."""
        return clock_text(self.minute)

    @property
    def local(self) -> datetime:
        """The slot's time on the wall, without a zone."""
        return datetime.combine(self.day, time()) + timedelta(minutes=self.minute)

    def __str__(self) -> str:
        return f"{self.day} {self.clock}"


def clock_text(minute: int) -> str:
    """A minute of the day, such as `14:00`."""
    return f"{minute // 60:02}:{minute % 60:02}"


def local_at(wall: float, zone: tzinfo) -> datetime:
    """The local time at a POSIX time, aware."""
    return datetime.fromtimestamp(wall, zone)


def slot_at(wall: float, zone: tzinfo) -> Slot:
    """The slot whose minute a POSIX time lies in."""
    local = local_at(wall, zone)
    return Slot(local.date(), local.hour * 60 + local.minute)


def wall_of(local: datetime, zone: tzinfo) -> float | None:
    """When a local time without a zone comes, in POSIX seconds: the first time where it comes twice, as when summer
    time ends; None where it does not come, as when that begins."""
    aware = local.replace(tzinfo=zone)
    wall = aware.timestamp()
    return wall if datetime.fromtimestamp(wall, zone).replace(tzinfo=None, fold=0) == local else None
