"""Copies of the history, and the way back to one of them."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from shutil import copyfile
from threading import Timer
from typing import Any

import pytest

from records import read_only, session_record
from ribdown.core.history import HistoryError
from ribdown.infra import backup as module
from ribdown.infra.backup import Backup, Backups, Occasion
from ribdown.infra.database import open_for_reading, open_for_writing
from ribdown.infra.history_list import HistoryList
from ribdown.infra.history_queries import HistoryQueries
from ribdown.infra.history_store import SqliteHistory
from ribdown.infra.opening import open_history, open_history_for_reading
from ribdown.infra.progress import Cancelled

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


def _names(folder: Path) -> list[str]:
    """Of the files in it, without what SQLite keeps beside one that was read."""
    return sorted(path.name for path in folder.iterdir() if not path.name.endswith(("-wal", "-shm")))


def _ids(history: Path) -> list[str]:
    with closing(open_history_for_reading(history.parent)) as store:
        return [record.id for record in store.sessions()]


def _weekly(backups: Backups) -> list[date]:
    return [backup.day for backup in backups.all() if backup.occasion is Occasion.WEEKLY]


def test_a_copy_is_made_once_a_week_and_five_are_kept(history: Path, backups: Backups) -> None:
    _save(history, 1)
    made = [day for day in (TODAY + timedelta(days=number) for number in range(50)) if backups.make_weekly(day)]
    assert made == [TODAY + timedelta(days=number) for number in range(0, 50, 7)]
    assert _weekly(backups) == made[:-6:-1]


def test_a_copy_has_everything_and_is_one_file(history: Path, backups: Backups) -> None:
    with closing(open_for_writing(history, TODAY)) as connection:  # and what is still in the log
        SqliteHistory(connection, history).save(session_record())
        backup = backups.make_weekly(TODAY)
    assert backup == Backup(history.with_name("history.sqlite3.backup-2026-11-20"), TODAY, Occasion.WEEKLY)
    assert backups.sessions(backup) == 1
    assert _names(history.parent) == [history.name, backup.path.name]


def test_an_empty_history_pushes_no_backup_out(history: Path, backups: Backups) -> None:
    assert backups.make_weekly(TODAY) is None
    open_for_writing(history, TODAY).close()
    assert backups.make_weekly(TODAY) is None
    assert backups.all() == []


def test_a_backup_from_the_future_does_not_keep_one_from_being_made(history: Path, backups: Backups) -> None:
    _save(history, 1)
    backups.make_weekly(TODAY + timedelta(days=300))
    assert backups.make_weekly(TODAY) is not None


def test_a_damaged_history_gives_no_backup(history: Path, backups: Backups) -> None:
    _save(history, *range(200))
    content = history.read_bytes()
    # The root page of the tables stays, so that the file opens.
    history.write_bytes(content[: len(content) // 2] + b"\xaa" * (len(content) - len(content) // 2))
    with pytest.raises(HistoryError):
        backups.make_weekly(TODAY)
    assert _names(history.parent) == [history.name]


def test_only_copies_are_listed_newest_first(history: Path, backups: Backups) -> None:
    names = [
        "history.sqlite3.backup-2026-11-06",
        "history.sqlite3.version-1-2026-11-20",
        "history.sqlite3.replaced-2026-11-20-2",
        "history.sqlite3.unreadable-2026-11-20",
        "history.sqlite3.backup-2026-11-31",
        "history.sqlite3.backup-2026-11-06.part",
        "other.sqlite3.backup-2026-11-06",
    ]
    for name in names:
        history.with_name(name).touch()
    assert [(backup.path.name, backup.occasion) for backup in backups.all()] == [
        ("history.sqlite3.version-1-2026-11-20", Occasion.UPDATE),
        ("history.sqlite3.replaced-2026-11-20-2", Occasion.RESTORE),
        ("history.sqlite3.backup-2026-11-06", Occasion.WEEKLY),
    ]
    assert Backups(history.parent / "absent" / "history.sqlite3").all() == []


def test_restoring_keeps_what_it_replaces_and_can_be_taken_back(history: Path, backups: Backups) -> None:
    _save(history, 1)
    backup = backups.make_weekly(TODAY)
    assert backup is not None
    _save(history, 2, 3)
    replaced = backups.restore(backup, TODAY)
    assert _ids(history) == ["session-1"]
    assert replaced == Backup(history.with_name("history.sqlite3.replaced-2026-11-20"), TODAY, Occasion.RESTORE)
    assert (backups.sessions(replaced), backups.sessions(backup)) == (3, 1)
    backups.restore(replaced, TODAY)
    assert _ids(history) == ["session-3", "session-2", "session-1"]


def test_a_window_that_is_open_goes_on_with_what_was_restored(history: Path, backups: Backups) -> None:
    store, notice = open_history(history.parent, TODAY)
    with closing(store):
        store.save(session_record(1))
        backup = backups.make_weekly(TODAY)
        assert backup is not None
        store.save(session_record(2))
        backups.restore(backup, TODAY)
        assert [record.id for record in store.sessions()] == ["session-1"]
        store.save(session_record(3))
    assert notice is None
    assert _ids(history) == ["session-3", "session-1"]
    with closing(sqlite3.connect(history)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def _large(history: Path, backups: Backups) -> Backup:
    """A backup of many pages, and a history that is another one since."""
    _save(history, *range(300))
    backup = backups.make_weekly(TODAY)
    assert backup is not None
    with closing(open_for_writing(history, TODAY)) as connection:
        for number in range(250):
            SqliteHistory(connection, history).delete(f"session-{number}")
    return backup


@pytest.mark.parametrize("most", [0.0, 0.3, 0.6, 0.61, 0.9])
def test_a_restore_that_is_cancelled_changes_nothing(history: Path, backups: Backups, most: float) -> None:
    backup = _large(history, backups)
    before, names = _ids(history), _names(history.parent)

    def tell(share: float) -> None:
        if share > most:
            raise Cancelled

    with pytest.raises(Cancelled):
        backups.restore(backup, TODAY, tell)
    assert _ids(history) == before
    assert _names(history.parent) == names
    shares: list[float] = []
    backups.restore(backup, TODAY, shares.append)
    assert shares == sorted(shares)
    assert 0.9 < shares[-1] < 1.0
    assert len(_ids(history)) == 300


def test_once_a_backup_is_put_back_it_is_too_late_to_cancel(history: Path, backups: Backups) -> None:
    backup, before = _large(history, backups), _ids(history)

    def tell(share: float) -> None:
        if share >= 1.0:
            raise Cancelled

    replaced = backups.restore(backup, TODAY, tell)
    assert len(_ids(history)) == 300
    assert backups.sessions(replaced) == len(before)


def test_what_is_saved_while_a_restore_waits_for_its_turn_is_in_the_copy(
    history: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = _large(history, backups)
    writer = sqlite3.connect(history, isolation_level=None, check_same_thread=False)
    put = module._put

    def save() -> None:
        writer.execute("UPDATE session SET note = 'saved meanwhile' WHERE id = 'session-260'")
        writer.execute("COMMIT")
        writer.close()

    def while_somebody_writes(*arguments: Any) -> None:
        monkeypatch.setattr(module, "_put", put)
        arguments[1].execute("PRAGMA busy_timeout = 1")
        writer.execute("BEGIN IMMEDIATE")
        Timer(0.1, save).start()
        put(*arguments)

    monkeypatch.setattr(module, "_put", while_somebody_writes)
    replaced = backups.restore(backup, TODAY)
    with closing(sqlite3.connect(replaced.path)) as copy:
        assert copy.execute("SELECT note FROM session WHERE id = 'session-260'").fetchone() == ("saved meanwhile",)
    assert len(_ids(history)) == 300


KILLED = """
import os, sys
from datetime import date
from pathlib import Path
from ribdown.infra.backup import Backups

