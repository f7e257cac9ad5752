"""A card of the list of routines: a title and a row for each, with what was just done in the place where it was."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.pages.own_routines_row import OwnRoutinesRow, RowAction
from ribdown.ui.pages.own_routines_view import OwnRoutine
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import QUIET, TITLE, Text


class OwnRoutinesSection(Panel):
    """`asked` carries an action's name and a routine's id. `nothing` is said where there is no row."""

    asked = Signal(str, str)

    def __init__(self, look: Look, title: str, nothing: str, actions: Sequence[RowAction]) -> None:
        super().__init__(look)
        self._actions = actions
        self._nothing = Text(look, QUIET, nothing, wrap=True)
        self.rows: list[OwnRoutinesRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(23, 15, 23, 10)
        self._column.setSpacing(0)
        self._column.addWidget(Text(look, TITLE, title))
        self._column.addSpacing(6)
        self._column.addWidget(self._nothing)

    def show_routines(self, routines: Sequence[OwnRoutine]) -> None:
        """Show these."""
        while len(self.rows) > len(routines):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(routines):
            row = OwnRoutinesRow(self._look, self._actions)
            row.asked.connect(self.asked)
            self.rows.append(row)
            self._column.addWidget(row)
        for index, (row, routine) in enumerate(zip(self.rows, routines, strict=True)):
            row.show_routine(routine, rule=index > 0)
        self._nothing.setVisible(not routines)
        self._column.setContentsMargins(23, 15, 23, 10 if routines else 18)

    def place_of(self, id: str) -> int:
        """Where the row of a routine is, counted from 0; behind the last one where there is none."""
        return next((at for at, row in enumerate(self.rows) if row.routine_id == id), len(self.rows))

    def put(self, bar: QWidget, place: int) -> None:
        """Put something above the row of this place, so that no row above it moves."""
        self._column.removeWidget(bar)
        below = self.rows[place : place + 1]
        self._column.insertWidget(self._column.indexOf(below[0]) if below else self._column.count(), bar)

    def forget_pointer(self) -> None:
        """No button is under the pointer that has not moved: Delete of the next row would look as if it were."""
        for button in self.stops():
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
            button.update()

    def stops(self) -> list[Button]:
        """Every button, in reading order."""
        items = (self._column.itemAt(index) for index in range(self._column.count()))
        parts = (item.widget() for item in items if item is not None)
        return [button for part in parts if part is not None for button in part.findChildren(Button)]
