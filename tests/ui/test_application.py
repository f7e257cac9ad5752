"""The window with everything behind it: real files, a real database, and a clock moved by hand."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from fakes import FakeClock
from ribdown.core.history import HistoryError, PressEffort, SessionRecord, Status
from ribdown.core.recorder import Answers
from ribdown.core.settings import MotionChoice, Settings, ThemeChoice
from ribdown.core.start_request import StartRequest
from ribdown.infra.history_store import SqliteHistory
from ribdown.infra.library import load_library
from ribdown.infra.opening import open_history
from ribdown.infra.settings_file import SettingsFile
from ribdown.infra.themes import load_theme
from ribdown.main import Opening
from ribdown.ui.appearance import Appearance
from ribdown.ui.application import Application
from ribdown.ui.figures import Figures
from ribdown.ui.main_window import MainWindow
from ribdown.ui.pages.finish_page import FinishPage
from ribdown.ui.pages.history_page import HistoryPage
from ribdown.ui.pages.player_page import PlayerPage
from ribdown.ui.pages.start_page import StartPage
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.voices import no_voices
from ribdown.ui.widgets.question import Question

P = TypeVar("P")


class Awake:
    """Notes what is asked of the screen."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def hold(self) -> None:
        self.asked.append("hold")

    def release(self) -> None:
        self.asked.append("release")


class Bench:
    """The application on a data folder, driven as a person would."""

    def __init__(self, qtbot: QtBot, app: QApplication, data: Path) -> None:
        self.clock, self.awake, self.data = FakeClock(), Awake(), data
        self.store, self.notice = open_history(data, self.clock.local_time().date())
        settings = Settings(theme=ThemeChoice.DARK, motion=MotionChoice.FULL, safety_read=True)
        services = Services(
            self.clock, load_library(data), self.store, self.notice, self.awake, Figures(), no_voices, data
        )
        appearance = Appearance(app, load_theme, settings)
        self.preferences = Preferences(settings, SettingsFile(data / "settings.toml"))
        self.window = MainWindow(appearance.look, settings.window)
        self.application = Application(self.window, services, appearance, self.preferences)
        qtbot.addWidget(self.window)
        self.window.show()

    def start(self, routine: str = "posture-pulse", **request: object) -> PlayerPage:
        self.application.start(StartRequest(routine, **request))  # type: ignore[arg-type]
        return self.page(PlayerPage)

    def run(self, seconds: float) -> None:
        player = self.page(PlayerPage).player
        for _ in range(round(seconds * 2)):
            self.clock.advance(0.5)
            player.tick()

    def page(self, kind: type[P]) -> P:
        """The page that is shown. Fails where it is of another kind."""
        shown = self.window.shown_page()
        assert isinstance(shown, kind)
        return shown

    def records(self) -> list[SessionRecord]:
        return self.store.sessions()

    def close(self) -> None:
        """Close the window, and once more where it asks about a session first."""
        if not self.window.close():
            self.window.close()

    def banner(self) -> str:
        """What the banner says; empty where it is hidden."""
        return "" if self.window.banner.isHidden() else self.window.banner.accessibleName()


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, qapp, tmp_path)
    yield made
    made.close()
    made.store.close()


def test_a_session_is_run_answered_and_found_in_the_history(bench: Bench, qtbot: QtBot) -> None:
    bench.start()
    bench.run(25)
    bench.page(FinishPage).saved.emit(Answers(PressEffort.LIGHT, 3, 2, "fine"))
    (record,) = bench.records()
    assert (record.status, record.done_seconds, record.planned_seconds) == (Status.COMPLETED, 20, 20)
    assert (record.effort, record.pain_before, record.pain_after, record.note) == (PressEffort.LIGHT, 3, 2, "fine")
    bench.page(StartPage)
    bench.application.show("history")
    page = bench.page(HistoryPage)
    qtbot.waitUntil(lambda: [line.id for line in page.sessions.list.sessions] == [record.id])


def test_a_session_is_in_the_history_from_its_start(bench: Bench) -> None:
    bench.start()
    assert [record.status for record in bench.records()] == [Status.INTERRUPTED]


def test_a_finished_session_is_kept_even_where_nothing_is_answered(bench: Bench) -> None:
    bench.start()
    bench.run(25)
    bench.window.close()
    assert [record.status for record in bench.records()] == [Status.COMPLETED]


def test_with_exit_the_window_closes_by_itself(bench: Bench) -> None:
    bench.start(exit=True)
    bench.run(25)
    assert not bench.window.isVisible()
    assert [record.status for record in bench.records()] == [Status.COMPLETED]


