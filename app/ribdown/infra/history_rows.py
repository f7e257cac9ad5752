"""Session records as rows of the history's tables, and back."""

from dataclasses import astuple, fields
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from ribdown.core.history import BlockRecord, PressEffort, SessionRecord, Status
from ribdown.core.timeline import Side

Row = dict[str, Any]

# The block table has a column for each field, under the same name.
BLOCK_COLUMNS = tuple(field.name for field in fields(BlockRecord))


def session_row(record: SessionRecord) -> Row:
    """The record's row in `session`. `started_at` is UTC at a fixed width, so that text order is time order;
    `exercises` has each on a line of its own."""
    offset = record.started.utcoffset()
    if offset is None:
        raise ValueError("a session's start has an offset")
    return {
        "id": record.id,
        "routine": record.routine,
        "title": record.title,
        "started_at": record.started.astimezone(UTC).isoformat(timespec="microseconds"),
        "offset_minutes": offset // timedelta(minutes=1),
        "day": record.started.date().isoformat(),
        "status": record.status,
        "speed": record.speed,
        "gentler": record.gentler,
        "planned_seconds": record.planned_seconds,
        "done_seconds": record.done_seconds,
        "stopped_for_pain": record.stopped_for_pain,
        "effort": record.effort,
        "pain_before": record.pain_before,
        "pain_after": record.pain_after,
        "note": record.note,
        "exercises": "\n".join(("", *dict.fromkeys(block.exercise for block in record.blocks), "")),
    }


def block_rows(record: SessionRecord) -> list[Row]:
    """The record's rows in `block`."""
    return [
        {"session": record.id, "position": position, **dict(zip(BLOCK_COLUMNS, astuple(block), strict=True))}
        for position, block in enumerate(record.blocks)
    ]


def session_record(row: Row, blocks: tuple[BlockRecord, ...]) -> SessionRecord:
    """The record of a row in `session`. Raises ValueError where the row makes no sense."""
    offset = timezone(timedelta(minutes=row["offset_minutes"]))
    return SessionRecord(
        id=row["id"],
        routine=row["routine"],
        title=row["title"],
        started=datetime.fromisoformat(row["started_at"]).astimezone(offset),
        status=Status(row["status"]),
        speed=row["speed"],
        gentler=bool(row["gentler"]),
        planned_seconds=row["planned_seconds"],
        done_seconds=row["done_seconds"],
        blocks=blocks,
        stopped_for_pain=bool(row["stopped_for_pain"]),
        effort=PressEffort(row["effort"]) if row["effort"] is not None else None,
        pain_before=row["pain_before"],
        pain_after=row["pain_after"],
        note=row["note"],
    )


def block_record(values: tuple[Any, ...]) -> BlockRecord:
    """The record of a row in `block`, given in the order of `BLOCK_COLUMNS`. Raises ValueError as above."""
    exercise, side, *rest = values
    return BlockRecord(exercise, Side(side) if side is not None else None, *rest)
