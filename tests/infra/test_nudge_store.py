import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from ribdown.core.history import HistoryError
from ribdown.core.nudges.record import NudgeRecord, Outcome, Reason
from ribdown.core.nudges.slot import Slot
from ribdown.infra.database import open_for_writing
from ribdown.infra.history_store import SqliteHistory

TODAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Kept:
    history: SqliteHistory
    connection: sqlite3.Connection


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    file = tmp_path / "history.sqlite3"
    with closing(open_for_writing(file, TODAY)) as connection:
        yield Kept(SqliteHistory(connection, file), connection)


def _nudge(day: int = 20, minute: int = 14 * 60, outcome: Outcome = Outcome.DONE) -> NudgeRecord:
    ended = datetime(2026, 11, day, 14, 3, 1, 500_000, timezone(timedelta(hours=5, minutes=45)))
    return NudgeRecord(slot=Slot(date(2026, 11, day), minute), outcome=outcome, ended=ended)


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("reason", [None, *Reason])
def test_an_outcome_comes_back_as_it_was(kept: Kept, outcome: Outcome, reason: Reason | None) -> None:
    record = NudgeRecord(
        slot=Slot(date(2026, 11, 20), 5),
        outcome=outcome,
        ended=datetime(2026, 11, 20, 0, 17, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
        reason=reason,
        snoozed_to=(15, 23 * 60 + 59),
        session="session-1",
    )
    kept.history.save_nudge(record)
    [read] = kept.history.nudges()
    assert read == record
    assert read.ended.utcoffset() == record.ended.utcoffset()
    assert read.id == "2026-11-20 00:05"


def test_a_slot_is_there_once(kept: Kept) -> None:
    kept.history.save_nudge(_nudge())
    kept.history.save_nudge(_nudge(outcome=Outcome.SKIPPED))
    assert kept.history.nudges() == [_nudge(outcome=Outcome.SKIPPED)]


def test_they_come_in_order_and_by_day(kept: Kept) -> None:
    records = [_nudge(day, minute) for day in (18, 19, 20) for minute in (9 * 60, 14 * 60)]
    for record in reversed(records):
        kept.history.save_nudge(record)
    assert kept.history.nudges() == records
    assert kept.history.nudges(since=date(2026, 11, 19)) == records[2:]
    assert kept.history.nudges(until=date(2026, 11, 19)) == records[:4]
    assert kept.history.nudges(date(2026, 11, 19), date(2026, 11, 19)) == records[2:4]


def test_a_full_disk_is_said_and_nothing_is_lost(kept: Kept) -> None:
    kept.history.save_nudge(_nudge(1))
    (pages,) = kept.connection.execute("PRAGMA page_count").fetchone()
    kept.connection.execute(f"PRAGMA max_page_count = {pages}")
    records = [_nudge(1)]
    with pytest.raises(HistoryError) as caught:
        _fill(kept.history, records)
    assert caught.value.what == "The nudge could not be saved: the disk is full."
    assert kept.history.nudges() == records


def _fill(history: SqliteHistory, saved: list[NudgeRecord]) -> None:
    for minute in range(1440):
        history.save_nudge(_nudge(2, minute))
        saved.append(_nudge(2, minute))


def test_a_row_that_makes_no_sense_is_damage(kept: Kept) -> None:
    kept.history.save_nudge(_nudge())
    kept.connection.execute("UPDATE nudge SET outcome = 'sideways'")
    with pytest.raises(HistoryError, match="The history could not be read: the file is damaged"):
        kept.history.nudges()


def test_an_end_without_an_offset_is_a_bug(kept: Kept) -> None:
    record = NudgeRecord(slot=Slot(TODAY, 0), outcome=Outcome.DONE, ended=datetime(2026, 11, 20, tzinfo=UTC))
    naive = NudgeRecord(slot=record.slot, outcome=record.outcome, ended=record.ended.replace(tzinfo=None))
    with pytest.raises(ValueError, match="offset"):
        kept.history.save_nudge(naive)


def test_days_are_found_by_the_key(kept: Kept) -> None:
    plan = kept.connection.execute(
        "EXPLAIN QUERY PLAN SELECT * FROM nudge WHERE day BETWEEN '2026' AND '2027' ORDER BY day, minute"
    ).fetchall()
    assert [row[3] for row in plan] == ["SEARCH nudge USING PRIMARY KEY (day>? AND day<?)"]
