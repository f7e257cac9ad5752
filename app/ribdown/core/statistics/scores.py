"""Pain and effort over time, as the person said them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ribdown.core.history import PressEffort
from ribdown.core.statistics.weeks import first_of_week, week_starts


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """What was said after one session, begun on this local day; None where it was not said. Pain is 0–10."""

    day: date
    effort: PressEffort | None
    pain_before: int | None
    pain_after: int | None


@dataclass(frozen=True, slots=True)
class WeekScores:
    """The means of a week from `first` on; None where nobody said anything. Pain is 0–10, effort 1 (light) to 4."""

    first: date
    effort: float | None
    pain_before: float | None
    pain_after: float | None


def effort_level(effort: PressEffort) -> int:
    """1 (light) to 4 (nearly all)."""
    return list(PressEffort).index(effort) + 1


def week_scores(rows: Iterable[ScoreRow], first: date, last: date, first_weekday: int) -> tuple[WeekScores, ...]:
    """The weeks from that of `first` to that of `last`."""
    weeks: defaultdict[date, list[ScoreRow]] = defaultdict(list)
    for row in rows:
        weeks[first_of_week(row.day, first_weekday)].append(row)
    return tuple(_scores(start, weeks.get(start, [])) for start in week_starts(first, last, first_weekday))


def _scores(first: date, rows: list[ScoreRow]) -> WeekScores:
    return WeekScores(
        first,
        effort=_mean(effort_level(row.effort) if row.effort is not None else None for row in rows),
        pain_before=_mean(row.pain_before for row in rows),
        pain_after=_mean(row.pain_after for row in rows),
    )


def _mean(values: Iterable[int | None]) -> float | None:
    said = [value for value in values if value is not None]
    return sum(said) / len(said) if said else None
