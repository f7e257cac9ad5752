"""The library, the pages of exercises and the texts, and the way between them."""

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ribdown.core.clock import Clock
from ribdown.core.content import Exercise
from ribdown.core.errors import UserError
from ribdown.core.exercise_history import ExerciseHistory
from ribdown.core.exercise_library import in_order
from ribdown.core.plan import PlanOptions
from ribdown.core.routine import Routine
from ribdown.infra.learn import load_learn
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.pages.exercise_page import ExercisePage
from ribdown.ui.pages.exercise_sheet import ExerciseSheet, exercise_sheet
from ribdown.ui.pages.exercises_page import ExercisesPage
from ribdown.ui.pages.learn_page import LearnPage
from ribdown.ui.translation import translate
from ribdown.ui.widgets.dressing import dress

_LEARN = ""  # in the trail: every other place is an exercise's id
SELF_TEST = "thomas-test"


class ExercisesDesk(QStackedWidget):
    """`history_of` gives what was done of an exercise. `start_requested` carries the id of the exercise to start alone;
    the self-test has a place of its own, which `self_test_requested` asks for. `problem` carries a UserError."""

    start_requested = Signal(str)
    self_test_requested = Signal()
    problem = Signal(object)

    def __init__(
        self,
        look: Look,
        figures: Figures,
        clock: Clock,
        exercises: Mapping[str, Exercise],
        routines: Mapping[str, Routine],
        history_of: Callable[[str], ExerciseHistory],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._figures = figures
        self._clock = clock
        self._exercises = exercises
        self._routines = routines
        self._history_of = history_of
        self._options = PlanOptions()
        self._gentler = False
        self._trail: list[str] = []
        self._texts: LearnPage | None = None  # kept: a reader comes back to the same place
        self._library = ExercisesPage(look, figures, self._sheets(), routines)
        self._library.opened.connect(self.open_exercise)
        self._library.learn_requested.connect(self.open_learn)
        self.addWidget(self._library)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)

    def show_values(
        self, options: PlanOptions, routines: Mapping[str, Routine], in_routine: Collection[str], *, gentler: bool
    ) -> None:
        """Show what sessions take with these options, and the routines there are by now. `in_routine` are the exercises
        of today's routine, by id."""
        self._options, self._routines, self._gentler = options, routines, gentler
        self._library.show_sheets(self._sheets(), in_routine)
        if self._trail and self._trail[-1] != _LEARN:
            self._show()

    def open_library(self) -> None:
        """Show all exercises."""
        self._trail.clear()
        self._show()

    def open_exercise(self, exercise_id: str) -> None:
        """Show one exercise."""
        self._go(exercise_id)

    def open_learn(self) -> None:
        """Show the texts."""
        if self._read():
            self._go(_LEARN)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard would go to the first filter else, when this is shown for the first time."""
        if not event.spontaneous():
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where the page that is shown begins."""
        page = self.currentWidget()
        if isinstance(page, ExercisesPage | ExercisePage | LearnPage):
            page.take_focus()

    def _go(self, place: str) -> None:
        if place in self._trail:  # no walking in circles
            del self._trail[self._trail.index(place) :]
        self._trail.append(place)
        self._show()

    def _back(self) -> None:
        self._trail.pop()
        self._show()

    def _show(self) -> None:
        page = self._page()
        shown = self.currentWidget()
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        self.take_focus()
        if isinstance(shown, ExercisePage):
            self.removeWidget(shown)
            shown.deleteLater()

    def _page(self) -> QWidget:
        if not self._trail:
            return self._library
        back = self._name(self._trail[-2]) if len(self._trail) > 1 else translate("words", "Exercises")
        if self._trail[-1] != _LEARN:
            return self._exercise(self._trail[-1], back)
        assert self._texts is not None
        self._texts.lead_back(back)
        return self._texts

    def _exercise(self, exercise_id: str, back: str) -> ExercisePage:
        sheet = self._sheet(self._exercises[exercise_id], self._history_of(exercise_id))
        page = ExercisePage(self._look, self._figures, self._clock, sheet, back, gentler=self._gentler)
        page.opened.connect(self.open_exercise)
        page.started.connect(self._start)
        page.left.connect(self._back)
        return page

    def _read(self) -> bool:
        """Have the texts; says whether they can be shown."""
        if self._texts is None:
            try:
                sections = load_learn(self._exercises)
            except UserError as error:
                self.problem.emit(error)
                return False
            self._texts = LearnPage(self._look, self._figures, sections, self._exercises)
            self._texts.opened.connect(self.open_exercise)
            self._texts.self_test_asked.connect(self.self_test_requested)
            self._texts.left.connect(self._back)
        return True

    def _start(self, exercise_id: str) -> None:
        if exercise_id == SELF_TEST:
            self.self_test_requested.emit()
        else:
            self.start_requested.emit(exercise_id)

    def _name(self, place: str) -> str:
        return words.content(self._exercises[place].title) if place else translate("words", "Why it works")

    def _sheets(self) -> list[ExerciseSheet]:
        none = ExerciseHistory()
        return [self._sheet(exercise, none) for exercise in in_order(self._exercises, self._routines)]

    def _sheet(self, exercise: Exercise, history: ExerciseHistory) -> ExerciseSheet:
        return exercise_sheet(exercise, self._exercises, self._routines, self._options, history, gentler=self._gentler)
