"""The self-test in the real window, on a real file: guided, saved, changed, deleted, and never counted as practice."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from fakes import FakeClock
from on_screen import press, settle
from ribdown.core.events import PauseReason
from ribdown.core.settings import MotionChoice, Settings, ThemeChoice
from ribdown.core.thomas_test import Thigh
from ribdown.desktop.audio.output import SilentAudio
from ribdown.desktop.speech.output import NullSpeech, SpeechState
from ribdown.infra.database import open_for_writing
from ribdown.infra.history_store import SqliteHistory
from ribdown.infra.library import load_library
from ribdown.infra.settings_file import SettingsFile
from ribdown.infra.themes import load_theme
from ribdown.infra.thomas_tests import SqliteThomasTests
from ribdown.ui.appearance import Appearance
from ribdown.ui.figures import Figures
from ribdown.ui.main_window import MainWindow
from ribdown.ui.pages.self_test_guide import SelfTestGuide
from ribdown.ui.preferences import Preferences
from ribdown.ui.self_test_desk import SelfTestDesk
from ribdown.ui.services import Services
from ribdown.ui.session_sound import Voices
from ribdown.ui.spoken_words import SpokenWords
from ribdown.ui.widgets.text import Text


class Speaker(NullSpeech):
    """Notes what it is asked to say."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.closed = False

    def start(self) -> None:
        self.state = SpeechState.READY

    def say(self, text: str) -> None:
        self.said.append(text)

    def close(self) -> None:
        self.closed = True


class Awake:
    """Notes what it is asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def hold(self) -> None:
        self.asked.append("hold")

    def release(self) -> None:
        self.asked.append("release")


class Bench:
    """The desk in a window, on a data folder."""

    def __init__(self, qtbot: QtBot, app: QApplication, data: Path, **more: Any) -> None:
        self.clock, self.awake = FakeClock(), Awake()
        self.path = data / "history.sqlite3"
        connection = open_for_writing(self.path, self.clock.local_time().date())
        self.history = SqliteHistory(connection, self.path)
        self.tests = SqliteThomasTests(connection, self.path)
        self.connection = connection
        chosen: dict[str, Any] = {"theme": ThemeChoice.DARK, "motion": MotionChoice.FULL, "safety_read": True}
        settings = Settings(**chosen | more)
        self.speech: list[Speaker] = []
        library = load_library(data)
        services = Services(self.clock, library, self.history, None, self.awake, Figures(), self._voices, data)
        self.appearance = Appearance(app, load_theme, settings)
        self.preferences = Preferences(settings, SettingsFile(data / "settings.toml"))
        self.window = MainWindow(self.appearance.look, settings.window)
        self.desk = SelfTestDesk(self.tests, services, self.appearance, self.preferences, self.window)
        self.problems: list[str] = []
        self.desk.problem.connect(lambda error: self.problems.append(str(error)))
        self.desk.run_began.connect(self.window.show_alone)
        self.desk.run_ended.connect(self._show_page)
        qtbot.addWidget(self.window)
        self.desk.show()
        self._show_page()
        self.window.show()
        self.window.activateWindow()
        settle()

    def _voices(self, settings: Settings) -> Voices:
        self.speech.append(Speaker())
        return Voices(SilentAudio(), self.speech[-1], SpokenWords())

    def _show_page(self) -> None:
        self.window.show_page(self.desk.page, "today")

    @property
    def guide(self) -> SelfTestGuide:
        """The guided test that is shown. Fails where there is none."""
        shown = self.window.shown_page()
        assert isinstance(shown, SelfTestGuide)
        return shown

    def run_through(self, right: str, left: str) -> None:
        """Guided from Start to the result, by keyboard."""
        self.desk.page.take_focus()
        press(Qt.Key.Key_Space)
        for answer in (right, left):
            press(*[Qt.Key.Key_Space] * 4, answer, Qt.Key.Key_Space)
        press(Qt.Key.Key_Space)

    def wait(self, seconds: float) -> None:
        """Time passes in a guided test."""
        assert self.desk.run is not None
        for _ in range(round(seconds * 10)):
            self.clock.advance(0.1)
            self.desk.run.player.tick()

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What the file says, read from outside."""
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(sql).fetchall()

    @property
    def texts(self) -> list[str]:
        return [text.plain for text in self.desk.page.findChildren(Text) if text.isVisible()]


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Any:
    bench = Bench(qtbot, qapp, tmp_path)
    yield bench
    if bench.desk.run is not None:
        bench.desk.run.end()
    bench.history.close()


