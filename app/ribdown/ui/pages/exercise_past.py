"""A person's own history with an exercise."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ribdown.core.exercise_history import ExerciseHistory
from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.pages.dates import day_long
from ribdown.ui.translation import translate
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import BODY, QUIET, TITLE, Text


class ExercisePast(Panel):
    """A card."""

    def __init__(self, look: Look, history: ExerciseHistory, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(23, 18, 23, 20)
        rows.setSpacing(8)
        rows.addWidget(Text(look, TITLE, translate("words", "You and this exercise"), wrap=True))
        first, *more = _lines(history)
        rows.addWidget(Text(look, BODY, first, wrap=True))
        for line in more:
            rows.addWidget(Text(look, QUIET, line, wrap=True))


def _lines(history: ExerciseHistory) -> list[str]:
    if history.last is None:
        return [translate("words", "Not done yet. What you do of it shows here.")]
    times = (
        translate("words", "In 1 session")
        if history.times == 1
        else translate("words", "In {} sessions").format(history.times)
    )
    lines = [
        translate("words", "{}, {} in all").format(times, words.took(history.seconds)),
        translate("words", "Last on {}").format(day_long(history.last)),
    ]
    if history.left or history.right:
        left, right = words.took(history.left), words.took(history.right)
        lines.append(translate("words", "Left {} · Right {}").format(left, right))
    return lines
