"""The page of one exercise."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ribdown.core.clock import Clock
from ribdown.core.content import Sides
from ribdown.core.timeline import Side
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.pages.exercise_doses import ExerciseDoses
from ribdown.ui.pages.exercise_facts import ExerciseFacts
from ribdown.ui.pages.exercise_figure import ExerciseFigure
from ribdown.ui.pages.exercise_lines import ExerciseLines
from ribdown.ui.pages.exercise_mistakes import ExerciseMistakes
from ribdown.ui.pages.exercise_past import ExercisePast
from ribdown.ui.pages.exercise_sheet import ExerciseSheet
from ribdown.ui.pages.page import Page
from ribdown.ui.translation import translate
from ribdown.ui.widgets.back_link import BackLink
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.text import PAGE, Text

_WIDEST = 992  # 420 and 554 with a gap of 18
_GAP = 18
_TWO_COLUMNS = 820  # px at 100 % text; below this the cards stand one below the other
_LEFT, _RIGHT = 420, 554


class ExercisePage(Page):
    """`started` asks for this exercise alone, `opened` carries the id of another one, `left` asks for the page that led
    here, which is called `back`."""

    started = Signal(str)
    opened = Signal(str)
    left = Signal()

    def __init__(
        self,
        look: Look,
        figures: Figures,
        clock: Clock,
        sheet: ExerciseSheet,
        back: str,
        *,
        gentler: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, _WIDEST, parent)
        exercise = sheet.exercise
        self._sheet = sheet
        self._title = Text(look, PAGE, words.content(exercise.title), wrap=True)
        self._back = BackLink(look, back)
        self._back.clicked.connect(self.left)
        self._start = self._start_button()
        self._figure = ExerciseFigure(look, figures, clock, exercise)
        self._figure.side_picked.connect(self._show_side)
        self._position = ExerciseLines(look, translate("words", "Starting position"), "check")
        self._execution = ExerciseLines(look, translate("words", "Execution"))
        self._mistakes = ExerciseMistakes(look, figures, exercise)
        self._stop = ExerciseLines(look, translate("words", "When to stop"), "warn", "warn")
        self._facts = ExerciseFacts(look, sheet)
        self._facts.opened.connect(self.opened)
        doses = ExerciseDoses(look, sheet, gentler=gentler)
        past = ExercisePast(look, sheet.history)
        self._header = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._header.setSpacing(12)
        self._header.addWidget(self._title, 1)
        self._header.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self._do = _column(self._facts, self._position, self._execution, self._mistakes, self._stop)
        self._more = _column(doses, past)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(_GAP)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for half, first, width in ((self._left, self._figure, _LEFT), (self._right, self._do, _RIGHT)):
            half.setSpacing(_GAP)
            half.addWidget(first)
            self._halves.addLayout(half, width)
        self.body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._header)
        self.body.addLayout(self._halves)
        self.body.addStretch(1)
        self.body.setSpacing(12)
        self._show_side(Side.RIGHT)
        self._fit()

    @property
    def exercise_id(self) -> str:
        """The id of the exercise that is shown."""
        return self._sheet.exercise.id

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._fit()

    def take_focus(self) -> None:
        """Put the keyboard on Start."""
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards into two columns or one."""
        super().resizeEvent(event)
        self._fit()

    def _start_button(self) -> Button:
        text = translate("words", "Start")
        if self._sheet.seconds:
            text = translate("words", "Start, {}").format(words.clock(self._sheet.seconds))
        start = Button(text, self._look, ButtonKind.PRIMARY, "play", height=48)
        title = words.content(self._sheet.exercise.title)
        start.setAccessibleName(translate("words", "Start {} alone").format(title))
        start.clicked.connect(lambda: self.started.emit(self.exercise_id))
        return start

    def _show_side(self, side: Side) -> None:
        exercise = self._sheet.exercise
        shown = side if exercise.sides is Sides.EACH else None
        self._figure.show_side(side)
        self._mistakes.show_side(side)
        for card, lines in (
            (self._position, exercise.starting_position),
            (self._execution, exercise.execution),
            (self._stop, exercise.stop),
        ):
            card.show_lines([words.content(line, shown) for line in lines])

    def _fit(self) -> None:
        width, scale = self.column_width, self._look.text_scale
        beside = width >= _TWO_COLUMNS * scale
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(across if beside else down)
        for half in (self._left, self._right):
            half.removeWidget(self._more)
        (self._left if beside else self._right).addWidget(self._more)
        heading = self._start.sizeHint().width() + 12 + 300 * scale
        self._header.setDirection(across if width >= heading else down)


def _column(*cards: QWidget) -> QWidget:
    column = QWidget()
    rows = QVBoxLayout(column)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(_GAP)
    for card in cards:
        rows.addWidget(card)
    rows.addStretch(1)
    return column
