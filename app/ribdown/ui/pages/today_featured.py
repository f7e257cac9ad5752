"""The routine of the day, or what was done today in its place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ribdown.core.programme.day import Day, Why
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.pages.routine_hero import RoutineHero
from ribdown.ui.pages.start_view import StartView
from ribdown.ui.pages.today_words import off_note
from ribdown.ui.translation import translate
from ribdown.ui.widgets.tab_order import stop_before, tab_after

if TYPE_CHECKING:  # built when something was done
    from ribdown.ui.pages.today_done import DoneCard


class TodayFeatured(QWidget):
    """`option_switched` carries an optional exercise's id and whether it is wanted now, `routine_chosen` the id of the
    routine that is wanted instead."""

    start_requested = Signal()
    option_switched = Signal(str, bool)
    routine_chosen = Signal(str)

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._width = 0
        self._hero = RoutineHero(look, figures)
        self._hero.start_requested.connect(self.start_requested)
        self._hero.option_switched.connect(self.option_switched)
        self._hero.routine_chosen.connect(self.routine_chosen)
        self._done: DoneCard | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self._hero)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self._hero.set_look(look)
        if self._done is not None:
            self._done.set_look(look)

    def show_view(self, view: StartView) -> None:
        """Show the featured routine, or its result. What stays keeps the keyboard."""
        day, routine = view.day, view.featured
        self.setVisible(routine is not None)
        if routine is None:
            return
        if day is None or day.why is not Why.DONE or not view.done_today:
            if self._done is not None:
                self._done.hide()
            self._hero.show_routine(routine, _note(view), view.choices, quiet=day is not None and _is_quiet(day))
            self._hero.show()
            return
        had_keyboard = self._hero.isAncestorOf(QApplication.focusWidget() or self)
        card = self._done_card()
        card.show_done(day, view.done_today, routine)
        card.show()
        self._hero.hide()
        if had_keyboard:
            card.again.setFocus()

    def fit(self, width: int) -> None:
        """Set out for this width, in pixels."""
        self._width = width
        self._hero.fit(width)
        if self._done is not None:
            self._done.fit(width)

    def take_focus(self) -> None:
        """Put the keyboard on Start, or on Once more."""
        done = self._done if self._hero.isHidden() else None
        (done.again if done is not None else self._hero.start).setFocus()

    def _done_card(self) -> "DoneCard":
        if self._done is None:
            from ribdown.ui.pages.today_done import DoneCard

            self._done = DoneCard(self._look)
            self._done.again_requested.connect(self.start_requested)
            self._done.fit(self._width)
            before = stop_before(self._hero)
            self._rows.insertWidget(0, self._done)
            tab_after(before, self._done)
        return self._done


def _note(view: StartView) -> str:
    notes = [
        off_note(view.day) if view.day is not None else "",
        translate("words", "Counted to the second, changeovers included."),
        translate("words", "Gentler mode is on.") if view.gentler else "",
    ]
    return " ".join(filter(None, notes))


def _is_quiet(day: Day) -> bool:
    """Whether the day asks for no session."""
    return day.off or day.why is Why.PAUSED
