"""The first start: three steps, kept at once, the safety text before anything else, and again where it is asked for."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from fakes import FakeClock
from nudge_desk import NudgeDesk
from on_screen import cut_off, press, reads_in_order, settle, tab_stops, unnamed
from ribdown.core.errors import UserError
from ribdown.core.settings import MotionChoice, NudgeRhythm, Settings, ThemeChoice
from ribdown.core.start_request import StartRequest
from ribdown.desktop.audio.output import SilentAudio
from ribdown.desktop.keep_awake import NoKeepAwake
from ribdown.desktop.speech.output import NullSpeech, SpeechState
from ribdown.infra.library import load_library
from ribdown.infra.opening import open_history
from ribdown.infra.settings_file import SettingsFile
from ribdown.infra.themes import load_theme
from ribdown.ui.appearance import Appearance
from ribdown.ui.application import Application
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.main_window import MainWindow
from ribdown.ui.nudges.background import Background
from ribdown.ui.nudges.nudge_check import NudgeCheck
from ribdown.ui.pages.first_start_body import MarkedBody
from ribdown.ui.pages.first_start_breath import BreathPicture
from ribdown.ui.pages.first_start_card import CardPicture
from ribdown.ui.pages.first_start_page import FirstStartPage
from ribdown.ui.pages.first_start_words import days_text, nudge_text, nudge_title, sample_slot
from ribdown.ui.pages.player_page import PlayerPage
from ribdown.ui.pages.settings_page import SettingsPage
from ribdown.ui.pages.start_page import StartPage
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.session_sound import Voices
from ribdown.ui.spoken_words import SpokenWords
from ribdown.ui.widgets.text import Text

READ = "I have read this and will stop if something hurts"
GENTLER = "One of these is me: use gentler mode"
SAYS = "Says what to do, so that you need not look"


class Speaker(NullSpeech):
    """A voice that becomes what the test says."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.closed = False

    def be(self, state: SpeechState) -> None:
        self.state = state
        self.voices = ("English",) if state is SpeechState.READY else ()
        self.events.changed.emit()

    def start(self) -> None:
        self.be(SpeechState.STARTING)

    def say(self, text: str) -> None:
        self.said.append(text)

    def close(self) -> None:
        self.closed = True


class Bench:
    """A start of the application on a data folder; the first one on a new folder."""

    def __init__(self, qtbot: QtBot, app: QApplication, data: Path, size: tuple[int, int] = (1280, 766)) -> None:
        self.clock, self.speech = FakeClock(), list[Speaker]()
        self.store, notice = open_history(data, self.clock.local_time().date())
        file = SettingsFile(data / "settings.toml")
        settings = file.load()[0]._replace(theme=ThemeChoice.LIGHT, motion=MotionChoice.FULL)
        services = Services(
            self.clock, load_library(data), self.store, notice, NoKeepAwake(), Figures(), self._voices, data
        )
        self.appearance = Appearance(app, load_theme, settings)
        self.preferences = Preferences(settings, file)
        self.window = MainWindow(self.appearance.look, size)
        self.application = Application(self.window, services, self.appearance, self.preferences)
        qtbot.addWidget(self.window)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow, timeout=5000)
        settle()

    def _voices(self, settings: Settings) -> Voices:
        self.speech.append(Speaker())
        return Voices(SilentAudio(), self.speech[-1], SpokenWords())

    @property
    def page(self) -> FirstStartPage:
        """The first start. Fails where another page is shown."""
        shown = self.window.shown_page()
        assert isinstance(shown, FirstStartPage)
        return shown

    @property
    def said(self) -> list[str]:
        return [text.plain for text in self.page.findChildren(Text) if text.isVisible() and text.plain]

    def control(self, name: str) -> QAbstractButton:
        buttons = (button for button in self.page.findChildren(QAbstractButton) if button.isVisible())
        return next(button for button in buttons if name in (button.accessibleName(), button.text()))

    def has(self, name: str) -> bool:
        return any(name in (one.accessibleName(), one.text()) for one in self._shown())

    def to_step(self, number: int) -> None:
        """Go on to a step, from the first one."""
        for step in range(1, number):
            if step == 2 and not self.control(READ).isChecked():
                self.control(READ).click()
            self.control("Go on").click()
            settle()

    def close(self) -> None:
        self.window.close()
        self.store.close()
        settle()

    def _shown(self) -> list[QAbstractButton]:
        return [button for button in self.page.findChildren(QAbstractButton) if button.isVisible()]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Bench]]:
    benches: list[Bench] = []

    def starts(**more: Any) -> Bench:
        for bench in benches:
            bench.close()
        benches.append(Bench(qtbot, qapp, tmp_path, **more))
        return benches[-1]

    yield starts
    for bench in benches:
        bench.close()


