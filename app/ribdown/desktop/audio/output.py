"""What plays the tones of a session, as the window sees it, and what stands in where nothing can play them."""

from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject, Signal


class Backend(StrEnum):
    """What sends the samples to the sound server."""

    QT = "qt"
    SIMPLEAUDIO = "simpleaudio"
    SILENT = "silent"


class Reason(StrEnum):
    """Why this backend and not the one that was asked for."""

    WORKING = "working"  # it is the one that was asked for
    STARTING = "starting"  # no answer yet, and still time for one
    NOT_WANTED = "not-wanted"  # the person wants no sound
    NO_LIBRARY = "no-library"  # Qt Multimedia, libpulse or simpleaudio is not installed
    NO_DEVICE = "no-device"  # no sound server, or a server without an output
    NO_ANSWER = "no-answer"  # the sound server hangs, or it died


class AudioEvents(QObject):
    """`changed` says that name and reason are others now. `failed` carries a Reason: from now on it is silent, and
    goes on trying by itself until `recovered`. `device_changed` carries the name of the output that plays now."""

    changed = Signal()
    failed = Signal(str)
    recovered = Signal()
    device_changed = Signal(str)


class AudioOutput(Protocol):
    """Plays one chunk of sound at a time: mono, 16 bit, 48,000 samples a second. No call blocks."""

    @property
    def name(self) -> Backend:
        """What plays at this moment."""
        ...

    @property
    def reason(self) -> Reason:
        """Why that and not what was asked for."""
        ...

    @property
    def events(self) -> AudioEvents:
        """What happens to it."""
        ...

    def play(self, pcm: bytes, start: float, at: float) -> None:
        """Play instead of what plays: the place `start` seconds into `pcm` belongs to the instant `at`, in seconds of
        the monotonic clock. Where `at` is still to come, what plays goes on until then."""
        ...

    def stop(self) -> None:
        """Be silent at once."""
        ...

    def set_volume(self, share: float) -> None:
        """0 is silent, 1 as it was rendered. Holds for what plays and for all that follows."""
        ...

    def close(self) -> None:
        """Be silent, and let go of everything."""
        ...


class SilentAudio:
    """Where no sound is wanted."""

    name = Backend.SILENT
    reason = Reason.NOT_WANTED

    def __init__(self) -> None:
        self.events = AudioEvents()

    def play(self, pcm: bytes, start: float, at: float) -> None:
        """Do nothing."""

    def stop(self) -> None:
        """Do nothing."""

    def set_volume(self, share: float) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""
