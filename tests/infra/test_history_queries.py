"""What the charts add up: each question beside the same sum over the records themselves."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plausible_history import plausible_nudges, plausible_sessions
from records import session_record
from ribdown.core.history import HistoryError, SessionRecord
from ribdown.core.programme.practice import FIRST_STEPS, counts
from ribdown.core.session_list import Totals
from ribdown.core.statistics.practice import DayRow
from ribdown.core.statistics.scores import ScoreRow
from ribdown.infra import history_queries
from ribdown.infra.database import open_for_writing
from ribdown.infra.history_queries import HistoryQueries
from ribdown.infra.history_store import SqliteHistory

TODAY = date(2026, 11, 20)
RANGE = (date(2026, 3, 1), date(2026, 10, 31))
SESSIONS = [record for record in plausible_sessions(365, TODAY) if not record.rehearsal]
INSIDE = [record for record in SESSIONS if RANGE[0] <= record.started.date() <= RANGE[1]]
NUDGES = list(plausible_nudges(365, TODAY))


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("filled") / "history.sqlite3"
    with closing(open_for_writing(path, TODAY)) as connection:
        history = SqliteHistory(connection, path)
        for record in plausible_sessions(365, TODAY):
            history.save(record)
        for nudge in NUDGES:
            history.save_nudge(nudge)
        yield connection


@pytest.fixture(scope="module")
def queries(connection: sqlite3.Connection) -> HistoryQueries:
    return HistoryQueries(connection, Path("history.sqlite3"))


def test_the_history_of_these_tests_has_what_they_are_about() -> None:
    assert len(INSIDE) > 100
    assert len(list(plausible_sessions(365, TODAY))) > len(SESSIONS)


@pytest.mark.parametrize("uncounted", [(), ("three-day",), ("three-day", "daily-mini", "none")])
def test_days(queries: HistoryQueries, uncounted: tuple[str, ...]) -> None:
    rows = queries.days(*RANGE, uncounted)
    assert [row.day for row in rows] == sorted({record.started.date() for record in INSIDE})
    for row in rows:
        that_day = [record for record in INSIDE if record.started.date() == row.day]
        assert row.seconds == pytest.approx(sum(record.done_seconds for record in that_day))
        counted = [record for record in that_day if counts(record) and record.routine not in uncounted]
        assert row.counted == len(counted)
        assert row.main == sum(record.routine != FIRST_STEPS for record in counted)


@pytest.mark.parametrize("routine", ["daily-mini", FIRST_STEPS])
@pytest.mark.parametrize("done", [0.0, 29.9, 30.0])
@pytest.mark.parametrize("hurt", [False, True])
def test_a_session_counts_here_where_it_counts_for_the_programme(
    empty: "Empty", routine: str, done: float, hurt: bool
) -> None:
    history, queries, _ = empty
    record = session_record(routine=routine, done_seconds=done, stopped_for_pain=hurt)
    history.save(record)
    [row] = queries.days(date(2026, 1, 1), TODAY)
    assert row.counted == counts(record)
    assert row.main == (counts(record) and routine != FIRST_STEPS)


def test_a_part_of_a_routines_name_is_not_the_routine(empty: "Empty") -> None:
    history, queries, _ = empty
    history.save(session_record(routine="reset", done_seconds=54.69))
    history.save(session_record(2, routine="hourly-reset", done_seconds=0.0))
    [row] = queries.days(date(2026, 1, 1), TODAY, ("hourly-reset", "rese", "resets"))
    assert (row.seconds, row.counted) == (54.69, 1)
    [row] = queries.days(date(2026, 1, 1), TODAY)
    assert row.counted == 1


def test_sides(queries: HistoryQueries) -> None:
    expected: Counter[tuple[str, str]] = Counter()
    for block in (block for record in INSIDE for block in record.blocks):
        if block.side is not None:
            expected[block.exercise, block.side] += block.done_seconds  # type: ignore[assignment]
    assert {(row.exercise, row.side): pytest.approx(row.seconds) for row in queries.sides(*RANGE)} == expected


def test_scores(queries: HistoryQueries) -> None:
    assert queries.scores(*RANGE) == [
        ScoreRow(record.started.date(), record.effort, record.pain_before, record.pain_after)
        for record in INSIDE
        if record.effort is not None
    ]


def test_nudges(queries: HistoryQueries) -> None:
    expected = Counter((one.slot.day, one.outcome) for one in NUDGES if RANGE[0] <= one.slot.day <= RANGE[1])
    assert {(row.day, row.outcome): row.count for row in queries.nudges(*RANGE)} == expected


def test_totals(queries: HistoryQueries) -> None:
    totals = queries.totals()
    assert totals.seconds == pytest.approx(sum(record.done_seconds for record in SESSIONS))
    days = [record.started.date() for record in SESSIONS]
    assert (totals.sessions, totals.first, totals.last) == (len(SESSIONS), min(days), max(days))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[tuple[SqliteHistory, HistoryQueries, sqlite3.Connection]]:
    path = tmp_path / "history.sqlite3"
    with closing(open_for_writing(path, TODAY)) as connection:
        yield SqliteHistory(connection, path), HistoryQueries(connection, path), connection


Empty = tuple[SqliteHistory, HistoryQueries, sqlite3.Connection]


def test_nothing_adds_up_to_nothing(empty: Empty) -> None:
    _, queries, _ = empty
    assert queries.totals() == Totals(0, 0.0, None, None)
    assert (queries.days(*RANGE), queries.sides(*RANGE), queries.scores(*RANGE)) == ([], [], [])


def test_a_change_of_the_clocks_and_a_midnight_move_no_session_to_another_day(empty: Empty) -> None:
    history, queries, _ = empty
    berlin = ZoneInfo("Europe/Berlin")

    def done(*local: int, fold: int = 0) -> SessionRecord:
        started = datetime(*local, tzinfo=berlin, fold=fold)  # type: ignore[arg-type,misc]
        return session_record(id=str((local, fold)), started=started, done_seconds=60.0)

    for record in (
        done(2026, 3, 28, 23, 59),
        done(2026, 3, 29, 1, 59),
        done(2026, 3, 29, 23, 58),  # goes on over midnight
        done(2026, 10, 25, 0, 1),
        done(2026, 10, 25, 2, 30),
        done(2026, 10, 25, 2, 30, fold=1),
        done(2026, 10, 25, 23, 59),
    ):
        history.save(record)
    assert queries.days(date(2026, 3, 29), date(2026, 10, 25)) == [
        DayRow(date(2026, 3, 29), 120.0, 2, 2),
        DayRow(date(2026, 10, 25), 240.0, 4, 4),
    ]


def test_damage_is_said(empty: Empty) -> None:
    history, queries, connection = empty
    history.save(session_record(pain_before=3))
    connection.execute("UPDATE session SET day = '2026-04-31'")
    with pytest.raises(HistoryError, match="the file is damaged"):
        queries.days(*RANGE)
    connection.execute("UPDATE session SET day = '2026-05-01', effort = 'odd'")
    with pytest.raises(HistoryError, match="the file is damaged"):
        queries.scores(*RANGE)


@pytest.mark.parametrize(
    ("question", "index"),
    [
        ("DAYS", "session_for_real"),
        ("SIDES", "session_for_real"),
        ("SCORES", "session_for_real"),
        ("NUDGES", "PRIMARY KEY"),
    ],
)
def test_every_question_about_a_range_uses_an_index(connection: sqlite3.Connection, question: str, index: str) -> None:
    asked = getattr(history_queries, question)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {asked}", ["2026"] * asked.count("?"))]
    assert plan[0].startswith("SEARCH session" if question != "NUDGES" else "SEARCH nudge")
    assert index in plan[0]
    assert not any(step.startswith("SCAN") for step in plan)


def test_daily_totals_need_no_sorting(connection: sqlite3.Connection) -> None:
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {history_queries.DAYS}", ["2026"] * 4)]
    assert len(plan) == 1
