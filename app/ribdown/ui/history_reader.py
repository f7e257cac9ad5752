"""Reads the history beside the window's thread, on a connection of its own that can't alter anything."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from ribdown.core.history import HistoryError
from ribdown.infra.database import open_for_reading
from ribdown.infra.history_list import HistoryList
from ribdown.infra.history_queries import HistoryQueries

T = TypeVar("T")

_STEPS = 100_000  # of SQLite's own, about a millisecond, after which it looks whether anybody still waits


class Asked(NamedTuple):
    """What a question can ask. It belongs to the reader's thread."""

    list: HistoryList
    sums: HistoryQueries


class HistoryReader(QObject):
    """Of the questions with one name only the newest is answered. `failed` carries the HistoryError of one that could
    not be answered, on the thread that made this object."""

    failed = Signal(object)
    _came = Signal(str, int, object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._worker = ThreadPoolExecutor(max_workers=1)
        self._numbers = count()
        self._newest: dict[str, int] = {}
        self._connection: sqlite3.Connection | None = None
        self._closed = False
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(self, name: str, question: Callable[[Asked], T], then: Callable[[T], None]) -> None:
        """Ask after what was asked before; `then` takes what `question` returned, on this object's thread."""
        self._newest[name] = number = next(self._numbers)
        future = self._worker.submit(self._answer, name, number, question)
        future.add_done_callback(lambda future: self._came.emit(name, number, partial(_hand, future, then)))

    def forget(self, name: str) -> None:
        """Don't answer what was asked by this name."""
        self._newest.pop(name, None)

    def close(self) -> None:
        """Answer nothing more. What is being read is broken off."""
        self._newest.clear()
        self._closed = True
        self._worker.submit(self._let_go)
        self._worker.shutdown()

    def _answer(self, name: str, number: int, question: Callable[[Asked], T]) -> T:
        if self._newest.get(name) != number:
            raise CancelledError
        if self._connection is None:
            self._connection = open_for_reading(self._path)
            self._connection.set_progress_handler(lambda: self._closed, _STEPS)
        return question(Asked(HistoryList(self._connection, self._path), HistoryQueries(self._connection, self._path)))

    def _deliver(self, name: str, number: int, hand: Callable[[], None]) -> None:
        if self._newest.get(name) == number:
            try:
                hand()
            except HistoryError as error:
                self.failed.emit(error)

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()


def _hand(future: Future[T], then: Callable[[T], None]) -> None:
    then(future.result())
