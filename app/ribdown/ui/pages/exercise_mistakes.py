"""The mistakes of an exercise, each with what puts it right, and beside it how both look."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.content import Exercise, Sides
from ribdown.core.figure.demonstration import demonstration
from ribdown.core.moment import moment_at
from ribdown.core.timeline import Side
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.translation import translate
from ribdown.ui.widgets.line_sign import LineSign
from ribdown.ui.widgets.mistake_pair import MistakePair
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import QUIET, STRONG, TITLE, Text, TextStyle

_MISTAKE = TextStyle(STRONG.px, STRONG.weight, line=118)
_PAIR = (470, 132)  # px, at most


class ExerciseMistakes(Panel):
    """A card."""

    def __init__(self, look: Look, figures: Figures, exercise: Exercise, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._exercise = exercise
        self._figures = figures
        self._parts = [(Text(look, QUIET, wrap=True), MistakePair(look, figures)) for _ in exercise.mistakes]
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for index, (mistake, (fix, pair)) in enumerate(zip(exercise.mistakes, self._parts, strict=True)):
            row = 4 * index
            cross = LineSign(look, "cross", "danger", _MISTAKE)
            grid.addWidget(cross, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(look, _MISTAKE, words.content(mistake.mistake), wrap=True), row, 1)
            grid.addWidget(fix, row + 1, 1)
            grid.addLayout(_at_most(pair, _PAIR[0]), row + 2, 1)
            grid.setRowMinimumHeight(row + 3, 12 if index < len(self._parts) - 1 else 0)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(23, 18, 23, 20)
        rows.setSpacing(10)
        rows.addWidget(Text(look, TITLE, translate("words", "Mistakes"), wrap=True))
        rows.addLayout(grid)

    def show_side(self, side: Side) -> None:
        """Show the mistakes on this side."""
        shown = side if self._exercise.sides is Sides.EACH else None
        moment = moment_at(demonstration(self._exercise, side), 0.0)
        for mistake, (fix, pair) in zip(self._exercise.mistakes, self._parts, strict=True):
            fix.set_text(words.content(mistake.fix, shown))
            pair.setFixedHeight(_PAIR[1] if pair.show_mistake(moment, mistake) else 0)
            pair.setVisible(pair.height() > 0)


def _at_most(widget: QWidget, width: int) -> QHBoxLayout:
    widget.setMaximumWidth(width)
    row = QHBoxLayout()
    row.addWidget(widget, 1)
    row.addStretch(0)
    return row
