"""Sound off and on, louder and softer, and the window's edge where nothing can be heard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from fakes import breathing, hold, plan_of_blocks
from on_screen import press, settle
from ribdown.core.errors import UserError
from ribdown.core.phases import phase_of
from ribdown.core.settings import Settings
from ribdown.desktop.audio.output import Reason, SilentAudio
from ribdown.desktop.speech.output import NullSpeech
from ribdown.ui.look import Look, colour
from ribdown.ui.pages.player_page import PlayerPage
from ribdown.ui.preferences import Preferences
from ribdown.ui.session_player import SessionPlayer
from ribdown.ui.session_sound import SessionSound, Voices
from ribdown.ui.sound_controls import SoundControls
from ribdown.ui.spoken_words import SpokenWords
from ribdown.ui.widgets.dock import Dock
from ribdown.ui.widgets.edge_band import EdgeBand

PLAN = plan_of_blocks(breathing(2), hold(1, 25))


class Loudspeaker(SilentAudio):
    """Notes how loud it is."""

    volume = -1.0

    def set_volume(self, share: float) -> None:
        self.volume = share


class Kept:
    """Settings that are kept nowhere."""

    def save(self, settings: Settings) -> None:
        """Do nothing."""


class Desk:
    """A player with its sound."""

    def __init__(self, page: PlayerPage, settings: Settings) -> None:
        self.page = page
        self.audio = Loudspeaker()
        self.preferences = Preferences(settings, Kept(), page)
        voices = Voices(self.audio, NullSpeech(), SpokenWords())
        self.sound = SessionSound(page.player, voices, tones=True, ticks=True, voice=False)
        self.controls = SoundControls(self.sound, page, self.preferences)
        self.said: list[UserError] = []
        self.controls.silence.connect(self.said.append)

    @property
    def shown(self) -> str:
        """What the dock says about the sound."""
        return self.page.findChildren(Dock)[0]._sound.text()


@pytest.fixture
def desk(open_page: Callable[..., PlayerPage], request: pytest.FixtureRequest) -> Callable[..., Desk]:
    def take(**settings: object) -> Desk:
        desk = Desk(open_page(PLAN), Settings(**settings))  # type: ignore[arg-type]
        request.addfinalizer(desk.sound.close)
        return desk

    return take


def test_m_turns_the_sound_off_and_on(desk: Callable[..., Desk]) -> None:
    here = desk(volume=70)
    assert (here.audio.volume, here.shown) == (0.7, "Sound on")
    press("m")
    assert (here.audio.volume, here.shown, here.preferences.settings.muted) == (0.0, "Sound off", True)
    press("m")
    assert (here.audio.volume, here.shown, here.preferences.settings.muted) == (0.7, "Sound on", False)


def test_up_and_down_change_the_volume_and_say_it(desk: Callable[..., Desk]) -> None:
    here = desk(volume=70, muted=True)
    press(Qt.Key.Key_Up)
    assert (here.audio.volume, here.shown, here.preferences.settings.muted) == (0.75, "75 %", False)
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert (here.audio.volume, here.shown) == (0.65, "65 %")
    here.controls._back.timeout.emit()
    assert here.shown == "Sound on"
    here.controls._back.stop()


@pytest.mark.parametrize(("volume", "key"), [(100, Qt.Key.Key_Up), (0, Qt.Key.Key_Down)])
def test_the_volume_stays_inside_its_bounds(desk: Callable[..., Desk], volume: int, key: Qt.Key) -> None:
    here = desk(volume=volume)
    press(key)
    assert here.preferences.settings.volume == volume
    here.controls._back.stop()


def test_where_nothing_is_heard_the_edge_lights_up_at_each_change(
    desk: Callable[..., Desk], run: Callable[[SessionPlayer, float], None], look: Look
) -> None:
    here = desk()
    band = here.page.findChildren(EdgeBand)[0]
    run(here.page.player, 10.5)
    assert not band.isVisible()
    here.audio.events.failed.emit(Reason.NO_DEVICE)
    assert [str(error).partition(".")[0] for error in here.said] == ["There is no sound"]
    run(here.page.player, 2.0)
    settle()
    hue = look.hue(phase_of(here.page.player.moment.segment).hue)
    assert band.isVisible()
    assert here.page.grab().toImage().pixelColor(3, 300) == colour(hue.fill)
    band._timer.timeout.emit()
    assert not band.isVisible()
    here.audio.events.recovered.emit()
    run(here.page.player, 6.0)
    assert not band.isVisible()
    band._timer.stop()


def test_where_nothing_is_heard_the_dock_says_so(desk: Callable[..., Desk]) -> None:
    here = desk(volume=70)
    here.audio.events.failed.emit(Reason.NO_DEVICE)
    assert here.shown == "No sound"
    press("m")
    assert here.shown == "Sound off"
    press("m")
    assert here.shown == "No sound"
    here.audio.events.recovered.emit()
    assert here.shown == "Sound on"


def test_without_sound_the_dock_says_nothing_about_it(open_page: Callable[..., PlayerPage]) -> None:
    dock = open_page(PLAN).findChildren(Dock)[0]
    assert not dock._sound.isVisible()