@pytest.fixture
def bench(start: Callable[..., Bench]) -> Bench:
    return start()


def wholly_seen(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect() == part.rect()


# -- the steps


def test_it_has_the_window_to_itself_and_leads_to_today(bench: Bench) -> None:
    assert bench.window.windowTitle() == "Ribdown · First start"
    assert "Step 1 of 3" in bench.said
    press("2", modifier=Qt.KeyboardModifier.ControlModifier)
    assert "Step 1 of 3" in bench.said
    bench.to_step(3)
    assert "Step 3 of 3" in bench.said
    bench.control("Show me today").click()
    assert isinstance(bench.window.shown_page(), StartPage)
    assert bench.window.windowTitle() == "Ribdown"


def test_nobody_goes_on_without_the_safety_text(bench: Bench) -> None:
    bench.to_step(2)
    assert any(text.startswith("Hip labrum surgery") for text in bench.said)
    missing = "Read this first, and tick its box to go on."
    assert missing not in bench.said
    bench.control("Go on").click()
    assert "Step 2 of 3" in bench.said
    assert missing in bench.said
    assert bench.control(READ).hasFocus()
    assert not bench.preferences.settings.safety_read
    press(Qt.Key.Key_Return)
    assert missing not in bench.said
    assert not bench.preferences.settings.safety_read
    bench.control("Go on").click()
    assert "Step 3 of 3" in bench.said
    assert bench.preferences.settings.safety_read


@pytest.mark.parametrize("text_size", [1.5, 2.0])
def test_what_is_missing_comes_into_sight(start: Callable[..., Bench], qtbot: QtBot, text_size: float) -> None:
    bench = start(size=(760, 560))
    bench.page.set_look(bench.appearance.look._replace(text_scale=text_size))
    settle()
    bench.control("Go on").click()
    settle()
    box = bench.control(READ)
    assert box.visibleRegion().isEmpty(), "there is something to bring into sight"
    bench.control("Go on").click()
    settle()
    missing = next(text for text in bench.page.findChildren(Text) if text.plain.startswith("Read this first"))
    qtbot.waitUntil(lambda: all(map(wholly_seen, (box, missing))), timeout=5000)


def test_what_is_chosen_is_kept_at_once_and_stays_on_the_way_back(bench: Bench, tmp_path: Path) -> None:
    bench.to_step(2)
    bench.control(GENTLER).click()
    bench.to_step(1)
    bench.control(READ).click()
    bench.control("Go on").click()
    bench.control("Hourly nudge").click()
    bench.control("Voice").click()
    kept, _ = SettingsFile(tmp_path / "settings.toml").load()
    assert (kept.gentler, kept.nudges, kept.voice, kept.safety_read) == (True, False, False, True)
    for _ in range(2):
        press(Qt.Key.Key_Escape)
    assert "Step 1 of 3" in bench.said
    press(Qt.Key.Key_Escape)
    assert "Step 1 of 3" in bench.said
    bench.control("Go on").click()
    assert bench.control(READ).isChecked()
    assert bench.control(GENTLER).isChecked()
    bench.control("Go on").click()
    assert not bench.control("Voice").isChecked()
    assert not bench.control("Hourly nudge").isChecked()


def test_left_in_the_middle_it_begins_anew_until_the_text_is_read(start: Callable[..., Bench]) -> None:
    bench = start()
    bench.to_step(2)
    bench.control(READ).click()
    again = start()
    assert "Step 1 of 3" in again.said
    again.to_step(2)
    assert not again.control(READ).isChecked()
    again.control(READ).click()
    again.control("Go on").click()
    assert isinstance(start().window.shown_page(), StartPage)


def test_gentler_mode_says_what_it_does_to_a_routine(bench: Bench) -> None:
    bench.to_step(2)
    detail = bench.control(GENTLER).accessibleDescription().replace("\u00a0", " ")
    assert "fewest repeats. The longer routine takes 6 min 36 s instead of 8 min 12 s." in detail


def test_it_is_said_that_nothing_is_sent(bench: Bench) -> None:
    bench.to_step(3)
    assert any("nothing is sent anywhere" in text and "Settings" in text for text in bench.said)


# -- what waits for it


def test_a_session_that_was_asked_for_starts_after_it(bench: Bench) -> None:
    bench.application.start(StartRequest("three-day"))
    waits = "“Three days a week” starts when you are through."
    assert waits in bench.said
    bench.to_step(2)
    assert waits in bench.said
    bench.control(READ).click()
    bench.control("Go on").click()
    assert waits in bench.said
    bench.control("Start “Three days a week”").click()
    assert isinstance(bench.window.shown_page(), PlayerPage)
    assert bench.window.windowTitle() == "Ribdown · Three days a week"


def test_today_s_routine_waits_as_well(bench: Bench) -> None:
    bench.application.start_today()
    assert "“Daily mini” starts when you are through." in bench.said


def test_a_start_that_ends_by_itself_asks_nobody(bench: Bench) -> None:
    bench.application.start(StartRequest("posture-pulse", exit=True))
    assert isinstance(bench.window.shown_page(), PlayerPage)
    assert bench.window.windowTitle() == "Ribdown · Posture pulse"


def test_a_start_from_outside_is_refused_until_the_text_is_read(bench: Bench) -> None:
    with pytest.raises(UserError, match="is not read yet"):
        bench.application.check_start("posture-pulse")
    bench.to_step(3)
    bench.application.check_start("posture-pulse")
    bench.application.start(StartRequest("posture-pulse"))
    assert isinstance(bench.window.shown_page(), PlayerPage)


def test_closing_it_does_not_ask_about_nudges(bench: Bench) -> None:
    class Asks:
        asked = 0

        def closes(self) -> bool:
            self.asked += 1
            return True

    asks = Asks()
    bench.application.attend(cast(Background, asks), cast(NudgeCheck, StandInCheck()))
    bench.window.close()
    assert (asks.asked, bench.window.isVisible()) == (0, False)


class StandInCheck(NudgeCheck):
    """Nobody looks at it."""

    def __init__(self) -> None:
        from desktop_stand_ins import StandInNotifier, StandInPresence
        from ribdown.desktop.autostart.autostart import NoAutostart

        super().__init__(StandInNotifier(), StandInPresence(), NoAutostart(), cast(Any, None))


# -- again


def test_it_is_shown_again_from_the_settings(start: Callable[..., Bench]) -> None:
    bench = start()
    bench.to_step(3)
    bench.control("Show me today").click()
    for _ in range(2):
        bench.application.show("settings")
        settings = bench.window.shown_page()
        assert isinstance(settings, SettingsPage)
        settings.asked.emit("first_start")
        assert "Step 1 of 3" in bench.said
        press(Qt.Key.Key_Escape)
        assert bench.window.shown_page() is settings
    bench.application.show("first-start")
    bench.to_step(2)
    assert bench.control(READ).isChecked()
    bench.control("Go on").click()
    bench.control("Show me today").click()
    assert isinstance(bench.window.shown_page(), StartPage)


# -- voice, login, nudges


def test_the_voice_is_heard_where_there_is_one(bench: Bench) -> None:
    bench.to_step(2)
    assert bench.speech == []
    bench.control(READ).click()
    bench.control("Go on").click()
    (speech,) = bench.speech
    assert "Looking for voices" in bench.said
    assert not bench.has("Hear it")
    speech.be(SpeechState.READY)
    settle()
    assert SAYS in bench.said
    bench.control("Hear it").click()
    assert speech.said == ["Breathe out slowly. Let the hip go soft."]
    bench.control("Hear it").setFocus()
    bench.control("Voice").click()
    settle()
    assert not bench.has("Hear it")
    assert bench.control("Voice").hasFocus()
    assert speech.closed
    bench.control("Back").click()
    assert bench.speech[-1].closed


@pytest.mark.parametrize("state", [SpeechState.NO_ENGINE, SpeechState.NO_ANSWER, SpeechState.NO_LIBRARY])
def test_where_there_is_no_voice_it_says_so_and_offers_nothing(bench: Bench, state: SpeechState) -> None:
    bench.to_step(3)
    bench.speech[-1].be(state)
    settle()
    assert any(text.startswith("There is no voice: ") for text in bench.said)
    assert not bench.has("Hear it")


class Login:
    """The system's own switch, which may be stuck."""

    available = True

    def __init__(self) -> None:
        self.on = False
        self.stuck: UserError | None = None

    def is_on(self) -> bool:
        return self.on

    def turn_on(self) -> UserError | None:
        self.on = self.stuck is None
        return self.stuck

    def turn_off(self) -> UserError | None:
        self.on = False
        return None


def test_opening_at_login_is_offered_once_it_can_be_asked_about(
    bench: Bench, make_desk: Callable[..., NudgeDesk]
) -> None:
    bench.to_step(3)
    assert not bench.has("Open at login")
    desk, login = make_desk(), Login()
    check = NudgeCheck(desk.notifier, desk.presence, login, desk.card, desk._root)
    bench.application._first.attend(check)
    bench.control("Open at login").click()
    assert login.on
    assert bench.control("Open at login").isChecked()
    bench.control("Open at login").click()
    login.stuck = UserError("The folder is read-only.", "Start Ribdown by hand.")
    bench.control("Open at login").click()
    assert not bench.control("Open at login").isChecked()
    assert any("read-only" in text for text in bench.said)


@pytest.fixture
def make_desk(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., NudgeDesk]]:
    desks: list[NudgeDesk] = []

    def make() -> NudgeDesk:
        (tmp_path / "nudges").mkdir()
        desks.append(NudgeDesk(qapp, tmp_path / "nudges", FakeClock()))
        return desks[-1]

    yield make
    for desk in desks:
        desk.close()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((0, 1, 2, 3, 4), "Monday to Friday"),
        ((0, 1, 2, 3, 4, 5, 6), "Every day"),
        ((), "No day"),
        ((5, 6), "Saturday, Sunday"),
        ((0, 2, 4), "Monday, Wednesday, Friday"),
    ],
)
def test_days_in_words(days: tuple[int, ...], words: str) -> None:
    assert days_text(days) == words


