"""The other end of `child`: how a process of ours hears the window, and answers."""

import ctypes
import json
import os
import signal
import sys
from threading import Event, Thread
from typing import Any, BinaryIO

from PySide6.QtCore import QObject, Signal

_LEAVE_SECONDS = 0.3
_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)


class Messages(QObject):
    """What the window sends, on the thread that made this object. `ended` says that the window has gone or wants no
    more: soon after, the process ends, even if that thread hangs. While Qt holds the interpreter nothing is heard: then
    on Linux the kernel ends it with the window."""

    arrived = Signal(dict)
    data = Signal(bytes)
    ended = Signal()

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._source = source
        # A pipe can be watched by Qt on Linux only; a thread that waits for lines works everywhere.
        self._thread = Thread(target=self._read, daemon=True)

    def start(self) -> None:
        """Listen from now on."""
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        self._thread.start()

    def _read(self) -> None:
        for line in iter(self._source.readline, b""):
            message = json.loads(line)
            self.arrived.emit(message)
            if size := message.get("bytes"):
                self.data.emit(self._source.read(size))
        self.ended.emit()
        Event().wait(_LEAVE_SECONDS)
        os._exit(0)


def answer(**message: Any) -> None:
    """Say one line to the window."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()