def tell(share):
    if share > 0.6:
        os._exit(9)

backups = Backups(Path(sys.argv[1]))
backups.restore(backups.all()[0], date(2026, 11, 20), tell)
"""


def test_a_restore_that_crashes_on_the_way_changes_nothing(history: Path, backups: Backups) -> None:
    backup = _large(history, backups)
    before = _ids(history)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", KILLED, str(history)], env=environment, check=False)
    assert done.returncode == 9
    assert _ids(history) == before
    backups.restore(backup, TODAY)
    assert len(_ids(history)) == 300


def test_a_session_saved_while_a_backup_is_restored_is_in_the_copy_of_what_it_replaced(
    history: Path, backups: Backups
) -> None:
    backup = _large(history, backups)
    with closing(open_for_writing(history, TODAY)) as connection:
        store = SqliteHistory(connection, history)
        saved = iter([900])

        def tell(share: float) -> None:
            if share == 0.6 and (number := next(saved, None)):  # the copy is made
                store.save(session_record(number))

        replaced = backups.restore(backup, TODAY, tell)
    assert backups.sessions(replaced) == 51
    assert [one.occasion for one in backups.all()].count(Occasion.RESTORE) == 1
    assert len(_ids(history)) == 300


def test_the_copy_that_an_update_made_is_brought_up_to_date_and_stays_as_it_is(history: Path, backups: Backups) -> None:
    copyfile(Path(__file__).parent / "released" / "history-1.sqlite3", history)
    _save(history, 7)
    [backup] = backups.all()
    assert backup.occasion is Occasion.UPDATE
    before = backup.path.read_bytes()
    assert backups.sessions(backup) == 2
    backups.restore(backup, TODAY)
    assert _ids(history) == ["session-2", "session-1"]
    assert backup.path.read_bytes() == before
    with closing(open_for_reading(history)) as connection:
        assert HistoryList(connection, history).exercises() == ["couch-stretch"]


@pytest.mark.parametrize("content", [b"", b"garbage" * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_ruined_backup_is_refused_and_nothing_is_changed(history: Path, backups: Backups, content: bytes) -> None:
    _save(history, 1)
    ruined = Backup(history.with_name("history.sqlite3.backup-2026-11-06"), date(2026, 11, 6), Occasion.WEEKLY)
    ruined.path.write_bytes(content)
    for attempt in (lambda: backups.sessions(ruined), lambda: backups.restore(ruined, TODAY)):
        with pytest.raises(HistoryError):
            attempt()
    assert _ids(history) == ["session-1"]
    assert _names(history.parent) == [history.name, ruined.path.name]


def test_a_backup_of_a_newer_version_is_refused_in_words(history: Path, backups: Backups) -> None:
    _save(history, 1)
    backup = backups.make_weekly(TODAY)
    assert backup is not None
    with closing(sqlite3.connect(backup.path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(HistoryError, match="written by a newer Ribdown"):
        backups.restore(backup, TODAY)


def test_it_says_how_many_sessions_it_has_as_the_history_does(history: Path, backups: Backups) -> None:
    _save(history, 1, 2)
    with closing(open_for_writing(history, TODAY)) as connection:
        SqliteHistory(connection, history).save(session_record(3, speed=40.0))
        kept = HistoryQueries(connection, history).totals().sessions
    backup = backups.make(TODAY)
    assert backup is not None
    assert backups.sessions(backup) == kept == 2


def test_a_backup_that_is_gone_is_said(history: Path, backups: Backups) -> None:
    _save(history, 1)
    with pytest.raises(HistoryError, match="can't be read"):
        backups.restore(Backup(history.with_name("gone"), TODAY, Occasion.WEEKLY), TODAY)


def test_a_folder_that_can_not_be_written_is_said(shared_folder: Path) -> None:
    history = shared_folder / "history.sqlite3"
    _save(history, 1)
    with read_only(shared_folder), pytest.raises(HistoryError, match="can't be written"):
        Backups(history).make_weekly(TODAY)
    assert _names(shared_folder) == [history.name]


def test_a_history_that_changes_all_the_time_is_left_as_it_is(
    history: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = _large(history, backups)
    before, names = _ids(history), _names(history.parent)
    monkeypatch.setattr(module, "_is_version", lambda *_: False)
    with pytest.raises(HistoryError, match="others write all the time"):
        backups.restore(backup, TODAY)
    assert (_ids(history), _names(history.parent)) == (before, names)
