"""The library of exercises: a card for each, filters and a search."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ribdown.core.exercise_library import fits
from ribdown.core.routine import Routine
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.pages.exercise_card import ExerciseCard
from ribdown.ui.pages.exercise_filters import ExerciseFilters
from ribdown.ui.pages.exercise_sheet import ExerciseSheet
from ribdown.ui.pages.page import Page
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.card_grid import CardGrid
from ribdown.ui.widgets.still_figure import StillFigure
from ribdown.ui.widgets.text import BODY, PAGE, Text

_WIDEST = 992  # four columns of 234
_GAP = 18
_NARROWEST = 216  # px at 100 % text size


class ExercisesPage(Page):
    """`opened` carries an exercise's id, `learn_requested` asks for the texts. `sheets` are in the order to show."""

    opened = Signal(str)
    learn_requested = Signal()

    def __init__(
        self,
        look: Look,
        figures: Figures,
        sheets: Sequence[ExerciseSheet],
        routines: Mapping[str, Routine],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, _WIDEST, parent)
        self._routines = routines
        self._waiting: list[StillFigure] = []
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._load_one)
        self._title = Text(look, PAGE, translate("words", "Exercises"))
        self._filters = ExerciseFilters(look, [sheet.exercise for sheet in sheets])
        self._filters.changed.connect(self._find)
        learn = Button(translate("words", "Why it works"), look, icon="info", height=40, px=15)
        learn.clicked.connect(self.learn_requested)
        self._filters.add(learn)
        self._header, self._tools = _box(), _box(12)
        self._cards = {sheet.exercise.id: self._card(figures, sheet) for sheet in sheets}
        self._grid = CardGrid(4, _GAP)
        self._grid.moved.connect(self.ensureWidgetVisible)
        self._nothing = self._nothing_found()
        self._lay_out()
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._to_search)
        self._find()
        self._fit()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._fit()

    def show_sheets(self, sheets: Sequence[ExerciseSheet], in_routine: Collection[str]) -> None:
        """Show the doses in use; `in_routine` are the ids of the exercises in today's routine."""
        for sheet in sheets:
            self._cards[sheet.exercise.id].show_sheet(sheet, in_routine=sheet.exercise.id in in_routine)

    def take_focus(self) -> None:
        """Put the keyboard on the card that it was on last."""
        card = self._grid.current
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            if card is not self._grid.cards[0] and card.visibleRegion().isEmpty():
                self.ensureWidgetVisible(card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the search beside the title or below it."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._tools.addWidget(self._filters.postures)
        self._tools.addWidget(self._filters.search)
        self._header.addWidget(self._title, 1)
        self._header.addLayout(self._tools)
        self.body.addLayout(self._header)
        self.body.addWidget(self._filters)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._grid)
        self.body.addStretch(1)

    def _card(self, figures: Figures, sheet: ExerciseSheet) -> ExerciseCard:
        card = ExerciseCard(self._look, figures, sheet)
        card.clicked.connect(lambda: self.opened.emit(card.exercise.id))
        card.figure.needed.connect(lambda: self._need(card.figure))
        return card

    def _nothing_found(self) -> QWidget:
        nothing = QWidget()
        everything = Button(translate("words", "Show all exercises"), self._look, height=40, px=15)
        everything.clicked.connect(self._show_all)
        rows = QVBoxLayout(nothing)
        rows.setContentsMargins(0, 24, 0, 0)
        rows.setSpacing(14)
        text = translate("words", "No exercise fits all of this. Try another word, or one filter less.")
        rows.addWidget(Text(self._look, BODY, text, wrap=True))
        rows.addWidget(everything, 0, Qt.AlignmentFlag.AlignLeft)
        return nothing

    def _find(self) -> None:
        wanted = self._filters.wanted
        found = [one for one in self._cards.values() if fits(one.exercise, wanted, self._routines, words.content)]
        words_found = wanted.words.casefold().strip()
        found.sort(key=lambda card: words_found not in words.content(card.exercise.title).casefold())
        self._grid.show_cards(found)
        self._grid.setVisible(bool(found))
        self._nothing.setVisible(not found)

    def _show_all(self) -> None:
        self._filters.clear()
        self.take_focus()

    def _to_search(self) -> None:
        self._filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filters.search.selectAll()
        self.ensureWidgetVisible(self._filters.search)

    def _need(self, figure: StillFigure) -> None:
        if figure not in self._waiting:
            self._waiting.append(figure)
            self._next.start()

    def _load_one(self) -> None:
        """One figure at a time, so that keys and clicks come in between."""
        self._waiting.pop(0).load()
        if self._waiting:
            self._next.start()

    def _keep_width(self) -> None:
        """The search must not jump aside while somebody types, where few cards need no scroll bar."""
        bar = self.verticalScrollBar()
        self.setViewportMargins(0, 0, 0 if bar.maximum() else bar.sizeHint().width(), 0)

    def _fit(self) -> None:
        width, scale = self.column_width, self._look.text_scale
        self._grid.set_narrowest(round(_NARROWEST * (1 + (scale - 1) * 0.6)))
        postures, search = self._filters.postures.sizeHint().width(), self._filters.search.sizeHint().width()
        tools = postures + 12 + search
        _turn(self._tools, beside=width >= tools)
        _turn(self._header, beside=width >= self._title.sizeHint().width() + _GAP + tools)


def _box(gap: int = _GAP) -> QBoxLayout:
    box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    box.setSpacing(gap)
    return box


def _turn(box: QBoxLayout, *, beside: bool) -> None:
    """Put what is in the box side by side, or one below the other."""
    box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
