"""The rows of the settings that say what this computer has: languages and copies of the history."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fakes import FakeClock
from on_screen import cut_off, settle
from records import session_record
from ribdown.core.settings import ContrastChoice, Settings, ThemeChoice
from ribdown.desktop.keep_awake import NoKeepAwake
from ribdown.infra.backup import Backups
from ribdown.infra.library import load_library
from ribdown.infra.opening import open_history
from ribdown.infra.paths import HISTORY
from ribdown.infra.settings_file import SettingsFile
from ribdown.infra.themes import load_theme
from ribdown.ui.appearance import Appearance
from ribdown.ui.application import Application
from ribdown.ui.figures import Figures
from ribdown.ui.main_window import MINIMUM, MainWindow
from ribdown.ui.pages.settings_page import SettingsPage
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.voices import no_voices
from setting_values import shown_value


class Bench:
    """The settings page of the real window, on a history with one session."""

    def __init__(self, qtbot: QtBot, app: QApplication, data: Path, **more: Any) -> None:
        clock = FakeClock()
        self.data = data
        self.store, notice = open_history(data, clock.local_time().date())
        self.store.save(session_record(1))
        settings = Settings(theme=ThemeChoice.DARK, safety_read=True, voice=False, **more)
        services = Services(clock, load_library(data), self.store, notice, NoKeepAwake(), Figures(), no_voices, data)
        self.appearance = Appearance(app, load_theme, settings)
        self.preferences = Preferences(settings, SettingsFile(data / "settings.toml"))
        self.window = MainWindow(self.appearance.look, settings.window)
        self.application = Application(self.window, services, self.appearance, self.preferences)
        qtbot.addWidget(self.window)
        self.window.show()
        self.application.show("settings")
        settle()
        shown = self.window.shown_page()
        assert isinstance(shown, SettingsPage)
        self.page = shown

    def said(self, name: str) -> str:
        """What stands below the title of a row."""
        return self.page._rows[name]._explanation.plain

    def kept(self, name: str) -> object:
        """A setting as its file has it."""
        return tomllib.loads((self.data / "settings.toml").read_text("utf-8"))[name]


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Bench]:
    made = Bench(qtbot, qapp, tmp_path, **getattr(request, "param", {}))
    yield made
    made.window.close()
    made.store.close()


def test_a_language_is_chosen_by_its_name_and_kept_by_its_tag(bench: Bench) -> None:
    assert (shown_value(bench.page, "language"), bench.said("language")) == ("The desktop’s own", "From the next start")
    bench.page.changed.emit("language", "English")
    assert (bench.kept("language"), shown_value(bench.page, "language")) == ("en", "English")
    bench.page.changed.emit("language", "")
    assert bench.kept("language") == ""


@pytest.mark.parametrize("bench", [{"language": "tlh"}], indirect=True)
def test_a_language_that_is_not_there_is_named(bench: Bench) -> None:
    assert shown_value(bench.page, "language") == "tlh"
    assert bench.said("language") == "Ribdown has no words in “tlh”, so they are English."


def test_the_copies_are_counted_and_one_more_is_made(qtbot: QtBot, bench: Bench) -> None:
    qtbot.waitUntil(lambda: bench.said("backups") == "None yet. One is made each week.")
    bench.page.asked.emit("backups")
    qtbot.waitUntil(lambda: bench.said("backups").startswith("Done. 1 copy, the last on Mon 2 Mar 2026."))
    assert len(Backups(bench.data / HISTORY).all()) == 1


def test_contrast_is_used_at_once_on_every_page(bench: Bench) -> None:
    for name in ("exercises", "history", "settings"):
        bench.application.show(name)
        settle()
        normal = bench.window.grab().toImage()
        bench.preferences.change(contrast=ContrastChoice.HIGH)
        settle()
        assert bench.window.grab().toImage() != normal
        bench.preferences.change(contrast=ContrastChoice.NORMAL)
    bench.page.changed.emit("contrast", ContrastChoice.HIGH)
    assert bench.kept("contrast") == "high"


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_high_contrast_cuts_nothing_off(bench: Bench, text_size: int) -> None:
    bench.preferences.change(text_size=text_size, contrast=ContrastChoice.HIGH)
    bench.window.resize(MINIMUM)
    for _ in range(3):  # rows that turn give their cards other heights
        settle()
    assert cut_off(bench.window) == []
