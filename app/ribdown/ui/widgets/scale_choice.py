"""A scale to choose one value from: keyboard first, spoken like a group of radio buttons."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.translation import translate
from ribdown.ui.widgets.choice import Choice
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.text import TITLE, Text, TextStyle
from ribdown.ui.widgets.tiles import Tiles

_END = TextStyle(13, 500, "text2")
_GAP, _BAR_GAP = 6, 9
_SECOND_DIGIT = 1000  # ms in which a 0 after a 1 means 10
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ScaleChoice(QWidget):
    """`labels` go from the lowest to the highest, `first` is the digit for the lowest, `ends` are the words below the
    two ends. A click on what is chosen takes the choice back, and so does Backspace. `chosen` says that the person
    changed `value`, the chosen index or None."""

    chosen = Signal()

    def __init__(
        self,
        look: Look,
        title: str,
        labels: Sequence[str],
        *,
        first: int = 0,
        bars: bool = False,
        ends: tuple[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.value: int | None = None
        self._first = first
        self._second_digit = QTimer(self, singleShot=True, interval=_SECOND_DIGIT)
        self._choices = [Choice(look, label, index + 1 if bars else None) for index, label in enumerate(labels)]
        for index, choice in enumerate(self._choices):
            label = labels[index] if bars else translate("words", "{} of {}").format(labels[index], labels[-1])
            choice.setAccessibleName(f"{title}: {label}")
            choice.clicked.connect(lambda checked, index=index: self._choose(index if checked else None))
        tiles = Tiles(len(labels), _BAR_GAP if bars else _GAP)
        tiles.set_tiles(self._choices)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(9)
        rows.addWidget(Text(look, TITLE, title))
        rows.addWidget(tiles)
        if ends is not None:
            row = QHBoxLayout()
            row.addWidget(Text(look, _END, ends[0]), 1)
            row.addWidget(Text(look, _END, ends[1]))
            rows.addLayout(row)
        self.setAccessibleName(title)
        self.show_value(None)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        dress(self, look)

    def show_value(self, value: int | None) -> None:
        """Show this index as chosen. The keyboard finds the scale there, or on the first choice."""
        self.value = value
        for index, choice in enumerate(self._choices):
            choice.setChecked(index == value)
            entry = index == (value or 0)
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus if entry else Qt.FocusPolicy.ClickFocus)

    def take_focus(self) -> None:
        """Put the keyboard on the scale."""
        self._choices[self.value or 0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and Space choose, arrows step, Backspace takes the choice back."""
        last = len(self._choices) - 1
        key, text = event.key(), event.text()
        if step := _STEPS.get(Qt.Key(key)):
            self._go(0 if self.value is None else min(max(self.value + step, 0), last))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._choose(None)
        elif key == Qt.Key.Key_Space:  # what an arrow or a digit has just chosen stays chosen
            self._choose(self._choices.index(cast(Choice, self.focusWidget())))
        elif text.isdecimal():
            self._type(int(text))
        else:
            super().keyPressEvent(event)

    def _type(self, digit: int) -> None:
        ten = digit == 0 and self._second_digit.isActive()
        self._second_digit.stop()
        index = (10 if ten else digit) - self._first
        if 0 <= index < len(self._choices):
            self._go(index)
            if digit == 1:
                self._second_digit.start()

    def _go(self, index: int) -> None:
        self._choose(index)
        self.take_focus()

    def _choose(self, value: int | None) -> None:
        if value != self.value:
            self.show_value(value)
            self.chosen.emit()
