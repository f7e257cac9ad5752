"""What is heard is what the settings say."""

import sys
from importlib.util import find_spec

import pytest
from PySide6.QtWidgets import QApplication

from ribdown.core.settings import Settings, SoundOutput
from ribdown.desktop.audio.output import Backend, Reason
from ribdown.desktop.speech.output import NullSpeech, SpeechState, VoiceManner
from ribdown.desktop.speech.process_speech import ProcessSpeech
from ribdown.ui.voices import desktop_voices, no_voices, sound_outputs, voice_manner


def test_every_backend_can_be_chosen() -> None:
    assert [output.value for output in SoundOutput] == [backend.value for backend in Backend]


def test_no_sound_and_no_voice_start_nothing(qapp: QApplication) -> None:
    for voices in (desktop_voices(Settings(sound_output=SoundOutput.SILENT, voice=False)), no_voices(Settings())):
        assert (voices.audio.name, voices.audio.reason) == (Backend.SILENT, Reason.NOT_WANTED)
        assert isinstance(voices.speech, NullSpeech)


def test_a_voice_is_there_where_it_is_wanted(qapp: QApplication) -> None:
    voices = desktop_voices(Settings(sound_output=SoundOutput.SILENT))
    assert isinstance(voices.speech, ProcessSpeech)
    assert voices.speech.state is SpeechState.OFF, "it is started by who needs it"


def test_the_manner_is_that_of_the_settings() -> None:
    assert voice_manner(Settings()) == VoiceManner()
    settings = Settings(speech_engine="speechd", speech_voice="English", speech_rate=-50, speech_volume=25)
    assert voice_manner(settings) == VoiceManner("speechd", "English", -0.5, 0.25)


@pytest.mark.parametrize("python", [(3, 12), (3, 13)])
def test_simpleaudio_is_not_offered_where_it_crashes(python: tuple[int, int]) -> None:
    assert sound_outputs(python) == (SoundOutput.QT, SoundOutput.SILENT)


def test_simpleaudio_is_offered_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    there = sys.version_info < (3, 12) and find_spec("simpleaudio") is not None
    assert (SoundOutput.SIMPLEAUDIO in sound_outputs()) is there
    monkeypatch.setattr("ribdown.ui.voices.find_spec", lambda _: object())
    assert sound_outputs((3, 11)) == tuple(SoundOutput)
