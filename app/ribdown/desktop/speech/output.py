"""The voice of a session, as the window sees it, and what stands in where none is wanted."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject, Signal


class SpeechState(StrEnum):
    """Whether a voice can be heard, and why not."""

    OFF = "off"  # not started, or not wanted
    STARTING = "starting"
    READY = "ready"
    NO_LIBRARY = "no-library"  # Qt's speech module, or libpulse that it needs, is not installed
    NO_ENGINE = "no-engine"  # no speech engine of the desktop is ready
    NO_ANSWER = "no-answer"  # the engine hangs or dies each time


@dataclass(frozen=True, slots=True)
class VoiceManner:
    """Who speaks, and how: an engine and a voice by name, or "" for the desktop's own; rate −1 to 1, 0 the usual one;
    volume 0 to 1."""

    engine: str = ""
    voice: str = ""
    rate: float = 0.0
    volume: float = 1.0


OWN_MANNER = VoiceManner()  # the desktop's own


class SpeechEvents(QObject):
    """`changed` says that state, engines and voices may be others now."""

    changed = Signal()


class Speech(Protocol):
    """Speaks one line at a time. No call blocks, and none fails: a line that cannot be spoken in time is dropped."""

    @property
    def state(self) -> SpeechState:
        """Whether it can be heard now."""
        ...

    @property
    def engines(self) -> tuple[str, ...]:
        """The engines of this desktop; empty until it has been ready once."""
        ...

    @property
    def voices(self) -> tuple[str, ...]:
        """The voices that the engine in use has for the language; empty until it has been ready once."""
        ...

    @property
    def events(self) -> SpeechEvents:
        """What happens to it."""
        ...

    def start(self) -> None:
        """Begin what takes a second or two, so that it is done when the first line is due."""
        ...

    def say(self, text: str) -> None:
        """Speak this, instead of what is being spoken."""
        ...

    def stop(self) -> None:
        """Fall silent in the middle of the word."""
        ...

    def set(self, engine: str, voice: str, rate: float, volume: float) -> None:
        """From now on: an engine and a voice by name, or "" for the desktop's own; rate −1 to 1, volume 0 to 1."""
        ...

    def close(self) -> None:
        """Fall silent, and let go of everything."""
        ...


class NullSpeech:
    """Where no voice is wanted."""

    state = SpeechState.OFF
    engines: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()

    def __init__(self) -> None:
        self.events = SpeechEvents()

    def start(self) -> None:
        """Do nothing."""

    def say(self, text: str) -> None:
        """Do nothing."""

    def stop(self) -> None:
        """Do nothing."""

    def set(self, engine: str, voice: str, rate: float, volume: float) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""
