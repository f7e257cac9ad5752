"""One routine of the list: what it is, how long it takes, and what can be done with it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.pages.own_routines_view import OwnRoutine
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.flow import Flow
from ribdown.ui.widgets.rule import Rule
from ribdown.ui.widgets.text import SMALL, STRONG, Text

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_GAP, _BETWEEN = 14, 4
_WORDS = 260  # px at 100 % text: the texts' least room beside the buttons


class RowAction(NamedTuple):
    """Something to do with a routine: `name` is for the program, `text` for the person."""

    name: str
    text: str
    kind: ButtonKind = ButtonKind.QUIET


class OwnRoutinesRow(QWidget):
    """`asked` carries an action's name and `routine_id`. A line above parts it from the row before."""

    asked = Signal(str, str)

    def __init__(self, look: Look, actions: Sequence[RowAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.routine_id = ""
        self._actions = tuple(actions)
        self._rule = Rule(look)
        self._title = Text(look, STRONG, wrap=True)
        self._detail = Text(look, SMALL, wrap=True)
        self.buttons = {action.name: self._button(action) for action in actions}
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._title)
        texts.addWidget(self._detail)
        self._right = QWidget()
        flow = Flow(_BETWEEN, self._right)
        for button in self.buttons.values():
            flow.addWidget(button)
        self._halves = QBoxLayout(_ACROSS)
        self._halves.setContentsMargins(0, 9, 0, 9)
        self._halves.addLayout(texts, 1)
        self._halves.addWidget(self._right)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._rule)
        rows.addLayout(self._halves)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        self._fit()

    def show_routine(self, routine: OwnRoutine, *, rule: bool) -> None:
        """Show a routine."""
        self.routine_id = routine.id
        self._title.set_text(routine.title)
        self._detail.set_text(routine.detail)
        self._rule.setVisible(rule)
        for action in self._actions:
            self.buttons[action.name].setAccessibleName(f"{action.text}: {routine.title}")
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """What the widest part needs: how they stand now must not keep the row from getting narrower."""
        parts = (self._title, self._detail, *self.buttons.values())
        return QSize(max(part.minimumSizeHint().width() for part in parts), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the texts or below them."""
        self._fit()

    def _button(self, action: RowAction) -> Button:
        button = Button(action.text, self._look, action.kind, height=40, px=15)
        button.clicked.connect(lambda: self.asked.emit(action.name, self.routine_id))
        return button

    def _fit(self) -> None:
        beside = self._right.sizeHint().width() + _GAP + _WORDS * self._look.text_scale <= self.width()
        self._halves.setDirection(_ACROSS if beside else _DOWN)
        self._halves.setSpacing(_GAP if beside else 6)
        self._halves.setAlignment(self._right, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag(0))
