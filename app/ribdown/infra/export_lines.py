"""A history as text: the shapes of an exported file's records, and the way from a record to its line and back.

What a file looks like as a whole is in docs/history-file.md.
"""

from datetime import date, datetime
from operator import attrgetter
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from ribdown.core.history import BlockRecord, PressEffort, SessionRecord, Status
from ribdown.core.nudges.record import NudgeRecord, Outcome, Reason
from ribdown.core.nudges.slot import MinuteOfDay, Slot
from ribdown.core.thomas_test import Thigh, ThomasTest
from ribdown.core.timeline import Side
from ribdown.infra.history_records import Record
from ribdown.infra.history_rows import BLOCK_COLUMNS

FORMAT = "ribdown-history"
VERSION = 1
HEADER = b'{"format":"ribdown-history","version":1,"records":['
END = b"]}"

_YEARS = range(1970, 3000)  # a clock that was never set says 1970; what lies outside is no date of a session

Id = Annotated[str, Meta(min_length=1, max_length=200)]
Number = Annotated[int, Meta(ge=0, le=1_000_000)]
Seconds = Annotated[float, Meta(ge=0, le=1e9)]
Speed = Annotated[float, Meta(ge=1, le=60)]
Pain = Annotated[int, Meta(ge=0, le=10)]
Moment = Annotated[datetime, Meta(tz=True)]
# The fields of a BlockRecord, in their order.
BlockLine = tuple[str, Side | None, Number, str, str, Seconds, Seconds, Number, Number]


class Line(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record"):
    """One record as it stands in a file."""


class SessionLine(Line, frozen=True, kw_only=True, tag="session"):
    """A `SessionRecord`."""

    id: Id
    routine: str
    title: str
    started: Moment
    status: Status
    speed: Speed
    gentler: bool
    planned_seconds: Seconds
    done_seconds: Seconds
    stopped_for_pain: bool
    effort: PressEffort | None
    pain_before: Pain | None
    pain_after: Pain | None
    note: str
    blocks: tuple[BlockLine, ...]

    def __post_init__(self) -> None:
        _check_year(self.started.year)


class NudgeLine(Line, frozen=True, kw_only=True, tag="nudge"):
    """A `NudgeRecord`; a slot's day and minute are its id."""

    day: date
    minute: MinuteOfDay
    outcome: Outcome
    ended: Moment
    reason: Reason | None
    snoozed_to: tuple[MinuteOfDay, ...]
    session: Annotated[str, Meta(max_length=200)]

    def __post_init__(self) -> None:
        _check_year(self.day.year)
        _check_year(self.ended.year)


class ThomasLine(Line, frozen=True, kw_only=True, tag="thomas-test"):
    """A `ThomasTest`."""

    id: Id
    tested: Moment
    left: Thigh | None
    right: Thigh | None
    note: str

    def __post_init__(self) -> None:
        _check_year(self.tested.year)


AnyLine = SessionLine | NudgeLine | ThomasLine

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(AnyLine)
_block_values = attrgetter(*BLOCK_COLUMNS)


def encoded(record: Record) -> bytes:
    """The record's line, the same for the same record."""
    return _encoder.encode(_line(record))


def decoded(line: bytes) -> Record:
    """The record of a line. Raises msgspec.DecodeError, or RecursionError, where there is none."""
    return _record(_decoder.decode(line))


def _line(record: Record) -> AnyLine:
    match record:
        case SessionRecord():
            blocks = tuple(map(_block_values, record.blocks))
            return SessionLine(**_fields(record, SessionLine, but="blocks"), blocks=blocks)
        case NudgeRecord():
            named = _fields(record.slot, Slot)
            return NudgeLine(**named, **{name: getattr(record, name) for name in _OF_A_NUDGE})
        case ThomasTest():
            return ThomasLine(**_fields(record, ThomasLine))


def _record(line: AnyLine) -> Record:
    match line:
        case SessionLine():
            blocks = tuple(BlockRecord(*values) for values in line.blocks)
            return SessionRecord(**_fields(line, SessionLine, but="blocks"), blocks=blocks)
        case NudgeLine():
            named = {name: getattr(line, name) for name in _OF_A_NUDGE}
            return NudgeRecord(slot=Slot(line.day, line.minute), **named)
        case ThomasLine():
            return ThomasTest(**_fields(line, ThomasLine))


_OF_A_NUDGE = ("outcome", "ended", "reason", "snoozed_to", "session")


def _fields(source: object, shape: type[Struct], but: str = "") -> dict[str, Any]:
    return {name: getattr(source, name) for name in shape.__struct_fields__ if name != but}


def _check_year(year: int) -> None:
    if year not in _YEARS:
        raise ValueError(f"the year {year} is not allowed; allowed: {_YEARS.start}–{_YEARS.stop - 1}")
