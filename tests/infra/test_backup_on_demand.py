"""A copy that the person asks for, among those that are made by themselves."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from records import session_record
from ribdown.core.history import HistoryError
from ribdown.infra.backup import Backups, Occasion
from ribdown.infra.database import open_for_writing
from ribdown.infra.history_store import SqliteHistory

TODAY = date(2026, 11, 20)


@pytest.fixture
def history(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


@pytest.fixture
def backups(history: Path) -> Backups:
    return Backups(history)


def _save(history: Path, *numbers: int) -> None:
    with closing(open_for_writing(history, TODAY)) as connection:
        for number in numbers:
            SqliteHistory(connection, history).save(session_record(number))


def test_a_copy_is_made_whenever_it_is_wanted(history: Path, backups: Backups) -> None:
    _save(history, 1)
    assert backups.make_weekly(TODAY) is not None
    _save(history, 2)
    made = backups.make(TODAY + timedelta(days=1))
    assert made is not None
    assert backups.all()[0] == made
    assert [backups.sessions(backup) for backup in backups.all()] == [2, 1]


def test_asking_again_and_again_on_a_day_does_not_push_out_the_weeks_before(history: Path, backups: Backups) -> None:
    _save(history, 1)
    weeks = [TODAY - timedelta(weeks=number) for number in range(5, 0, -1)]
    for day in weeks:
        assert backups.make_weekly(day)
    for number in range(2, 9):
        _save(history, number)
        assert backups.make(TODAY)
    assert [backup.day for backup in backups.all()] == [TODAY, *weeks[:0:-1]]
    assert backups.sessions(backups.all()[0]) == 8


def test_copies_made_before_an_update_or_a_restore_stay(history: Path, backups: Backups) -> None:
    _save(history, 1)
    first = backups.make(TODAY)
    assert first is not None
    replaced = backups.restore(first, TODAY)
    for number in range(7):
        assert backups.make(TODAY + timedelta(days=number))
    assert replaced in backups.all()
    assert len([backup for backup in backups.all() if backup.occasion is Occasion.WEEKLY]) == 5


def test_an_empty_history_is_not_copied(history: Path, backups: Backups) -> None:
    assert backups.make(TODAY) is None
    _save(history)
    assert backups.make(TODAY) is None
    assert backups.all() == []


def test_a_damaged_history_is_said_and_its_copies_stay(history: Path, backups: Backups) -> None:
    _save(history, 1)
    made = backups.make(TODAY)
    history.write_bytes(b"not a database")
    with pytest.raises(HistoryError, match="History could not be read"):
        backups.make(TODAY)
    assert backups.all() == [made]


def test_what_can_not_be_written_leaves_the_copies_as_they_are(
    history: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    _save(history, 1)
    made = backups.make(TODAY)

    def full(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(HistoryError, match="No space left on device"):
        backups.make(TODAY)
    assert backups.all() == [made]
    with closing(sqlite3.connect(history)) as connection:
        assert connection.execute("SELECT count(*) FROM session").fetchone() == (1,)


def test_a_copy_that_holds_more_stays_beside_one_of_the_same_day(history: Path, backups: Backups) -> None:
    _save(history, 1, 2)
    assert backups.make(TODAY)
    with closing(open_for_writing(history, TODAY)) as connection:
        SqliteHistory(connection, history).delete("session-1")
    assert backups.make(TODAY)
    assert sorted(backups.sessions(backup) for backup in backups.all()) == [1, 2]
