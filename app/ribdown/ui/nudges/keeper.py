"""Runs the rules of nudges on this computer: looks when they say so, asks who is there when it matters, and keeps what
came of it."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from ribdown.core.clock import Clock
from ribdown.core.history import SessionRecord
from ribdown.core.nudges import answers
from ribdown.core.nudges.advance import advance, needs_presence, next_look, zone_of
from ribdown.core.nudges.answers import Answer
from ribdown.core.nudges.decisions import Ended, Show, Step, Withdraw
from ribdown.core.nudges.ending import can_snooze
from ribdown.core.nudges.presence import Presence
from ribdown.core.nudges.record import NudgeStore
from ribdown.core.nudges.rules import NudgeRules
from ribdown.core.nudges.slot import Slot
from ribdown.core.nudges.state import NudgeState, worth_saving
from ribdown.core.nudges.summary import NudgeSummary, summary
from ribdown.desktop.presence.presence import Presence as Known
from ribdown.desktop.presence.presence import PresenceSource
from ribdown.ui.nudges.ledger import NudgeLedger, NudgeStates


class NudgeKeeper(QObject):
    """`due` carries a Show, `withdrawn` the Slot that is not to be answered any more; `changed` says that the summary
    is another one, and `looked` that time has passed, at least once a minute; `problem` carries a UserError where
    something could not be kept, once."""

    due = Signal(object)
    withdrawn = Signal(object)
    changed = Signal()
    looked = Signal()
    problem = Signal(object)

    def __init__(
        self,
        clock: Clock,
        rules: NudgeRules,
        state: NudgeState,
        states: NudgeStates,
        history: NudgeStore,
        presence: PresenceSource,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rules = rules
        self._state = state
        self._presence = presence
        self._asked = False
        self.in_session = False
        self._ledger = NudgeLedger(states, history, state, self)
        self._ledger.problem.connect(self.problem)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        presence.events.locked.connect(lambda _: self.look())

    def start(self) -> None:
        """Nudge from now on. What was under way when Ribdown ended is over."""
        self.stop()
        self.look()

    def look(self) -> None:
        """Do what follows from the time that it is."""
        now, local = self._clock.now(), self._clock.local_time()
        if not needs_presence(self._state, self._rules, now, local):
            self._take(advance(self._state, self._rules, now, local))
        elif not self._asked:
            self._asked = True
            self._presence.ask(self._hear)

    def use(self, rules: NudgeRules) -> None:
        """Nudge by these rules from now on."""
        if rules != self._rules:
            self._rules = rules
            self.look()
            self.changed.emit()

    def answer(self, slot: Slot, given: Answer) -> None:
        """The person, or the desktop, answers the nudge of a slot."""
        self._take(answers.answer(self._state, slot, given, self._rules, self._clock.now(), self._clock.local_time()))

    def ask(self) -> None:
        """The person asks for a nudge now."""
        self._take(answers.ask(self._state, self._rules, self._clock.now(), self._clock.local_time()))

    def begin(self) -> None:
        """The person begins the movement now, without being nudged."""
        state, _ = answers.ask(self._state, self._rules, self._clock.now(), self._clock.local_time())
        if state.open is not None:
            self._state = state
            self.answer(state.open.slot, Answer.START)

    def stop(self) -> None:
        """What is under way for a nudge is over, before its end."""
        slot = self.open_slot()
        if slot is not None:
            self.answer(slot, Answer.STOP)

    def open_slot(self) -> Slot | None:
        """The slot that can be answered now."""
        return self._state.open.slot if self._state.open is not None else None

    def can_snooze(self) -> bool:
        """Whether that slot can be put off once more."""
        return can_snooze(self._state, self._rules, self._clock.now().wall, zone_of(self._clock.local_time()))

    def pause(self, until: datetime) -> None:
        """No nudges until then, an aware time."""
        self._take(answers.pause(self._state, until, self._clock.now(), self._clock.local_time()))

    def resume(self) -> None:
        """Nudges again."""
        self._take((answers.resume(self._state), []))

    def session_began(self) -> None:
        """A session runs in the window: nothing is shown meanwhile."""
        self.in_session = True
        self._take(answers.session_began(self._state, self._clock.now()))

    def session_ended(self, record: SessionRecord | None) -> None:
        """A session, or a nudge's guide, is over."""
        self.in_session = False
        self._take(answers.session_ended(self._state, record, self._clock.now(), self._clock.local_time()))

    def summary(self) -> NudgeSummary:
        """The day as it stands."""
        return summary(self._state, self._rules, self._clock.now(), self._clock.local_time())

    def close(self) -> None:
        """Look no more, and keep how it stands."""
        self._timer.stop()
        self._asked = False
        self._ledger.keep(self._state)

    def _hear(self, known: Known) -> None:
        if not self._asked:  # closed meanwhile
            return
        self._asked = False
        presence = Presence(
            idle=known.idle_seconds,
            locked=bool(known.locked),
            do_not_disturb=bool(known.do_not_disturb),
            in_session=self.in_session,
        )
        self._take(advance(self._state, self._rules, self._clock.now(), self._clock.local_time(), presence))

    def _take(self, step: Step) -> None:
        before, (self._state, decisions) = self._state, step
        news = worth_saving(before, self._state)
        if news:
            self._ledger.keep(self._state, [one.record for one in decisions if isinstance(one, Ended)])
        else:
            self._ledger.write()
        self._timer.start(
            round(next_look(self._state, self._rules, self._clock.now(), self._clock.local_time()) * 1000)
        )
        for decision in decisions:
            match decision:
                case Show():
                    self.due.emit(decision)
                case Withdraw(slot):
                    self.withdrawn.emit(slot)
        if news:
            self.changed.emit()
        self.looked.emit()