def test_closing_the_window_in_the_middle_keeps_a_part_session(bench: Bench) -> None:
    page = bench.start()
    bench.run(15)
    bench.window.close()
    assert bench.window.isVisible()
    assert not page.player.running
    assert page.findChild(Question).isVisible()  # type: ignore[union-attr]
    page.player.resume()
    bench.window.close()
    assert bench.window.isVisible()
    bench.window.close()
    assert not bench.window.isVisible()
    (record,) = bench.records()
    assert (record.status, record.done_seconds) == (Status.PARTIAL, 15)


def test_what_is_not_kept_can_be_brought_back(bench: Bench) -> None:
    bench.start()
    bench.run(25)
    bench.page(FinishPage).discarded.emit()
    assert bench.records() == []
    assert "not kept" in bench.banner()
    bench.window.banner.undo_asked.emit()
    assert [record.status for record in bench.records()] == [Status.COMPLETED]


def test_a_deleted_session_can_be_brought_back(bench: Bench) -> None:
    bench.start(exit=False)
    bench.run(25)
    bench.page(FinishPage).saved.emit(Answers(note="keep me"))
    bench.application.show("history")
    (record,) = bench.records()
    bench.page(HistoryPage).drawers.delete_asked.emit(record)
    assert bench.records() == []
    bench.page(HistoryPage).undo_bar.undone.emit()
    assert bench.records() == [record]


def test_the_screen_is_kept_awake_only_while_the_session_runs(bench: Bench) -> None:
    page = bench.start()
    page.player.pause()
    page.player.resume()
    bench.run(25)
    assert bench.awake.asked == ["hold", "release", "hold", "release"]


def test_a_machine_that_slept_finds_the_session_stopped(bench: Bench) -> None:
    page = bench.start()
    bench.run(12)
    bench.clock.sleep(3600)
    page.player.tick()
    assert not page.player.running
    bench.window.close()
    assert bench.records()[0].done_seconds == 12


def test_the_theme_changes_while_a_session_runs(bench: Bench) -> None:
    page = bench.start()
    before = page.grab().toImage()
    bench.preferences.change(theme=ThemeChoice.LIGHT)
    assert page.grab().toImage() != before
    assert bench.page(PlayerPage) is page


def test_far_view_is_remembered_for_the_exercise(bench: Bench, tmp_path: Path) -> None:
    bench.start().set_far_view(on=True)
    assert bench.preferences.settings.far_view == ("posture-pulse",)
    settings, notices = SettingsFile(tmp_path / "settings.toml").load()
    assert (settings.far_view, notices) == (("posture-pulse",), [])


def said(page: QWidget) -> str:
    """All texts of a page."""
    return " ".join(label.text() for label in page.findChildren(QLabel))


def fill_disk(store: SqliteHistory) -> None:
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    for number in count():
        try:
            store.save(replace(EARLIER, id=str(number)))
        except HistoryError:
            return


EARLIER = SessionRecord(
    id="",
    routine="posture-pulse",
    title="Posture pulse",
    started=FakeClock().local_time() - timedelta(days=400),
    status=Status.COMPLETED,
    speed=1.0,
    gentler=False,
    planned_seconds=10.0,
    done_seconds=10.0,
    blocks=(),
)


def free_disk(store: SqliteHistory) -> None:
    store._connection.execute("PRAGMA max_page_count = 1000000")


def test_a_full_disk_leaves_the_form_open_and_save_tries_again(bench: Bench) -> None:
    bench.start()
    bench.run(25)
    fill_disk(bench.store)
    answers = Answers(note="long " * 4000)
    bench.page(FinishPage).saved.emit(answers)
    page = bench.page(FinishPage)
    assert "disk is full" in said(page)
    free_disk(bench.store)
    page.saved.emit(answers)
    bench.page(StartPage)
    assert bench.records()[0].note == answers.note


def test_a_full_disk_in_the_middle_is_said_once_and_the_session_goes_on(bench: Bench) -> None:
    fill_disk(bench.store)
    page = bench.start("three-day")
    bench.run(120)
    assert bench.banner().count("disk is full") == 1
    assert page.player.running
    free_disk(bench.store)
    bench.close()
    newest = bench.records()[0]
    assert (newest.status, newest.done_seconds > 80) == (Status.PARTIAL, True)


def broken_history(folder: Path, spoil: Callable[[Path], None]) -> Path:
    store, _ = open_history(folder, FakeClock().local_time().date())
    store.close()
    path = folder / "history.sqlite3"
    spoil(path)
    return path


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:700])


