"""Starting from the page of routines, in the whole window: to the session, and back to the routine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fakes import FakeClock
from on_screen import settle
from ribdown.core.settings import Settings, ThemeChoice
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
from ribdown.ui.pages.own_routines_page import OwnRoutinesPage
from ribdown.ui.pages.player_page import PlayerPage
from ribdown.ui.preferences import Preferences
from ribdown.ui.routine_desk import RoutinePages
from ribdown.ui.services import Services
from ribdown.ui.voices import no_voices
from ribdown.ui.widgets.button import Button


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """On the page of routines."""
    clock, settings = FakeClock(), Settings(theme=ThemeChoice.DARK, safety_read=True)
    store, notice = open_history(tmp_path, clock.local_time().date())
    services = Services(clock, load_library(tmp_path), store, notice, NoKeepAwake(), Figures(), no_voices, tmp_path)
    appearance = Appearance(qapp, load_theme, settings)
    window = MainWindow(appearance.look, settings.window)
    application = Application(window, services, appearance, Preferences(settings, SettingsFile(tmp_path / "s.toml")))
    qtbot.addWidget(window)
    window.show()
    application.show("routines")
    settle()
    yield window
    window.close()
    store.close()


def start_of(window: MainWindow, routine: str) -> Button:
    page = window.findChildren(OwnRoutinesPage)[0]
    return next(row for row in page.bundled.rows if row.routine_id == routine).buttons["start"]


def test_the_end_of_a_session_leads_back_to_its_routine(window: MainWindow) -> None:
    start_of(window, "three-day").click()
    settle()
    player = window.shown_page()
    assert isinstance(player, PlayerPage)
    player.player.end()
    settle()
    finish = window.shown_page()
    assert isinstance(finish, FinishPage)
    finish.discarded.emit()
    settle()
    assert isinstance(window.shown_page(), RoutinePages)
    assert start_of(window, "three-day").hasFocus()
