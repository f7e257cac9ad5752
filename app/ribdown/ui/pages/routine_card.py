"""A routine as a card: what it is, how long it takes, and a quiet Start."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.pages.start_view import ExerciseView, RoutineView
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.switch import Switch
from ribdown.ui.widgets.text import QUIET, SMALL, STRONG, TITLE, Text


class RoutineCard(Panel):
    """`start_requested` carries the routine's id, `option_switched` that and an optional exercise's id and state."""

    start_requested = Signal(str)
    option_switched = Signal(str, str, bool)

    def __init__(self, look: Look, routine: RoutineView, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._id = routine.id
        self._title = Text(look, TITLE, wrap=True)
        self._length = Text(look, STRONG)
        self._summary = Text(look, QUIET, wrap=True)
        self._exercises = Text(look, SMALL, wrap=True)
        self._start = Button(translate("words", "Start"), look, ButtonKind.OUTLINE, "play", height=40, px=15)
        self._start.clicked.connect(lambda: self.start_requested.emit(self._id))
        self._switches = {one.id: self._switch(one) for one in routine.exercises if one.optional}
        heading = QHBoxLayout()
        heading.setSpacing(12)
        heading.addWidget(self._title, 1, Qt.AlignmentFlag.AlignTop)
        heading.addWidget(self._length, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(23, 18, 23, 18)
        rows.setSpacing(6)
        rows.addLayout(heading)
        rows.addWidget(self._summary)
        rows.addWidget(self._exercises)
        for switch in self._switches.values():
            rows.addWidget(switch)
        rows.addStretch(1)
        rows.addSpacing(4)
        rows.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_routine(routine)

    def show_routine(self, routine: RoutineView) -> None:
        """Show the routine's values anew."""
        length = words.duration(routine.seconds)
        self._title.set_text(routine.title)
        self._length.set_text(length)
        self._summary.set_text(routine.summary)
        self._exercises.set_text(_exercises_text(routine))
        self._start.setEnabled(routine.plan is not None)
        self._start.setAccessibleName(translate("words", "Start {}, {}").format(routine.title, length))
        for exercise in routine.exercises:
            if exercise.optional:
                switch = self._switches[exercise.id]
                switch.setChecked(exercise.included)
                switch.set_texts(translate("words", "With {}").format(exercise.title), words.duration(exercise.seconds))

    def _switch(self, exercise: ExerciseView) -> Switch:
        switch = Switch(self._look)
        switch.clicked.connect(lambda on: self.option_switched.emit(self._id, exercise.id, on))
        return switch


def _exercises_text(routine: RoutineView) -> str:
    if routine.guide:
        return translate("words", "plus {} to get ready").format(words.duration(routine.get_ready_seconds))
    text = " · ".join(exercise.title for exercise in routine.exercises if exercise.included)
    if routine.below_full_dose:
        text += " · " + translate("words", "shorter than the full dose")
    return text
