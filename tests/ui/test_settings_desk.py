"""The settings page in the real window: kept at once, in step with everything else, and silent when it is left."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from command import SRC
from fakes import FakeClock
from on_screen import cut_off, press, settle
from ribdown.core.blocks import SegmentKind
from ribdown.core.breath_pace import BreathPace
from ribdown.core.settings import MotionChoice, Settings, SoundOutput, ThemeChoice
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
from ribdown.ui.main_window import MINIMUM, MainWindow
from ribdown.ui.pages.player_page import PlayerPage
from ribdown.ui.pages.setting_controls import NameControl
from ribdown.ui.pages.settings_page import SettingsPage
from ribdown.ui.pages.start_view import plan_options, routine_view
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.session_sound import Voices
from ribdown.ui.spoken_words import SpokenWords
from setting_values import shown_value


class Speaker(NullSpeech):
    """Has two engines as soon as it is started."""

    def start(self) -> None:
        self.engines, self.voices, self.state = ("flite", "speechd"), ("English",), SpeechState.READY
        self.events.changed.emit()

    def close(self) -> None:
        self.state = SpeechState.OFF


class Bench:
    """The application on a data folder, with voices that note when they are opened and closed."""

    def __init__(self, qtbot: QtBot, app: QApplication, data: Path, **more: Any) -> None:
        clock = FakeClock()
        self.data = data
        self.store, notice = open_history(data, clock.local_time().date())
        settings = Settings(theme=ThemeChoice.DARK, motion=MotionChoice.FULL, safety_read=True, **more)
        self.speech: list[Speaker] = []
        self.library = load_library(data)
        services = Services(clock, self.library, self.store, notice, NoKeepAwake(), Figures(), self._voices, data)
        appearance = Appearance(app, load_theme, settings)
        self.preferences = Preferences(settings, SettingsFile(data / "settings.toml"))
        self.window = MainWindow(appearance.look, settings.window)
        self.application = Application(self.window, services, appearance, self.preferences)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.page_asked.emit("settings")
        settle()

    def _voices(self, settings: Settings) -> Voices:
        self.speech.append(Speaker())
        return Voices(SilentAudio(), self.speech[-1], SpokenWords())

    @property
    def page(self) -> SettingsPage:
        """The page that is shown. Fails where it is of another kind."""
        shown = self.window.shown_page()
        assert isinstance(shown, SettingsPage)
        return shown

    @property
    def file(self) -> dict[str, Any]:
        """What is in the settings file."""
        return tomllib.loads((self.data / "settings.toml").read_text())

    def said(self, name: str) -> str:
        """The explanation of a row."""
        return self.page._rows[name]._explanation.plain


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, qapp, tmp_path)
    yield made
    made.window.close()
    made.store.close()


def test_a_change_is_used_and_kept_at_once(bench: Bench) -> None:
    before = bench.window.grab().toImage()
    bench.page.changed.emit("theme", ThemeChoice.LIGHT)
    assert bench.window.grab().toImage() != before
    assert bench.file["theme"] == "light"
    bench.page.changed.emit("get_ready", 15)
    assert (bench.file["get_ready"], bench.preferences.settings.get_ready) == (15, 15)


def test_the_page_follows_what_is_changed_elsewhere(bench: Bench) -> None:
    bench.preferences.change(theme=ThemeChoice.LIGHT, volume=35, muted=True)
    values = [shown_value(bench.page, name) for name in ("theme", "volume", "muted")]
    assert values == ["Light", "35 %", "on"]


def test_gentler_mode_says_what_it_does_to_the_main_routine(bench: Bench) -> None:
    said = "Three days a week: 6 min 36 s, not 8 min 12 s. Daily mini stays as long."
    assert said in bench.said("gentler").replace("\u00a0", " ")
    bench.preferences.change(get_ready=20)
    assert "not 8 min 12 s" not in bench.said("gentler").replace("\u00a0", " ")


def test_where_gentler_mode_shortens_all_it_says_nothing_of_what_stays(bench: Bench) -> None:
    bench.preferences.change(rounds=2)
    assert "stays as long" not in bench.said("gentler")


def test_the_breath_pace_says_its_true_total(bench: Bench) -> None:
    assert (
        bench.said("breath_pace").replace("\u00a0", " ")
        == "Three days a week: in 2 s, out 3 s. 4 breaths take 20 s. The source says 20–30 s."
    )
    curve = bench.page._curve.grab().toImage()
    bench.page.changed.emit("breath_pace", BreathPace.IN_2_5_OUT_5)
    said = bench.said("breath_pace").replace("\u00a0", " ")
    assert said.startswith("4 breaths take 30 s. The source says 20–30 s. Holds in every routine but")
    assert bench.page._curve.grab().toImage() != curve
    bench.page.changed.emit("breath_pace", BreathPace.IN_3_OUT_6)
    said = bench.said("breath_pace").replace("\u00a0", " ")
    assert said.startswith("4 breaths take 36 s. That is longer than the source says, 20–30 s.")
    assert bench.file["breath_pace"] == "3/6"


def test_rounds_say_what_they_take(bench: Bench) -> None:
    assert bench.said("rounds").endswith("Three days a week: 8\u00a0min\u00a012\u00a0s")
    bench.page.changed.emit("rounds", 2)
    assert bench.said("rounds").endswith("Three days a week: 11\u00a0min\u00a012\u00a0s")
    bench.preferences.change(gentler=True)
    assert bench.said("rounds") == "Couch stretch. Gentler mode takes one."


def test_pace_and_rounds_reach_today_and_the_session(bench: Bench) -> None:
    bench.preferences.change(breath_pace=BreathPace.IN_4_OUT_8, rounds=2)
    bench.application.show_today()
    options = plan_options(bench.preferences.settings)
    library = bench.library
    expected = routine_view(library.routine("three-day"), library.exercises, options, gentler=False).seconds
    assert expected == 492 - 2 * 90 + 4 * (48 + 30 + 40)  # two rounds a side, 48 s of breaths in each
    bench.application.start(StartRequest("three-day"))
    page = bench.window.shown_page()
    assert isinstance(page, PlayerPage)
    session = page.player.session
    inhales = [segment.seconds for segment in session.timeline.segments if segment.kind is SegmentKind.INHALE]
    assert inhales == [4.0] * 16
    assert session.plan.planned_seconds == expected


@pytest.mark.parametrize(("hours", "said"), [((22, 6), "Ends the next day"), ((9, 9), "The whole day"), ((8, 16), "")])
def test_hours_say_what_is_not_seen_from_them(bench: Bench, hours: tuple[int, int], said: str) -> None:
    bench.preferences.change(nudge_from=hours[0] * 60, nudge_to=hours[1] * 60)
    assert bench.said("nudge_from") == said


def test_another_engine_forgets_the_speaker_of_the_one_before(bench: Bench) -> None:
    bench.preferences.change(speech_voice="English")
    bench.page.changed.emit("speech_engine", "flite")
    assert (bench.file["speech_engine"], bench.file["speech_voice"]) == ("flite", "")


def test_engines_and_speakers_are_offered_once_they_are_known(bench: Bench) -> None:
    engines, speakers = bench.page._controls["speech_engine"], bench.page._controls["speech_voice"]
    assert isinstance(engines, NameControl)
    assert isinstance(speakers, NameControl)
    assert [engines.itemText(index) for index in range(engines.count())] == ["The desktop’s own", "flite", "speechd"]
    assert [speakers.itemText(index) for index in range(speakers.count())] == ["The desktop’s own", "English"]
    bench.preferences.change(voice=False)
    assert bench.said("speech_engine") == "Voice is off."
    assert not engines.isEnabled()


def test_what_plays_is_said(bench: Bench) -> None:
    assert bench.said("sound_output") == "Tones and ticks are silent. The voice is not."
    bench.page.asked.emit("test_sound")
    assert bench.said("test_sound") == "Tones and ticks are silent. The voice is not."
    bench.preferences.change(muted=True)
    bench.page.asked.emit("test_voice")
    assert bench.said("test_voice") == "Mute is on."
    bench.preferences.change(muted=False)
    assert bench.said("test_voice") == "One line, as in a session"
    bench.page.asked.emit("test_voice")
    assert bench.said("test_voice") == "One line is spoken."


def test_the_processes_run_only_while_the_page_can_be_seen(bench: Bench) -> None:
    assert [speech.state for speech in bench.speech] == [SpeechState.READY]
    bench.application.show_today()
    assert [speech.state for speech in bench.speech] == [SpeechState.OFF]
    bench.preferences.change(voice=False)
    assert len(bench.speech) == 1
    bench.preferences.change(voice=True)
    bench.application.show("settings")
    assert [speech.state for speech in bench.speech] == [SpeechState.OFF, SpeechState.READY]
    bench.window.close()
    assert [speech.state for speech in bench.speech] == [SpeechState.OFF, SpeechState.OFF]


def test_a_setting_is_found_and_changed_by_keyboard_alone(bench: Bench, qtbot: QtBot) -> None:
    bench.application.show_today()
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    press(Qt.Key.Key_6, modifier=Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    press("motion", Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Left)
    assert bench.file["motion"] == "reduced"
    press(Qt.Key.Key_Backtab, Qt.Key.Key_Return)
    assert bench.file["motion"] == "system"


def test_what_cannot_be_kept_is_used_and_said(bench: Bench) -> None:
    (bench.data / "settings.toml").mkdir()
    bench.page.changed.emit("get_ready", 15)
    assert bench.preferences.settings.get_ready == 15
    assert "The settings could not be saved" in bench.window.banner.accessibleName()
    assert shown_value(bench.page, "get_ready") == "15 s"


class Folders(QObject):
    """Opens folders, or notes that it was asked to."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_data_folder_is_named_and_opened(bench: Bench) -> None:
    assert bench.said("data_folder").replace("\u200b", "") == str(bench.data)
    folders = Folders()
    QDesktopServices.setUrlHandler("file", folders, "open")  # type: ignore[arg-type]  # bytes are refused
    try:
        bench.page.asked.emit("data_folder")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert folders.opened == [str(bench.data)]


