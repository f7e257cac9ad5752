"""Hearing the tones and the voice before a session, and an honest word where they can't be heard."""

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from fakes import FakeClock
from ribdown.core.settings import Settings, SoundOutput
from ribdown.desktop.audio.output import AudioEvents, Backend, Reason
from ribdown.desktop.speech.output import SpeechEvents, SpeechState
from ribdown.ui.session_sound import Voices
from ribdown.ui.sound_check import SoundCheck
from ribdown.ui.sound_words import output_said, speech_said
from ribdown.ui.spoken_words import SpokenWords

RATE = 48_000
LIMIT = 10_000  # ms


class Loudspeaker:
    """An output that becomes what the test says, and notes what it is asked to play."""

    def __init__(self) -> None:
        self.events = AudioEvents()
        self.name, self.reason = Backend.SILENT, Reason.STARTING
        self.played: list[tuple[bytes, float, float]] = []
        self.volume = -1.0
        self.closed = False

    def be(self, name: Backend, reason: Reason) -> None:
        self.name, self.reason = name, reason
        self.events.changed.emit()

    def play(self, pcm: bytes, start: float, at: float) -> None:
        self.played.append((pcm, start, at))

    def stop(self) -> None:
        """Nobody asks for it."""

    def set_volume(self, share: float) -> None:
        self.volume = share

    def close(self) -> None:
        self.closed = True


