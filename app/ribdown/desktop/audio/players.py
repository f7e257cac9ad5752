"""What the sound process plays with: Qt's sink, or simpleaudio. Sound is mono, 16 bit, 48,000 samples a second."""

from collections.abc import Callable
from typing import Any, Protocol

from ribdown.desktop.audio.output import Reason

RATE = 48_000
SAMPLE_BYTES = 2


class NoSoundError(Exception):
    """It cannot play here."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Player(Protocol):
    """Plays one sound at a time. `counts` says that its progress is the number of bytes taken."""

    counts: bool

    def on_device_change(self, call: Callable[[], None]) -> None:
        """Call this whenever the default output has become another one, or none."""
        ...

    def device(self) -> str:
        """The name of the default output. Raises NoSoundError where there is none."""
        ...

    def load(self, pcm: bytes) -> Any:
        """The sound as `begin` takes it. This may take some milliseconds; what plays goes on."""
        ...

    def begin(self, loaded: Any, place: Callable[[], int]) -> None:
        """Play on the default output instead of what plays, from the byte that `place` says at the last moment, or
        nothing where that is behind the end. Raises NoSoundError where there is no output."""
        ...

    def follow(self, loaded: Any, place: int) -> int | None:
        """From the byte `place` on, play this as a part of what plays, without a gap; silence stands in where that ends
        before. Returns how many bytes at the front are forgotten, because they have been heard; None where it can't,
        and nothing has changed."""
        ...

    def shift(self, by: int) -> bool:
        """At the next place where what plays is silent, put so many bytes of silence in, or leave so many out where it
        is negative. False where it can't, or where there is no such place soon."""
        ...

    def stop(self) -> None:
        """Be silent."""
        ...

    def set_volume(self, share: float) -> None:
        """0–1."""
        ...

    def progress(self) -> int | None:
        """A number that changes as long as samples are taken; None when all have been."""
        ...
