"""Keeps what comes of nudges: the state for the next run, and every outcome in the history."""

from collections.abc import Callable, Iterable
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from ribdown.core.errors import UserError
from ribdown.core.nudges.record import NudgeRecord, NudgeStore
from ribdown.core.nudges.state import NudgeState


class NudgeStates(Protocol):
    """Where the state is kept between runs."""

    def save(self, state: NudgeState) -> None:
        """Write it. Raises UserError."""
        ...


class NudgeLedger(QObject):
    """Begins with the `state` that was kept. What can't be written waits for the next time, in this run or, with the
    state, in another; `problem` carries the UserError, once until it is written."""

    problem = Signal(object)

    def __init__(
        self, states: NudgeStates, history: NudgeStore, state: NudgeState, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._states = states
        self._history = history
        self._state = self._kept = state
        self._records = list(state.unwritten)
        self._said: dict[Callable[[], None], str] = {}

    def keep(self, state: NudgeState, ended: Iterable[NudgeRecord] = ()) -> None:
        """Write the state, and what ended on the way to it."""
        self._state = state
        self._records += ended
        self.write()

    def write(self) -> None:
        """Write what waits. Outcomes come first: after a crash in between, a slot ends once more, and is not lost."""
        for part in (self._write_records, self._write_state):
            try:
                part()
            except UserError as error:
                if self._said.get(part) != str(error):
                    self._said[part] = str(error)
                    self.problem.emit(error)
            else:
                self._said.pop(part, None)

    def _write_records(self) -> None:
        while self._records:
            self._history.save_nudge(self._records[0])
            del self._records[0]

    def _write_state(self) -> None:
        state = replace(self._state, unwritten=tuple(self._records))
        if state != self._kept:
            self._states.save(state)
            self._kept = state
