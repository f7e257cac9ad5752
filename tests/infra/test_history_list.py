"""The list of sessions: what it leaves out, how it goes on, and that it never reads more than it has to."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plausible_history import plausible_sessions
from records import block_record, session_record
from ribdown.core.history import HistoryError, SessionRecord, Status
from ribdown.core.session_list import ListedSession, SessionFilter
from ribdown.infra.database import open_for_reading, open_for_writing
from ribdown.infra.history_list import HistoryList
from ribdown.infra.history_store import SqliteHistory

TODAY = date(2026, 11, 20)
EVERY = SessionFilter(rehearsals=True)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_for_writing(tmp_path / "history.sqlite3", TODAY)) as connection:
        yield connection


@pytest.fixture
def history(connection: sqlite3.Connection, tmp_path: Path) -> SqliteHistory:
    return SqliteHistory(connection, tmp_path / "history.sqlite3")


@pytest.fixture
def sessions(connection: sqlite3.Connection, tmp_path: Path) -> HistoryList:
    return HistoryList(connection, tmp_path / "history.sqlite3")


def _ids(lines: list[ListedSession]) -> list[str]:
    return [line.id for line in lines]


def _all_pages(sessions: HistoryList, chosen: SessionFilter, size: int) -> list[ListedSession]:
    found: list[ListedSession] = []
    while page := sessions.page(chosen, found[-1] if found else None, size):
        assert len(page) <= size
        found += page
    return found


def test_a_line_says_what_the_record_says(history: SqliteHistory, sessions: HistoryList) -> None:
    record = session_record(started=datetime(2026, 11, 20, 23, 30, 1, 250_000, timezone(timedelta(hours=-8))), note="x")
    history.save(record)
    [line] = sessions.page(SessionFilter())
    for name in ListedSession.__slots__:
        assert getattr(line, name) == getattr(record, name)
    assert line.started.utcoffset() == record.started.utcoffset()


def test_rehearsals_are_there_where_they_are_asked_for(history: SqliteHistory, sessions: HistoryList) -> None:
    history.save(session_record(1))
    history.save(session_record(2, speed=8.0))
    assert _ids(sessions.page(SessionFilter())) == ["session-1"]
    assert _ids(sessions.page(EVERY)) == ["session-2", "session-1"]
    assert (sessions.count(SessionFilter()), sessions.count(EVERY)) == (1, 2)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (SessionFilter(), "edcba"),
        (SessionFilter(routine="three-day"), "b"),
        (SessionFilter(exercise="bridge"), "c"),
        (SessionFilter(exercise="bri"), ""),
        (SessionFilter(status=Status.PARTIAL), "d"),
        (SessionFilter(first=date(2026, 11, 3)), "edc"),
        (SessionFilter(first=date(2026, 11, 2), last=date(2026, 11, 3)), "cb"),
        (SessionFilter(first=date.min, last=date.max), "edcba"),
        (SessionFilter(text="HÜFTE"), "e"),
        (SessionFilter(text="50 % Ü"), ""),
        (SessionFilter(text="  hüfte "), "e"),
        (SessionFilter(text="mini"), "edca"),
        (SessionFilter(text="50 %"), "d"),
        (SessionFilter(text="50 _"), ""),
        (SessionFilter(text="^%"), ""),
        (SessionFilter(text="of^it_"), "d"),
        (SessionFilter(text="'; DROP TABLE session"), ""),
        (SessionFilter(text="mini", status=Status.COMPLETED, last=date(2026, 11, 4)), "ca"),
    ],
)
def test_a_filter_lets_through_what_fits_all_of_it(
    history: SqliteHistory, sessions: HistoryList, chosen: SessionFilter, expected: str
) -> None:
    kept: dict[str, dict[str, Any]] = {
        "a": {},
        "b": {"routine": "three-day", "title": "Three days"},
        "c": {"blocks": (block_record(exercise="bridge"), block_record(exercise="couch-stretch"))},
        "d": {"status": Status.PARTIAL, "note": "50 % of it, of^it_"},
        "e": {"note": "Linke Hüfte"},
    }
    for number, (id, more) in enumerate(kept.items(), 1):
        history.save(session_record(id=id, started=datetime(2026, 11, number, 8, tzinfo=UTC), **more))
    assert "".join(_ids(sessions.page(chosen))) == expected
    assert sessions.count(chosen) == len(expected)


def test_the_range_is_of_days_as_they_were_lived(history: SqliteHistory, sessions: HistoryList) -> None:
    late = datetime(2026, 11, 20, 23, 59, tzinfo=timezone(timedelta(hours=-8)))
    history.save(session_record(started=late))
    assert late.astimezone(UTC).date() == date(2026, 11, 21)
    assert sessions.count(SessionFilter(first=date(2026, 11, 20), last=date(2026, 11, 20))) == 1
    assert sessions.count(SessionFilter(first=date(2026, 11, 21))) == 0
    history.save(session_record(2, started=datetime(2026, 1, 1, 0, 1, tzinfo=timezone(timedelta(hours=14)))))
    new_year = SessionFilter(first=date(2026, 1, 1), last=date(2026, 1, 1))
    assert _ids(sessions.page(new_year)) == ["session-2"]


@pytest.mark.parametrize("size", [1, 7, 50, 1000])
def test_pages_are_the_whole_in_order_and_nothing_twice(
    history: SqliteHistory, sessions: HistoryList, size: int
) -> None:
    records = list(plausible_sessions(60, TODAY, per_day=2))
    # Two that begin at the same moment are told apart by their ids.
    records += [session_record(id=f"twin-{number}", started=records[30].started) for number in range(9)]
    for record in records:
        history.save(record)
    newest_first = sorted(records, key=lambda record: (record.started, record.id), reverse=True)
    assert _ids(_all_pages(sessions, EVERY, size)) == [record.id for record in newest_first]


def test_a_session_that_comes_or_goes_between_two_pages_moves_no_other(
    history: SqliteHistory, sessions: HistoryList
) -> None:
    for number in range(10):
        history.save(session_record(number))
    page = sessions.page(SessionFilter(), size=3)
    history.save(session_record(99))
    history.delete(page[-1].id)
    assert _ids(sessions.page(SessionFilter(), page[-1], 3)) == ["session-6", "session-5", "session-4"]


def test_one_session_comes_with_its_blocks(history: SqliteHistory, sessions: HistoryList) -> None:
    record = session_record(blocks=(block_record(), block_record(round=2)))
    history.save(record)
    assert sessions.session(record.id) == record
    assert sessions.session("other") is None


def test_what_can_be_chosen_is_what_there_is(history: SqliteHistory, sessions: HistoryList) -> None:
    assert (sessions.routines(), sessions.exercises()) == ([], [])
    history.save(session_record(1, title="A title"))
    history.save(session_record(2, blocks=(block_record(exercise="bridge"),)))
    history.save(session_record(3, routine="a", title="once", blocks=()))
    assert sessions.routines() == [("daily-mini", "Daily mini"), ("a", "once")]
    assert sessions.exercises() == ["bridge", "couch-stretch"]


def test_damage_is_said(history: SqliteHistory, sessions: HistoryList, connection: sqlite3.Connection) -> None:
    history.save(session_record())
    connection.execute("UPDATE session SET status = 'sideways'")
    with pytest.raises(HistoryError, match="the file is damaged"):
        sessions.page(SessionFilter())


def test_another_thread_asks_on_a_connection_of_its_own(history: SqliteHistory, tmp_path: Path) -> None:
    history.save(session_record())
    found: list[ListedSession] = []

    def ask() -> None:
        path = tmp_path / "history.sqlite3"
        with closing(open_for_reading(path)) as connection:
            found.extend(HistoryList(connection, path).page(SessionFilter(text="daily")))

    thread = Thread(target=ask)
    thread.start()
    thread.join()
    assert _ids(found) == ["session-1"]


SOME = sorted(plausible_sessions(120, TODAY, per_day=1), key=lambda record: record.started)
FILTERS = st.builds(
    SessionFilter,
    routine=st.none() | st.sampled_from(["daily-mini", "three-day", "none"]),
    exercise=st.none() | st.sampled_from(["bridge", "couch-stretch", "none"]),
    status=st.none() | st.sampled_from(Status),
    first=st.none() | st.dates(TODAY - timedelta(days=130), TODAY),
    last=st.none() | st.dates(TODAY - timedelta(days=130), TODAY),
    text=st.sampled_from(["", "HIP", "day", "müde", "\n", "knie", "%", "_", "🙂", "GESTERN – H"]),
    rehearsals=st.booleans(),
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HistoryList]:
    path = tmp_path_factory.mktemp("filled") / "history.sqlite3"
    with closing(open_for_writing(path, TODAY)) as connection:
        history = SqliteHistory(connection, path)
        for record in SOME:
            history.save(record)
        yield HistoryList(connection, path)


@given(FILTERS)
def test_the_same_as_asking_every_session(filled: HistoryList, chosen: SessionFilter) -> None:
    expected = [record.id for record in reversed(SOME) if _fits(record, chosen)]
    assert _ids(_all_pages(filled, chosen, 20)) == expected
    assert filled.count(chosen) == len(expected)
    page, count = filled.first_page(chosen, 20)
    assert (_ids(page), count) == (expected[:20], len(expected))


def _fits(record: SessionRecord, chosen: SessionFilter) -> bool:
    text = chosen.text.strip().lower()
    return (
        chosen.routine in (None, record.routine)
        and (chosen.exercise is None or any(block.exercise == chosen.exercise for block in record.blocks))
        and chosen.status in (None, record.status)
        and (chosen.first is None or record.started.date() >= chosen.first)
        and (chosen.last is None or record.started.date() <= chosen.last)
        and (text in record.title.lower() or text in record.note.lower())
        and (chosen.rehearsals or not record.rehearsal)
    )


@pytest.mark.parametrize(
    "chosen",
    [
        EVERY,
        SessionFilter(),
        SessionFilter(exercise="bridge", text="x"),
        SessionFilter(status=Status.PARTIAL, first=date(2026, 1, 1)),
    ],
)
def test_a_page_follows_an_index_and_reads_no_block(
    sessions: HistoryList, connection: sqlite3.Connection, chosen: SessionFilter
) -> None:
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    sessions.page(chosen)
    sessions.page(chosen, ListedSession("x", "", "", datetime(2026, 11, 1, tzinfo=UTC), *[None] * 10))  # type: ignore[arg-type]
    connection.set_trace_callback(None)
    assert len(asked) == 2
    for question in asked:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {question}")]
        assert len(plan) == 1
        assert "session USING INDEX session_newest" in plan[0]
    assert plan[0].startswith("SEARCH")


def test_one_session_is_found_by_its_key(sessions: HistoryList, connection: sqlite3.Connection) -> None:
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    sessions.session("x")
    connection.set_trace_callback(None)
    [question] = asked
    plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {question}"))
    assert plan.startswith("SEARCH")
