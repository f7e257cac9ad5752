import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from ribdown.core.history import HistoryError
from ribdown.core.thomas_test import Thigh, ThomasTest
from ribdown.infra.database import open_for_writing
from ribdown.infra.thomas_tests import SqliteThomasTests

EVENING = datetime(2026, 11, 20, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
TEST = ThomasTest("one", EVENING, Thigh.LITTLE, None, "after a run")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_for_writing(tmp_path / "history.sqlite3", date(2026, 11, 20))) as connection:
        yield connection


@pytest.fixture
def tests(connection: sqlite3.Connection, tmp_path: Path) -> SqliteThomasTests:
    return SqliteThomasTests(connection, tmp_path / "history.sqlite3")


def test_a_result_comes_back_as_it_was(tests: SqliteThomasTests) -> None:
    tests.save(TEST)
    [read] = tests.all()
    assert read == TEST
    assert read.tested.utcoffset() == EVENING.utcoffset()


def test_saving_again_replaces_it(tests: SqliteThomasTests) -> None:
    tests.save(TEST)
    later = replace(TEST, right=Thigh.LOT)
    tests.save(later)
    assert tests.all() == [later]


def test_the_oldest_comes_first_whatever_its_offset(tests: SqliteThomasTests) -> None:
    later = ThomasTest("a", datetime(2026, 11, 21, 8, tzinfo=UTC), Thigh.FLAT, Thigh.FLAT)
    for test in (later, TEST):
        tests.save(test)
    assert tests.all() == [TEST, later]


def test_a_deleted_result_is_gone_until_it_is_saved_again(tests: SqliteThomasTests) -> None:
    tests.save(TEST)
    tests.delete(TEST.id)
    assert tests.all() == []
    tests.save(TEST)
    assert tests.all() == [TEST]


def test_a_time_without_an_offset_is_a_bug_and_is_not_kept(tests: SqliteThomasTests) -> None:
    with pytest.raises(ValueError, match="offset"):
        tests.save(replace(TEST, tested=datetime(2026, 11, 20, 8)))  # noqa: DTZ001
    assert tests.all() == []


def test_a_row_that_makes_no_sense_is_damage(tests: SqliteThomasTests, connection: sqlite3.Connection) -> None:
    tests.save(TEST)
    connection.execute("UPDATE thomas_test SET left_thigh = 'sideways'")
    with pytest.raises(HistoryError, match="the file is damaged"):
        tests.all()


def test_a_full_disk_is_said(tests: SqliteThomasTests, connection: sqlite3.Connection) -> None:
    tests.save(TEST)
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(HistoryError, match="could not be saved: the disk is full"):
        tests.save(replace(TEST, note="x" * 100_000))
    assert tests.all() == [TEST]