RESULTS = "SELECT left_thigh, right_thigh, note FROM thomas_test ORDER BY tested_at"


def test_guided_answered_and_saved_by_keyboard_alone(bench: Bench) -> None:
    bench.run_through("2", "1")
    assert bench.window.shows(bench.desk.page)
    assert bench.rows(RESULTS) == []
    press("slept badly", Qt.Key.Key_Tab, Qt.Key.Key_Return)  # the note, then Save
    assert bench.rows(RESULTS) == [("flat", "floats a little", "slept badly")]
    assert "Saved." in bench.texts
    assert "Right floats a little today." in bench.texts
    assert bench.tests.all()[0].tested == bench.clock.local_time()


def test_a_guided_test_is_no_session(bench: Bench) -> None:
    bench.run_through("1", "1")
    press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert len(bench.rows(RESULTS)) == 1
    assert bench.rows("SELECT count(*) FROM session") == [(0,)]
    assert bench.rows("SELECT count(*) FROM block") == [(0,)]


def test_ended_without_an_answer_it_leaves_the_page_as_it_was(bench: Bench) -> None:
    bench.desk.page.form.note.setPlainText("mine")
    bench.desk.start()
    settle()
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Tab, Qt.Key.Key_Return)  # End the test
    assert bench.window.shows(bench.desk.page)
    assert bench.desk.page.form.note.toPlainText() == "mine"
    assert bench.desk.run is None


def test_a_window_that_closes_ends_it_and_loses_no_answer(bench: Bench) -> None:
    assert bench.desk.leave()
    bench.desk.start()
    settle()
    assert bench.desk.leave()
    assert bench.desk.run is None
    bench.desk.start()
    settle()
    press(*[Qt.Key.Key_Space] * 4, "3")
    assert not bench.desk.leave()
    assert bench.window.shows(bench.desk.page)
    assert "Not saved yet." in bench.texts
    assert bench.desk.leave()


def test_only_one_guided_test_runs(bench: Bench) -> None:
    begun: list[QWidget] = []
    bench.desk.run_began.connect(begun.append)
    bench.desk.start()
    bench.desk.start()
    assert begun == [bench.guide]


def test_the_voice_says_side_step_and_end_in_its_own_words(bench: Bench) -> None:
    bench.desk.start()
    settle()
    voice = bench.speech[0]
    bench.wait(8)
    assert voice.said == ["Right leg stays free.", "Take a seat where the bed ends."]
    press(*[Qt.Key.Key_Space] * 4)
    bench.wait(12)
    assert voice.said[-2:] == ["Rests flat, floats a little, or floats clearly?", "Press one, two or three."]
    press("1", Qt.Key.Key_Space)
    bench.wait(12)
    assert voice.said[-4:] == [
        "Switch sides.",
        "Now the left side.",
        "Left leg stays free.",
        "Take a seat where the bed ends.",
    ]
    assert not any("your time" in line.lower() for line in voice.said)


def test_the_voice_says_that_both_sides_are_done(qtbot: QtBot, bench: Bench) -> None:
    bench.desk.start()
    settle()
    bench.wait(1)
    for _ in range(10):
        press("1", Qt.Key.Key_Space)
    voice = bench.speech[0]
    assert not voice.closed
    qtbot.waitUntil(lambda: "That was both sides." in " ".join(voice.said), timeout=10_000)
    press(Qt.Key.Key_Space)
    assert voice.closed


def dock_says(bench: Bench, text: str) -> bool:
    return any(button.text() == text for button in bench.guide.findChildren(QAbstractButton))


def test_sound_is_toggled_as_in_a_session(qtbot: QtBot, bench: Bench) -> None:
    bench.desk.start()
    settle()
    press("m")
    assert bench.preferences.settings.muted
    press(Qt.Key.Key_Up)
    assert (bench.preferences.settings.muted, bench.preferences.settings.volume) == (False, 75)
    assert dock_says(bench, "75 %")
    qtbot.waitUntil(lambda: dock_says(bench, "Sound on"), timeout=5000)


