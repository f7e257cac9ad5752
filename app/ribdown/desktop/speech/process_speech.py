"""A voice from a process of ours: one that hangs or dies is replaced, a few times."""

import sys
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from ribdown.desktop.child import Child
from ribdown.desktop.speech.output import SpeechEvents, SpeechState

OWN_COMMAND = (sys.executable, "-P", "-m", "ribdown.desktop.speech.voice_process")  # -P: never from the current folder

_START_MS = 15_000  # imports, the desktop's speech service, and the engine; nothing waits for it
_ANSWER_MS = 4000  # the process itself drops a line after two
_TOO_LATE_MS = 4000  # the engine takes two, and the first line is due at once
_TRIES = 3


class ProcessSpeech(QObject):
    """`language` is that of the lines, as in "en". `command` starts the process that speaks."""

    def __init__(self, language: str, command: Sequence[str] = OWN_COMMAND) -> None:
        super().__init__()
        self.events = SpeechEvents(self)
        self.state = SpeechState.OFF
        self.engines: tuple[str, ...] = ()
        self.voices: tuple[str, ...] = ()
        self._language = language
        self._command = command
        self._child: Child | None = None
        self._tries = 0
        self._lines = 0
        self._engine = ""
        self._manner: dict[str, Any] = {"voice": "", "rate": 0.0, "volume": 1.0}
        self._waiting = ""  # the line that is due while the process still starts
        self._answer = QTimer(self, singleShot=True)
        self._answer.timeout.connect(lambda: self._lose(SpeechState.NO_ANSWER))
        self._too_late = QTimer(self, singleShot=True, interval=_TOO_LATE_MS)
        self._too_late.timeout.connect(self._forget)
        app = QCoreApplication.instance()
        if app is not None:  # a process that still runs when the last objects are deleted is complained about
            app.aboutToQuit.connect(self.close)

    def start(self) -> None:
        """Start the process; one that was given up gets its tries anew."""
        if self._child is None:
            self._tries = 0
            self._spawn()

    def say(self, text: str) -> None:
        """While the process starts, the line waits for a moment; where none runs, nothing happens."""
        if self.state is SpeechState.READY and self._child is not None:
            self._lines += 1
            self._child.send({"say": self._lines, "text": text})
            self._answer.start(_ANSWER_MS)
        elif self.state is SpeechState.STARTING:
            self._waiting = text
            self._too_late.start()

    def stop(self) -> None:
        """Fall silent in the middle of the word."""
        self._forget()
        if self.state is SpeechState.READY and self._child is not None:
            self._answer.stop()
            self._child.send({"stop": True})

    def set(self, engine: str, voice: str, rate: float, volume: float) -> None:
        """Another engine needs another process."""
        self._manner = {"voice": voice, "rate": rate, "volume": volume}
        changed, self._engine = engine != self._engine, engine
        if changed and self._child is not None:
            self._drop()
            self._tries = 0
            self._spawn()
        elif self.state is SpeechState.READY and self._child is not None:
            self._child.send(self._manner)

    def close(self) -> None:
        """The process stops speaking and ends; one that hangs is killed."""
        self._forget()
        self._answer.stop()
        if self._child is not None:
            self._child.leave()
            self._child = None
        for child in self.findChildren(Child):  # and one that was given up a moment ago
            child.wait()
        self._be(SpeechState.OFF)

    def _spawn(self) -> None:
        self._tries += 1
        self._child = child = Child(self._command, self)
        child.said.connect(self._hear)
        child.ended.connect(lambda: self._lose(SpeechState.NO_ANSWER))
        child.send({"open": self._engine, "language": self._language})
        self._answer.start(_START_MS)
        self._be(SpeechState.STARTING)

    def _hear(self, message: dict[str, Any]) -> None:
        self._answer.stop()
        if "refused" in message:
            self._lose(SpeechState(message["refused"]))
        elif "ready" in message and self._child is not None:
            self.engines, self.voices = tuple(message["engines"]), tuple(message["voices"])
            self._child.send(self._manner)
            self._be(SpeechState.READY)
            if self._waiting:
                self.say(self._waiting)
                self._forget()

    def _lose(self, state: SpeechState) -> None:
        self._drop()
        if state is SpeechState.NO_ANSWER and self._tries < _TRIES:
            self._spawn()
        else:
            self._forget()
            self._be(state)

    def _drop(self) -> None:
        self._answer.stop()
        if self._child is not None:
            self._child.kill()
            self._child = None

    def _forget(self) -> None:
        self._waiting = ""
        self._too_late.stop()

    def _be(self, state: SpeechState) -> None:
        self.state = state
        self.events.changed.emit()
