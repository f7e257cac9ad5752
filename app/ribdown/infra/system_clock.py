"""The machine's clocks: the only place that asks for the time."""

import time
from datetime import UTC, datetime, timedelta, tzinfo

from ribdown.core.clock import Instant


class SystemZone(tzinfo):
    """The person's zone, for which the system is asked anew for each moment: a plain offset would be wrong on the other
    side of a change of clocks."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """What holds at this local time. Of an hour that comes twice it is the first, unless `fold` is set."""
        if moment is None:
            return None
        local = moment.replace(tzinfo=None)
        return timedelta(seconds=local.replace(tzinfo=UTC).timestamp() - local.timestamp())

    def fromutc(self, moment: datetime) -> datetime:
        """The local time at this moment, which is in UTC though it names this zone."""
        wall = moment.replace(microsecond=0, tzinfo=UTC).timestamp()
        local = datetime.fromtimestamp(wall)  # noqa: DTZ006 (the system's own, with its fold)
        return local.replace(microsecond=moment.microsecond, tzinfo=self)

    def dst(self, _: datetime | None) -> timedelta | None:
        """Not known, as Python allows."""
        return None

    def tzname(self, _: datetime | None) -> str | None:
        """Not known, as Python allows."""
        return None


class SystemClock:
    """The `Clock` of real life."""

    def __init__(self) -> None:
        self._zone = SystemZone()

    def now(self) -> Instant:
        """Both clocks, read together."""
        return Instant(time.monotonic(), time.time())

    def local_time(self) -> datetime:
        """The wall clock as an aware datetime in the person's own zone."""
        return datetime.now(self._zone)