def test_a_nudge_in_words() -> None:
    assert nudge_title(Settings()) == "Hourly nudge"
    assert nudge_text(Settings()) == "Half a minute on your feet. Monday to Friday, 09:00 to 17:30"
    assert sample_slot(Settings()) == "10:00"
    other = Settings(nudge_rhythm=NudgeRhythm.EVERY_45, nudge_from=23 * 60 + 30, nudge_to=23 * 60 + 30, nudge_minute=5)
    assert nudge_title(other) == "Nudge, 45 min after moving"
    assert nudge_text(other).endswith("Friday, at any hour")
    assert sample_slot(other) == "00:05"


# -- how it looks


SIZES = [(760, 560), (1000, 700), (1280, 766), (1920, 1040)]


@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_off(start: Callable[..., Bench], size: tuple[int, int], text_size: int) -> None:
    bench = start(size=size)
    bench.preferences.change(text_size=text_size)
    bench.application._first.wait(StartRequest("couch-stretch-only"), "Couch stretch")
    bench.page.choices.login.show()
    for step in range(3):
        settle()
        assert cut_off(bench.page) == [], step
        if step == 1:
            bench.control("Go on").click()  # what is missing is said
            settle()
            assert cut_off(bench.page) == []
            bench.control(READ).click()
        if step < 2:
            bench.control("Go on").click()
    bench.speech[-1].be(SpeechState.READY)
    settle()
    assert cut_off(bench.page) == []


