"""The record of a session: what was planned and what was done, per exercise, side and block."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from typing import Protocol

from ribdown.core.blocks import SegmentKind
from ribdown.core.errors import UserError
from ribdown.core.session import Session, SessionState
from ribdown.core.timeline import BlockRun, Segment, Side


class Status(StrEnum):
    """How a session ended. It is `interrupted` from its start until it ends, so that a crash leaves the truth."""

    COMPLETED = "completed"
    PARTIAL = "partial"
    INTERRUPTED = "interrupted"


class PressEffort(StrEnum):
    """How hard the person says they pressed."""

    LIGHT = "light"
    ABOUT_A_THIRD = "about a third"
    ABOUT_HALF = "about half"
    NEARLY_ALL = "nearly all"


@dataclass(frozen=True, slots=True)
class BlockRecord:
    """One block on one side in one round. Seconds include the rests inside the block; `reps` counts breaths, presses,
    repetitions or holds over all sets. `side` is None where both sides work together."""

    exercise: str
    side: Side | None
    round: int
    block: str
    kind: str
    planned_seconds: float
    done_seconds: float
    planned_reps: int
    done_reps: int

    @property
    def whole(self) -> bool:
        """Whether it was done in full; a rest may be cut short."""
        return self.kind == "rest" or self.done_reps == self.planned_reps


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session. `started` is aware, with the person's own offset then; `speed` above 1 marks a rehearsal, which
    statistics leave out. Its seconds count changeovers too, its blocks' do not. Pain is 0–10."""

    id: str
    routine: str
    title: str
    started: datetime
    status: Status
    speed: float
    gentler: bool
    planned_seconds: float
    done_seconds: float
    blocks: tuple[BlockRecord, ...]
    stopped_for_pain: bool = False
    effort: PressEffort | None = None
    pain_before: int | None = None
    pain_after: int | None = None
    note: str = ""

    @property
    def rehearsal(self) -> bool:
        """Whether it ran faster than life."""
        return self.speed != 1.0


def block_records(session: Session) -> tuple[BlockRecord, ...]:
    """What the session planned and has done so far, block by block, in the plan's order."""
    segments = (segment for segment in session.plan.segments if segment.run.block is not None)
    return tuple(
        _block_record(run, list(group), session) for run, group in groupby(segments, lambda segment: segment.run)
    )


def status_of(session: Session, blocks: tuple[BlockRecord, ...]) -> Status:
    """The status that this session has now."""
    if session.state is not SessionState.ENDED:
        return Status.INTERRUPTED
    return Status.COMPLETED if all(block.whole for block in blocks) else Status.PARTIAL


def _block_record(run: BlockRun, segments: list[Segment], session: Session) -> BlockRecord:
    assert run.block is not None
    cycles = [
        list(cycle)
        for _, cycle in groupby((s for s in segments if s.kind is not SegmentKind.REST), lambda s: (s.set, s.cycle))
    ] or [segments]
    return BlockRecord(
        exercise=run.turn.exercise.id,
        side=run.turn.side,
        round=run.round,
        block=run.block.id,
        kind=run.block.kind,
        planned_seconds=sum(segment.ms or 0 for segment in segments) / 1000,
        done_seconds=round(sum(session.done_seconds(segment) for segment in segments), 3),
        planned_reps=len(cycles),
        done_reps=sum(all(_is_done(segment, session) for segment in cycle) for cycle in cycles),
    )


def _is_done(segment: Segment, session: Session) -> bool:
    done = session.done_seconds(segment)
    return done > 0 if segment.ms is None else done >= segment.seconds


class HistoryError(UserError):
    """The history can't be read or written: full disk, read-only folder, damaged or newer file."""


class HistoryStore(Protocol):
    """Where sessions are kept. Every method raises HistoryError where the store can't do it."""

    def save(self, record: SessionRecord) -> None:
        """Write a session and its blocks, replacing an earlier state of the same id."""
        ...

    def edit(self, record: SessionRecord) -> None:
        """Replace what was said after a session that is kept: effort, pain and note. Nothing else is touched."""
        ...

    def sessions(self, since: date | None = None) -> list[SessionRecord]:
        """The sessions, newest first; with `since`, those whose local day is that or later."""
        ...

    def delete(self, session_id: str) -> None:
        """Take a session out. Saving the record again undoes it."""
        ...
