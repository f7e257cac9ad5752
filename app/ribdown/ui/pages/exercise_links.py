"""The way to other exercises."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ribdown.core.content import Exercise
from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.flow import Flow


class ExerciseLinks(QWidget):
    """`opened` carries an exercise's id; `name` says in front what the links are, for a screen reader."""

    opened = Signal(str)

    def __init__(self, look: Look, name: str, exercises: Iterable[Exercise], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._flow = Flow(8, self)
        for exercise in exercises:
            title = words.content(exercise.title)
            link = self.add(title)
            link.setAccessibleName(f"{name}: {title}")
            link.clicked.connect(lambda _=False, id=exercise.id: self.opened.emit(id))

    def add(self, text: str) -> Button:
        """Put a link behind the others."""
        link = Button(text, self._look, icon="chevron", height=34, px=14)
        self._flow.addWidget(link)
        return link