def test_tab_goes_through_each_step_in_reading_order(bench: Bench) -> None:
    bench.page.choices.login.show()
    for step, expected in enumerate((1, 4, 6)):
        if step == 2:
            bench.speech[-1].be(SpeechState.READY)
            settle()
        stops = tab_stops()
        named = stops[0].accessibleName() or cast(QAbstractButton, stops[0]).text()
        assert named in ("Go on", "Show me today")
        assert len(stops) == expected
        assert reads_in_order(bench.page, stops[1:])
        assert unnamed(bench.page) == []
        if step == 1:
            bench.control(READ).click()
        if step < 2:
            bench.control("Go on").click()
            settle()


def test_keys_move_what_has_no_room(start: Callable[..., Bench]) -> None:
    bench = start(size=(760, 560))
    bench.preferences.change(text_size=200)
    settle()
    bar = bench.page._words.verticalScrollBar()
    press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(Qt.Key.Key_PageUp)
    assert bar.value() == 0
    press(Qt.Key.Key_PageDown)
    bench.control("Go on").click()
    settle()
    assert bar.value() == 0


def test_another_look_reaches_everything(bench: Bench) -> None:
    for step in range(3):
        before = bench.page.grab().toImage()
        bench.preferences.change(theme=ThemeChoice.DARK)
        dark = bench.page.grab().toImage()
        assert far_apart(before, dark)
        bench.preferences.change(theme=ThemeChoice.LIGHT)
        if step == 1:
            bench.control(READ).click()
        if step < 2:
            bench.control("Go on").click()
            settle()


