"""What a chart shows, as values: nothing here draws."""

from enum import Enum
from math import ceil
from typing import NamedTuple

_TALL = 206
_ROW, _FOOT = 50, 30  # of an exercise, and of the axis below
FAINT = 0.37  # how much of the accent a faint mark has


class Ink(Enum):
    """What a mark is drawn with: a colour of the theme, and for a line a texture and the shape of its points."""

    STRONG = "accent"
    FAINT = "faint"
    PLAN = "text"
    BEFORE = "warn"


class Bars(NamedTuple):
    """A bar for each place; `numbers` are written at their feet."""

    values: tuple[float, ...]
    inks: tuple[Ink, ...]
    numbers: bool = False


class Line(NamedTuple):
    """A point for each place, None where there is none; those side by side are joined."""

    values: tuple[float | None, ...]
    ink: Ink


class Goal(NamedTuple):
    """What is asked for at a place: a line where `least` is `most`, else a dashed box."""

    place: int
    least: float
    most: float


class Chart(NamedTuple):
    """Places stand side by side from 0 on; `below` and `beside` are the labels of the axes, `spoken` is what each place
    says. Heights go from `bottom` to `top`."""

    spoken: tuple[str, ...]
    below: tuple[tuple[int, str], ...]
    beside: tuple[tuple[float, str], ...]
    top: float
    bottom: float = 0.0
    bars: tuple[Bars, ...] = ()
    lines: tuple[Line, ...] = ()
    goals: tuple[Goal, ...] = ()


class SideBars(NamedTuple):
    """A row for each title, with a bar to the left and one to the right, in the same unit."""

    titles: tuple[str, ...]
    left: tuple[float, ...]
    right: tuple[float, ...]
    spoken: tuple[str, ...]


def height_of(shown: Chart | SideBars) -> int:
    """How high it is drawn, in pixels at 100 % text size."""
    return _FOOT + len(shown.titles) * _ROW if isinstance(shown, SideBars) else _TALL


def scale_to(largest: float, least: float = 10.0) -> tuple[float, ...]:
    """Two to four round heights from 0 on, of which the last is no less than the largest value."""
    largest = max(largest, least)
    step = next(size * 10**power for power in range(-1, 9) for size in (1, 2, 5) if largest <= 3 * size * 10**power)
    return tuple(step * number for number in range(ceil(largest / step - 1e-9) + 1))
