"""Outcomes of nudges as rows of the history's table, and back."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from ribdown.core.nudges.record import NudgeRecord, Outcome, Reason
from ribdown.core.nudges.slot import Slot, clock_text

Row = dict[str, Any]


def nudge_row(record: NudgeRecord) -> Row:
    """The record's row in `nudge`. `snoozed_to` is text such as `14:10 14:21`."""
    offset = record.ended.utcoffset()
    if offset is None:
        raise ValueError("a nudge's end has an offset")
    return {
        "day": record.slot.day.isoformat(),
        "minute": record.slot.minute,
        "offset_minutes": offset // timedelta(minutes=1),
        "outcome": record.outcome,
        "reason": record.reason,
        "ended_at": record.ended.astimezone(UTC).isoformat(timespec="microseconds"),
        "snoozed_to": " ".join(map(clock_text, record.snoozed_to)),
        "session": record.session,
    }


def nudge_record(row: Row) -> NudgeRecord:
    """The record of a row in `nudge`. Raises ValueError where the row makes no sense."""
    offset = timezone(timedelta(minutes=row["offset_minutes"]))
    return NudgeRecord(
        slot=Slot(date.fromisoformat(row["day"]), row["minute"]),
        outcome=Outcome(row["outcome"]),
        ended=datetime.fromisoformat(row["ended_at"]).astimezone(offset),
        reason=Reason(row["reason"]) if row["reason"] is not None else None,
        snoozed_to=tuple(map(_minute, row["snoozed_to"].split())),
        session=row["session"],
    )


def _minute(clock: str) -> int:
    hours, minutes = map(int, clock.split(":"))
    return hours * 60 + minutes