def far_apart(one: QImage, other: QImage) -> bool:
    """Whether the ground of both halves is another one."""
    places = [(4, 4), (one.width() - 4, 4)]
    return all(one.pixelColor(*at) != other.pixelColor(*at) for at in places)


# -- the pictures


def picture(bench: Bench) -> QWidget:
    shown = bench.page._picture.currentWidget()
    assert shown is not None
    return shown


def test_the_pacer_breathes_with_the_clock_and_only_while_it_is_seen(bench: Bench) -> None:
    shown = picture(bench)
    assert isinstance(shown, BreathPicture)
    before = shown.grab().toImage()
    bench.clock.advance(1.0)
    shown.show_now()
    assert shown.grab().toImage() != before
    moves = [shown.moving]
    for step in (bench.window.showMinimized, bench.window.showNormal, lambda: bench.to_step(2)):
        step()
        settle()
        moves.append(shown.moving)
    assert moves == [True, False, True, False]


def test_the_breath_has_no_seam(bench: Bench) -> None:
    shown = picture(bench)
    assert isinstance(shown, BreathPicture)
    seen = []
    for _ in range(2):
        shown.show_now()
        seen.append(shown.grab().toImage())
        bench.clock.advance(4 * shown._breath)
    assert seen[0] == seen[1]
    # Just before it goes round it looks as it does one breath earlier, but for the rounding to pixels.
    bench.clock.advance(-0.01)
    shown.show_now()
    end = shown.grab().toImage()
    bench.clock.advance(-shown._breath)
    shown.show_now()
    assert different(shown.grab().toImage(), end) < 0.01
    bench.clock.advance(1.0)
    shown.show_now()
    assert different(shown.grab().toImage(), end) > 0.02


