"""The exercise that is chosen in the routine editor: its doses inside their ranges, and whether it can be left out."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ribdown.core.timeline import Side
from ribdown.ui.look import Look
from ribdown.ui.pages.routine_editor_view import BlockView, DoseView, ItemView
from ribdown.ui.pages.setting_controls import SwitchControl
from ribdown.ui.pages.setting_row import SettingRow
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.segments import Segments
from ribdown.ui.widgets.stepper import Stepper
from ribdown.ui.widgets.text import QUIET, TITLE, Text, TextStyle

_BLOCK = TextStyle(14, 600, "text2")
_FIXED = TextStyle(16, 500, "text2")


class RoutineEditorExercise(Panel):
    """`dose_picked` carries a block's id (empty for the rounds), a dose's name and the value that the person wants,
    `side_picked` the side that comes first."""

    dose_picked = Signal(str, str, object)
    side_picked = Signal(object)
    optional_switched = Signal(bool)
    included_switched = Signal(bool)
    removal_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._shown: tuple[object, ...] = ()
        self.rows: dict[tuple[str, str], SettingRow] = {}
        self._title = Text(look, TITLE, wrap=True)
        self._sides = Text(look, QUIET, wrap=True)
        title = translate("words", "Starts with")
        right, left = translate("words", "Right"), translate("words", "Left")
        self._side = Segments(look, title, ((Side.RIGHT, right), (Side.LEFT, left)))
        self._side.picked.connect(self.side_picked)
        self._side_row = SettingRow(look, title, "", self._side)
        self._side_row.show_rule(shown=False)
        self._doses = QWidget()
        self._dose_rows = _column(self._doses)
        self._optional, self._included = SwitchControl(look), SwitchControl(look)
        self._optional.clicked.connect(self.optional_switched)
        self._included.clicked.connect(self.included_switched)
        self._optional_row = self._switch_row(
            self._optional,
            translate("words", "Optional"),
            translate("words", "Can be switched off before each start"),
        )
        self._included_row = self._switch_row(self._included, translate("words", "On to begin with"), "")
        self.remove = Button(translate("words", "Remove"), look, ButtonKind.OUTLINE, "trash", height=40, px=15)
        self.remove.clicked.connect(self.removal_asked)
        rows = _column(self)
        rows.setContentsMargins(23, 15, 23, 18)
        rows.addWidget(self._title)
        rows.addWidget(self._sides)
        rows.addSpacing(6)
        rows.addWidget(self._side_row)
        rows.addWidget(self._doses)
        rows.addWidget(self._optional_row)
        rows.addWidget(self._included_row)
        rows.addSpacing(8)
        rows.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def show_item(self, item: ItemView) -> None:
        """Show an exercise. The rows stay where they are the same, and with them the keyboard."""
        title = item.exercise.title
        self._title.set_text(title)
        self._sides.set_text(item.sides)
        self._side_row.setVisible(item.first_side is not None)
        if item.first_side is not None:
            self._side.show_value(item.first_side)
        shown = (title, *((block.title, dose.block_id, dose.name) for block in item.blocks for dose in block.doses))
        if shown != self._shown:
            self._shown = shown
            self._build(item)
        for block in item.blocks:
            for dose in block.doses:
                self._show_dose(dose)
        self._optional.show_value(item.exercise.optional)
        self._included.show_value(item.exercise.included)
        self._included_row.setVisible(item.exercise.optional)
        self._included.setEnabled(item.may_be_off or not item.exercise.included)
        self._included_row.explain(
            "" if self._included.isEnabled() else translate("words", "The only one that is on stays on")
        )
        self.remove.setEnabled(item.removable)
        self.remove.setAccessibleName(translate("words", "Remove {}").format(title))

    def _show_dose(self, dose: DoseView) -> None:
        row = self.rows[dose.block_id, dose.name]
        if isinstance(row.control, Stepper):
            row.control.show_value(dose.value, dose.steps)
        row.explain(dose.origin)
        row.show_changed(changed=dose.usual is not None and dose.value != dose.usual)
        row.setVisible(dose.used)

    def _build(self, item: ItemView) -> None:
        while (taken := self._dose_rows.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = {}
        for block in item.blocks:
            self._add_block(block)
        if self.rows and item.first_side is not None:
            next(iter(self.rows.values())).show_rule(shown=True)
        steppers = [row.control for row in self.rows.values() if isinstance(row.control, Stepper)]
        stops = (*steppers, self._optional, self._included, self.remove)
        for before, after in pairwise(stops[-4:]):  # the new rows are last otherwise
            QWidget.setTabOrder(before, after)

    def _add_block(self, block: BlockView) -> None:
        if block.title:
            heading = Text(self._look, _BLOCK, block.title, wrap=True)
            heading.setContentsMargins(0, 14, 0, 4)
            self._dose_rows.addWidget(heading)
        for index, dose in enumerate(block.doses):
            control: QWidget
            if len(dose.steps) > 1:
                control = stepper = Stepper(self._look, dose.title)
                stepper.show_value(dose.value, dose.steps)
                stepper.picked.connect(lambda value, dose=dose: self.dose_picked.emit(dose.block_id, dose.name, value))
            else:
                control = Text(self._look, _FIXED, dose.steps[0][1])
            usual = next((text for value, text in dose.steps if value == dose.usual), "")
            row = SettingRow(self._look, dose.title, dose.origin, control, usual)
            row.reset_asked.connect(lambda dose=dose: self.dose_picked.emit(dose.block_id, dose.name, dose.usual))
            row.show_rule(shown=index > 0 or bool(block.title))
            self.rows[dose.block_id, dose.name] = row
            self._dose_rows.addWidget(row)

    def _switch_row(self, control: SwitchControl, title: str, explanation: str) -> SettingRow:
        control.setAccessibleName(title)
        return SettingRow(self._look, title, explanation, control)


def _column(parent: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
