"""What the person saw on each side, a note, and Save."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.errors import UserError
from ribdown.core.thomas_test import Thigh
from ribdown.core.timeline import Side
from ribdown.ui.look import Look
from ribdown.ui.pages.self_test_words import thigh_text, thigh_title
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.note_field import NoteField
from ribdown.ui.widgets.notice import Notice, Tone
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.side_mark import SideMark
from ribdown.ui.widgets.text import QUIET, STRONG, TITLE, Text
from ribdown.ui.widgets.thigh_choices import ThighChoices
from ribdown.ui.widgets.tiles import Tiles

_BESIDE = 400  # px at 100 % text size


class SelfTestForm(Panel):
    """`saved` carries what was seen left and right, a `Thigh` or None, and the note. The form stays as it is until
    `show_saved`. A side may stay open, both may not."""

    saved = Signal(object, object, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.sides = {side: self._choices(side) for side in Side}
        self.note = NoteField(look, translate("words", "Note"), translate("words", "Anything to remember"))
        self.note.textChanged.connect(self._refresh)
        self._state = Text(look, QUIET)
        self._error = Notice(look, Tone.DANGER, "warn")
        self._save = Button(translate("words", "Save result"), look, ButtonKind.PRIMARY, height=48)
        self._save.clicked.connect(self.save)
        columns = Tiles(2, 18)
        columns.set_tiles([_column(look, side, choices) for side, choices in self.sides.items()])
        hint = translate("words", "Floating above level suggests tightness on that side. Pain while testing? Stop.")
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(16)
        self._foot.addWidget(Text(look, QUIET, hint, wrap=True), 1)
        self._foot.addWidget(self._save)
        header = QHBoxLayout()
        header.addWidget(Text(look, TITLE, translate("words", "The free thigh…"), wrap=True), 1)
        header.addWidget(self._state)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 22)
        rows.setSpacing(12)
        rows.addLayout(header)
        rows.addWidget(columns)
        rows.addWidget(self.note)
        rows.addWidget(self._error)
        rows.addStretch(1)
        rows.addLayout(self._foot)
        self._error.hide()
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put Save beside what is said, or under it."""
        beside = self.width() >= _BESIDE * self._look.text_scale
        self._foot.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def show_found(self, found: dict[Side, Thigh]) -> None:
        """Fill in what was seen in a guided test; the note is to be written yet. The keyboard goes where something is
        still to say."""
        for side, choices in self.sides.items():
            choices.show_value(found.get(side))
        self.note.clear()
        self._refresh()
        still_open = [choices for side, choices in self.sides.items() if side not in found]
        if found and still_open:
            still_open[0].take_focus()
        elif found:
            self.note.setFocus(Qt.FocusReason.TabFocusReason)

    def save(self) -> None:
        """Hand over what was said."""
        self._error.hide()
        self.saved.emit(self.sides[Side.LEFT].value, self.sides[Side.RIGHT].value, self.note.toPlainText().strip())

    def show_saved(self) -> None:
        """It is kept: empty the form, and say so."""
        self.show_found({})
        self._state.set_text(translate("words", "Saved."))
        self.sides[Side.LEFT].take_focus()

    def show_error(self, error: UserError) -> None:
        """Say that saving failed. The form stays as it is."""
        self._error.show_lines(error.what, [error.next_step])
        self._error.show()
        self._save.setFocus()

    def _choices(self, side: Side) -> ThighChoices:
        choices = ThighChoices(self._look, [(thigh, thigh_text(thigh)) for thigh in Thigh])
        choices.set_title(thigh_title(side))
        choices.chosen.connect(self._refresh)
        return choices

    def _refresh(self) -> None:
        chosen = [choices for choices in self.sides.values() if choices.value is not None]
        self._save.setEnabled(bool(chosen))
        unsaved = chosen or self.note.toPlainText().strip()
        self._state.set_text(translate("words", "Not saved yet.") if unsaved else "")


def _column(look: Look, side: Side, choices: ThighChoices) -> QWidget:
    heading = QHBoxLayout()
    heading.setSpacing(8)
    heading.addWidget(SideMark(look, side))
    heading.addWidget(Text(look, STRONG, thigh_title(side)), 1)
    column = QWidget()
    rows = QVBoxLayout(column)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(8)
    rows.addLayout(heading)
    rows.addWidget(choices)
    return column
