"""The programme in use: changed at once, then written; and the routine that was chosen instead of today's."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from ribdown.core.errors import UserError
from ribdown.core.programme.day import Day
from ribdown.core.programme.plan import day_of
from ribdown.core.programme.practice import Practised, days_done, pain_rises
from ribdown.core.programme.state import ProgrammeState, Wish, wished


class ProgrammeStore(Protocol):
    """Where the programme's state is kept."""

    def save(self, state: ProgrammeState) -> None:
        """Write it. Raises UserError."""
        ...


class Programme(QObject):
    """`changed` follows every change; `not_kept` carries the UserError where one could not be written."""

    changed = Signal()
    not_kept = Signal(object)

    def __init__(self, state: ProgrammeState, store: ProgrammeStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self._store = store
        self._choice: tuple[date, str] | None = None

    def day(self, sessions: Sequence[Practised], guides: Collection[str], today: date) -> Day:
        """What today holds. `sessions` are newest first and begin no later than the programme; `guides` are the ids of
        the short routines that are no sessions of it."""
        done = days_done(sessions, guides)
        return day_of(self.state, done, today, pain_rises=pain_rises(sessions))

    def chosen(self, today: date) -> str | None:
        """The id of the routine that the person took instead today; None where they took none."""
        return self._choice[1] if self._choice is not None and self._choice[0] == today else None

    def choose(self, routine: str, today: date) -> None:
        """Take this routine instead, for today."""
        self._choice = today, routine
        self.changed.emit()

    def follow(self, wish: Wish, today: date) -> None:
        """Do what the person asked for."""
        wanted = wished(self.state, wish, today)
        if wanted == self.state:
            return
        self.state, self._choice = wanted, None
        self.changed.emit()
        try:
            self._store.save(wanted)
        except UserError as error:
            self.not_kept.emit(error)
