"""How the free thigh of one side lies: three choices, keyboard first, spoken like a group of radio buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ribdown.core.thomas_test import Thigh
from ribdown.ui.look import Look
from ribdown.ui.widgets.thigh_choice import ThighChoice

_GAP = 9  # px at scale 1
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ThighChoices(QWidget):
    """`options` are the choices and their texts. Choosing what is chosen takes the choice back, and so does Backspace.
    `chosen` says that the person changed `value`."""

    chosen = Signal()

    def __init__(self, look: Look, options: Sequence[tuple[Thigh, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value: Thigh | None = None
        self._choices = [ThighChoice(look, thigh, text) for thigh, text in options]
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(_GAP)
        for choice in self._choices:
            choice.clicked.connect(lambda checked, choice=choice: self._choose(choice.thigh if checked else None))
            self._rows.addWidget(choice)
        self.show_value(None)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        for choice in self._choices:
            choice.set_look(look)

    def set_scale(self, scale: float) -> None:
        """Set the size of one design pixel."""
        self._rows.setSpacing(round(_GAP * scale))
        for choice in self._choices:
            choice.set_scale(scale)

    def set_title(self, title: str) -> None:
        """Whose thigh it is, for the screen reader."""
        self.setAccessibleName(title)
        for choice in self._choices:
            choice.setAccessibleName(f"{title}: {choice.text()}")

    def show_value(self, value: Thigh | None) -> None:
        """Show this one as chosen. The keyboard finds the group there, or on the first choice."""
        self.value = value
        for choice in self._choices:
            choice.setChecked(choice.thigh is value)
            entry = choice is self._entry
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus if entry else Qt.FocusPolicy.ClickFocus)

    def take_focus(self) -> None:
        """Put the keyboard on the group."""
        self._entry.setFocus(Qt.FocusReason.TabFocusReason)

    def choose_number(self, number: int) -> None:
        """Choose as the person does with a digit: 1 is the first."""
        self._choose(self._choices[number - 1].thigh)
        self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, arrows step, Backspace takes the choice back."""
        here, last = self._choices.index(self._entry), len(self._choices)
        text = event.text()
        if step := _STEPS.get(Qt.Key(event.key())):
            self.choose_number(1 if self.value is None else min(max(here + 1 + step, 1), last))
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._choose(None)
            self.take_focus()
        elif text.isdecimal() and 1 <= int(text) <= last:
            self.choose_number(int(text))
        else:
            super().keyPressEvent(event)

    @property
    def _entry(self) -> ThighChoice:
        return next((choice for choice in self._choices if choice.thigh is self.value), self._choices[0])

    def _choose(self, value: Thigh | None) -> None:
        if value is not self.value:
            self.show_value(value)
            self.chosen.emit()
