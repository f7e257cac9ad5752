"""Renders every screen and state in both themes from the real window at 1280 x 800.

README, metainfo and reviews use the pictures."""

import argparse
import shutil
import sys
import tempfile
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from ribdown.core.clock import Instant
from ribdown.core.history import PressEffort
from ribdown.core.recorder import Answers
from ribdown.core.settings import MotionChoice, Settings, SoundOutput, ThemeChoice
from ribdown.core.start_request import StartRequest
from ribdown.desktop.audio.output import Backend, Reason, SilentAudio
from ribdown.desktop.keep_awake import NoKeepAwake
from ribdown.desktop.speech.output import NullSpeech, SpeechState
from ribdown.infra.library import load_library
from ribdown.infra.opening import open_history
from ribdown.infra.settings_file import SettingsFile
from ribdown.infra.themes import load_theme
from ribdown.main import qt_application
from ribdown.ui.appearance import Appearance
from ribdown.ui.application import Application
from ribdown.ui.figures import Figures
from ribdown.ui.main_window import MainWindow
from ribdown.ui.pages.finish_page import FinishPage
from ribdown.ui.pages.first_start_breath import BreathPicture
from ribdown.ui.pages.first_start_check import CheckRow
from ribdown.ui.pages.first_start_page import FirstStartPage
from ribdown.ui.pages.history_page import HistoryPage
from ribdown.ui.pages.player_page import PlayerPage
from ribdown.ui.pages.settings_page import SettingsPage
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.session_sound import Voices
from ribdown.ui.spoken_words import SpokenWords

START = datetime(2026, 11, 20, 7, 30, tzinfo=timezone(timedelta(hours=1)))

ANSWERS = Answers(PressEffort.ABOUT_A_THIRD, 3, 2, "Left side stiffer.")
FAR = ("exhale", "press", "hold")
STILL = ("exhale", "hold")


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

    def __init__(
        self, app: QApplication, theme: str, folder: Path, size: tuple[int, int], text: int, *, first: bool = False
    ) -> None:
        self._app = app
        self._theme = theme
        self._folder = folder
        self._data = Path(tempfile.mkdtemp())
        self.clock = SteppedClock()
        settings = Settings(theme=ThemeChoice(theme), motion=MotionChoice.FULL, text_size=text, safety_read=not first)
        history, _ = open_history(self._data, START.date())
        services = Services(
            self.clock, load_library(self._data), history, None, NoKeepAwake(), Figures(), _voices, self._data
        )
        appearance = Appearance(app, load_theme, settings)
        self.preferences = Preferences(settings, SettingsFile(self._data / "settings.toml"))
        self.window = MainWindow(appearance.look, size)
        self.application = Application(self.window, services, appearance, self.preferences)
        self.window.resize(*size)
        self.window.show()
        self.settle()

    def settle(self) -> None:
        """Let everything be laid out and painted."""
        for _ in range(10):
            self._app.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def show_history(self) -> None:
        """Show it with its charts, which are drawn after the rest."""
        self.application.show("history")
        page, end = self.window.shown_page(), time.monotonic() + 30
        assert isinstance(page, HistoryPage)
        while not page.complete and time.monotonic() < end:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def save(self, name: str) -> None:
        """Write the window as NAME-THEME.png."""
        self.settle()
        self.window.grab().save(str(self._folder / f"{name}-{self._theme}.png"))

    def step(self, seconds: float) -> None:
        """Move the running session on."""
        player = self.page().player
        while seconds > 0:
            gap = min(seconds, 2.0)
            self.clock.seconds += gap
            seconds -= gap
            player.tick()
        self.settle()

    def until(self, kind: str, *, share: float) -> None:
        """Move on to this share of the next segment of that kind."""
        while self.page().player.moment.segment.kind != kind:
            self.step(self.page().player.moment.position.remaining + 0.001)
        self.step(self.page().player.moment.position.length * share)

    def finish(self) -> None:
        """Move on to the session's end."""
        player = self.page().player
        while player.running:
            self.clock.seconds += 2.0
            player.tick()
        self.settle()

    def answer(self) -> None:
        """Save without a word."""
        self.window.findChildren(FinishPage)[-1].saved.emit(
            Answers(PressEffort.ABOUT_A_THIRD, 3, 2, "Left side stiffer.")
        )
        self.clock.seconds += 26 * 3600
        self.settle()

    def page(self) -> PlayerPage:
        """The page of the running session."""
        return self.window.findChildren(PlayerPage)[-1]

    def close(self) -> None:
        """Close the window and forget its data."""
        self.window.close()
        self.settle()
        shutil.rmtree(self._data, ignore_errors=True)


