"""Files of the history from its page: out, in with a preview, back out again, and from a backup; real files all."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from history_bench import HistoryBench
from on_screen import cut_off, settle
from records import session_record
from ribdown.infra.backup import Backups
from ribdown.infra.export import export_history
from ribdown.infra.paths import HISTORY
from ribdown.ui.look import Look


@pytest.fixture
def bench(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[HistoryBench]:
    bench = HistoryBench(qtbot, tmp_path / "data", look, [session_record(number) for number in range(1, 5)])
    yield bench
    bench.close()


@pytest.fixture
def other(bench: HistoryBench, qtbot: QtBot, look: Look, tmp_path: Path) -> Path:
    """A file with one session that is new here, one that is otherwise, and two that are the same."""
    file = tmp_path / "other.json"
    there = [session_record(number) for number in (2, 3, 9)] + [session_record(1, note="Otherwise")]
    elsewhere = HistoryBench(qtbot, tmp_path / "elsewhere", look, there)
    export_history(elsewhere.folder / HISTORY, file)
    elsewhere.close()
    return file


def ids(bench: HistoryBench) -> list[str]:
    """What another program reads in the file."""
    with closing(sqlite3.connect(bench.folder / HISTORY)) as connection:
        return [id for (id,) in connection.execute("SELECT id FROM session ORDER BY started_at")]


@pytest.mark.parametrize("suffix", [".json", ".csv"])
def test_the_history_is_written_and_that_is_said(bench: HistoryBench, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"out{suffix}"
    bench.desk.files.export_to(file)
    bench.task()
    assert file.stat().st_size > 500
    assert f"4 sessions written to out{suffix}" in bench.texts()
    assert bench.control("Export").isEnabled()
    bench.click("Close")
    assert not bench.page.task_bar.isVisible()


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of a window that has none
def test_export_asks_for_a_file(bench: HistoryBench, tmp_path: Path) -> None:
    QTest.keyClick(bench.page.sessions.list, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settle()
    (dialog,) = bench.page.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "ribdown-2026-11-02.json"
    dialog.findChildren(QComboBox)[-1].setFocus()
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert Path(dialog.selectedFiles()[0]).name == "ribdown-2026-11-02.csv"
    dialog.fileSelected.emit(str(tmp_path / "chosen.csv"))
    dialog.reject()
    bench.task()
    assert (tmp_path / "chosen.csv").exists()


def test_a_file_that_cannot_be_written_is_said(bench: HistoryBench, tmp_path: Path) -> None:
    bench.desk.files.export_to(tmp_path / "no such folder" / "out.json")
    bench.task()
    assert "could not be written" in bench.problems[0].what
    assert not bench.page.task_bar.isVisible()


def test_an_import_says_first_what_it_changes_then_can_be_undone(bench: HistoryBench, other: Path) -> None:
    before = bench.records()
    bench.desk.files.import_from(other)
    bench.task()
    assert "other.json: 1 new, 1 changed, 2 the same" in bench.texts()
    assert bench.records() == before
    bench.page.task_bar._yes.click()
    bench.task()
    assert "session-9" in bench.rows()
    assert "session-9" in ids(bench)
    assert "Imported: 1 new, 1 changed, 2 the same" in bench.texts()
    bench.control("Undo").click()
    bench.task()
    assert bench.records() == before
    assert "session-9" not in bench.rows()
    assert "The import is undone." in bench.texts()


def test_importing_the_same_again_offers_nothing(bench: HistoryBench, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    export_history(bench.folder / HISTORY, file)
    bench.desk.files.import_from(file)
    bench.task()
    assert "mine.json: 4 the same" in bench.texts()
    assert not bench.page.task_bar._yes.isVisible()


def test_a_foreign_file_is_refused_in_words(bench: HistoryBench, tmp_path: Path) -> None:
    file = tmp_path / "foreign.json"
    file.write_text('{"hello": 1}\n')
    bench.desk.files.import_from(file)
    bench.task()
    assert "foreign.json can't be imported" in bench.problems[0].what
    assert len(ids(bench)) == 4


def test_nothing_can_be_changed_while_a_task_runs(bench: HistoryBench, other: Path, tmp_path: Path) -> None:
    bench.go_to(0)
    bench.press(Qt.Key.Key_Return)
    bench.desk.files.import_from(other)
    assert not bench.control("Delete").isEnabled()
    assert not bench.control("Export").isEnabled()
    QTest.keyClick(bench.page.sessions.list, Qt.Key.Key_Delete)
    bench.desk.files.export_to(tmp_path / "second.json")
    bench.task()
    assert len(bench.records()) == 4
    assert not (tmp_path / "second.json").exists()
    assert bench.control("Delete").isEnabled()


def test_a_task_can_be_cancelled_and_changes_nothing(bench: HistoryBench, tmp_path: Path, qtbot: QtBot) -> None:
    bench.fill(session_record(number) for number in range(100, 3000))
    file = tmp_path / "out.json"
    bench.desk.files.export_to(file)
    bench.control("Cancel").click()
    bench.task()
    assert not file.exists()
    assert bench.problems == []
    assert not bench.page.task_bar.isVisible()


@pytest.mark.parametrize("act", ["restore", "undo"])
def test_going_back_says_how_far_it_is_and_can_be_cancelled(bench: HistoryBench, other: Path, act: str) -> None:
    bench.fill(session_record(number) for number in range(100, 2000))
    Backups(bench.folder / HISTORY).make_weekly(bench.days_ago(8))
    bench.desk.files.import_from(other)
    bench.task()
    bench.page.task_bar._yes.click()
    bench.task()
    before = bench.records()
    bench.control("Backups").click()
    bench.task()
    bench.control("Undo the last import" if act == "undo" else "Restore Sunday 25 October").click()
    if act == "restore":
        bench.page.task_bar._yes.click()
    assert bench.page.task_bar._line.isVisible()
    bench.control("Cancel").click()
    bench.task()
    assert bench.records() == before
    assert bench.problems == []
    assert not bench.page.task_bar.isVisible()
    assert len(Backups(bench.folder / HISTORY).all()) == 1


def test_a_backup_is_listed_and_put_back_and_that_undone(bench: HistoryBench) -> None:
    Backups(bench.folder / HISTORY).make_weekly(bench.days_ago(8))
    bench.past.take_out(bench.records()[0])
    bench.control("Backups").click()
    bench.task()
    assert {"Sunday 25 October", "weekly · sessions: 4"} <= set(bench.texts())
    bench.control("Restore Sunday 25 October").click()
    settle()
    assert "Go back to Sunday 25 October? What is here now is kept as a backup." in bench.texts()
    assert cut_off(bench.page) == []
    assert len(ids(bench)) == 3
    bench.page.task_bar._yes.click()
    bench.task()
    bench.task()
    assert len(ids(bench)) == 4
    assert "session-4" in bench.rows()
    assert "before a restore · sessions: 3" in bench.texts()
    bench.control("Undo").click()
    bench.task()
    bench.task()
    assert len(ids(bench)) == 3
    assert "session-4" not in bench.rows()


def test_a_backup_that_is_damaged_is_listed_as_such(bench: HistoryBench) -> None:
    (bench.folder / f"{HISTORY}.backup-2026-10-20").write_bytes(b"nonsense")
    bench.control("Backups").click()
    bench.task()
    assert {"Tuesday 20 October", "can’t be read"} <= set(bench.texts())
    bench.click("Close")
    assert not bench.page.drawers.isVisible()


def test_the_last_import_can_be_undone_later(bench: HistoryBench, other: Path) -> None:
    bench.desk.files.import_from(other)
    bench.task()
    bench.page.task_bar._yes.click()
    bench.task()
    bench.control("Backups").click()
    bench.task()
    bench.control("Undo the last import").click()
    bench.task()
    bench.task()
    assert "session-9" not in ids(bench)
    assert "The last import" not in bench.texts()