def test_where_nothing_opens_folders_it_says_so(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    bench.page.asked.emit("data_folder")
    assert bench.said("data_folder").startswith("Nothing here opens folders. It is ")


def test_a_session_uses_what_was_set(bench: Bench) -> None:
    bench.page.changed.emit("get_ready", 5)
    bench.application.start(StartRequest("posture-pulse"))
    page = bench.window.shown_page()
    assert isinstance(page, PlayerPage)
    assert page.player.session.timeline.segments[0].seconds == 5


@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_smallest_window_shows_all_of_it(bench: Bench, text_size: int, theme: ThemeChoice) -> None:
    bench.preferences.change(text_size=text_size, theme=theme)
    bench.window.resize(MINIMUM)
    for _ in range(3):  # rows that turn give their cards other heights
        settle()
    assert cut_off(bench.window) == []


def test_an_output_that_is_set_is_offered_even_where_it_can_not_play(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    bench = Bench(qtbot, qapp, tmp_path, sound_output=SoundOutput.SIMPLEAUDIO)
    assert shown_value(bench.page, "sound_output") == "simpleaudio"
    bench.window.close()
    bench.store.close()


def test_the_page_is_imported_when_it_is_first_shown() -> None:
    script = "import sys, ribdown.main, ribdown.ui.application; print(*sys.modules)"
    environment = os.environ | {"PYTHONPATH": str(SRC)}
    loaded = subprocess.check_output([sys.executable, "-c", script], env=environment, text=True, timeout=120).split()
    assert "ribdown.ui.preferences" in loaded
    own = ("settings_desk", "settings_page", "setting_row", "drop_down", "slider", "segments", "search_field")
    assert [name for name in loaded if name.endswith(own)] == []
