"""Time as a value: two clocks read at one moment, so that a suspend shows as the two parting."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Instant:
    """One moment on both clocks, in seconds: `monotonic` counts elapsed time, `wall` is POSIX time (UTC)."""

    monotonic: float
    wall: float


class Clock(Protocol):
    """The only door to the time of day."""

    def now(self) -> Instant:
        """Both clocks, read together."""
        ...

    def local_time(self) -> datetime:
        """The wall clock as an aware datetime in the person's own zone."""
        ...
