import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from records import session_record
from ribdown.core.history import HistoryError
from ribdown.infra.database import open_for_reading, open_for_writing
from ribdown.infra.history_errors import UnreadableHistoryError
from ribdown.infra.history_store import SqliteHistory
from ribdown.infra.schema import APPLICATION_ID, MIGRATIONS

TODAY = date(2026, 11, 20)
NEXT = (*MIGRATIONS, ("ALTER TABLE session ADD COLUMN mood TEXT", "UPDATE session SET mood = 'calm'"))
COPY = f"history.sqlite3.version-{len(MIGRATIONS)}-2026-11-20"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.sqlite3"


def _pragma(file: Path, name: str) -> object:
    with closing(sqlite3.connect(file)) as connection:
        (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return value


def _with_a_session(file: Path) -> None:
    with closing(open_for_writing(file, TODAY)) as connection:
        SqliteHistory(connection, file).save(session_record())


def test_a_new_file_says_whose_it_is_and_which_version(file: Path) -> None:
    open_for_writing(file, TODAY).close()
    assert _pragma(file, "application_id") == APPLICATION_ID
    assert _pragma(file, "user_version") == len(MIGRATIONS)
    assert _pragma(file, "journal_mode") == "wal"


def test_every_commit_reaches_the_disk_and_blocks_belong_to_a_session(file: Path) -> None:
    with closing(open_for_writing(file, TODAY)) as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_opening_again_changes_nothing(file: Path) -> None:
    _with_a_session(file)
    before = file.read_bytes()
    open_for_writing(file, TODAY).close()
    assert file.read_bytes() == before
    assert [found.name for found in file.parent.iterdir()] == [file.name]


def test_a_migration_keeps_the_rows_and_a_copy_of_the_file(file: Path) -> None:
    _with_a_session(file)
    with closing(open_for_writing(file, TODAY, NEXT)) as connection:
        assert connection.execute("SELECT id, mood FROM session").fetchall() == [("session-1", "calm")]
    assert _pragma(file, "user_version") == len(NEXT)
    copy = file.with_name(COPY)
    assert _pragma(copy, "user_version") == len(MIGRATIONS)
    with closing(open_for_reading(copy)) as connection:
        assert SqliteHistory(connection, copy).sessions() == [session_record()]


def test_a_copy_never_takes_the_place_of_another(file: Path) -> None:
    _with_a_session(file)
    earlier = file.with_name(COPY)
    earlier.write_text("earlier")
    open_for_writing(file, TODAY, NEXT).close()
    assert earlier.read_text() == "earlier"
    assert _pragma(earlier.with_name(f"{earlier.name}-2"), "user_version") == len(MIGRATIONS)


def test_a_migration_that_fails_leaves_the_file_as_it_was(file: Path) -> None:
    _with_a_session(file)
    failing = (*MIGRATIONS, ("ALTER TABLE session ADD COLUMN mood TEXT", "INSERT INTO nowhere VALUES (1)"))
    with pytest.raises(HistoryError) as caught:
        open_for_writing(file, TODAY, failing)
    assert not isinstance(caught.value, UnreadableHistoryError)
    with closing(open_for_reading(file)) as connection:
        assert "mood" not in [column for _, column, *_ in connection.execute("PRAGMA table_info(session)")]


def test_a_newer_file_is_refused_in_words_and_left_alone(file: Path) -> None:
    _with_a_session(file)
    open_for_writing(file, TODAY, NEXT).close()
    before = file.read_bytes()
    with pytest.raises(UnreadableHistoryError, match=r"^History was written by a newer Ribdown"):
        open_for_writing(file, TODAY)
    with pytest.raises(UnreadableHistoryError, match=r"^History was written by a newer Ribdown"):
        open_for_reading(file)
    assert file.read_bytes() == before


def test_reading_an_older_file_asks_for_the_window(file: Path) -> None:
    _with_a_session(file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 0")
    with pytest.raises(UnreadableHistoryError, match="from an older Ribdown"):
        open_for_reading(file)


def test_another_programs_database_is_not_touched(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = file.read_bytes()
    with pytest.raises(UnreadableHistoryError):
        open_for_writing(file, TODAY)
    assert file.read_bytes() == before


def test_a_file_without_our_tables_is_damaged(file: Path) -> None:
    _with_a_session(file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE block")
    with pytest.raises(UnreadableHistoryError):
        open_for_writing(file, TODAY)


@pytest.mark.parametrize(("waits", "patience_ms"), [(False, 200), (True, 5000)])
def test_the_window_does_not_stand_still_while_another_process_writes(
    file: Path, waits: bool, patience_ms: int
) -> None:
    with closing(open_for_writing(file, TODAY, waits=waits)) as connection:
        assert connection.execute("PRAGMA busy_timeout").fetchone() == (patience_ms,)


def test_a_write_while_another_process_writes_is_said_and_works_later(file: Path) -> None:
    with closing(open_for_writing(file, TODAY)) as connection, closing(open_for_writing(file, TODAY)) as other:
        store = SqliteHistory(connection, file)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(HistoryError, match="another program uses the file"):
            store.save(session_record())
        other.execute("ROLLBACK")
        store.save(session_record())
        assert store.sessions() == [session_record()]


def test_a_folder_that_can_not_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(HistoryError, match="can't be written"):
        open_for_writing(tmp_path / "data" / "history.sqlite3", TODAY)


def test_a_folder_with_odd_letters(tmp_path: Path) -> None:
    file = tmp_path / "50% #1 ?mode=rwc é" / "history.sqlite3"
    _with_a_session(file)
    with closing(open_for_reading(file)) as connection:
        assert SqliteHistory(connection, file).sessions() == [session_record()]
