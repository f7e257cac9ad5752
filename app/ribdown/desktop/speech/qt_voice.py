"""Qt's speech object, obeying messages."""

import os
from typing import Any, NoReturn

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtTextToSpeech import QTextToSpeech

from ribdown.desktop.messages import Messages, answer
from ribdown.desktop.speech.output import SpeechState

_TOO_LATE_MS = 2000  # a line that has not begun by then is about what has passed
_ENGINE_MS = 8000
_MOCK = "mock"  # Qt's own, for tests: it makes no sound


class QtVoice(QObject):
    """Carries out what the window asks for."""

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self._speech: QTextToSpeech | None = None
        self._language = QLocale()
        self._ready = False
        self._line: int | None = None
        self._speaking = False
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self._give_up)
        messages.arrived.connect(self._obey)
        messages.ended.connect(self._leave)

    def _obey(self, message: dict[str, Any]) -> None:
        if "open" in message:
            self._open(message["open"], QLocale(message["language"]))
        speech = self._speech
        if speech is None:
            return
        if "voice" in message:
            self._set(speech, message)
        if "stop" in message:
            self._line = None
            speech.stop()
        if "say" in message:
            self._line = message["say"]
            self._speaking = False
            self._limit.start(_TOO_LATE_MS)
            speech.say(message["text"])

    def _open(self, engine: str, language: QLocale) -> None:
        # The list says what is installed, not what works: only the state does.
        engines = [name for name in QTextToSpeech.availableEngines() if name != _MOCK]
        wanted = engine if engine in (*engines, _MOCK) else next(iter(engines), "")
        if not wanted:
            refuse(SpeechState.NO_ENGINE)
        self._language = language
        self._speech = QTextToSpeech(wanted, self)
        self._speech.stateChanged.connect(lambda: self._look())
        self._limit.start(_ENGINE_MS)
        self._look()

    def _look(self) -> None:
        assert self._speech is not None
        state = self._speech.state()
        if state is QTextToSpeech.State.Error:
            refuse(SpeechState.NO_ENGINE)
        elif state is QTextToSpeech.State.Speaking and self._line is not None:
            self._speaking = True
            self._limit.stop()
            answer(speaking=self._line)
        elif state is QTextToSpeech.State.Ready and not self._ready:
            self._use(self._speech)
        elif state is QTextToSpeech.State.Ready and self._speaking:
            self._speaking = False
            answer(done=self._line)

    def _use(self, speech: QTextToSpeech) -> None:
        self._ready = True
        self._limit.stop()
        if speech.locale().language() != self._language.language():
            speech.setLocale(self._language)
        engines = [name for name in QTextToSpeech.availableEngines() if name != _MOCK]
        answer(ready=True, engines=sorted(engines), voices=[voice.name() for voice in speech.availableVoices()])

    def _set(self, speech: QTextToSpeech, message: dict[str, Any]) -> None:
        for voice in speech.availableVoices():
            if voice.name() == message["voice"]:
                speech.setVoice(voice)
        speech.setRate(message["rate"])
        speech.setVolume(message["volume"])

    def _give_up(self) -> None:
        if not self._ready:
            refuse(SpeechState.NO_ENGINE)
        if self._speech is not None:
            self._speech.stop()
        answer(dropped=self._line)

    def _leave(self) -> None:
        if self._speech is not None:
            self._speech.stop()  # the desktop's speech service would finish the sentence
        os._exit(0)


def refuse(state: SpeechState) -> NoReturn:
    """Say why it cannot speak, and end at once: an orderly end may hang."""
    answer(refused=state.value)
    os._exit(0)