def test_the_screen_stays_awake_only_while_it_runs(bench: Bench) -> None:
    bench.desk.start()
    run = bench.desk.run
    assert run is not None
    run.hide()
    assert bench.awake.asked == ["hold", "release"]
    assert run.player.session.pause_reason is PauseReason.HIDDEN
    press(Qt.Key.Key_Space)
    assert bench.awake.asked == ["hold", "release", "hold"]
    run.stand()
    assert bench.awake.asked[3:] == ["release"]
    press(Qt.Key.Key_Space)
    run.end()
    assert bench.awake.asked[4:] == ["hold", "release"]


def test_another_theme_dresses_a_guided_test(bench: Bench) -> None:
    bench.desk.start()
    bench.appearance.use(bench.preferences.settings._replace(theme=ThemeChoice.LIGHT))
    assert bench.guide._look.theme.id == "light"


def test_a_full_disk_keeps_the_form(bench: Bench) -> None:
    bench.run_through("2", "1")
    press("x" * 20)
    (pages,) = bench.connection.execute("PRAGMA page_count").fetchone()
    bench.connection.execute(f"PRAGMA max_page_count = {pages}")
    bench.desk.page.form.note.setPlainText("x" * 100_000)
    bench.desk.page.form.save()
    settle()
    assert any("could not be saved: the disk is full" in text for text in bench.texts)
    assert bench.rows(RESULTS) == []
    bench.desk.page.form.note.setPlainText("short")
    bench.desk.page.form.save()
    assert bench.rows(RESULTS) == [("flat", "floats a little", "short")]


def save(bench: Bench, note: str = "") -> None:
    bench.desk.page.saved.emit(Thigh.FLAT, Thigh.LOT, note)
    bench.clock.advance(60)
    settle()


def test_a_note_is_changed_in_the_file(bench: Bench) -> None:
    save(bench, "first")
    bench.desk.page.earlier.rows[0].edit.setFocus()
    press(Qt.Key.Key_Return, " and more")
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert bench.rows(RESULTS) == [("flat", "floats a lot", "first and more")]


def test_a_deleted_result_is_gone_and_comes_back_as_it_was(bench: Bench) -> None:
    save(bench, "one")
    save(bench, "two")
    before = bench.rows("SELECT * FROM thomas_test ORDER BY tested_at")
    bench.desk.page.earlier.rows[1].delete.click()
    assert [row[2] for row in bench.rows(RESULTS)] == ["two"]
    bench.desk.page.undo_requested.emit()
    assert bench.rows("SELECT * FROM thomas_test ORDER BY tested_at") == before
    bench.desk.page.undo_requested.emit()  # nothing is left to undo
    assert bench.rows("SELECT * FROM thomas_test ORDER BY tested_at") == before


def test_a_store_that_cannot_be_read_is_said(bench: Bench) -> None:
    bench.connection.execute("DROP TABLE thomas_test")
    bench.desk.show()
    assert len(bench.problems) == 1
    assert "First look" in bench.texts


def test_a_store_that_cannot_be_written_is_said_and_nothing_is_lost(bench: Bench) -> None:
    save(bench, "kept")
    row = bench.desk.page.earlier.rows[0]
    row.edit.click()
    settle()
    press(" longer")
    bench.connection.execute("PRAGMA query_only = ON")
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert len(bench.problems) == 1
    assert row._field.isVisible()
    assert row._field.toPlainText() == "kept longer"
    row.delete.click()
    assert len(bench.problems) == 2
    assert "Result deleted." not in bench.texts
    bench.connection.execute("PRAGMA query_only = OFF")
    row.delete.click()
    assert bench.rows(RESULTS) == []
    bench.connection.execute("PRAGMA query_only = ON")
    bench.desk.page.undo_requested.emit()
    assert len(bench.problems) == 3
    bench.connection.execute("PRAGMA query_only = OFF")
    bench.desk.page.undo_requested.emit()
    assert bench.rows(RESULTS) == [("flat", "floats a lot", "kept")]


def test_a_gentler_person_is_guided_gently(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    bench = Bench(qtbot, qapp, tmp_path, gentler=True)
    bench.desk.start()
    settle()
    press(Qt.Key.Key_Space)
    assert bench.guide.player.moment.cue == "Hug the {other} knee only as far as is easy."
    assert bench.desk.run is not None
    bench.desk.run.end()
    bench.history.close()
