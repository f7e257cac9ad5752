"""The row of the copies: how many there are, and one more without holding up the window."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from fakes import FakeClock
from records import session_record
from ribdown.infra.backup import Backup, Backups
from ribdown.infra.opening import open_history
from ribdown.infra.paths import HISTORY
from ribdown.ui.backup_check import BackupCheck

TODAY = date(2026, 3, 2)  # of the clock
WHERE = "To restore one: History, Backups."


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A history with one session."""
    store, _ = open_history(tmp_path, TODAY)
    store.save(session_record(1))
    store.close()
    return tmp_path / HISTORY


@pytest.fixture
def check(qtbot: QtBot, history: Path) -> Iterator[BackupCheck]:
    check = BackupCheck(history, FakeClock())
    yield check
    check.close()


def looked(qtbot: QtBot, check: BackupCheck) -> None:
    """Open it, and wait until it says what there is."""
    with qtbot.waitSignal(check.changed):
        check.open()


def test_it_says_how_many_there_are_and_when_the_last_was_made(qtbot: QtBot, check: BackupCheck, history: Path) -> None:
    looked(qtbot, check)
    assert check.text == "None yet. One is made each week."
    Backups(history).make_weekly(date(2026, 2, 9))
    looked(qtbot, check)
    assert check.text == f"1 copy, the last on Mon 9 Feb 2026. {WHERE}"


def test_one_more_is_made_at_once(qtbot: QtBot, check: BackupCheck, history: Path) -> None:
    Backups(history).make_weekly(date(2026, 2, 28))
    looked(qtbot, check)
    said: list[str] = []
    check.changed.connect(lambda: said.append(check.text))
    check.make()
    check.make()  # while the first is under way
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == ["The history is copied.", f"Done. 2 copies, the last on Mon 2 Mar 2026. {WHERE}"]
    assert [backup.day for backup in Backups(history).all()] == [TODAY, date(2026, 2, 28)]


def test_without_a_session_there_is_nothing_to_copy(qtbot: QtBot, tmp_path: Path) -> None:
    check = BackupCheck(tmp_path / HISTORY, FakeClock())
    looked(qtbot, check)
    check.make()
    qtbot.waitUntil(lambda: check.text == "There is no session to copy yet.")
    check.close()


def test_what_went_wrong_is_said(qtbot: QtBot, check: BackupCheck, history: Path) -> None:
    looked(qtbot, check)
    history.write_bytes(b"not a database")
    check.make()
    qtbot.waitUntil(lambda: check.text.startswith("History could not be read."))


def test_a_copy_is_made_to_its_end_where_nobody_waits_for_it(
    qtbot: QtBot, check: BackupCheck, history: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked(qtbot, check)
    goes_on, make = Event(), check._backups.make

    def slow(today: date) -> Backup | None:
        assert goes_on.wait(10)
        return make(today)

    monkeypatch.setattr(check._backups, "make", slow)
    check.make()
    check.close()  # returns while the copy is under way
    check.open()
    goes_on.set()
    qtbot.waitUntil(lambda: check.text.startswith("Done. 1 copy"))
    assert len(Backups(history).all()) == 1


def test_left_and_opened_again_it_looks_anew(qtbot: QtBot, check: BackupCheck, history: Path) -> None:
    looked(qtbot, check)
    check.close()
    check.make()  # nobody sees it
    assert check.text == "None yet. One is made each week."
    Backups(history).make_weekly(date(2026, 2, 9))
    looked(qtbot, check)
    assert check.text.startswith("1 copy")