class Speaker:
    """A voice that becomes what the test says, and notes what it is asked to say, and how."""

    def __init__(self) -> None:
        self.events = SpeechEvents()
        self.state = SpeechState.OFF
        self.engines: tuple[str, ...] = ()
        self.voices: tuple[str, ...] = ()
        self.said: list[str] = []
        self.manner: tuple[str, str, float, float] | None = None
        self.closed = False

    def be(self, state: SpeechState) -> None:
        self.state = state
        self.events.changed.emit()

    def speak(self) -> None:
        self.engines, self.voices = ("flite", "speechd"), ("English", "English (America)")
        self.be(SpeechState.READY)

    def start(self) -> None:
        self.be(SpeechState.STARTING)

    def say(self, text: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        """Nobody asks for it."""

    def set(self, engine: str, voice: str, rate: float, volume: float) -> None:
        self.manner = (engine, voice, rate, volume)

    def close(self) -> None:
        self.closed = True


class Room:
    """A check, and all that was made for it."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.clock = FakeClock()
        self.made: list[tuple[Loudspeaker, Speaker]] = []
        self.check = SoundCheck(self._make, self.clock)

    def _make(self, settings: Settings) -> Voices:
        self.made.append((Loudspeaker(), Speaker()))
        return Voices(*self.made[-1], SpokenWords())

    def open(self, **settings: Any) -> tuple[Loudspeaker, Speaker]:
        self.check.open(Settings(**settings))
        return self.made[-1]

    def heard(self) -> tuple[bytes, float, float]:
        """The only sound so far."""
        audio, _ = self.made[-1]
        self._qtbot.waitUntil(lambda: bool(audio.played), timeout=LIMIT)
        (sound,) = audio.played
        return sound


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    room = Room(qtbot)
    yield room
    room.check.close()


def loudest(pcm: bytes, start: float, end: float) -> int:
    samples = memoryview(pcm).cast("h")[round(start * RATE) : round(end * RATE)]
    return max(map(abs, samples))


# -- tones


def test_an_exhale_and_a_tick_are_played_at_the_volume_of_a_session(room: Room) -> None:
    audio, _ = room.open(volume=40)
    audio.be(Backend.QT, Reason.WORKING)
    room.check.play_tones()
    pcm, start, at = room.heard()
    assert (start, audio.volume) == (0.0, 0.4)
    assert room.check.tones_told == "An exhale and a tick are played."
    assert 0 < at - room.clock.now().monotonic < 1
    assert loudest(pcm, 0.5, 2.0) > 1000
    assert loudest(pcm, 3.05, 3.45) == 0
    assert loudest(pcm, 3.5, 3.6) > 1000


@pytest.mark.parametrize(("tones", "ticks"), [(True, False), (False, True)])
def test_what_is_switched_off_is_not_played(room: Room, tones: bool, ticks: bool) -> None:
    audio, _ = room.open(tones=tones, ticks=ticks)
    audio.be(Backend.QT, Reason.WORKING)
    room.check.play_tones()
    pcm, _, _ = room.heard()
    assert (loudest(pcm, 0.0, 3.0) > 0, loudest(pcm, 3.4, 3.7) > 0) == (tones, ticks)


def test_a_test_waits_for_the_output_and_sounds_once(room: Room) -> None:
    audio, _ = room.open()
    room.check.play_tones()
    assert room.check.tones_told == "Looking for speakers"
    audio.be(Backend.QT, Reason.WORKING)
    room.heard()
    audio.be(Backend.QT, Reason.WORKING)
    room.check.play_tones()
    room.check.close()
    assert len(audio.played) == 1, "a sound that is rendered after the end is not played"


@pytest.mark.parametrize("reason", [Reason.NO_DEVICE, Reason.NO_LIBRARY, Reason.NO_ANSWER, Reason.NOT_WANTED])
def test_where_nothing_plays_the_test_says_why(room: Room, reason: Reason) -> None:
    audio, _ = room.open()
    room.check.play_tones()
    audio.be(Backend.SILENT, reason)
    assert room.check.tones_told == room.check.output == output_said(Backend.SILENT, reason) != ""
    assert audio.played == []


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"muted": True}, "Mute is on."),
        ({"volume": 0}, "Volume is 0 %."),
        ({"tones": False, "ticks": False}, "Tones and ticks are off."),
    ],
)
def test_settings_that_silence_the_tones_are_named(room: Room, settings: dict[str, Any], said: str) -> None:
    room.open(**settings)
    room.check.play_tones()
    assert room.check.tones_told == said
    room.check.follow(Settings())
    assert room.check.tones_told == ""


# -- the voice


def test_a_line_is_spoken_in_the_manner_that_is_set(room: Room) -> None:
    manner = {"speech_engine": "speechd", "speech_voice": "English", "speech_rate": -50, "speech_volume": 60}
    _, speech = room.open(volume=50, **manner)
    room.check.say_line()
    assert (speech.said, room.check.voice_told) == ([], "Looking for voices")
    speech.speak()
    assert room.check.voice_told == "One line is spoken."
    assert len(speech.said) == 1
    assert speech.manner is not None
    assert speech.manner[:3] == ("speechd", "English", -0.5)
    assert speech.manner[3] == pytest.approx(0.3)
    speech.be(SpeechState.READY)
    assert len(speech.said) == 1


@pytest.mark.parametrize("state", [SpeechState.NO_ENGINE, SpeechState.NO_LIBRARY, SpeechState.NO_ANSWER])
def test_without_a_voice_the_test_says_why(room: Room, state: SpeechState) -> None:
    _, speech = room.open()
    room.check.say_line()
    speech.be(state)
    assert room.check.voice_told == room.check.speech == speech_said(state) != ""


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"voice": False}, "Voice is off."),
        ({"muted": True}, "Mute is on."),
        ({"volume": 0}, "Volume is 0 %."),
        ({"speech_volume": 0}, "Loudness of speech is 0 %."),
    ],
)
def test_settings_that_silence_the_voice_are_named(room: Room, settings: dict[str, Any], said: str) -> None:
    room.open(**settings)
    room.check.say_line()
    assert room.check.voice_told == said


# -- what there is


def test_without_a_speaker_there_is_no_voice_to_hear(room: Room) -> None:
    audio, speech = room.open()
    speech.speak()
    assert (room.check.speaks, room.check.speech) == (True, "2 speakers")
    audio.be(Backend.SILENT, Reason.NO_DEVICE)
    assert (room.check.speaks, room.check.speech) == (False, output_said(Backend.SILENT, Reason.NO_DEVICE))
    assert room.check.speakers == ("English", "English (America)"), "they can still be chosen"
    room.check.say_line()
    assert (room.check.voice_told, speech.said) == (output_said(Backend.SILENT, Reason.NO_DEVICE), [])
    audio.be(Backend.QT, Reason.WORKING)
    assert room.check.speech == "2 speakers"


def test_engines_and_speakers_are_known_once_it_speaks(room: Room) -> None:
    _, speech = room.open()
    assert (room.check.speech, room.check.engines, room.check.speakers) == ("Looking for voices", (), ())
    speech.speak()
    assert room.check.engines == ("flite", "speechd")
    assert room.check.speakers == ("English", "English (America)")
    assert room.check.speech == "2 speakers"


def test_with_the_voice_off_no_speech_is_started(room: Room) -> None:
    _, speech = room.open(voice=False)
    assert (speech.state, room.check.speech) == (SpeechState.OFF, "Voice is off.")


@pytest.mark.parametrize("change", [{"voice": False}, {"sound_output": SoundOutput.SILENT}])
def test_other_processes_are_started_only_where_others_are_wanted(room: Room, change: dict[str, Any]) -> None:
    audio, speech = room.open()
    room.check.follow(Settings(volume=10, tones=False, speech_rate=10))
    assert (len(room.made), audio.volume) == (1, 0.1)
    room.check.follow(Settings(**change))
    assert len(room.made) == 2
    assert audio.closed
    assert speech.closed


def test_closed_it_holds_nothing_and_follows_nothing(room: Room) -> None:
    audio, speech = room.open()
    room.check.close()
    assert (audio.closed, speech.closed, room.check.output, room.check.speech) == (True, True, "", "")
    room.check.follow(Settings(voice=False))
    room.check.play_tones()
    room.check.say_line()
    assert len(room.made) == 1


@pytest.mark.parametrize(
    ("name", "reason", "said"),
    [
        (Backend.QT, Reason.WORKING, "Qt plays through this computer’s sound service."),
        (Backend.QT, Reason.NO_LIBRARY, "simpleaudio is not installed."),
        (Backend.SIMPLEAUDIO, Reason.WORKING, "simpleaudio plays through this computer’s default output."),
        (Backend.SIMPLEAUDIO, Reason.NO_DEVICE, "Qt finds no output."),
        (Backend.SIMPLEAUDIO, Reason.NO_ANSWER, "Qt does not answer."),
        (Backend.SILENT, Reason.STARTING, "Looking for speakers"),
        (Backend.SILENT, Reason.NOT_WANTED, "The voice is not."),
        (Backend.SILENT, Reason.NO_DEVICE, "There is no sound: no speaker or headphones are found. Plug some in"),
        (Backend.SILENT, Reason.NO_LIBRARY, "There is no sound: a library for it is missing. Install"),
        (Backend.SILENT, Reason.NO_ANSWER, "There is no sound: the sound service does not answer. Ribdown tries again"),
    ],
)
def test_what_plays_is_said_with_its_reason(room: Room, name: Backend, reason: Reason, said: str) -> None:
    audio, _ = room.open()
    audio.be(name, reason)
    assert said in room.check.output
