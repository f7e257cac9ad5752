"""What an exercise is for, what it needs, and where it stands in the programme."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.pages.exercise_links import ExerciseLinks
from ribdown.ui.pages.exercise_sheet import ExerciseSheet
from ribdown.ui.pages.exercise_words import equipment_text, position_word, sides_word, source_title, when_text
from ribdown.ui.translation import translate
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import BODY, Text, TextStyle

_NAME = TextStyle(BODY.px, ink="text2", line=BODY.line)
_LARGE = 1.6  # text scale


class ExerciseFacts(Panel):
    """`opened` carries the id of another exercise that is harder, or done instead."""

    opened = Signal(str)

    def __init__(self, look: Look, sheet: ExerciseSheet, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        exercise = sheet.exercise
        self._links: list[tuple[Text, ExerciseLinks]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        routines = ", ".join(words.content(routine.title) for routine in sheet.routines)
        for name, text in (
            (translate("words", "Needs"), equipment_text(exercise)),
            (translate("words", "Position"), position_word(exercise.position)),
            (translate("words", "Sides"), sides_word(exercise.sides)),
            (translate("words", "When"), when_text(sheet.when)),
            (translate("words", "Part of"), routines),
            (translate("words", "Source"), source_title(exercise)),
        ):
            if text:
                self._add(name, Text(look, BODY, text, wrap=True))
        harder, instead = translate("words", "Harder"), translate("words", "Instead")
        for name, others in ((harder, sheet.harder), (instead, sheet.instead)):
            if others:
                links = ExerciseLinks(look, name, others)
                links.opened.connect(self.opened)
                self._links.append((Text(look, _NAME, name, wrap=True), links))
        self._first = self._grid.rowCount()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(23, 18, 23, 20)
        rows.setSpacing(12)
        rows.addWidget(Text(look, BODY, words.content(exercise.purpose), wrap=True))
        rows.addLayout(self._grid)
        self._place_links()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._place_links()

    def _add(self, name: str, value: QWidget) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(Text(self._look, _NAME, name, wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)

    def _place_links(self) -> None:
        """Links beside their name, or below it where they are large: a link does not break into lines."""
        below = self._look.text_scale >= _LARGE
        for number, (name, links) in enumerate(self._links):
            row = self._first + 2 * number
            for part in (name, links):
                self._grid.removeWidget(part)
            self._grid.addWidget(name, row, 0, 1, 2 if below else 1, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(links, row + below, 0 if below else 1, 1, 2 if below else 1)
