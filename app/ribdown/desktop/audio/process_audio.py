"""Sound from a process of ours, watched: one that hangs or dies is replaced, and goes on at the right place."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from ribdown.desktop.audio.output import AudioEvents, Backend, Reason
from ribdown.desktop.audio.players import RATE, SAMPLE_BYTES
from ribdown.desktop.child import Child

_CONTACT_MS = 8000  # from starting the process to `ready`: imports on a slow machine, and an output that wakes up
_BEAT_MS = 500
_MISSED_BEATS = 3  # the process speaks five times a second
_AGAIN_MS = 2000
_AGAIN_MS_AT_MOST = 30_000


class ProcessAudio(QObject):
    """`commands` has the backends in the order in which they are tried, each with the command of its process."""

    def __init__(self, commands: Mapping[Backend, Sequence[str]]) -> None:
        super().__init__()
        self.events = AudioEvents(self)
        self.name = Backend.SILENT
        self.reason = Reason.STARTING
        self._commands = commands
        self._untried = list(commands)
        self._refusals: list[Reason] = []
        self._child: Child | None = None
        self._chunk: tuple[bytes, float, float] | None = None
        self._volume = 1.0
        self._failed = False
        self._pause_ms = _AGAIN_MS
        self._missed = 0
        self._contact = QTimer(self, singleShot=True, interval=_CONTACT_MS)
        self._contact.timeout.connect(lambda: self._lose(Reason.NO_ANSWER))
        self._beat = QTimer(self, interval=_BEAT_MS)
        self._beat.timeout.connect(self._count)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._try_all)
        app = QCoreApplication.instance()
        if app is not None:  # a process that still runs when the last objects are deleted is complained about
            app.aboutToQuit.connect(self.close)
        self._try_next()

    def play(self, pcm: bytes, start: float, at: float) -> None:
        """Where nothing plays yet, this is kept until something does, and then goes on where it has to be by then."""
        self._chunk = (pcm, start, at)
        self._send_chunk()

    def stop(self) -> None:
        """Be silent at once."""
        self._chunk = None
        self._send({"stop": True})

    def set_volume(self, share: float) -> None:
        """0–1, for what plays and what follows."""
        self._volume = share
        self._send({"volume": share})

    def close(self) -> None:
        """End the process, whatever it does."""
        for timer in (self._contact, self._beat, self._again):
            timer.stop()
        self.name = Backend.SILENT
        if self._child is not None:
            self._child.kill()
            self._child = None
        for child in self.findChildren(Child):  # and those that were given up a moment ago
            child.wait()

    # -- finding what plays

    def _try_all(self) -> None:
        self._untried = list(self._commands)
        self._refusals = []
        self._try_next()

    def _try_next(self) -> None:
        self._backend = self._untried.pop(0)
        self._child = child = Child(self._commands[self._backend], self)
        child.said.connect(self._hear)
        child.ended.connect(lambda: self._lose(Reason.NO_ANSWER))
        self._contact.start()

    def _hear(self, message: dict[str, Any]) -> None:
        self._missed = 0
        if "refused" in message:
            self._lose(Reason(message["refused"]))
        elif "device" in message:
            self.events.device_changed.emit(message["device"])
        elif "ready" in message:
            self._use()

    def _use(self) -> None:
        self._contact.stop()
        self._beat.start()
        self._pause_ms = _AGAIN_MS
        self.name = self._backend
        self._say_reason(self._refusals[0] if self._refusals else Reason.WORKING)
        self._send({"volume": self._volume})
        self._send_chunk()
        if self._failed:
            self._failed = False
            self.events.recovered.emit()

    # -- losing it

    def _count(self) -> None:
        self._missed += 1
        # Counted in ticks: when the window was held up itself, what the process said is waiting to be read.
        if self._missed >= _MISSED_BEATS:
            self._lose(Reason.NO_ANSWER)

    def _lose(self, reason: Reason) -> None:
        self._contact.stop()
        self._beat.stop()
        self._missed = 0
        if self._child is not None:
            self._child.kill()
            self._child = None
        worked = self.name is not Backend.SILENT
        self.name = Backend.SILENT
        self._refusals.append(reason)
        if worked:
            self._fail(reason)
            self._try_all()
        elif self._untried:
            self._try_next()
        else:
            self._fail(self._refusals[0])
            self._try_later()

    def _try_later(self) -> None:
        if any(reason is not Reason.NO_LIBRARY for reason in self._refusals):
            self._again.start(self._pause_ms)
            self._pause_ms = min(self._pause_ms * 2, _AGAIN_MS_AT_MOST)

    def _fail(self, reason: Reason) -> None:
        self._say_reason(reason)
        if not self._failed:
            self._failed = True
            self.events.failed.emit(reason.value)

    def _say_reason(self, reason: Reason) -> None:
        self.reason = reason
        self.events.changed.emit()

    # -- what the process is told

    def _send(self, message: dict[str, Any], data: bytes = b"") -> None:
        if self._child is not None and self.name is not Backend.SILENT:
            self._child.send(message, data)

    def _send_chunk(self) -> None:
        if self._chunk is not None:
            pcm, start, at = self._chunk
            skipped = round(start * RATE)
            rest = pcm[skipped * SAMPLE_BYTES :]
            self._send({"play": True, "start": start - skipped / RATE, "at": at}, rest)
