"""The list of sessions: what it can be narrowed to, and what one of its lines says."""

from dataclasses import dataclass
from datetime import date, datetime

from ribdown.core.history import PressEffort, Status


@dataclass(frozen=True, slots=True)
class SessionFilter:
    """Which sessions; None and "" are every one. `first` and `last` are local days, both included. `text` is looked for
    in titles and notes, whatever its case. Rehearsals are left out unless they are asked for."""

    routine: str | None = None
    exercise: str | None = None
    status: Status | None = None
    first: date | None = None
    last: date | None = None
    text: str = ""
    rehearsals: bool = False


@dataclass(frozen=True, slots=True)
class ListedSession:
    """A session without its blocks. `started` is aware, with the person's own offset then."""

    id: str
    routine: str
    title: str
    started: datetime
    status: Status
    speed: float
    gentler: bool
    planned_seconds: float
    done_seconds: float
    stopped_for_pain: bool
    effort: PressEffort | None
    pain_before: int | None
    pain_after: int | None
    note: str


@dataclass(frozen=True, slots=True)
class Totals:
    """What the history holds, without rehearsals; the days are None where there is nothing."""

    sessions: int
    seconds: float
    first: date | None
    last: date | None
