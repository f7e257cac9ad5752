"""Brings a nudge to the person: by the desktop's notification, or by our own card where they want that or nothing
else shows it."""

from PySide6.QtCore import QObject, Signal

from ribdown.core.nudges.answers import Answer
from ribdown.core.nudges.decisions import Show
from ribdown.core.nudges.slot import Slot
from ribdown.desktop.notifications.notifier import OPEN, Action, Closed, Notification, Notifier
from ribdown.ui.nudges import nudge_words
from ribdown.ui.nudges.card import NudgeCard
from ribdown.ui.translation import translate

_ANSWERS = {
    OPEN: Answer.START,  # where nothing has buttons, a click is all there is
    "start": Answer.START,
    "snooze": Answer.SNOOZE,
    "skip": Answer.SKIP,
}


class NudgeDelivery(QObject):
    """`answered` carries the slot and the answer. What follows is shown on the card, which never takes the focus, so
    that it needs no permission of the desktop's to come to the front."""

    answered = Signal(object, Answer)

    def __init__(self, notifier: Notifier, card: NudgeCard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._card = card
        self._by_card = False
        self._shown: Show | None = None
        events = notifier.events
        events.answered.connect(self._hear)
        events.delivered.connect(self._make_way)
        events.failed.connect(self._fall_back)
        events.closed.connect(self._hear_closed)
        card.start_pressed.connect(lambda: self._answer(Answer.START))
        card.snooze_pressed.connect(lambda: self._answer(Answer.SNOOZE))
        card.skip_pressed.connect(lambda: self._answer(Answer.SKIP))
        card.closed.connect(lambda: self._answer(Answer.DISMISS))

    def prefer_card(self, *, card: bool) -> None:
        """Show nudges on our own card from now on, or by the desktop's notifications."""
        self._by_card = card

    def show(self, nudge: Show, pulse: str) -> None:
        """Bring it; `pulse` says which of the day's it is."""
        self._keep(nudge)
        if self._by_card:
            self._notifier.withdraw()
            self._offer(nudge)
        else:
            self._card.put_away()
            self._notifier.notify(_notification(nudge, pulse))

    def withdraw(self, slot: Slot) -> None:
        """It is not to be answered any more."""
        if self._shown is not None and self._shown.slot == slot:
            self.take_back()

    def take_back(self) -> None:
        """Nothing is to be answered any more."""
        if self._shown is not None:
            self._keep(None)
            self._notifier.withdraw()
            self._card.put_away()

    def _keep(self, nudge: Show | None) -> None:
        self._shown = nudge
        self._card.reserve(on=nudge is not None)  # which may have to stand in for a notification at any time

    def _offer(self, nudge: Show) -> None:
        self._card.offer(nudge.slot.clock, nudge_words.cues()[nudge.cue], can_snooze=nudge.snooze)

    def _hear(self, key: str, action: str) -> None:
        if action in _ANSWERS and self._is_shown(key):
            self._answer(_ANSWERS[action])

    def _make_way(self, key: str) -> None:
        # Another notification, such as a test, took its place: one is shown at a time.
        if self._shown is not None and not self._is_shown(key):
            self._offer(self._shown)

    def _hear_closed(self, key: str, why: Closed) -> None:
        # One that has faded away was shown: without an answer, its time ends it.
        if why is Closed.DISMISSED and self._is_shown(key):
            self._answer(Answer.DISMISS)
        elif why is Closed.LOST:
            self._fall_back(key)

    def _fall_back(self, key: str) -> None:
        if self._shown is not None and self._is_shown(key):
            self._offer(self._shown)

    def _is_shown(self, key: str) -> bool:
        return self._shown is not None and str(self._shown.slot) == key

    def _answer(self, given: Answer) -> None:
        if self._shown is not None:
            slot = self._shown.slot
            self._keep(None)
            self._notifier.withdraw()
            self.answered.emit(slot, given)
        self._card.put_away()  # after the guide, if one starts, has taken the offer's place


def _notification(nudge: Show, pulse: str) -> Notification:
    text = f"{nudge_words.cues()[nudge.cue]} {pulse[:1].upper()}{pulse[1:]}."
    actions = [Action(OPEN, translate("words", "Start")), Action("start", translate("words", "Start"))]
    if nudge.snooze:
        actions.append(Action("snooze", translate("words", "In 10 min")))
    actions.append(Action("skip", translate("words", "Skip")))
    return Notification(
        key=str(nudge.slot),
        title=nudge_words.title(),
        text=text,
        text_alone=" ".join((text, translate("words", "Click to start."))),
        actions=tuple(actions),
    )
