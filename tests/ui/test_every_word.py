"""Every word on every screen goes through translation: in a language that puts its words in brackets, none is bare."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from fakes import FakeClock
from on_screen import settle
from plausible_history import plausible_sessions
from pseudo_language import OPEN, TAG, bracketed
from ribdown.core.history import PressEffort
from ribdown.core.recorder import Answers
from ribdown.core.settings import MotionChoice, Settings, ThemeChoice
from ribdown.core.start_request import StartRequest
from ribdown.desktop.keep_awake import NoKeepAwake
from ribdown.infra.library import load_library
from ribdown.infra.opening import open_history
from ribdown.infra.settings_file import SettingsFile
from ribdown.infra.themes import load_theme
from ribdown.infra.translations import Translations
from ribdown.ui.appearance import Appearance
from ribdown.ui.application import Application
from ribdown.ui.figures import Figures
from ribdown.ui.language import use_language
from ribdown.ui.main_window import MainWindow
from ribdown.ui.pages.exercise_card import ExerciseCard
from ribdown.ui.pages.finish_page import FinishPage
from ribdown.ui.pages.first_start_page import FirstStartPage
from ribdown.ui.pages.history_page import HistoryPage
from ribdown.ui.pages.player_page import PlayerPage
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.voices import no_voices

WORD = re.compile(r"[^\W\d_]{3}")
SAYS = ("text", "plain", "accessibleName", "accessibleDescription", "toolTip", "placeholderText", "currentText")


class Reader:
    """Takes down what is painted, and what widgets say of themselves."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}  # and where each was

    def hear(self, text: object, where: str) -> None:
        """Take a text down, if it has words."""
        if isinstance(text, str) and WORD.search(plain := re.sub("<[^>]*>|\u200b", "", text)):
            self.words.setdefault(plain, where)

    @property
    def translated(self) -> int:
        """How many texts came from the catalogue."""
        return sum(OPEN in text for text in self.words)

    @property
    def bare(self) -> dict[str, str]:
        """The texts that did not, and where each was."""
        return {text: where for text, where in self.words.items() if OPEN not in text}

    def look(self, window: QWidget) -> None:
        """Everything in the window as it stands."""
        settle()
        window.grab()
        for part in (window, *window.findChildren(QWidget)):
            if part.isVisible():
                for name in SAYS:
                    value = getattr(part, name, None)
                    self.hear(value() if callable(value) else value, f"{type(part).__name__}.{name}")


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Reads along with the painter."""
    reader, paint = Reader(), QPainter.drawText

    def read(painter: QPainter, *what: object) -> object:
        for one in what:
            reader.hear(one, "painted")
        return paint(painter, *what)  # type: ignore[call-overload]

    monkeypatch.setattr(QPainter, "drawText", read)
    return reader


@pytest.fixture
def language(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The window speaks in brackets."""
    before = QLocale()
    folder = bracketed(tmp_path_factory.mktemp("translations")).parent
    assert use_language(qapp, TAG, Translations(folder)) == ""
    yield
    QLocale.setDefault(before)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


class Walk:
    """Through the window, as a person goes."""

    def __init__(self, qtbot: QtBot, app: QApplication, data: Path, reader: Reader, *, first: bool = False) -> None:
        self.clock, self.reader, self.data = FakeClock(), reader, data
        today = self.clock.local_time().date()
        self.store, notice = open_history(data, today)
        for record in plausible_sessions(60, today):
            self.store.save(replace(record, note=""))
        settings = Settings(theme=ThemeChoice.DARK, motion=MotionChoice.FULL, safety_read=not first, voice=False)
        library = load_library(data)
        services = Services(self.clock, library, self.store, notice, NoKeepAwake(), Figures(), no_voices, data)
        appearance = Appearance(app, load_theme, settings)
        self.window = MainWindow(appearance.look, settings.window)
        preferences = Preferences(settings, SettingsFile(data / "settings.toml"))
        self.application = Application(self.window, services, appearance, preferences)
        qtbot.addWidget(self.window)
        self.window.show()

    def look(self) -> None:
        """Read what can be seen."""
        self.reader.look(self.window)

    def session(self, routine: str) -> None:
        """A session to its end, with a look at each of its segments, and what is asked then."""
        self.application.start(StartRequest(routine))
        page = self.window.shown_page()
        assert isinstance(page, PlayerPage)
        player = page.player
        while player.running:
            self.look()
            left = player.moment.position.remaining
            while left > 0 and player.running:
                self.clock.advance(min(left + 0.01, 2.0))
                left -= 2.0
                player.tick()
        self.look()
        finish = self.window.shown_page()
        assert isinstance(finish, FinishPage)
        finish.saved.emit(Answers(PressEffort.LIGHT, 3, 2, ""))


def test_no_word_is_bare(language: None, qtbot: QtBot, qapp: QApplication, tmp_path: Path, reader: Reader) -> None:
    walk = Walk(qtbot, qapp, tmp_path, reader)
    for page in ("today", "exercises", "routines", "history", "self-test", "settings"):
        walk.application.show(page)
        shown = walk.window.shown_page()
        if isinstance(shown, HistoryPage):
            qtbot.waitUntil(lambda page=shown: page.complete, timeout=30_000)  # type: ignore[misc]
        walk.look()
    walk.application.show("exercises")
    walk.window.findChildren(ExerciseCard)[0].click()
    walk.look()
    walk.session("hourly-reset")
    walk.window.show_keys()
    walk.look()
    walk.window.close()
    walk.store.close()

    assert reader.translated > 300
    assert {text: where for text, where in reader.bare.items() if not allowed(text, tmp_path)} == {}


def test_no_word_of_the_first_start_is_bare(
    language: None, qtbot: QtBot, qapp: QApplication, tmp_path: Path, reader: Reader
) -> None:
    walk = Walk(qtbot, qapp, tmp_path, reader, first=True)
    for refused in (False, True, False, False):  # the second step is not left before its box is ticked
        walk.look()
        page = walk.window.shown_page()
        assert isinstance(page, FirstStartPage)
        page.go_on()
        walk.look()
        for box in page.safety.findChildren(QAbstractButton):
            if refused and box.isCheckable():
                box.click()
    walk.window.close()
    walk.store.close()
    assert reader.translated > 30
    assert {text: where for text, where in reader.bare.items() if not allowed(text, tmp_path)} == {}


def allowed(text: str, data: Path) -> bool:
    """The app's name, a folder, a title as it was published, and days and months, which Qt knows."""
    locale, forms = QLocale(), (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    days = {locale.dayName(day, form) for day in range(1, 8) for form in forms}
    months = {locale.monthName(month, form) for month in range(1, 13) for form in forms}
    months |= {locale.standaloneMonthName(month, form) for month in range(1, 13) for form in forms}
    names = {name.casefold() for name in days | months} | {"ribdown"}
    words = re.findall(r"[^\W\d_]{3,}", text.casefold())
    return text == str(data) or re.fullmatch("“[^”]*”", text) is not None or all(word in names for word in words)
