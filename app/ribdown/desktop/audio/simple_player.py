"""simpleaudio, the second choice: the rest of a sound is one buffer for it, and it has no volume of its own."""

from collections.abc import Callable
from importlib import import_module
from itertools import count
from typing import Any

from ribdown.desktop.audio.output import Reason
from ribdown.desktop.audio.players import RATE, SAMPLE_BYTES, NoSoundError


class SimplePlayer:
    """Plays on ALSA's default output, the only one it knows. Raises ImportError where it is not installed."""

    counts = False

    def __init__(self) -> None:
        self._simpleaudio = import_module("simpleaudio")
        self._error = import_module("simpleaudio._simpleaudio").SimpleaudioError  # not exported by the package itself
        self._numpy = import_module("numpy")
        self._volume = 1.0
        self._playing: Any = None
        self._asked = count()

    def on_device_change(self, call: Callable[[], None]) -> None:
        """It never says so."""

    def device(self) -> str:
        """It knows no name."""
        return ""

    def load(self, pcm: bytes) -> Any:
        """An array of samples."""
        return self._numpy.frombuffer(pcm, self._numpy.int16)

    def begin(self, loaded: Any, place: Callable[[], int]) -> None:
        """One buffer, at the volume of this moment."""
        self.stop()
        samples = (loaded * self._volume).astype(self._numpy.int16)[place() // SAMPLE_BYTES :]
        if len(samples) == 0:
            return
        try:
            self._playing = self._simpleaudio.play_buffer(samples, 1, SAMPLE_BYTES, RATE)
        except self._error as error:
            raise NoSoundError(Reason.NO_DEVICE) from error

    def follow(self, loaded: Any, place: int) -> int | None:
        """It has taken everything at once."""
        return None

    def shift(self, by: int) -> bool:
        """Nor can anything be changed later."""
        return False

    def stop(self) -> None:
        """Be silent."""
        if self._playing is not None:
            self._playing.stop()
            self._playing = None

    def set_volume(self, share: float) -> None:
        """0–1, for what follows."""
        self._volume = share

    def progress(self) -> int | None:
        """It says no more than whether it plays."""
        return next(self._asked) if self._playing is not None and self._playing.is_playing() else None
