"""Sessions for a spreadsheet: one row for each block, with its session's columns repeated."""

import csv
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from operator import attrgetter
from typing import BinaryIO

from ribdown.core.history import SessionRecord
from ribdown.infra.history_rows import BLOCK_COLUMNS

_SESSION = ("id", "day", "time", "utc_offset_minutes", "routine", "title", "status", "speed", "gentler")
_SESSION_DOSE = ("session_planned_seconds", "session_done_seconds", "stopped_for_pain")
_ANSWERS = ("effort", "pain_before", "pain_after", "note")
COLUMNS = (*_SESSION, *_SESSION_DOSE, *_ANSWERS, *BLOCK_COLUMNS)

# What a spreadsheet takes for the beginning of a formula; an apostrophe in front makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Cell = str | int | float | None
_block_values = attrgetter(*BLOCK_COLUMNS)


def write_csv(sessions: Iterable[SessionRecord], file: BinaryIO) -> None:
    """Comma-separated, with the mark by which spreadsheets know UTF-8. A session without blocks has a row too."""
    text = TextIOWrapper(file, "utf-8-sig", newline="")
    try:
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        for session in sessions:
            writer.writerows(_rows(session))
    finally:
        text.detach()


def _rows(session: SessionRecord) -> Iterator[list[Cell]]:
    own = [*map(_safe, _session_cells(session))]
    for block in session.blocks:
        yield [*own, *map(_safe, _block_values(block))]
    if not session.blocks:
        yield [*own, *(None for _ in BLOCK_COLUMNS)]


def _session_cells(session: SessionRecord) -> list[Cell]:
    offset = session.started.utcoffset()
    assert offset is not None
    return [
        session.id,
        f"{session.started:%Y-%m-%d}",
        f"{session.started:%H:%M:%S}",
        round(offset.total_seconds() / 60),
        session.routine,
        session.title,
        session.status,
        f"{session.speed:g}",
        int(session.gentler),
        session.planned_seconds,
        session.done_seconds,
        int(session.stopped_for_pain),
        session.effort,
        session.pain_before,
        session.pain_after,
        session.note,
    ]


def _safe(cell: Cell) -> Cell:
    """Seconds are whole: where decimals have a comma, a spreadsheet takes 37.482 for 37482."""
    if isinstance(cell, float):
        return round(cell)
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
