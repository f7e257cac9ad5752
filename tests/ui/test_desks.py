"""The pages behind the rail, on real files: what is changed on one is seen on the other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fakes import FakeClock
from on_screen import settle
from ribdown.core.programme.state import ProgrammeState
from ribdown.core.settings import Settings, ThemeChoice
from ribdown.desktop.keep_awake import NoKeepAwake
from ribdown.infra.library import load_library
from ribdown.infra.opening import open_history
from ribdown.infra.settings_file import SettingsFile
from ribdown.infra.themes import load_theme
from ribdown.ui.appearance import Appearance
from ribdown.ui.desks import Desks
from ribdown.ui.exercises_desk import ExercisesDesk
from ribdown.ui.figures import Figures
from ribdown.ui.main_window import MainWindow
from ribdown.ui.pages.exercise_card import ExerciseCard
from ribdown.ui.pages.exercise_page import ExercisePage
from ribdown.ui.pages.own_routines_page import OwnRoutinesPage
from ribdown.ui.past_sessions import PastSessions
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.voices import no_voices
from ribdown.ui.widgets.text import Text


class Bench:
    """The desks in a window, on a data folder. `today` are the exercises of today's routine."""

    def __init__(self, qtbot: QtBot, app: QApplication, data: Path) -> None:
        clock, settings = FakeClock(), Settings(theme=ThemeChoice.DARK, safety_read=True)
        self.store, notice = open_history(data, clock.local_time().date())
        services = Services(clock, load_library(data), self.store, notice, NoKeepAwake(), Figures(), no_voices, data)
        appearance = Appearance(app, load_theme, settings)
        preferences = Preferences(settings, SettingsFile(data / "settings.toml"))
        self.today: set[str] = set()
        self.window = MainWindow(appearance.look, settings.window)
        qtbot.addWidget(self.window)
        self.desks = Desks(
            self.window,
            services,
            appearance,
            preferences,
            PastSessions(self.store),
            ProgrammeState,
            lambda: self.today,
        )
        self.window.show()

    def open(self, name: str) -> QWidget:
        page = self.desks.open(name)
        self.window.show_page(page, name)
        settle()
        return page

    def exercises(self) -> ExercisesDesk:
        page = self.open("exercises")
        assert isinstance(page, ExercisesDesk)
        return page


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, qapp, tmp_path)
    yield made
    made.desks.close()
    made.window.close()
    made.store.close()


def badges(desk: ExercisesDesk) -> set[str]:
    """The exercises that are said to be in today's routine."""
    cards = desk.findChildren(ExerciseCard)
    return {card.exercise.id for card in cards if card.accessibleDescription().startswith("In today’s routine")}


def test_the_exercises_of_todays_routine_are_marked(bench: Bench) -> None:
    for today in ({"bridge", "hip-lift"}, {"couch-stretch"}, set[str]()):
        bench.today = today
        assert badges(bench.exercises()) == today


def test_a_routine_of_ones_own_stands_on_the_page_of_its_exercise(bench: Bench) -> None:
    desk = bench.exercises()
    desk.open_exercise("single-leg-bridge")

    def parts() -> list[str]:
        page = desk.currentWidget()
        assert isinstance(page, ExercisePage)
        texts = [text.plain for text in page.findChildren(Text)]
        return texts[texts.index("Part of") + 1 :][:1] if "Part of" in texts else []

    assert parts() == []
    routines = bench.open("routines").findChildren(OwnRoutinesPage)[0]
    routines.new_asked.emit("single-leg-bridge")
    bench.exercises()
    assert parts() == ["My routine"]
    bench.open("routines")
    routines.asked.emit("delete", "my-routine")
    bench.exercises()
    assert parts() == []