def make_newer(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()


@pytest.mark.parametrize("spoil", [truncate, make_newer])
def test_a_history_that_cannot_be_used_is_set_aside_and_said(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    broken_history(tmp_path, spoil)
    kept = (tmp_path / "history.sqlite3").read_bytes()
    bench = Bench(qtbot, qapp, tmp_path)
    assert isinstance(bench.notice, HistoryError)
    (aside,) = [path for path in tmp_path.iterdir() if path.name.startswith("history.sqlite3.")]
    assert aside.read_bytes() == kept
    bench.start()
    bench.close()
    assert [record.status for record in bench.records()] == [Status.PARTIAL]
    bench.store.close()


def test_space_starts_the_featured_routine(bench: Bench, qtbot: QtBot) -> None:
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Space)
    bench.page(PlayerPage)
    assert bench.records()[0].routine == "daily-mini"


def test_closing_the_finish_page_keeps_what_was_said(bench: Bench) -> None:
    bench.start()
    bench.run(25)
    bench.page(FinishPage)._form.note.setPlainText("stiffer on the left")
    bench.window.close()
    assert bench.records()[0].note == "stiffer on the left"


def test_closing_is_refused_once_where_what_was_said_cannot_be_kept(bench: Bench) -> None:
    bench.start()
    bench.run(25)
    fill_disk(bench.store)
    bench.page(FinishPage)._form.note.setPlainText("long " * 4000)
    bench.window.close()
    assert bench.window.isVisible()
    assert "disk is full" in said(bench.page(FinishPage))
    bench.window.close()
    assert not bench.window.isVisible()


def test_each_offer_to_undo_brings_back_its_own_session(bench: Bench) -> None:
    for note in ("first", "second"):
        bench.start()
        bench.run(25)
        bench.page(FinishPage).saved.emit(Answers(note=note))
    bench.start()
    bench.run(25)
    bench.page(FinishPage).discarded.emit()
    bench.application.show("history")
    second, first = bench.records()
    bench.page(HistoryPage).drawers.delete_asked.emit(first)
    assert bench.banner() == ""
    bench.page(HistoryPage).undo_bar.undone.emit()
    assert bench.records() == [second, first]


def test_undo_that_fails_can_be_tried_again(bench: Bench) -> None:
    bench.start()
    bench.run(25)
    bench.page(FinishPage)._form.note.setPlainText("long " * 4000)
    bench.page(FinishPage).discarded.emit()
    fill_disk(bench.store)
    bench.window.banner.undo_asked.emit()
    assert "disk is full" in bench.banner()
    free_disk(bench.store)
    bench.window.banner.undo_asked.emit()
    assert "long" in bench.records()[0].note


def test_a_history_that_cannot_be_read_is_not_said_to_be_empty(bench: Bench, qtbot: QtBot) -> None:
    bench.start()
    bench.run(25)
    bench.page(FinishPage).saved.emit(Answers())
    bench.application.show("history")
    lines = bench.page(HistoryPage).sessions.list
    qtbot.waitUntil(lambda: len(lines.sessions) == 1)
    bench.store._connection.execute("ALTER TABLE session RENAME TO gone")
    bench.application.show("history")
    qtbot.waitUntil(lambda: "could not be read" in bench.banner())
    assert len(lines.sessions) == 1
    bench.store._connection.execute("ALTER TABLE gone RENAME TO session")


def test_settings_follow_the_system_with_its_own_hints(bench: Bench) -> None:
    bench.preferences.change(motion=MotionChoice.SYSTEM, theme=ThemeChoice.SYSTEM)
    bench.preferences.change(gentler=True)
    bench.page(StartPage)


def test_a_damaged_settings_file_is_said_and_kept_aside(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("volume = ")
    opening = Opening(qapp, tmp_path)
    qtbot.addWidget(opening.window)
    opening.furnish()
    assert "settings.toml: " in opening.window.banner.accessibleName()
    assert "the defaults are used" in opening.window.banner.accessibleName()
    opening._preferences.change(volume=20)
    opening.close()
    assert SettingsFile(tmp_path / "settings.toml").load() == (Settings(volume=20), [])
    assert (tmp_path / "settings.toml.bad").read_text() == "volume = "


def test_what_was_changed_last_is_written_when_the_window_closes(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    opening = Opening(qapp, tmp_path)
    qtbot.addWidget(opening.window)
    for volume in (10, 20, 30):
        opening._preferences.change(volume=volume)
    opening.close()
    assert SettingsFile(tmp_path / "settings.toml").load() == (Settings(volume=30), [])


def test_an_error_of_ours_is_said_in_the_banner(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opening = Opening(qapp, tmp_path)
    qtbot.addWidget(opening.window)
    opening.furnish()
    opening.say_bug(ValueError, ValueError("oops"), None)
    assert "Something went wrong" in opening.window.banner.accessibleName()
    assert "oops" in capsys.readouterr().err
    opening.close()
