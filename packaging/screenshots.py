"""Renders every screen and state in both themes from the real window at 1280 x 800.

README, metainfo and reviews use the pictures. Usage: packaging/screenshots [FOLDER] [--size WxH] [--text PERCENT]
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ribdown.core.clock import Instant
from ribdown.core.errors import UserError
from ribdown.core.settings import MotionChoice, Settings, ThemeChoice
from ribdown.core.start_request import StartRequest
from ribdown.core.timeline import Segment
from ribdown.desktop.keep_awake import NoKeepAwake
from ribdown.infra.library import load_library
from ribdown.infra.opening import open_history
from ribdown.infra.settings_file import SettingsFile
from ribdown.infra.themes import load_theme
from ribdown.ui.appearance import Appearance
from ribdown.ui.application import Application, Services
from ribdown.ui.pages.player_page import PlayerPage
from ribdown.ui.preferences import Preferences

START = datetime(2026, 11, 20, 7, 30, tzinfo=timezone(timedelta(hours=1)))


class SteppedClock:
    """A clock that stands until it is moved on."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> Instant:
        """Both clocks, in step."""
        return Instant(self.seconds, START.timestamp() + self.seconds)

    def local_time(self) -> datetime:
        """Twenty November 2026, in the morning."""
        return START + timedelta(seconds=self.seconds)


class Studio:
    """One real window, a clock that is moved by hand, and a folder for the pictures."""

    def __init__(self, app: QApplication, theme: str, folder: Path, size: tuple[int, int], text: int) -> None:
        self._app = app
        self._theme = theme
        self._folder = folder
        self._data = Path(tempfile.mkdtemp())
        self.clock = SteppedClock()
        settings = Settings(theme=ThemeChoice(theme), motion=MotionChoice.FULL, text_size=text, safety_read=True)
        history, _ = open_history(self._data, START.date())
        services = Services(self.clock, load_library(self._data), history, NoKeepAwake(), self._data)
        themes = {name: load_theme(name) for name in ("light", "dark")}
        self.preferences = Preferences(settings, SettingsFile(self._data / "settings.toml"))
        self.application = Application(services, Appearance(app, themes, settings), self.preferences)
        self.window = self.application.window
        self.window.resize(*size)
        self.window.show()
        self.settle()

    def settle(self) -> None:
        """Let everything be laid out and painted."""
        for _ in range(10):
            self._app.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def save(self, name: str) -> None:
        """Write the window as NAME-THEME.png."""
        self.settle()
        self.window.grab().save(str(self._folder / f"{name}-{self._theme}.png"))

    def step(self, seconds: float) -> None:
        """Move the running session on."""
        player = self.player()
        while seconds > 0:
            gap = min(seconds, 2.0)
            self.clock.seconds += gap
            seconds -= gap
            player.tick()
        self.settle()

    def until(self, wanted: Callable[[Segment], bool], into: float) -> None:
        """Move on to `into` seconds of the next segment that is wanted."""
        while not wanted(self.player().moment.segment):
            self.step(self.player().moment.position.remaining + 0.001)
        self.step(into)

    def player(self):  # type: ignore[no-untyped-def]
        """The player of the running session."""
        return self.page()._player

    def page(self) -> PlayerPage:
        """The page of the running session."""
        page = self.window.findChild(PlayerPage)
        assert page is not None
        return page

    def close(self) -> None:
        """Close the window and forget its data."""
        self.window.close()
        self.settle()
        shutil.rmtree(self._data, ignore_errors=True)
