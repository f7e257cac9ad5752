"""Nudges from the rules to the person and back: what is due is brought, what is answered is done, and counts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ribdown.core.clock import Clock
from ribdown.core.errors import UserError
from ribdown.core.history import SessionRecord
from ribdown.core.nudges.answers import Answer
from ribdown.core.nudges.decisions import Show
from ribdown.core.nudges.pause import parse_pause
from ribdown.core.nudges.slot import Slot
from ribdown.ui.nudges import nudge_words
from ribdown.ui.nudges.card import NudgeCard
from ribdown.ui.nudges.delivery import NudgeDelivery
from ribdown.ui.nudges.guide import Guide
from ribdown.ui.nudges.guide_view import GuideView
from ribdown.ui.nudges.keeper import NudgeKeeper
from ribdown.ui.nudges.nudge_view import NudgeView

NUDGED_GUIDE = "hourly-reset"
PULSE_GUIDE = "posture-pulse"


class Nudging(QObject):
    """`guides` makes the guide of a routine, and `pulses` counts the day's. `changed` says that the view is another
    one, `looked` that its times are, `problem` carries a UserError."""

    changed = Signal()
    looked = Signal()
    problem = Signal(object)

    def __init__(
        self,
        keeper: NudgeKeeper,
        delivery: NudgeDelivery,
        card: NudgeCard,
        guide_view: GuideView,
        guides: Callable[[str, GuideView], Guide],
        pulses: Callable[[], int],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.keeper = keeper
        self._delivery = delivery
        self.card = card
        self._guide_view = guide_view
        self._guides = guides
        self.pulses = pulses
        self._clock = clock
        self._guide: Guide | None = None
        self._loudness = (1.0, False)
        keeper.due.connect(self._bring)
        keeper.withdrawn.connect(delivery.withdraw)
        keeper.changed.connect(self.changed)
        keeper.looked.connect(self.looked)
        keeper.problem.connect(self.problem)
        delivery.answered.connect(self._answer)
        card.stopped.connect(self.stop_guide)
        card.gone.connect(self._let_go)

    @property
    def busy(self) -> bool:
        """Whether a guide or a session runs, so that no guide can start."""
        return self.keeper.in_session or self._runs()

    def view(self, *, on: bool) -> NudgeView:
        """What the start page shows; `on` says whether nudges are wanted."""
        summary, now = self.keeper.summary(), self._clock.local_time()
        words = nudge_words.next_words(summary, now, on=on)
        return NudgeView(now.date(), on, summary.paused_until is not None, *words, summary.today, self.pulses())

    def start(self) -> None:
        """Nudge from now on: what comes of it is heard by now."""
        self.keeper.start()

    def pulse_now(self) -> None:
        """The person does one by themselves."""
        self._begin(PULSE_GUIDE)

    def start_now(self) -> None:
        """Start the guide of the nudge that is open, or one of its own."""
        self._begin(NUDGED_GUIDE)

    def answer(self, given: Answer) -> None:
        """Answer the nudge that is open; a guide that runs for it ends. Raises UserError where that is not possible."""
        slot = self.keeper.open_slot()
        if slot is None:
            raise UserError("No nudge is open.", "`ribdown nudge now` brings one.")
        if given is Answer.SNOOZE and not self.keeper.can_snooze():
            raise UserError("This nudge can't be put off any more.", "`ribdown nudge skip` ends it.")
        self.keeper.answer(slot, given)
        self.stop_guide()

    def pause(self, length: str) -> None:
        """No nudges for so long. Raises UserError for what is no length."""
        self.keeper.pause(parse_pause(length, self._clock.local_time()))

    def session_began(self) -> None:
        """A session starts in the window: a guide makes way for it."""
        self.stop_guide()
        self.keeper.session_began()

    def session_ended(self, record: SessionRecord | None) -> None:
        """It is over."""
        self.keeper.session_ended(record)

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """How loud guides are, 0–1; nothing is heard while `muted`."""
        self._loudness = volume, muted
        self._guide_view.show_sound(on=not muted)
        if self._guide is not None:
            self._guide.set_volume(volume, muted=muted)

    def stop_guide(self) -> None:
        """End the guide that runs, if one does."""
        if self._guide is not None:
            self._guide.stop()

    def close(self) -> None:
        """Nothing is shown any more. What was shown is not shown again by the next run, but can still be done there."""
        self.stop_guide()
        self._delivery.take_back()
        self.card.hide()
        self.keeper.close()

    def _runs(self) -> bool:
        return self._guide is not None and self._guide.player.running

    def _bring(self, nudge: Show) -> None:
        self._delivery.show(nudge, nudge_words.pulse_words(self.pulses()))

    def _answer(self, slot: Slot, given: Answer) -> None:
        self.keeper.answer(slot, given)
        if given is Answer.START:
            self._run(NUDGED_GUIDE)

    def _begin(self, routine: str) -> None:
        if not self.busy:
            self.keeper.begin()
            self._run(routine)

    def _run(self, routine: str) -> None:
        self._let_go()
        try:
            guide = self._guides(routine, self._guide_view)
        except UserError as error:  # a routine of the person's own takes its place, and can't be used
            self.problem.emit(error)
            self.keeper.stop()
            return
        self._guide = guide
        guide.setParent(self)
        guide.ended.connect(self._end)
        guide.problem.connect(self.problem)
        volume, muted = self._loudness
        guide.set_volume(volume, muted=muted)
        self._guide_view.show_pulse(nudge_words.pulse_words(self.pulses()))
        guide.start()
        self.card.run()

    def _end(self, done: bool) -> None:
        if self._guide is None:
            return
        self.keeper.session_ended(self._guide.record)
        if done:
            pulses = nudge_words.pulses_done(self.pulses())
            next_at, now = self.keeper.summary().next_at, self._clock.local_time()
            self.card.say_done(pulses, nudge_words.after_words(next_at, now))
        else:
            self.card.hide()
            self._let_go()
        self.changed.emit()

    def _let_go(self) -> None:
        """The card has gone, or shows something else: what is left of the guide goes with it."""
        self.stop_guide()
        guide, self._guide = self._guide, None
        if guide is not None:
            guide.close()
