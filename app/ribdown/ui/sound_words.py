"""What is said about the sound and the voice."""

from ribdown.core.errors import UserError
from ribdown.core.settings import Settings
from ribdown.desktop.audio.output import Backend, Reason
from ribdown.desktop.speech.output import SpeechState
from ribdown.ui.translation import translate


def silence_said(reason: Reason) -> UserError:
    """That nothing can be heard in a session, why, and what follows."""
    return UserError(
        _why_silent(reason), translate("words", "The session goes on, and the window’s edge lights up at each change.")
    )


def output_said(name: Backend, reason: Reason) -> str:
    """What plays the tones and ticks, and why that."""
    if name is Backend.QT:
        plays = translate("words", "Qt plays through this computer’s sound service.")
        return plays if reason is Reason.WORKING else f"{plays} {_refused('simpleaudio', reason)}"
    if name is Backend.SIMPLEAUDIO:
        plays = translate("words", "simpleaudio plays through this computer’s default output.")
        return plays if reason is Reason.WORKING else f"{plays} {_refused('Qt', reason)}"
    if reason is Reason.STARTING:
        return translate("words", "Looking for speakers")
    if reason is Reason.NOT_WANTED:
        return translate("words", "Tones and ticks are silent. The voice is not.")
    return f"{_why_silent(reason)} {_what_helps(reason)}".strip()


def speech_said(state: SpeechState) -> str:
    """Whether a voice can be heard, and what to do where none can."""
    return {
        SpeechState.OFF: translate("words", "Voice is off."),
        SpeechState.STARTING: translate("words", "Looking for voices"),
        SpeechState.READY: "",
        SpeechState.NO_LIBRARY: translate(
            "words", "There is no voice: Qt’s speech library or libpulse is missing. Install both, then come back here."
        ),
        SpeechState.NO_ENGINE: translate(
            "words",
            "There is no voice: no speech engine answers. On Linux, install speech-dispatcher and espeak-ng, "
            "then come back here.",
        ),
        SpeechState.NO_ANSWER: translate(
            "words", "There is no voice: the speech service does not answer. Sign in again, then come back here."
        ),
    }[state]


def tones_off(settings: Settings) -> str:
    """Why these settings let no tone and no tick be heard; empty where they do."""
    if not settings.tones and not settings.ticks:
        return translate("words", "Tones and ticks are off.")
    return _too_soft(settings)


def voice_off(settings: Settings) -> str:
    """Why these settings let no voice be heard; empty where they do."""
    if not settings.voice:
        return translate("words", "Voice is off.")
    return _too_soft(settings) or ("" if settings.speech_volume else translate("words", "Loudness of speech is 0 %."))


def _too_soft(settings: Settings) -> str:
    if settings.muted:
        return translate("words", "Mute is on.")
    return "" if settings.volume else translate("words", "Volume is 0 %.")


def _why_silent(reason: Reason) -> str:
    why = {
        Reason.NO_LIBRARY: translate("words", "There is no sound: a library for it is missing."),
        Reason.NO_DEVICE: translate("words", "There is no sound: no speaker or headphones are found."),
        Reason.NO_ANSWER: translate("words", "There is no sound: the sound service does not answer."),
    }
    return why.get(reason, translate("words", "There is no sound."))


def _what_helps(reason: Reason) -> str:
    return {
        Reason.NO_LIBRARY: translate("words", "Install Qt’s multimedia library and libpulse."),
        Reason.NO_DEVICE: translate("words", "Plug some in: it is found by itself."),
        Reason.NO_ANSWER: translate("words", "Ribdown tries again by itself."),
    }.get(reason, "")


def _refused(name: str, reason: Reason) -> str:
    """Why not the one that was asked for."""
    return {
        Reason.NO_LIBRARY: translate("words", "{} is not installed."),
        Reason.NO_DEVICE: translate("words", "{} finds no output."),
        Reason.NO_ANSWER: translate("words", "{} does not answer."),
    }.get(reason, "").format(name)
