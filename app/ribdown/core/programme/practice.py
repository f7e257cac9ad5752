"""What the programme reads from sessions: the days on which something was done, and whether pain rises."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Protocol

from msgspec import Struct

# Source A's two exercises: its gentle way in, and good for any day.
FIRST_STEPS = "first-steps"

_ENOUGH = 0.5  # ours: the share of a session from which on the day counts
_RUNNING = 2  # ours: sessions in a row


class Worked(Protocol):
    """A part of a session: what was worked on."""

    @property
    def exercise(self) -> str: ...


class Practised(Protocol):
    """A session as far as the programme looks at it. `started` is aware, with the person's own offset then; `speed`
    above 1 marks a rehearsal; pain is 0–10, None where it was not said."""

    @property
    def routine(self) -> str: ...
    @property
    def started(self) -> datetime: ...
    @property
    def speed(self) -> float: ...
    @property
    def planned_seconds(self) -> float: ...
    @property
    def done_seconds(self) -> float: ...
    @property
    def stopped_for_pain(self) -> bool: ...
    @property
    def pain_before(self) -> int | None: ...
    @property
    def pain_after(self) -> int | None: ...
    @property
    def blocks(self) -> Sequence[Worked]: ...


class DaysDone(Struct, frozen=True):
    """`every` day that counts, and of these the days of a `main` session: another routine than First steps."""

    every: frozenset[date] = frozenset()
    main: frozenset[date] = frozenset()


def days_done(sessions: Iterable[Practised], guides: Collection[str] = ()) -> DaysDone:
    """The days on which a session counts. The short `guides` are pulses and nudges, no sessions of the programme."""
    counted = [session for session in sessions if session.routine not in guides and counts(session)]
    return DaysDone(
        frozenset(session.started.date() for session in counted),
        frozenset(session.started.date() for session in counted if session.routine != FIRST_STEPS),
    )


def counts(session: Practised) -> bool:
    """Whether a session makes its day count: half of it was done, or it was stopped because something hurt, which
    never counts against a person. A rehearsal does not, nor does an exercise that was done alone: what the programme
    asks for is a routine."""
    if session.speed != 1 or session.done_seconds <= 0 or _alone(session):
        return False
    return session.stopped_for_pain or session.done_seconds >= session.planned_seconds * _ENOUGH


def pain_rises(sessions: Iterable[Practised]) -> bool:
    """Whether pain rose in two sessions running; they come newest first. One that was stopped because something hurt
    is one in which it rose. Sessions after which nothing was said are passed over."""
    rises = (_rose(session) for session in sessions if session.speed == 1)
    last = list(islice((rose for rose in rises if rose is not None), _RUNNING))
    return len(last) == _RUNNING and all(last)


def _alone(session: Practised) -> bool:
    """Whether one exercise was done by itself, whose record bears its id. No routine but a guide has that of an
    exercise in it."""
    return any(block.exercise == session.routine for block in session.blocks)


def _rose(session: Practised) -> bool | None:
    if session.stopped_for_pain:
        return True
    if session.pain_before is None or session.pain_after is None:
        return None
    return session.pain_after > session.pain_before