class Loudspeaker(SilentAudio):
    """Says that it plays, and is silent."""

    name = Backend.QT
    reason = Reason.WORKING


class Speaker(NullSpeech):
    """Says that it speaks, and is silent."""

    engines = ("speechd",)
    voices = ("English (America)", "English (Great Britain)", "English (Scotland)")

    def start(self) -> None:
        """Be ready."""
        self.state = SpeechState.READY


def _voices(settings: Settings) -> Voices:
    silent = settings.sound_output is SoundOutput.SILENT
    return Voices(SilentAudio() if silent else Loudspeaker(), Speaker(), SpokenWords())


def first_start(studio: Studio) -> None:
    """The steps of the first start."""
    page = studio.window.shown_page()
    assert isinstance(page, FirstStartPage)
    for breath in page.findChildren(BreathPicture):
        studio.clock.seconds += 3.6
        breath.show_now()
    studio.save("first-start")
    page.go_on()
    for box in page.findChildren(CheckRow)[:1]:
        box.click()
    studio.save("first-start-safety")
    page.go_on()
    studio.save("first-start-nudges")
    studio.close()


def shoot(studio: Studio) -> None:
    """Every screen and state, in the order a person meets them."""
    studio.save("start")
    studio.show_history()
    studio.save("history-empty")
    session(studio, "couch-stretch-only", ("inhale", "exhale", "press", "relax", "squeeze", "lower"))
    studio.save("finished")
    studio.answer()
    session(studio, "three-day", ("switch-sides", "hold", "rest", "lift"))
    studio.answer()
    session(studio, "first-steps", ("pause", "walk"))
    studio.answer()
    stopped(studio)
    studio.application.show_today()
    studio.save("start-with-history")
    studio.show_history()
    studio.save("history")
    settings(studio)
    studio.show_history()
    studio.window.show_keys()
    studio.save("keys")
    studio.close()


def settings(studio: Studio) -> None:
    """The settings page as it opens, at its end, with other values, and searched."""
    studio.application.show("settings")
    page = studio.window.shown_page()
    assert isinstance(page, SettingsPage)
    page.setFocus()
    studio.save("settings")
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    studio.save("settings-end")
    studio.preferences.change(gentler=True, get_ready=15, voice=False, volume=35, sound_output=SoundOutput.SILENT)
    page.verticalScrollBar().setValue(0)
    studio.save("settings-changed")
    studio.preferences.change(gentler=False, get_ready=10, voice=True, volume=70, sound_output=SoundOutput.QT)
    page.search("speech")
    studio.save("settings-search")
    page.search("")


def session(studio: Studio, routine: str, kinds: tuple[str, ...]) -> None:
    """A whole session, with a picture of each of these kinds of segment."""
    studio.application.start(StartRequest(routine))
    studio.step(3)
    studio.save(f"get-ready-{routine}")
    for kind in kinds:
        studio.until(kind, share=0.4)
        studio.save(f"player-{kind}")
        if kind in FAR:
            studio.page().set_far_view(on=True)
            studio.save(f"far-{kind}")
            studio.page().set_far_view(on=False)
        if kind in STILL:
            studio.preferences.change(motion=MotionChoice.REDUCED)
            studio.save(f"reduced-{kind}")
            studio.preferences.change(motion=MotionChoice.FULL)
    studio.finish()


def stopped(studio: Studio) -> None:
    """A session that is paused, that hurts, and that ends early."""
    studio.application.start(StartRequest("daily-mini"))
    studio.until("exhale", share=0.5)
    studio.page().player.pause()
    studio.save("paused")
    studio.page().player.resume()
    studio.step(1)
    studio.save("lead-in")
    studio.step(4)
    studio.page().ask_end()
    studio.save("end-here")
    studio.page().say_hurts()
    studio.save("something-hurts")
    studio.page().player.end()
    studio.save("finished-early")
    studio.answer()


def main() -> int:
    """Take the pictures in both themes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", nargs="?", type=Path, default=Path("screenshots"))
    arguments.add_argument("--size", default="1280x766", help="the window's inside, WIDTHxHEIGHT")
    arguments.add_argument("--text", type=int, default=100, help="text size, per cent")
    chosen = arguments.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    width, height = map(int, chosen.size.split("x"))
    app = qt_application()
    for theme in ("dark", "light"):
        first_start(Studio(app, theme, chosen.folder, (width, height), chosen.text, first=True))
        shoot(Studio(app, theme, chosen.folder, (width, height), chosen.text))
    print(f"{len(list(chosen.folder.glob('*.png')))} pictures in {chosen.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
