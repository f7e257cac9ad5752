"""One exercise of the featured routine: what it asks for, how long it takes and, where it is optional, its switch."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.pages.start_view import ExerciseView
from ribdown.ui.translation import translate
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.rule import Rule
from ribdown.ui.widgets.switch import Switch
from ribdown.ui.widgets.text import QUIET, STRONG, Text, TextStyle

_BELOW = TextStyle(14, ink="text3")
_LOWEST = 42
_WIDEST_TITLE = 220
_GAP_BELOW = 3


class ExerciseRow(QWidget):
    """`switched` carries whether the optional exercise is wanted now. A line below parts it from the next row."""

    switched = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._narrow = False
        self._title_width = 0
        self._title = Text(look, STRONG, wrap=True)
        self._detail = Text(look, QUIET, wrap=True)
        self._below = Text(look, _BELOW, translate("words", "Shorter than the full dose"), wrap=True)
        self.switch = Switch(look)
        self.switch.clicked.connect(self.switched)
        self._time = Text(look, STRONG)
        self._time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._texts = QWidget()
        texts = QVBoxLayout(self._texts)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(0)
        texts.addWidget(self._detail)
        texts.addWidget(self._below)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 5, 0, 0)
        self._grid.setRowMinimumHeight(2, _GAP_BELOW)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.addWidget(self._title, 0, 0)
        self._grid.addWidget(self.switch, 0, 2)
        self._grid.addWidget(self._time, 0, 3)
        self._grid.addWidget(Rule(look), 3, 0, 1, 4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_narrow(narrow=False)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        self.setMinimumHeight(round(_LOWEST * look.text_scale))

    def set_narrow(self, *, narrow: bool) -> None:
        """Put what it asks for under the title instead of beside it."""
        self._narrow = narrow
        self._grid.removeWidget(self._texts)
        self._grid.setColumnStretch(0, int(narrow))
        self._grid.setColumnStretch(1, int(not narrow))
        if narrow:
            self._grid.addWidget(self._texts, 1, 0, 1, 4)
        else:
            self._grid.addWidget(self._texts, 0, 1)
        self._grid.setColumnMinimumWidth(0, 0 if narrow else self._title_width)
        self.setMinimumHeight(round(_LOWEST * self._look.text_scale))

    def title_width(self) -> int:
        """How wide the title's column wants to be, in pixels."""
        wanted = self._title.fontMetrics().horizontalAdvance(self._title.plain) + 1
        return min(wanted, round(_WIDEST_TITLE * self._look.text_scale))

    def set_columns(self, title: int, time: int) -> None:
        """Line the columns up with those of the other rows; widths in pixels."""
        self._title_width = title
        self._grid.setColumnMinimumWidth(0, 0 if self._narrow else title)
        self._grid.setColumnMinimumWidth(3, time)

    def time_width(self) -> int:
        """How wide the time is, in pixels."""
        return self._time.sizeHint().width()

    def show_exercise(self, exercise: ExerciseView) -> None:
        """Show an exercise; the time of one that is switched off is what it would add."""
        self._title.set_text(exercise.title)
        self._detail.set_text(exercise.detail)
        self._below.setVisible(exercise.below_full_dose)
        length = words.clock(exercise.seconds)
        self._time.set_text(length if exercise.included else f"+ {length}")
        self.switch.setVisible(exercise.optional)
        self.switch.setChecked(exercise.included)
        self.switch.setAccessibleName(
            translate("words", "With {}, {}").format(exercise.title, words.duration(exercise.seconds))
        )
