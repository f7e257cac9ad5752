"""The machine's clocks: the only place that asks for the time."""

import time
from datetime import UTC, datetime

from ribdown.core.clock import Instant


class SystemClock:
    """The `Clock` of real life."""

    def now(self) -> Instant:
        """Both clocks, read together."""
        return Instant(time.monotonic(), time.time())

    def local_time(self) -> datetime:
        """The wall clock as an aware datetime in the person's own zone."""
        return datetime.now(UTC).astimezone()
