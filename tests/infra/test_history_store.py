import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from records import block_record, session_record
from ribdown.core.history import HistoryError, PressEffort, Status
from ribdown.infra.database import open_for_writing
from ribdown.infra.history_store import SqliteHistory

TODAY = date(2026, 11, 20)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_for_writing(tmp_path / "history.sqlite3", TODAY)) as connection:
        yield connection


@pytest.fixture
def history(connection: sqlite3.Connection, tmp_path: Path) -> SqliteHistory:
    return SqliteHistory(connection, tmp_path / "history.sqlite3")


def test_a_session_comes_back_as_it_was(history: SqliteHistory) -> None:
    record = session_record(
        started=datetime(2026, 11, 20, 23, 30, 1, 250_000, timezone(timedelta(hours=-3, minutes=-30))),
        status=Status.PARTIAL,
        speed=12.5,
        gentler=True,
        stopped_for_pain=True,
        effort=PressEffort.ABOUT_A_THIRD,
        pain_before=0,
        pain_after=10,
        note="Left hip 🙂 'better'; DROP TABLE session",
        blocks=(block_record(side=None), block_record(round=2, done_seconds=0.0, done_reps=0)),
    )
    history.save(record)
    [read] = history.sessions()
    assert read == record
    assert read.started.utcoffset() == record.started.utcoffset()


def test_what_was_not_said_stays_unsaid(history: SqliteHistory) -> None:
    record = session_record(blocks=())
    history.save(record)
    assert history.sessions() == [record]


def test_saving_again_replaces_the_session_and_its_blocks(history: SqliteHistory) -> None:
    history.save(session_record(status=Status.INTERRUPTED))
    later = session_record(blocks=(block_record(done_reps=3),))
    history.save(later)
    assert history.sessions() == [later]


def test_the_newest_comes_first_whatever_its_offset(history: SqliteHistory) -> None:
    east = session_record(1, started=datetime(2026, 11, 20, 9, tzinfo=timezone(timedelta(hours=9))))
    west = session_record(2, started=datetime(2026, 11, 20, 1, tzinfo=timezone(timedelta(hours=-5))))
    for record in (west, east):
        history.save(record)
    assert [record.id for record in history.sessions()] == [west.id, east.id]


def test_since_asks_for_the_local_day(history: SqliteHistory) -> None:
    late = session_record(started=datetime(2026, 11, 20, 23, 59, tzinfo=timezone(timedelta(hours=-8))))
    history.save(late)
    assert late.started.astimezone(UTC).date() == date(2026, 11, 21)
    assert history.sessions(date(2026, 11, 20)) == [late]
    assert history.sessions(date(2026, 11, 21)) == []


def test_a_deleted_session_is_gone_until_it_is_saved_again(
    history: SqliteHistory, connection: sqlite3.Connection
) -> None:
    record = session_record()
    history.save(record)
    history.delete(record.id)
    assert history.sessions() == []
    assert connection.execute("SELECT count(*) FROM block").fetchone() == (0,)
    history.save(record)
    assert history.sessions() == [record]


def test_deleting_what_is_not_there_changes_nothing(history: SqliteHistory) -> None:
    history.save(session_record())
    history.delete("other")
    assert len(history.sessions()) == 1


def test_what_was_said_can_be_changed_and_nothing_else_is(history: SqliteHistory) -> None:
    before, other = session_record(1, pain_before=4, note="tight"), session_record(2, pain_before=9)
    for record in (before, other):
        history.save(record)
    history.edit(
        replace(before, effort=PressEffort.LIGHT, pain_before=None, pain_after=2, note="=1+1", title="else", blocks=())
    )
    assert history.sessions() == [
        other,
        replace(before, effort=PressEffort.LIGHT, pain_before=None, pain_after=2, note="=1+1"),
    ]
    history.edit(before)
    assert history.sessions() == [other, before]


def test_a_session_that_is_gone_can_not_be_changed(history: SqliteHistory) -> None:
    with pytest.raises(HistoryError, match="not in the history any more"):
        history.edit(session_record())
    assert history.sessions() == []


def test_a_full_disk_is_said_and_the_previous_state_stays(
    history: SqliteHistory, connection: sqlite3.Connection
) -> None:
    before = session_record()
    history.save(before)
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(HistoryError) as caught:
        history.save(replace(before, note="x" * 100_000))
    assert caught.value.what == "The session could not be saved: the disk is full."
    assert caught.value.next_step == "Free some space, then save again."
    assert history.sessions() == [before]
    connection.execute("PRAGMA max_page_count = 1000000")
    history.save(replace(before, note="x" * 100_000))
    assert len(history.sessions()[0].note) == 100_000


def test_another_writer_is_waited_for_and_then_named(
    history: SqliteHistory, connection: sqlite3.Connection, tmp_path: Path
) -> None:
    connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(tmp_path / "history.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(HistoryError, match="another program uses the file"):
            history.save(session_record())
    history.save(session_record())


def test_a_row_that_makes_no_sense_is_damage(history: SqliteHistory, connection: sqlite3.Connection) -> None:
    history.save(session_record())
    connection.execute("UPDATE session SET status = 'sideways'")
    with pytest.raises(HistoryError, match="The history could not be read: the file is damaged"):
        history.sessions()


def test_damage_found_later_is_said(history: SqliteHistory, connection: sqlite3.Connection, tmp_path: Path) -> None:
    for number in range(200):
        history.save(session_record(number))
    history.close()
    file = tmp_path / "history.sqlite3"
    content = bytearray(file.read_bytes())
    content[len(content) // 3 :] = b"\xaa" * (len(content) - len(content) // 3)
    file.write_bytes(content)
    with closing(sqlite3.connect(file)) as damaged, pytest.raises(HistoryError, match="the file is damaged"):
        SqliteHistory(damaged, file).sessions()


def test_a_bug_is_no_trouble_of_the_disk(history: SqliteHistory) -> None:
    history.close()
    with pytest.raises(sqlite3.ProgrammingError):
        history.save(session_record())


def test_the_questions_of_every_day_use_an_index(connection: sqlite3.Connection) -> None:
    for question in (
        "SELECT * FROM session ORDER BY started_at DESC LIMIT 50",
        "SELECT day, sum(done_seconds) FROM session WHERE day >= '2026' GROUP BY day, status",
        "SELECT * FROM block WHERE session = 'x' ORDER BY position",
    ):
        plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {question}"))
        assert "USING" in plan
        assert "TEMP B-TREE" not in plan
