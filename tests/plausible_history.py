"""Made-up histories that look like a person's: for tests and benchmarks, never shipped."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from random import Random

from ribdown.core.history import BlockRecord, PressEffort, SessionRecord, Status
from ribdown.core.nudges.record import NudgeRecord, Outcome, Reason
from ribdown.core.nudges.slot import Slot
from ribdown.core.thomas_test import Thigh, ThomasTest
from ribdown.core.timeline import Side

_TITLES = {
    "daily-mini": "Daily mini",
    "three-day": "Three days a week",
    "progression": "Progression",
    "no-couch": "Without a couch",
    "first-steps": "First steps",
}
_NOTES = (
    "Left hip feels longer today.",
    "=SUM(A1:A9) is what my spreadsheet says",
    "Müde, aber besser als gestern – Hüfte weich 🙂",
    'Back tight after sitting;\nfirst round only "so-so"',
    "Knie zwickt, nächstes Mal kürzer",
)
# Exercise, block, kind, seconds and repetitions planned. Those of a turn on each side come twice: twelve in all.
_EACH = (
    ("couch-stretch", "reset", "breathing", 20.0, 4),
    ("couch-stretch", "press", "contract_relax", 30.0, 3),
    ("couch-stretch", "lock-in", "reps", 40.0, 10),
    ("split-squat-hold", "hold", "hold", 65.0, 2),
)
_BOTH = (
    ("hip-lift", "breathe", "breathing", 50.0, 5),
    ("bridge", "bridge", "reps", 48.0, 8),
    ("bridge", "rest", "rest", 20.0, 1),
    ("bridge", "again", "reps", 48.0, 8),
)


def plausible_sessions(days: int, last: date, *, per_day: float = 0.75, seed: int = 1) -> Iterator[SessionRecord]:
    """About `per_day` sessions on each of the `days` up to `last`, oldest first, with summer time and some travel."""
    random = Random(seed)
    owed = 0.0
    number = 0
    for day in range(days):
        local_day = last - timedelta(days=days - 1 - day)
        owed += per_day * random.uniform(0.4, 1.6)
        times = sorted(random.sample(range(6 * 3600, 24 * 3600 - 1), max(0, round(owed))))
        owed -= len(times)
        for second in times:
            number += 1
            offset = timezone(timedelta(hours=_offset(local_day, random)))
            started = datetime(local_day.year, local_day.month, local_day.day, tzinfo=offset) + timedelta(
                seconds=second
            )
            yield _session(f"{number:032x}", started, day / days, random)


def plausible_nudges(days: int, last: date, *, seed: int = 2) -> Iterator[NudgeRecord]:
    """Nine nudges a weekday, each with an outcome, oldest first."""
    random = Random(seed)
    for day in range(days):
        local_day = last - timedelta(days=days - 1 - day)
        offset = timezone(timedelta(hours=_summer(local_day)))
        for hour in range(9, 18) if local_day.weekday() < 5 else ():
            outcome = random.choices(list(Outcome), (50, 12, 8, 10, 15, 5))[0]
            snoozed = random.random() < 0.1
            yield NudgeRecord(
                slot=Slot(local_day, hour * 60),
                outcome=outcome,
                ended=datetime(local_day.year, local_day.month, local_day.day, hour, 12, tzinfo=offset),
                reason=random.choice((Reason.AWAY, Reason.LOCKED)) if outcome is Outcome.EXPIRED else None,
                snoozed_to=(hour * 60 + 10,) if snoozed else (),
            )


def plausible_tests(days: int, last: date, *, seed: int = 3) -> Iterator[ThomasTest]:
    """A Thomas test every two weeks, getting better slowly, oldest first."""
    random = Random(seed)
    for number, day in enumerate(range(0, days, 14)):
        local_day = last - timedelta(days=days - 1 - day)
        offset = timezone(timedelta(hours=_summer(local_day)))
        left, right = (_thigh(day / days, worse, random) for worse in (0.25, 0.0))
        tested = datetime(local_day.year, local_day.month, local_day.day, 19, tzinfo=offset)
        yield ThomasTest(f"test-{number:04}", tested, left, right, random.choice(("", "", "after a long day")))


def _session(id: str, started: datetime, share: float, random: Random) -> SessionRecord:
    """`share` is how far into the history it lies, 0–1: pain becomes less on the way."""
    routine = random.choices(list(_TITLES), (4, 4, 2, 1, 1))[0]
    status = random.choices(list(Status), (92, 6, 2))[0]
    until = 12 if status is Status.COMPLETED else random.randrange(12)
    blocks = tuple(_blocks(until, random))
    said = random.random() < 0.8
    before = max(0, min(10, round(5 - 4 * share + random.gauss(0, 1))))
    return SessionRecord(
        id=id,
        routine=routine,
        title=_TITLES[routine],
        started=started,
        status=status,
        speed=8.0 if random.random() < 0.01 else 1.0,
        gentler=random.random() < 0.05,
        planned_seconds=sum(block.planned_seconds for block in blocks) + 30.0,
        done_seconds=round(sum(block.done_seconds for block in blocks) + 2.5 * until, 3),
        blocks=blocks,
        stopped_for_pain=status is Status.PARTIAL and random.random() < 0.2,
        effort=random.choices(list(PressEffort), (3, 5, 2, 1))[0] if said else None,
        pain_before=before if said else None,
        pain_after=max(0, before - random.randrange(3)) if said else None,
        note=random.choice(_NOTES) if random.random() < 0.15 else "",
    )


def _blocks(until: int, random: Random) -> Iterator[BlockRecord]:
    turns = [*((side, one) for side in (Side.RIGHT, Side.LEFT) for one in _EACH), *((None, one) for one in _BOTH)]
    for number, (side, (exercise, block, kind, seconds, reps)) in enumerate(turns):
        share = 1.0 if number < until else random.random() if number == until else 0.0
        yield BlockRecord(exercise, side, 1, block, kind, seconds, round(seconds * share, 3), reps, int(reps * share))


def _summer(day: date) -> int:
    """Central Europe's offset in hours, near enough."""
    return 2 if date(day.year, 3, 29) <= day < date(day.year, 10, 25) else 1


def _offset(day: date, random: Random) -> int:
    return _summer(day) if random.random() < 0.97 else random.choice((-8, 9))


def _thigh(share: float, worse: float, random: Random) -> Thigh:
    return list(Thigh)[max(0, min(2, round(2 * (1 - share) + worse + random.gauss(0, 0.3))))]
