"""Keeps the record of a running session up to date in the history."""

from dataclasses import dataclass
from datetime import datetime

from ribdown.core.history import (
    HistoryError,
    HistoryStore,
    PressEffort,
    SessionRecord,
    block_records,
    status_of,
)
from ribdown.core.routine import Routine
from ribdown.core.session import Session


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person says after a session; None where they say nothing. Pain is 0–10."""

    effort: PressEffort | None = None
    pain_before: int | None = None
    pain_after: int | None = None
    note: str = ""

    @property
    def pain_rise(self) -> int:
        """How much more pain there is than before; 0 where one of the two was not said."""
        if self.pain_before is None or self.pain_after is None:
            return 0
        return self.pain_after - self.pain_before


class Recorder:
    """Writes the session when it starts and at every block's end, so that a crash loses at most the running block.

    What a store that fails says is in `problem`, until a later write succeeds.
    """

    def __init__(
        self, session: Session, routine: Routine, store: HistoryStore, *, id: str, started: datetime, gentler: bool
    ) -> None:
        self._session = session
        self._routine = routine
        self._store = store
        self._id = id
        self._started = started
        self._gentler = gentler
        self.problem: HistoryError | None = None

    def record(self, answers: Answers | None = None) -> SessionRecord:
        """The session as it stands."""
        blocks = block_records(self._session)
        answers = answers or Answers()
        return SessionRecord(
            id=self._id,
            routine=self._routine.id,
            title=self._routine.title,
            started=self._started,
            status=status_of(self._session, blocks),
            speed=self._session.speed,
            gentler=self._gentler,
            planned_seconds=self._session.plan.planned_seconds,
            done_seconds=round(sum(map(self._session.done_seconds, self._session.plan.segments)), 3),
            blocks=blocks,
            stopped_for_pain=self._session.stopped_for_pain,
            effort=answers.effort,
            pain_before=answers.pain_before,
            pain_after=answers.pain_after,
            note=answers.note,
        )

    def update(self) -> None:
        """Write the session as it stands; a failure is kept in `problem`."""
        try:
            self._store.save(self.record())
        except HistoryError as error:
            self.problem = error
        else:
            self.problem = None

    def save(self, answers: Answers) -> None:
        """Write the session with the person's answers. Raises HistoryError."""
        self._store.save(self.record(answers))
        self.problem = None

    def discard(self) -> None:
        """Take the session out of the history. Raises HistoryError."""
        self._store.delete(self._id)
        self.problem = None
