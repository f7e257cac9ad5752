"""A dose: the number an exercise asks for, the range it may move in, and where that range comes from."""

from enum import StrEnum
from typing import ClassVar, Generic, Self, TypeVar

from msgspec import Struct, structs

N = TypeVar("N", int, float)


class Origin(StrEnum):
    """Where a number comes from: the published texts behind the exercises, or the app's own choice."""

    SOURCE = "source"
    APP = "app"


class Dose(Struct, Generic[N], frozen=True, forbid_unknown_fields=True):
    """`default` lies inside `range` (low, high; both included). Raises ValueError where it does not."""

    unit: ClassVar[str] = ""
    most: ClassVar[int] = 100  # no dose is larger

    default: N
    range: tuple[N, N]
    origin: Origin

    def __post_init__(self) -> None:
        low, high = self.range
        if low < 0:
            raise ValueError(f"{self.say(low)} is negative; 0{self._suffix} or more is allowed")
        if not high <= self.most:
            raise ValueError(f"{self.say(high)} is too much; up to {self.say(self.most)} is allowed")
        if low > high:
            raise ValueError(f"the range {self.allowed} runs backwards; put the low end first")
        self.check(self.default)

    @property
    def _suffix(self) -> str:
        return f" {self.unit}" if self.unit else ""

    @property
    def allowed(self) -> str:
        """The range in words, such as `5–8 s`."""
        low, high = self.range
        return self.say(low) if low == high else f"{low:g}–{self.say(high)}"

    def say(self, value: float) -> str:
        """A value with its unit, such as `5 s`."""
        return f"{value:g}{self._suffix}"

    def check(self, value: float) -> None:
        """Raise ValueError where `value` is outside the range."""
        low, high = self.range
        if not low <= value <= high:
            raise ValueError(f"{self.say(value)} is outside {self.allowed}")

    def choose(self, value: N) -> Self:
        """The same dose with another value in use. Raises ValueError outside the range."""
        self.check(value)
        return structs.replace(self, default=value)

    def lowest(self) -> Self:
        """The same dose at the low end of its range."""
        return structs.replace(self, default=min(self.default, self.range[0]))


class Count(Dose[int], frozen=True, forbid_unknown_fields=True):
    """A number of breaths, presses, repetitions, holds, sets or rounds."""

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.range[0] < 1:
            raise ValueError(f"{self.range[0]} is too few; 1 or more is allowed")


class Seconds(Dose[float], frozen=True, forbid_unknown_fields=True):
    """A length of time, in seconds, to the millisecond."""

    unit: ClassVar[str] = "s"
    most: ClassVar[int] = 3600

    @property
    def milliseconds(self) -> int:
        """The value in use, in whole milliseconds, so that sums are exact."""
        return round(self.default * 1000)


ONCE = Count(1, (1, 1), Origin.APP)
NONE = Seconds(0.0, (0.0, 0.0), Origin.APP)
