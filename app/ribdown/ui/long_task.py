"""One long task at a time beside the window's thread, with how far it is and a way to end it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from ribdown.core.errors import UserError
from ribdown.infra.progress import Cancelled, Tell

T = TypeVar("T")


class LongTask(QObject):
    """`began` and `ended` stand around every task, `progressed` carries the share that is done, 0–1, `failed` the
    UserError of one that went wrong. Signals come on the thread that made this object."""

    began = Signal()
    progressed = Signal(float)
    ended = Signal()
    failed = Signal(object)
    _came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1)
        self._stop = Event()
        self._then: Callable[[object], None] | None = None
        self._came.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def runs(self) -> bool:
        """Whether there is a task now."""
        return self._then is not None

    def run(self, act: Callable[[Tell], T], then: Callable[[T], None]) -> None:
        """Do it, and `then` take what it returned; not after a failure or `cancel`. While another task runs, nothing
        is begun."""
        if self.runs:
            return
        self._stop.clear()
        self._then = then  # type: ignore[assignment]
        self.began.emit()
        self._worker.submit(act, self._tell).add_done_callback(self._came.emit)

    def cancel(self) -> None:
        """End the task as soon as it can; it then has changed nothing."""
        self._stop.set()

    def close(self) -> None:
        """End the task and begin no other."""
        self._then = None
        self.cancel()
        self._worker.shutdown()

    def _tell(self, share: float) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(share)

    def _end(self, future: Future[object]) -> None:
        then, self._then = self._then, None
        if then is None:
            return
        self.ended.emit()
        try:
            answer = future.result()
        except Cancelled:
            return
        except UserError as error:
            self.failed.emit(error)
        else:
            then(answer)
