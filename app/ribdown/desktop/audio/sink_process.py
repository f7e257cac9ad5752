"""The process that plays: `python -m ribdown.desktop.audio.sink_process qt` (or `simpleaudio`).

A process of its own, because Qt's sound code takes the whole process with it: with a sound server that has died, a new
sink ends in an assertion of libpulse; with one that hangs, every call waits for ever, and leaving crashes.

It hears `{"play": true, "start": s, "at": t, "bytes": n}` with n bytes of sound behind it, `{"stop": true}` and
`{"volume": share}`. It says `ready` once the output has taken a short silence (which also wakes a device that sleeps,
so that the first sound is as punctual as the others), `refused` with a Reason, `device` with a name, and `alive` a few
times a second.
"""

import os
import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import median
from typing import Any, NoReturn

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from ribdown.desktop.audio.output import Backend, Reason
from ribdown.desktop.audio.players import RATE, SAMPLE_BYTES, NoSoundError, Player
from ribdown.desktop.messages import Messages, answer

_BEAT_MS = 197  # shares no measure with the lots in which samples are taken, so that beats fall anywhere in them
_STUCK_BEATS = 5
_FIRST_BEATS = 13  # an output that holds two seconds takes the second lot of samples only after them
_REST_BEATS = 15  # an open sink costs power; by now everything that it holds has been heard
_LEADS = 16  # beats: samples are taken in lots, so only the lead in the middle of several says how far ahead it is
_APART = 0.01  # seconds that sound and clock may be apart before it starts again
_DRIFTED = 0.004  # seconds, before it is led back where that is not heard
# What the sound server itself has ahead. Qt asks for 20 ms, which a busy machine uses up; a stop throws it away.
_SERVER_MS = "160"
_SILENCE = bytes(RATE * 3 // 10 * SAMPLE_BYTES)  # more than a sink takes in at once


@dataclass(frozen=True, slots=True)
class _Sound:
    loaded: Any  # as the player wants it
    start: float  # seconds into it
    at: float  # the instant to which that belongs

    def place(self, now: float) -> int:
        """The byte that belongs to this instant; it may lie behind the end."""
        return max(round((self.start + now - self.at) * RATE), 0) * SAMPLE_BYTES

    def later(self, by: int) -> "_Sound":
        """With so many bytes more in front of what is still to come."""
        return replace(self, start=self.start + by / SAMPLE_BYTES / RATE)


class SinkProcess(QObject):
    """Carries out what the window asks for. `now` reads the monotonic clock, which all processes share."""

    def __init__(self, player: Player, messages: Messages, now: Callable[[], float]) -> None:
        super().__init__()
        self._player = player
        self._now = now
        self._ready = False
        self._asked: tuple[float, float] | None = None  # start and at of the sound that is on its way
        self._sound: _Sound | None = None
        self._next: _Sound | None = None
        self._progress: int | None = None
        self._still = 0  # beats without progress
        self._moves = 0  # beats with progress since the sound began
        self._leads: deque[float] = deque(maxlen=_LEADS)  # seconds taken ahead of what is heard, at the last beats
        self._lead: float | None = None  # as it was when it first played; one that is late from the start shows, too
        self._until_next = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._until_next.timeout.connect(self._take_next)
        self._beat = QTimer(self, interval=_BEAT_MS)
        self._beat.timeout.connect(self._look)
        messages.arrived.connect(self._obey)
        messages.data.connect(self._receive)
        messages.ended.connect(lambda: os._exit(0))

    def start(self) -> None:
        """Try the output."""
        self._sound = _Sound(self._player.load(_SILENCE), 0.0, self._now())
        self._begin()
        self._beat.start()

    def change_device(self) -> None:
        """Go on where it plays now, on the new default output."""
        self._lead = None
        self._begin()
        answer(device=self._player.device())

    def _obey(self, message: dict[str, Any]) -> None:
        if "play" in message:
            self._asked = (message["start"], message["at"])
            if message["at"] <= self._now():
                self._stop()
        if "stop" in message:
            self._asked = None
            self._stop()
        if "volume" in message:
            self._player.set_volume(message["volume"])

    def _receive(self, pcm: bytes) -> None:
        if self._asked is not None:  # otherwise it was stopped before it was here
            self._until_next.stop()
            self._next = _Sound(self._player.load(pcm), *self._asked)
            if not self._join(self._next):
                self._take_next()

    def _join(self, following: _Sound) -> bool:
        """Where something plays until then, the next sound becomes a part of it: no new sink, and so no gap."""
        sound = self._sound
        if sound is None:
            return False
        place = sound.place(following.at) + _samples(self._drift())
        forgotten = self._player.follow(following.loaded, place)
        if forgotten is None:
            return False
        self._sound = replace(following, loaded=sound.loaded).later(place - forgotten)
        self._next = None
        self._leads.clear()
        return True

    def _take_next(self) -> None:
        if self._next is None:
            return
        early = self._next.at - self._now()
        if early > 0:
            self._until_next.start(int(early * 1000) + 1)
            return
        self._sound, self._next = self._next, None
        self._begin()

    def _begin(self) -> None:
        sound = self._sound
        self._still = self._moves = 0
        self._leads.clear()
        try:
            self._player.device()
            if sound is not None:
                self._player.begin(sound.loaded, lambda: sound.place(self._now()))
        except NoSoundError as refusal:
            refuse(refusal.reason)

    def _stop(self) -> None:
        self._until_next.stop()
        self._next = self._sound = None
        self._player.stop()

    def _look(self) -> None:
        progress = self._player.progress()
        if progress == self._progress:
            self._still += 1
        else:
            self._still = 0
            self._moves += 1
        self._progress = progress
        if progress is not None:
            if self._ready and self._still >= (_STUCK_BEATS if self._moves > 1 else _FIRST_BEATS):
                refuse(Reason.NO_ANSWER)
            self._keep_pace(progress)
        elif not self._ready:
            self._ready = True
            answer(ready=True)
        elif self._still == _REST_BEATS and self._sound is not None:
            self._player.stop()
            self._sound = None
        answer(alive=True)

    def _keep_pace(self, taken: int) -> None:
        """Where this process was held up for longer than the sink's buffer, all that follows would come late: then
        start again at the right place. And no sound card keeps exactly the time of the clock: a little is led back."""
        if not self._player.counts or self._sound is None or self._moves < 2:
            return
        self._leads.append((taken - self._sound.place(self._now())) / SAMPLE_BYTES / RATE)
        if len(self._leads) < _LEADS:
            return
        if self._lead is None:
            self._lead = median(self._leads)
        drift = self._drift()
        if abs(drift) > _APART:
            self._lead = None  # whatever it is after that holds, so that it never starts over and over
            self._begin()
        elif drift and self._player.shift(_samples(drift)):
            self._sound = self._sound.later(_samples(drift))
            self._leads.clear()

    def _drift(self) -> float:
        """By how many seconds the sound is ahead of its time; 0 where that is little, or not known."""
        if self._lead is None or len(self._leads) < _LEADS:
            return 0.0
        drift = median(self._leads) - self._lead
        return drift if abs(drift) > _DRIFTED else 0.0


def _samples(seconds: float) -> int:
    """In bytes."""
    return round(seconds * RATE) * SAMPLE_BYTES


def refuse(reason: Reason) -> NoReturn:
    """Say why it cannot play, and end at once: an orderly end may hang."""
    answer(refused=reason.value)
    os._exit(0)


def player_of(backend: Backend) -> Player:
    """Imports what it needs. Raises ImportError where that is missing, or would crash this interpreter."""
    if backend is Backend.QT:
        from ribdown.desktop.audio.qt_player import QtPlayer

        return QtPlayer()
    if sys.version_info >= (3, 12):
        raise ImportError("simpleaudio crashes from Python 3.12 on")
    from ribdown.desktop.audio.simple_player import SimplePlayer

    return SimplePlayer()


def main(backend: Backend) -> int:
    """Run until the window closes the pipe."""
    os.environ.setdefault("PULSE_LATENCY_MSEC", _SERVER_MS)
    app = QCoreApplication([])
    messages = Messages(sys.stdin.buffer)
    messages.start()
    try:
        player = player_of(backend)
    except ImportError:  # libpulse missing is one too
        refuse(Reason.NO_LIBRARY)
    process = SinkProcess(player, messages, time.monotonic)
    player.on_device_change(process.change_device)
    process.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Backend(sys.argv[1])))
