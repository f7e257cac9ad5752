"""What became of the nudges, day by day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ribdown.core.nudges.record import Outcome
from ribdown.core.statistics.weeks import days_from

_ANSWERS = (Outcome.DONE, Outcome.SKIPPED, Outcome.DISMISSED)


@dataclass(frozen=True, slots=True)
class NudgeRow:
    """How many of a local day's nudges ended in this way."""

    day: date
    outcome: Outcome
    count: int


@dataclass(frozen=True, slots=True)
class NudgeDay:
    """A day's nudges by outcome; every outcome has its number."""

    day: date
    counts: Mapping[Outcome, int]

    @property
    def total(self) -> int:
        """The nudges of the day, whatever became of them."""
        return sum(self.counts.values())

    @property
    def answered(self) -> int:
        """Those that the person did something about. One filled by a session was never asked."""
        return sum(self.counts[outcome] for outcome in _ANSWERS)


def nudge_days(rows: Iterable[NudgeRow], first: date, last: date) -> tuple[NudgeDay, ...]:
    """Every day from `first` to `last`, those without a nudge too."""
    counts: defaultdict[date, dict[Outcome, int]] = defaultdict(lambda: dict.fromkeys(Outcome, 0))
    for row in rows:
        counts[row.day][row.outcome] += row.count
    return tuple(NudgeDay(day, counts[day]) for day in days_from(first, (last - first).days + 1))