def different(one: QImage, other: QImage) -> float:
    """The share of pixels that are clearly another colour."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(a - b) > 60 for a, b in pairs) / (one.width() * one.height())


def test_with_reduced_motion_it_counts_whole_seconds(bench: Bench) -> None:
    shown = picture(bench)
    bench.preferences.change(motion=MotionChoice.REDUCED)
    assert isinstance(shown, BreathPicture)
    pictures = []
    for seconds in (0.1, 0.3, 1.0):
        bench.clock.advance(seconds)
        shown.show_now()
        pictures.append(shown.grab().toImage())
    assert pictures[0] == pictures[1]
    assert pictures[1] != pictures[2]


@pytest.mark.parametrize("size", [(200, 500), (540, 680)], ids=str)
def test_two_places_are_marked_on_somebody_who_stands(qtbot: QtBot, size: tuple[int, int]) -> None:
    look = Look(load_theme("light"))
    body = MarkedBody(look, Figures())
    qtbot.addWidget(body)
    body.resize(*size)
    assert "Low back and front of hip" in body.accessibleName()
    image, ink = body.grab().toImage(), QColor(look.theme.warn)
    places = [x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == ink]
    assert min(places) < size[0] / 2 < max(places)
    back, hip = body._marks
    assert back.at[0] < hip.at[0]
    assert back.at[1] > hip.at[1]


def test_without_its_figure_nothing_is_marked(qtbot: QtBot) -> None:
    class NoFigures(Figures):
        def figure_of(self, exercise_id: str) -> None:
            return None

    body = MarkedBody(Look(load_theme("light")), NoFigures())
    qtbot.addWidget(body)
    assert body._marks == ()
    assert not body.grab().isNull()


def test_the_card_is_a_picture_that_nobody_can_press(qtbot: QtBot) -> None:
    card = CardPicture(Look(load_theme("light"), 1.5), "10:00")
    qtbot.addWidget(card)
    card.resize(300, 400)
    card.show()
    settle()
    assert [button for button in card.findChildren(QAbstractButton) if button.isVisible()] == []
    assert card.accessibleName().startswith("A nudge: Rib-down + glute squeeze.")
    grab = card.grab().toImage()
    colours = {grab.pixelColor(x, 200).name() for x in range(300)}
    assert len(colours) > 3


def test_who_has_read_the_text_does_not_wait_for_the_steps() -> None:
    root = Path(__file__).parents[2]
    script = """
import sys, tempfile
from pathlib import Path
from ribdown.main import Opening, qt_application
app, folder = qt_application(), Path(tempfile.mkdtemp())
if sys.argv[1] == "read":
    (folder / "settings.toml").write_text("safety_read = true")
opening = Opening(app, folder)
opening.furnish()
opening.window.show()
app.processEvents()
opening.close()
print(*sys.modules)
"""
    environment = os.environ | {"PYTHONPATH": str(root / "app"), "QT_QPA_PLATFORM": "offscreen"}
    loaded = {
        state: subprocess.check_output(
            [sys.executable, "-c", script, state], env=environment, text=True, timeout=120
        ).split()
        for state in ("read", "unread")
    }
    steps = [name for name in loaded["unread"] if "first_start_" in name]
    assert len(steps) > 5
    assert not set(steps) & set(loaded["read"])
    heavy = ("pyqtgraph", "numpy", "PySide6.QtMultimedia", "PySide6.QtTextToSpeech", "jeepney")
    assert not set(heavy) & set(loaded["unread"])
