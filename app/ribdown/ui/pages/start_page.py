"""Today: where the person is in the programme, the routine of the day, the last sessions and all other routines."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.nudges.nudge_panel import NudgePanel
from ribdown.ui.nudges.nudge_view import NudgeView
from ribdown.ui.nudges.pulse_panel import PulsePanel
from ribdown.ui.pages.last_sessions import LastSessions
from ribdown.ui.pages.page import Page
from ribdown.ui.pages.routine_card import RoutineCard
from ribdown.ui.pages.start_view import RoutineView, StartView
from ribdown.ui.pages.today_featured import TodayFeatured
from ribdown.ui.pages.today_header import TodayHeader
from ribdown.ui.pages.today_programme import TodayProgramme
from ribdown.ui.translation import translate
from ribdown.ui.widgets.notice import Notice, Tone
from ribdown.ui.widgets.safety_card import SafetyCard
from ribdown.ui.widgets.tab_order import stop_before, tab_after
from ribdown.ui.widgets.tiles import Tiles

if TYPE_CHECKING:  # built when there is something to say
    from ribdown.ui.pages.today_pain import PainNotice

_WIDEST = 1280
_GAP = 18
_LOW, _LOW_GAP, _LOW_TOP = 620, 8, 8  # px: in a window that is so low, the rows and the top of the page move together
_CARD = 290  # the narrowest card


class StartPage(Page):
    """`programme_asked` carries a Wish, `routine_chosen` the id of the routine that the person takes instead of the
    day's. The safety text is one click away."""

    start_requested = Signal(str)
    option_switched = Signal(str, str, bool)
    gentler_switched = Signal(bool)
    history_requested = Signal()
    programme_asked = Signal(object)
    routine_chosen = Signal(str)
    pulse_requested = Signal()
    nudges_paused = Signal(str)
    nudges_resumed = Signal()
    nudges_turned_on = Signal()

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(look, _WIDEST, parent)
        self._view: StartView | None = None
        self._cards: dict[tuple[str, ...], RoutineCard] = {}
        self._safety_open = False
        self._pain_read = ""
        self._header = TodayHeader(look)
        self._header.safety_asked.connect(lambda: self._show_safety(shown=not self._safety_open))
        self._programme = TodayProgramme(look)
        self._programme.wished.connect(self.programme_asked)
        self._programme.gentle_start.connect(self.routine_chosen)
        self._header.wished.connect(self._programme.ask)
        self._pain: PainNotice | None = None
        self._safety = SafetyCard(look)
        self._safety.closed.connect(lambda: self._show_safety(shown=False))
        self._safety.gentler_switched.connect(self.gentler_switched)
        self._broken = Notice(look, Tone.WARN, "warn")
        self._featured = TodayFeatured(look, figures)
        self._featured.start_requested.connect(self.start_featured)
        self._featured.option_switched.connect(self._featured_switched)
        self._featured.routine_chosen.connect(self.routine_chosen)
        self._day, self._routines, self._guides = Tiles(3, _GAP), Tiles(3, _GAP), Tiles(3, _GAP)
        self._pulses, self._nudges = PulsePanel(look), NudgePanel(look)
        self._pulses.asked.connect(self.pulse_requested)
        self._nudges.pause_asked.connect(self.nudges_paused)
        self._nudges.resume_asked.connect(self.nudges_resumed)
        self._nudges.turned_on.connect(self.nudges_turned_on)
        self._nudge_view: NudgeView | None = None
        self._last = LastSessions(look)
        self._put_aside()
        self._last.all_requested.connect(self.history_requested)
        self.body.addWidget(self._header)
        notices = self._programme, self._safety, self._broken
        for part in (*notices, self._featured, self._day, self._routines, self._guides):
            self.body.addWidget(part)
            part.hide()
        self.body.addStretch(1)
        self._fit()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        for panel in (self._pulses, self._nudges, self._last):  # they may be on no page yet
            panel.set_look(look)
        self._fit()

    def show_view(self, view: StartView) -> None:
        """Show these values. What stays keeps the keyboard."""
        self._view = view
        answering = self._programme.isAncestorOf(QApplication.focusWidget() or self)
        self._header.show_day(view.day, view.today)
        self._programme.show_day(view.day, view.today)
        self._safety.show_gentler(on=view.gentler)
        self._show_pain(view)
        self._broken.setVisible(bool(view.broken))
        self._broken.show_lines(translate("words", "Left out: routine files that can’t be used"), view.broken)
        self._featured.show_view(view)
        self._last.show_sessions(view.last_sessions, view.today)
        self._show_cards(view)
        self._fit()
        if answering and not self._programme.isAncestorOf(QApplication.focusWidget() or self):
            self.take_focus()  # Qt would give the keyboard of an answered offer to whatever comes next

    def show_nudges(self, view: NudgeView) -> None:
        """Show the day's pulses and nudges."""
        new = self._nudge_view is None
        self._nudge_view = view
        self._pulses.show_done(view.pulses)
        self._nudges.show_view(view)
        if new and self._view is not None:
            self._show_cards(self._view)

    def start_featured(self) -> None:
        """Start the featured routine."""
        featured = self._view.featured if self._view else None
        if featured is not None and featured.plan is not None:
            self.start_requested.emit(featured.id)

    def take_focus(self) -> None:
        """Put the keyboard on Start, or on Once more."""
        self._featured.take_focus()

    def event(self, event: QEvent) -> bool:
        """Space belongs to the switch or button that the keyboard is on, before any shortcut of the window."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Space
            and isinstance(QApplication.focusWidget(), QAbstractButton)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the safety text."""
        if event.key() == Qt.Key.Key_Escape and self._safety_open:
            self._show_safety(shown=False)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle and the header in it."""
        super().resizeEvent(event)
        self._fit()

    def _set_margins(self) -> None:
        super()._set_margins()
        if self._is_low:
            margins = self.body.contentsMargins()
            margins.setTop(_LOW_TOP)
            self.body.setContentsMargins(margins)

    @property
    def _is_low(self) -> bool:
        return self.viewport().height() < _LOW

    def _fit(self) -> None:
        self.body.setSpacing(_LOW_GAP if self._is_low else _GAP)
        for part in (self._header, self._programme, self._featured):
            part.fit(self.column_width)
        for tiles in (self._day, self._routines, self._guides):
            tiles.set_narrowest(round(_CARD * self._look.text_scale))

    def _show_pain(self, view: StartView) -> None:
        rises = view.day is not None and view.day.pain_rises and self._pain_read != _newest(view)
        if rises and self._pain is None:
            from ribdown.ui.pages.today_pain import PainNotice

            self._pain = PainNotice(self._look)
            self._pain.gentler_switched.connect(self.gentler_switched)
            self._pain.closed.connect(self._close_pain)
            before = stop_before(self._featured)
            self.body.insertWidget(self.body.indexOf(self._featured), self._pain)
            tab_after(before, self._pain)
        if self._pain is not None:
            self._pain.show_gentler(on=view.gentler)
            self._pain.setVisible(rises)

    def _show_cards(self, view: StartView) -> None:
        shown = {_key(routine): routine for routine in (*view.others, *view.guides)}
        if list(shown) != list(self._cards):
            for card in self._cards.values():
                card.deleteLater()
            self._cards = {key: self._new_card(routine) for key, routine in shown.items()}
        for key, card in self._cards.items():
            card.show_routine(shown[key])
        routines: list[QWidget] = [self._cards[_key(routine)] for routine in view.others]
        guides = [self._cards[_key(routine)] for routine in view.guides]
        day: list[QWidget] = [self._pulses, self._nudges] if self._nudge_view is not None else []
        if view.last_sessions:
            (day or routines).append(self._last)
        rows: tuple[tuple[Tiles, Sequence[QWidget]], ...] = (
            (self._day, day),
            (self._routines, routines),
            (self._guides, guides),
        )
        if any(list(tiles.tiles) != list(widgets) for tiles, widgets in rows):
            # All are taken out and put in anew, so that Tab goes through them in this order.
            for tiles, _ in rows:
                tiles.set_tiles(())
            for panel in (self._pulses, self._nudges, self._last):
                panel.setParent(None)
            for tiles, widgets in rows:
                tiles.set_tiles(widgets)
                tiles.setVisible(bool(widgets))
            self._put_aside()

    def _put_aside(self) -> None:
        """What is in no row goes with the page all the same."""
        for panel in (self._pulses, self._nudges, self._last):
            if panel.parent() is None:
                panel.setParent(self)
                panel.hide()

    def _new_card(self, routine: RoutineView) -> RoutineCard:
        card = RoutineCard(self._look, routine)
        card.start_requested.connect(self.start_requested)
        card.option_switched.connect(self.option_switched)
        return card

    def _featured_switched(self, exercise_id: str, on: bool) -> None:
        if self._view is not None:
            self.option_switched.emit(self._view.featured_id, exercise_id, on)

    def _show_safety(self, *, shown: bool) -> None:
        self._safety_open = shown
        self._safety.setVisible(shown)
        if shown:
            self.verticalScrollBar().setValue(0)
            self._safety.take_focus()
        else:
            self._header.link.setFocus()

    def _close_pain(self) -> None:
        self._pain_read = _newest(self._view) if self._view is not None else ""
        if self._pain is not None:
            self._pain.hide()
        self.take_focus()


def _key(routine: RoutineView) -> tuple[str, ...]:
    """What makes a card another card: everything but its values."""
    return routine.id, *(exercise.id for exercise in routine.exercises if exercise.optional)


def _newest(view: StartView) -> str:
    """What a notice about the last sessions is about."""
    return next((record.id for record in view.last_sessions), "")
