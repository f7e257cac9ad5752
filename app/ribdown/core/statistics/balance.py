"""Left beside right, exercise by exercise."""

from collections.abc import Iterable
from dataclasses import dataclass

from ribdown.core.timeline import Side


@dataclass(frozen=True, slots=True)
class SideRow:
    """The seconds done of one exercise on one side."""

    exercise: str
    side: Side
    seconds: float


@dataclass(frozen=True, slots=True)
class Balance:
    """The seconds done of an exercise on each side; at least one of them is above 0."""

    exercise: str
    left: float
    right: float

    @property
    def left_share(self) -> float:
        """The left side's part of the whole, 0–1; 0.5 is even."""
        return self.left / (self.left + self.right)


def balances(rows: Iterable[SideRow]) -> tuple[Balance, ...]:
    """The exercises that were done on a side, those done longest first."""
    seconds: dict[str, dict[Side, float]] = {}
    for row in rows:
        sides = seconds.setdefault(row.exercise, dict.fromkeys(Side, 0.0))
        sides[row.side] += row.seconds
    found = (Balance(exercise, sides[Side.LEFT], sides[Side.RIGHT]) for exercise, sides in seconds.items())
    done = [balance for balance in found if balance.left + balance.right > 0]
    return tuple(sorted(done, key=lambda balance: (-balance.left - balance.right, balance.exercise)))
