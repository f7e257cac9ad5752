"""How a side's thigh has lain from test to test."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ribdown.core.statistics.weeks import local_day
from ribdown.core.thomas_test import Thigh, ThomasTest
from ribdown.core.timeline import Side


class Change(StrEnum):
    """A finding beside an earlier one."""

    LOWER = "lower"
    SAME = "same"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class Look:
    """One look at one side."""

    day: date
    thigh: Thigh


@dataclass(frozen=True, slots=True)
class ThighTrend:
    """A side's looks, oldest first; there is at least one."""

    looks: tuple[Look, ...]

    @property
    def last(self) -> Look:
        """The newest look."""
        return self.looks[-1]

    @property
    def before(self) -> Look | None:
        """The one before the newest, None at the first."""
        return self.looks[-2] if len(self.looks) > 1 else None

    @property
    def change(self) -> Change | None:
        """The newest look beside the one before, None at the first."""
        if self.before is None:
            return None
        rise = self.last.thigh.level - self.before.thigh.level
        return Change.SAME if rise == 0 else Change.HIGHER if rise > 0 else Change.LOWER


def thigh_trend(tests: Sequence[ThomasTest], side: Side) -> ThighTrend | None:
    """The trend of a side, None where it was never looked at. The tests may come in any order."""
    found = (
        (test.tested, test.left if side is Side.LEFT else test.right)
        for test in sorted(tests, key=lambda test: (test.tested, test.id))
    )
    looks = tuple(Look(local_day(tested), thigh) for tested, thigh in found if thigh is not None)
    return ThighTrend(looks) if looks else None
