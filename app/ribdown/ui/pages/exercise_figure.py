"""An exercise's figure as it moves, what is shown, and what one should feel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.clock import Clock
from ribdown.core.content import Exercise, Sides
from ribdown.core.timeline import Side
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.translation import translate
from ribdown.ui.widgets.line_sign import LineSign
from ribdown.ui.widgets.moving_figure import MovingFigure
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.segments import Segments
from ribdown.ui.widgets.text import BODY, QUIET, Text

_WIDTH, _LOWEST, _HIGHEST = 380, 150, 252  # px at 100 % text size


class ExerciseFigure(Panel):
    """`side_picked` carries the side to show, where an exercise has two."""

    side_picked = Signal(object)

    def __init__(
        self, look: Look, figures: Figures, clock: Clock, exercise: Exercise, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._exercise = exercise
        self.figure = MovingFigure(look, figures, clock)
        self._shown = Text(look, QUIET, wrap=True)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.figure.told.connect(lambda label: self._shown.set_text(words.content(label)))
        self._feel = Text(look, BODY, wrap=True)
        self._sides: Segments | None = None
        feel = QHBoxLayout()
        feel.setSpacing(12)
        feel.addWidget(LineSign(look, "rest", "accent", BODY, 22), 0, Qt.AlignmentFlag.AlignTop)
        feel.addWidget(self._feel, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(19, 17, 19, 18)
        rows.setSpacing(8)
        if exercise.sides is Sides.EACH:
            options = [(side, words.side_word(side).capitalize()) for side in (Side.RIGHT, Side.LEFT)]
            self._sides = Segments(look, translate("words", "Side"), options)
            self._sides.picked.connect(self.side_picked)
            rows.addWidget(self._sides, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.figure)
        rows.addWidget(self._shown)
        rows.addLayout(feel)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._fit()

    def show_side(self, side: Side) -> None:
        """Show the exercise on this side."""
        if self._sides is not None:
            self._sides.show_value(side)
        self.figure.show_exercise(self._exercise, side)
        self._fit()
        feel = words.content(self._exercise.feel, side if self._sides is not None else None)
        self._feel.set_text(translate("words", "What you feel: {}").format(feel))

    def _fit(self) -> None:
        height = min(max(_WIDTH * self.figure.shape, _LOWEST), _HIGHEST)
        self.figure.setFixedHeight(round(height * min(self._look.text_scale, 1.3)))
