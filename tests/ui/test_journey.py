"""From the first start to a saved session and a routine of one's own, with the keyboard alone."""

import sqlite3
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from fakes import FakeClock
from on_screen import press, settle
from ribdown.core.history import PressEffort, Status
from ribdown.core.settings import MotionChoice
from ribdown.desktop.keep_awake import NoKeepAwake
from ribdown.infra.library import load_library
from ribdown.infra.opening import open_history
from ribdown.infra.settings_file import SettingsFile
from ribdown.infra.themes import load_theme
from ribdown.ui.appearance import Appearance
from ribdown.ui.application import Application
from ribdown.ui.figures import Figures
from ribdown.ui.main_window import MainWindow
from ribdown.ui.pages.finish_page import FinishPage
from ribdown.ui.pages.first_start_page import FirstStartPage
from ribdown.ui.pages.player_page import PlayerPage
from ribdown.ui.pages.start_page import StartPage
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.voices import no_voices

pytestmark = pytest.mark.xvfb  # menus take the keyboard

LIMIT = 10_000  # ms
CTRL = Qt.KeyboardModifier.ControlModifier


class Person:
    """Sits in front of a new Ribdown with a keyboard, and reads what is on the screen."""

    def __init__(self, qtbot: QtBot, app: QApplication, data: Path) -> None:
        self._qtbot = qtbot
        self.clock = FakeClock()
        self.store, notice = open_history(data, self.clock.local_time().date())
        file = SettingsFile(data / "settings.toml")
        settings = file.load()[0]._replace(motion=MotionChoice.FULL)
        services = Services(
            self.clock, load_library(data), self.store, notice, NoKeepAwake(), Figures(), no_voices, data
        )
        appearance = Appearance(app, load_theme, settings)
        self.window = MainWindow(appearance.look, settings.window)
        self.application = Application(self.window, services, appearance, Preferences(settings, file))
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow, timeout=LIMIT)
        settle()

    def sees(self, kind: type) -> bool:
        return isinstance(self.window.shown_page(), kind)

    def reads(self, text: str) -> bool:
        return any(text in label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    def is_on(self) -> str:
        """What a screen reader calls the thing that the keyboard is on."""
        focused = QApplication.focusWidget()
        if focused is None:
            return ""
        return focused.accessibleName() or (focused.text() if isinstance(focused, QAbstractButton) else "")

    def tab_to(self, name: str) -> None:
        """Press Tab until the keyboard is on what is called so. Fails where Tab comes round without it."""
        passed = []
        for _ in range(80):
            if self.is_on() == name:
                return
            passed.append(self.is_on())
            press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name}, but to {passed}")

    def choose(self, number: int) -> None:
        """Take an entry of the menu that opened, by its number."""
        self._qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=LIMIT)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        for _ in range(number):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        settle()

    def waits_for_the_end(self) -> None:
        """Do the session: time passes until it is over, and the app's own timer sees it."""
        while self.sees(PlayerPage):
            page = self.window.shown_page()
            assert isinstance(page, PlayerPage)
            now, player = self.clock.advance(2.0), page.player
            self._qtbot.waitUntil(lambda: player.instant == now or not self.sees(PlayerPage), timeout=LIMIT)  # noqa: B023


@pytest.fixture
def person(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    sits = Person(qtbot, qapp, tmp_path)
    yield sits
    sits.window.close()
    sits.store.close()


def test_from_the_first_start_to_a_session_and_a_routine_by_keyboard_alone(person: Person, tmp_path: Path) -> None:
    assert person.sees(FirstStartPage)
    press(Qt.Key.Key_Return)
    assert person.reads("Step 2 of 3")
    person.tab_to("I have read this and will stop if something hurts")
    press(Qt.Key.Key_Space)
    person.tab_to("Go on")
    press(Qt.Key.Key_Return)
    assert person.reads("Step 3 of 3")
    person.tab_to("Hourly nudge")
    press(Qt.Key.Key_Space)
    person.tab_to("Show me today")
    press(Qt.Key.Key_Return)
    assert person.sees(StartPage)

    press(Qt.Key.Key_Space)
    assert person.sees(PlayerPage)
    person.waits_for_the_end()
    assert person.sees(FinishPage)
    person.tab_to("How hard did you press?: Light")
    press("2")
    person.tab_to("Note")
    press("By keys alone.")
    person.tab_to("Save")
    press(Qt.Key.Key_Return)
    assert person.sees(StartPage)
    (record,) = person.store.sessions()
    assert (record.routine, record.status, record.note) == ("daily-mini", Status.COMPLETED, "By keys alone.")
    assert record.effort is PressEffort.ABOUT_A_THIRD
    with sqlite3.connect(tmp_path / "history.sqlite3") as database:
        assert database.execute("SELECT routine, note FROM session").fetchall() == [("daily-mini", "By keys alone.")]
    database.close()

    press("3", modifier=CTRL)
    assert person.is_on() == "New routine"
    press(Qt.Key.Key_Return)
    person.choose(1)
    press("Evening")
    person.tab_to("Add exercise")
    press(Qt.Key.Key_Return)
    person.choose(2)
    press(Qt.Key.Key_Escape)
    assert person.reads("Evening")
    (file,) = (tmp_path / "routines").iterdir()
    made = tomllib.loads(file.read_text(encoding="utf-8"))
    assert (made["title"], len(made["exercises"])) == ("Evening", 2)
    kept = tomllib.loads((tmp_path / "settings.toml").read_text(encoding="utf-8"))
    assert (kept["safety_read"], kept["nudges"]) == (True, False)
