"""The programme on Today: its strip of days, and what it offers or asks."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ribdown.core.programme.day import DAYS, LEAST, MOST, WEEKS, Day, Standing
from ribdown.core.programme.practice import FIRST_STEPS
from ribdown.core.programme.state import Wish
from ribdown.ui.look import Look
from ribdown.ui.pages.today_answer import Answer
from ribdown.ui.pages.today_strip import TodayStrip
from ribdown.ui.pages.today_words import paused_text
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import ButtonKind
from ribdown.ui.widgets.tab_order import tab_after

if TYPE_CHECKING:  # built when there is something to offer
    from ribdown.ui.pages.today_offer import OfferCard

_Offer = tuple[str, str, Sequence[Answer]]


class TodayProgramme(QWidget):
    """`wished` carries a Wish, `gentle_start` asks to take First steps today."""

    wished = Signal(object)
    gentle_start = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._day: Day | None = None
        self._today = date.min
        self._asking = False
        self._strip = TodayStrip(look)
        self._card: OfferCard | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(18)
        self._rows.addWidget(self._strip)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self._strip.set_look(look)
        if self._card is not None:
            self._card.set_look(look)

    def show_day(self, day: Day | None, today: date) -> None:
        """Show where the person is; without a programme there is nothing to show."""
        self._day, self._today = day, today
        self._strip.setVisible(day is not None and bool(day.strip))
        if day is not None:
            self._strip.show_day(day)
        offer = self._offer()
        if offer is not None:
            card = self._offer_card()
            card.show_offer(*offer)
            card.show()
        elif self._card is not None:
            self._card.hide()
        self.setVisible(offer is not None or not self._strip.isHidden())

    def fit(self, width: int) -> None:
        """Set out for this width, in pixels."""
        self._strip.fit(width)

    def ask(self, wish: Wish) -> None:
        """Pass a wish on; starting over is asked about first."""
        if wish is Wish.START_OVER:
            self._ask_over(asking=True)
            self._offer_card().take_focus()
        else:
            self.wished.emit(wish)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the question back."""
        if event.key() == Qt.Key.Key_Escape and self._asking:
            self._ask_over(asking=False)
        else:
            super().keyPressEvent(event)

    def _offer_card(self) -> "OfferCard":
        if self._card is None:
            from ribdown.ui.pages.today_offer import OfferCard

            self._card = OfferCard(self._look)
            self._rows.addWidget(self._card)
            tab_after(self._strip.days, self._card)
        return self._card

    def _ask_over(self, *, asking: bool) -> None:
        self._asking = asking
        self.show_day(self._day, self._today)

    def _offer(self) -> _Offer | None:
        day = self._day
        if day is None:
            return None
        if self._asking:
            return self._start_over()
        if day.standing is Standing.NOT_BEGUN:
            return self._begin()
        if day.standing is Standing.PAUSED:
            text = translate("words", "These days do not count, and nothing is lost. You go on where you are.")
            go_on = Answer(translate("words", "Go on"), ButtonKind.PRIMARY, lambda: self.wished.emit(Wish.RESUME))
            return paused_text(day, self._today), text, (go_on,)
        return self._finished() if day.just_finished else None

    def _begin(self) -> _Offer:
        times = translate("words", "Once a day for {} days, then {}–{} times a week. Harder versions come in week 3.")
        entry = translate("words", "First steps is the gentle way in, and each of its days counts.")
        answers = (
            Answer(translate("words", "Begin today"), ButtonKind.PRIMARY, lambda: self.wished.emit(Wish.BEGIN)),
            Answer(translate("words", "Begin with First steps"), ButtonKind.OUTLINE, self._begin_gently),
            Answer(translate("words", "No programme"), ButtonKind.QUIET, lambda: self.wished.emit(Wish.LEAVE)),
        )
        return (
            translate("words", "A programme of {} weeks").format(WEEKS),
            f"{times.format(DAYS, LEAST, MOST)} {entry}",
            answers,
        )

    def _begin_gently(self) -> None:
        self.wished.emit(Wish.BEGIN)
        self.gentle_start.emit(FIRST_STEPS)

    def _start_over(self) -> _Offer:
        answers = (
            Answer(translate("words", "Keep going"), ButtonKind.PRIMARY, lambda: self._ask_over(asking=False)),
            Answer(translate("words", "Start over"), ButtonKind.OUTLINE, self._over),
        )
        text = translate("words", "Today becomes the first of {} days again. Your sessions stay in the history.")
        return translate("words", "Start over?"), text.format(DAYS), answers

    def _over(self) -> None:
        self._ask_over(asking=False)
        self.wished.emit(Wish.START_OVER)

    def _finished(self) -> _Offer:
        text = translate("words", "{}–{} sessions a week keep what you have. The harder versions stay open.")
        answers = (
            Answer(translate("words", "Start over"), ButtonKind.OUTLINE, lambda: self.ask(Wish.START_OVER)),
            Answer(translate("words", "No programme"), ButtonKind.QUIET, lambda: self.wished.emit(Wish.LEAVE)),
        )
        return translate("words", "The {} weeks are done").format(WEEKS), text.format(LEAST, MOST), answers
