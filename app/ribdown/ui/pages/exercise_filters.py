"""What the library can be narrowed down by."""

from collections.abc import Iterable

from msgspec import structs
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ribdown.core.content import Exercise, Sides
from ribdown.core.exercise_library import Posture, Wanted, When, things_of
from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.pages.exercise_words import posture_word, sides_word, when_word
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.drop_down import DropDown
from ribdown.ui.widgets.flow import Flow
from ribdown.ui.widgets.search_field import SearchField
from ribdown.ui.widgets.segments import Segments


class ExerciseFilters(QWidget):
    """`changed` says that `wanted` is something else. `postures` and `search` are for the page to place."""

    changed = Signal()

    def __init__(self, look: Look, exercises: Iterable[Exercise], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = Wanted()
        postures: list[tuple[object, str]] = [(None, translate("words", "All"))]
        postures += [(posture, posture_word(posture)) for posture in Posture]
        self.postures = Segments(look, translate("words", "Position"), postures)
        self.search = SearchField(look, translate("words", "Find"))
        self.search.textChanged.connect(lambda text: self._want(words=text))
        self.postures.picked.connect(lambda value: self._want(posture=value))
        things = sorted({thing for exercise in exercises for thing in things_of(exercise)})
        self._lists = {
            "thing": self._list(
                look,
                translate("words", "Equipment"),
                [
                    (None, translate("words", "Any equipment")),
                    ("", translate("words", "Nothing needed")),
                    *((thing, _with_capital(words.content(thing))) for thing in things),
                ],
            ),
            "when": self._list(
                look,
                translate("words", "Programme"),
                [(None, translate("words", "Whole programme")), *((when, when_word(when)) for when in When)],
            ),
            "sides": self._list(
                look,
                translate("words", "Sides"),
                [(None, translate("words", "Any sides")), *((sides, sides_word(sides)) for sides in Sides)],
            ),
        }
        self._flow = Flow(12, self)
        for name, box in self._lists.items():
            box.picked.connect(lambda value, name=name: self._want(**{name: value}))
            self._flow.addWidget(box)
        self._show()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        dress(self, look)

    def add(self, button: Button) -> None:
        """Put a button behind the lists."""
        self._flow.addWidget(button)

    def clear(self) -> None:
        """Want everything."""
        self.wanted = Wanted()
        self.search.clear()
        self._show()
        self.changed.emit()

    def _list(self, look: Look, name: str, options: list[tuple[object, str]]) -> DropDown:
        box = DropDown(look, self)
        box.setAccessibleName(name)
        box.set_options(options)
        return box

    def _want(self, **what: object) -> None:
        wanted = structs.replace(self.wanted, **what)
        if wanted != self.wanted:
            self.wanted = wanted
            self.changed.emit()

    def _show(self) -> None:
        self.postures.show_value(self.wanted.posture)
        for name, box in self._lists.items():
            box.show_value(getattr(self.wanted, name))


def _with_capital(text: str) -> str:
    return text[:1].upper() + text[1:]
