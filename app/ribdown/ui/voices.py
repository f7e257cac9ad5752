"""What a session is heard through on this computer."""

import sys
from importlib.util import find_spec

from ribdown.core.settings import Settings, SoundOutput
from ribdown.desktop.audio.choice import choose_audio
from ribdown.desktop.audio.output import Backend, SilentAudio
from ribdown.desktop.speech.output import NullSpeech, VoiceManner
from ribdown.desktop.speech.process_speech import ProcessSpeech
from ribdown.ui.language import spoken_language
from ribdown.ui.session_sound import Voices
from ribdown.ui.spoken_words import SpokenWords


def desktop_voices(settings: Settings) -> Voices:
    """The computer's sound and speech; neither is opened before it is wanted."""
    speech = ProcessSpeech(spoken_language()) if settings.voice else NullSpeech()
    return Voices(choose_audio(Backend(settings.sound_output)), speech, SpokenWords())


def no_voices(settings: Settings) -> Voices:
    """Nothing is heard."""
    return Voices(SilentAudio(), NullSpeech(), SpokenWords())


def voice_manner(settings: Settings) -> VoiceManner:
    """Who speaks, and how, as the settings have it."""
    return VoiceManner(
        settings.speech_engine, settings.speech_voice, settings.speech_rate / 100, settings.speech_volume / 100
    )


def sound_outputs(python: tuple[int, int] = sys.version_info[:2]) -> tuple[SoundOutput, ...]:
    """What can send tones and ticks here. simpleaudio crashes the interpreter from Python 3.12 on."""
    there = python < (3, 12) and find_spec("simpleaudio") is not None
    return tuple(one for one in SoundOutput if there or one is not SoundOutput.SIMPLEAUDIO)
