"""The frames of sessions follow the power, where the person wants it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fakes import FakeClock
from on_screen import settle
from ribdown.core.settings import MotionChoice, Settings
from ribdown.core.start_request import StartRequest
from ribdown.desktop.keep_awake import NoKeepAwake
from ribdown.infra.library import load_library
from ribdown.infra.opening import open_history
from ribdown.infra.settings_file import SettingsFile
from ribdown.infra.themes import load_theme
from ribdown.ui import frame_pace as module
from ribdown.ui.appearance import Appearance
from ribdown.ui.application import Application
from ribdown.ui.figures import Figures
from ribdown.ui.frame_pace import BATTERY_MS
from ribdown.ui.main_window import MainWindow
from ribdown.ui.pages.player_page import PlayerPage
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.session_player import FRAME_MS
from ribdown.ui.voices import no_voices


class Battery:
    """A computer that is not plugged in."""

    def __init__(self) -> None:
        self.asked = 0

    def on_battery(self) -> bool:
        self.asked += 1
        return True


@pytest.fixture
def battery(monkeypatch: pytest.MonkeyPatch) -> Battery:
    monkeypatch.setattr(module, "_FIRST_MS", 0)
    return Battery()


@pytest.fixture
def started(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, battery: Battery, request: pytest.FixtureRequest
) -> Iterator[PlayerPage]:
    """A session, with the setting as the test has it."""
    clock = FakeClock()
    store, notice = open_history(tmp_path, clock.local_time().date())
    settings = Settings(safety_read=True, motion=MotionChoice.FULL, battery=request.param)
    library, figures = load_library(tmp_path), Figures()
    services = Services(clock, library, store, notice, NoKeepAwake(), figures, no_voices, tmp_path, battery)
    appearance = Appearance(qapp, load_theme, settings)
    window = MainWindow(appearance.look, settings.window)
    application = Application(window, services, appearance, Preferences(settings, SettingsFile(tmp_path / "s.toml")))
    qtbot.addWidget(window)
    window.show()
    application.start(StartRequest("posture-pulse"))
    page = window.shown_page()
    assert isinstance(page, PlayerPage)
    yield page
    page.player.end()
    window.close()
    store.close()


@pytest.mark.parametrize("started", [True], indirect=True)
def test_a_session_on_battery_shows_fewer_frames(qtbot: QtBot, started: PlayerPage, battery: Battery) -> None:
    started.player.show_frames(wanted=True)
    qtbot.waitUntil(lambda: started.player._timer.interval() == BATTERY_MS)
    assert battery.asked == 1


@pytest.mark.parametrize("started", [False], indirect=True)
def test_where_the_person_does_not_want_it_nobody_asks(started: PlayerPage, battery: Battery) -> None:
    started.player.show_frames(wanted=True)
    for _ in range(20):
        settle()
    assert (started.player._timer.interval(), battery.asked) == (FRAME_MS, 0)
