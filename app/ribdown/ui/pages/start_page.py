"""The start page: the featured routine, the other routines, the last sessions and the short guides."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QBoxLayout, QVBoxLayout, QWidget

from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.pages.dates import day_long
from ribdown.ui.pages.last_sessions import LastSessions
from ribdown.ui.pages.page import Page
from ribdown.ui.pages.routine_card import RoutineCard
from ribdown.ui.pages.routine_hero import RoutineHero
from ribdown.ui.pages.start_view import FEATURED, RoutineView, StartView
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.notice import Notice, Tone
from ribdown.ui.widgets.safety_card import SafetyCard
from ribdown.ui.widgets.text import PAGE, QUIET, Text
from ribdown.ui.widgets.tiles import Tiles

_WIDEST = 1280
_GAP = 18
_CARD = 290  # the narrowest card


class StartPage(Page):
    """Until the safety text is acknowledged it stands at the top, and every Start leads to it."""

    start_requested = Signal(str)
    option_switched = Signal(str, str, bool)
    gentler_switched = Signal(bool)
    acknowledged = Signal()
    history_requested = Signal()

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(look, _WIDEST, parent)
        self._view: StartView | None = None
        self._cards: dict[tuple[str, ...], RoutineCard] = {}
        self._safety_open = False
        self._date = Text(look, QUIET)
        self._link = Button(
            translate("words", "Who should change or skip this"), look, ButtonKind.QUIET, "shield", 40, 15
        )
        self._link.clicked.connect(lambda: self._show_safety(shown=not self._safety_open))
        self._title = Text(look, PAGE, translate("words", "Today"))
        self._header = self._fill_header()
        self._safety = SafetyCard(look)
        self._safety.answered.connect(self._safety_answered)
        self._safety.gentler_switched.connect(self.gentler_switched)
        self._broken = Notice(look, Tone.WARN, "warn")
        self._hero = RoutineHero(look, figures)
        self._hero.start_requested.connect(self.start_featured)
        self._hero.option_switched.connect(self._featured_switched)
        self._routines, self._guides = Tiles(3, _GAP), Tiles(3, _GAP)
        self._last = LastSessions(look)
        self._last.all_requested.connect(self.history_requested)
        self.body.setSpacing(_GAP)
        self.body.addLayout(self._header)
        for part in (self._safety, self._broken, self._hero, self._routines, self._guides):
            self.body.addWidget(part)
            part.hide()
        self.body.addStretch(1)
        self._fit()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._last.set_look(look)  # it may be on no page yet
        self._fit()

    def show_view(self, view: StartView) -> None:
        """Show these values. What stays keeps the keyboard."""
        self._view = view
        self._date.set_text(day_long(view.today))
        self._safety.show_state(acknowledged=view.acknowledged, gentler=view.gentler)
        self._safety.setVisible(self._safety_open or not view.acknowledged)
        self._link.setVisible(view.acknowledged)
        self._broken.setVisible(bool(view.broken))
        self._broken.show_lines(translate("words", "Left out: routine files that can’t be used"), view.broken)
        self._hero.setVisible(view.featured is not None)
        if view.featured is not None:
            self._hero.show_routine(view.featured, _note(view))
        self._last.show_sessions(view.last_sessions, view.today)
        self._show_cards(view)

    def start_featured(self) -> None:
        """Start the featured routine."""
        featured = self._view.featured if self._view else None
        if featured is not None and featured.plan is not None:
            self._start(featured.id)

    def take_focus(self) -> None:
        """Put the keyboard on Start."""
        self._hero.start.setFocus()

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
        """Escape closes the safety text, once it was acknowledged."""
        if event.key() == Qt.Key.Key_Escape and self._safety_open:
            self._show_safety(shown=False)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle and the header in it."""
        super().resizeEvent(event)
        self._fit()

    def _fill_header(self) -> QBoxLayout:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._date)
        titles.addWidget(self._title)
        header = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        header.addLayout(titles, 1)
        header.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        return header

    def _fit(self) -> None:
        title = max(self._title.sizeHint().width(), self._date.sizeHint().width())
        narrow = self.column_width < title + self._link.sizeHint().width() + _GAP
        self._header.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight,
        )
        for tiles in (self._routines, self._guides):
            tiles.set_narrowest(round(_CARD * self._look.text_scale))
        self._hero.fit(self.column_width)

    def _show_cards(self, view: StartView) -> None:
        shown = {_key(routine): routine for routine in (*view.others, *view.guides)}
        if list(shown) != list(self._cards):
            self._cards = {key: self._new_card(routine) for key, routine in shown.items()}
        for key, card in self._cards.items():
            card.show_routine(shown[key])
        routines: list[QWidget] = [self._cards[_key(routine)] for routine in view.others]
        guides = [self._cards[_key(routine)] for routine in view.guides]
        if view.last_sessions:
            routines.append(self._last)
        rows: tuple[tuple[Tiles, Sequence[QWidget]], ...] = (self._routines, routines), (self._guides, guides)
        if any(list(tiles.tiles) != list(widgets) for tiles, widgets in rows):
            # All are taken out and put in anew, so that Tab goes through them in this order.
            for tiles, _ in rows:
                tiles.set_tiles(())
            for tiles, widgets in rows:
                tiles.set_tiles(widgets)
                tiles.setVisible(bool(widgets))

    def _new_card(self, routine: RoutineView) -> RoutineCard:
        card = RoutineCard(self._look, routine)
        card.start_requested.connect(self._start)
        card.option_switched.connect(self.option_switched)
        return card

    def _featured_switched(self, exercise_id: str, on: bool) -> None:
        self.option_switched.emit(FEATURED, exercise_id, on)

    def _start(self, routine_id: str) -> None:
        if self._view is not None and self._view.acknowledged:
            self.start_requested.emit(routine_id)
        else:
            self._to_safety()

    def _show_safety(self, *, shown: bool) -> None:
        self._safety_open = shown
        self._safety.setVisible(shown)
        if shown:
            self._to_safety()
        else:
            self._link.setFocus()

    def _to_safety(self) -> None:
        self.verticalScrollBar().setValue(0)
        self._safety.take_focus()

    def _safety_answered(self) -> None:
        if self._view is not None and self._view.acknowledged:
            self._show_safety(shown=False)
        else:
            self.acknowledged.emit()
            self._hero.start.setFocus()


def _key(routine: RoutineView) -> tuple[str, ...]:
    """What makes a card another card: everything but its values."""
    return routine.id, *(exercise.id for exercise in routine.exercises if exercise.optional)


def _note(view: StartView) -> str:
    note = translate("words", "Counted to the second, changeovers included.")
    return " ".join((note, translate("words", "Gentler mode is on."))) if view.gentler else note
