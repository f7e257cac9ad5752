"""Session records, and folders in which nothing can be written, for tests of the history."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from ribdown.core.history import BlockRecord, SessionRecord, Status
from ribdown.core.timeline import Side

_NOBODY = 65534


def block_record(**more: Any) -> BlockRecord:
    fields: dict[str, Any] = {
        "exercise": "couch-stretch",
        "side": Side.LEFT,
        "round": 1,
        "block": "press",
        "kind": "contract_relax",
        "planned_seconds": 30.0,
        "done_seconds": 12.345,
        "planned_reps": 3,
        "done_reps": 1,
    } | more
    return BlockRecord(**fields)


def session_record(number: int = 1, **more: Any) -> SessionRecord:
    """Session `number` of a series, an hour after the one before."""
    fields: dict[str, Any] = {
        "id": f"session-{number}",
        "routine": "daily-mini",
        "title": "Daily mini",
        "started": datetime(2026, 11, 1, 8, tzinfo=UTC) + timedelta(hours=number),
        "status": Status.COMPLETED,
        "speed": 1.0,
        "gentler": False,
        "planned_seconds": 60.0,
        "done_seconds": 24.69,
        "blocks": (block_record(), block_record(side=Side.RIGHT)),
    } | more
    return SessionRecord(**fields)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may write everywhere, so it is put away meanwhile."""
    if os.geteuid():
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing can be written in the folder meanwhile."""
    folder.chmod(0o555)
    try:
        with as_nobody():
            yield
    finally:
        folder.chmod(0o755)
