"""A process of ours that does what may hang or crash, seen from the window: messages are lines of JSON."""

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

_LEAVE_MS = 100
_END_MS = 1000  # a killed process is gone within a few


class Child(QObject):
    """Starts at once. `said` carries what it says; `ended` comes once where it ends, or never starts, by itself."""

    said = Signal(dict)
    ended = Signal()

    def __init__(self, command: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._dropped = False
        self._process = process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())  # what matters it says in a message
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._failed)
        process.start(command[0], list(command[1:]))

    def send(self, message: dict[str, Any], data: bytes = b"") -> None:
        """Send a message, with `data` right behind it."""
        self._process.write(json.dumps(message | {"bytes": len(data)} if data else message).encode() + b"\n")
        if data:
            self._process.write(data)

    def kill(self) -> None:
        """End it, however it hangs, and hear no more of it."""
        self._dropped = True
        self._process.finished.connect(self.deleteLater)
        self._process.kill()
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self.deleteLater()

    def leave(self) -> None:
        """Let it end in its own way, for a moment, and stay until it has gone."""
        self._dropped = True
        self._process.closeWriteChannel()
        self._process.waitForFinished(_LEAVE_MS)
        self.kill()
        self.wait()

    def wait(self) -> None:
        """After `kill`, where the app ends: stay until it has gone."""
        self._process.waitForFinished(_END_MS)

    def _read(self) -> None:
        while not self._dropped and self._process.canReadLine():
            self.said.emit(json.loads(bytes(self._process.readLine().data())))

    def _end(self) -> None:
        if not self._dropped:
            self.ended.emit()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # in all other cases `finished` comes
            self._end()
