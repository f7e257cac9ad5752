"""What a session is heard through on this computer."""

from ribdown.core.settings import Settings
from ribdown.desktop.audio.choice import choose_audio
from ribdown.desktop.audio.output import Backend, SilentAudio
from ribdown.desktop.speech.output import NullSpeech
from ribdown.desktop.speech.process_speech import ProcessSpeech
from ribdown.ui.session_sound import Voices
from ribdown.ui.spoken_words import SpokenWords

_LANGUAGE = "en"  # of the words, which are not translated yet


def desktop_voices(settings: Settings) -> Voices:
    """The computer's sound and speech; neither is opened before it is wanted."""
    speech = ProcessSpeech(_LANGUAGE) if settings.voice else NullSpeech()
    return Voices(choose_audio(Backend.QT), speech, SpokenWords())


def no_voices(settings: Settings) -> Voices:
    """Nothing is heard."""
    return Voices(SilentAudio(), NullSpeech(), SpokenWords())
