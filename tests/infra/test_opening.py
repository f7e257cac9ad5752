"""The history opens whatever has become of its file, nothing is ever deleted, and the person is told."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from records import as_nobody, read_only, session_record
from ribdown.core.history import HistoryError
from ribdown.infra.opening import open_history, open_history_for_reading

TODAY = date(2026, 11, 20)
ASIDE = "history.sqlite3.unreadable-2026-11-20"


def _filled(folder: Path, sessions: int = 100) -> Path:
    history, notice = open_history(folder, TODAY)
    assert notice is None
    with closing(history):
        for number in range(sessions):
            history.save(session_record(number))
    return folder / "history.sqlite3"


def _truncated(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def _emptied(file: Path) -> None:
    file.write_bytes(b"")


def _garbage(file: Path) -> None:
    file.write_bytes(random.Random(1).randbytes(20_000))


def _newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")


def _another_programs(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")


RUINS = pytest.mark.parametrize("ruin", [_truncated, _emptied, _garbage, _newer, _another_programs])


def test_a_history_that_is_well_opens_without_a_word(tmp_path: Path) -> None:
    _filled(tmp_path)
    history, notice = open_history(tmp_path, TODAY)
    with closing(history):
        assert len(history.sessions()) == 100
    assert notice is None


@RUINS
def test_a_ruined_file_is_set_aside_whole_and_a_fresh_one_works(tmp_path: Path, ruin: Callable[[Path], None]) -> None:
    file = _filled(tmp_path)
    ruin(file)
    ruined = file.read_bytes()
    history, notice = open_history(tmp_path, TODAY)
    with closing(history):
        assert history.sessions() == []
        history.save(session_record())
    assert (tmp_path / ASIDE).read_bytes() == ruined
    assert notice is not None
    assert notice.what.endswith("The file was set aside, nothing was deleted. New sessions go to a fresh file.")
    assert notice.next_step == f"The old one is {ASIDE}."
    assert notice.what.startswith(
        "History was written by a newer Ribdown." if ruin is _newer else "History could not be read."
    )
    again, notice = open_history(tmp_path, TODAY)
    with closing(again):
        assert (again.sessions(), notice) == ([session_record()], None)


def test_the_second_ruin_of_a_day_keeps_the_first(tmp_path: Path) -> None:
    for _ in range(2):
        _garbage(_filled(tmp_path, 1))
        open_history(tmp_path, TODAY)[0].close()
    assert {ASIDE, f"{ASIDE}-2"} <= {file.name for file in tmp_path.iterdir()}


def test_the_log_of_a_ruined_file_goes_with_it(tmp_path: Path) -> None:
    file = _filled(tmp_path, 1)
    _garbage(file)
    log = b"left by a crash"
    file.with_name(f"{file.name}-wal").write_bytes(log)
    history, _ = open_history(tmp_path, TODAY)
    with closing(history):
        assert history.sessions() == []
    assert (tmp_path / f"{ASIDE}-wal").read_bytes() == log


@RUINS
def test_reading_says_what_is_wrong_and_alters_nothing(tmp_path: Path, ruin: Callable[[Path], None]) -> None:
    file = _filled(tmp_path)
    ruin(file)
    before = file.read_bytes()
    with pytest.raises(HistoryError) as caught:
        open_history_for_reading(tmp_path)
    assert caught.value.next_step
    assert file.read_bytes() == before


def test_reading_without_a_file_finds_no_sessions_and_makes_none(tmp_path: Path) -> None:
    with closing(open_history_for_reading(tmp_path / "absent")) as history:
        assert history.sessions() == []
    assert list(tmp_path.iterdir()) == []


def test_reading_beside_the_window_sees_what_is_saved_and_can_not_save(tmp_path: Path) -> None:
    window, _ = open_history(tmp_path, TODAY)
    with closing(window), closing(open_history_for_reading(tmp_path)) as reader:
        window.save(session_record())
        assert reader.sessions() == [session_record()]
        with pytest.raises(HistoryError, match="can't be written"):
            reader.save(session_record(2))


def test_a_read_only_folder_still_lists_its_sessions(shared_folder: Path) -> None:
    _filled(shared_folder, 3)
    with read_only(shared_folder):
        history, notice = open_history(shared_folder, TODAY)
        with closing(history):
            assert len(history.sessions()) == 3
            with pytest.raises(HistoryError, match=r"^The session could not be saved: .* can't be written") as caught:
                history.save(session_record(9))
            with pytest.raises(HistoryError):
                history.delete("session-1")
        with closing(open_history_for_reading(shared_folder)) as reader:
            assert len(reader.sessions()) == 3
    assert caught.value.next_step
    assert notice is not None
    assert str(shared_folder) in notice.what


def test_a_read_only_file_is_found_out_before_the_first_session(shared_folder: Path) -> None:
    _filled(shared_folder, 3).chmod(0o444)
    shared_folder.chmod(0o777)
    with as_nobody():
        history, notice = open_history(shared_folder, TODAY)
        with closing(history):
            assert len(history.sessions()) == 3
    assert notice is not None


def test_a_folder_that_can_not_be_made_leaves_an_empty_history(shared_folder: Path) -> None:
    with read_only(shared_folder):
        history, notice = open_history(shared_folder / "data", TODAY)
        with closing(history):
            assert history.sessions() == []
            with pytest.raises(HistoryError, match="The session could not be saved"):
                history.save(session_record())
    assert notice is not None


def test_a_ruined_file_that_can_not_be_set_aside_stays(shared_folder: Path) -> None:
    file = _filled(shared_folder, 1)
    _garbage(file)
    ruined = file.read_bytes()
    with read_only(shared_folder):
        history, notice = open_history(shared_folder, TODAY)
        with closing(history), pytest.raises(HistoryError):
            history.save(session_record())
    assert file.read_bytes() == ruined
    assert notice is not None
    assert "could not be set aside" in notice.what


def test_a_folder_that_can_not_be_entered_is_said(shared_folder: Path) -> None:
    inner = shared_folder / "inner"
    inner.mkdir()
    _filled(inner, 1)
    inner.chmod(0o000)
    with read_only(shared_folder), pytest.raises(HistoryError, match="can't be read"):
        open_history_for_reading(inner)
    inner.chmod(0o755)
