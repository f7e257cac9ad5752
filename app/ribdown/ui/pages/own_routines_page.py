"""The routines: the person's own to edit, duplicate, export and delete, and the bundled ones to begin from."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.pages.exercise_choice import ExerciseChoice
from ribdown.ui.pages.own_routines_row import OwnRoutinesRow, RowAction
from ribdown.ui.pages.own_routines_view import OwnRoutine, OwnRoutinesView
from ribdown.ui.pages.page import Page
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.notice import Notice, Tone
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.task_bar import TaskBar
from ribdown.ui.widgets.text import PAGE, QUIET, TITLE, Text
from ribdown.ui.widgets.undo_bar import UndoBar

_WIDEST = 992
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class _Section(Panel):
    """A card with a title, a row for each routine, and what is said where there is none."""

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


class OwnRoutinesPage(Page):
    """`new_asked` carries the exercise that a new routine begins with, `asked` what to do (`edit`, `duplicate`,
    `export`, `delete`) and the id of the routine."""

    new_asked = Signal(str)
    asked = Signal(str, str)
    import_asked = Signal()
    undo_asked = Signal()
    folder_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _WIDEST, parent)
        self._title = Text(look, PAGE, translate("words", "Routines"))
        self.new = ExerciseChoice(
            translate("words", "New routine"), look, ButtonKind.PRIMARY, translate("words", "Begin with")
        )
        self.new.setToolTip(translate("words", "Choose the exercise that it begins with"))
        self.new.chosen.connect(self.new_asked)
        self._import = Button(translate("words", "Import"), look, icon="folder", height=40, px=15)
        self._import.clicked.connect(self.import_asked)
        self.undo = UndoBar(look)
        self.undo.undone.connect(self.undo_asked)
        self.exported = TaskBar(look)
        self._broken = Notice(look, Tone.WARN, "warn")
        self._folder = Button(translate("words", "Open folder"), look, icon="folder", height=40, px=15)
        self._folder.clicked.connect(self.folder_asked)
        self._broken.rows.addWidget(self._folder, 0, Qt.AlignmentFlag.AlignLeft)
        self._broken.hide()
        duplicate = RowAction("duplicate", translate("words", "Duplicate"))
        self.own = _Section(
            look,
            translate("words", "Your own"),
            translate("words", "Nothing here yet. Make a new routine, or duplicate one of those below and change it."),
            (
                RowAction("edit", translate("words", "Edit"), ButtonKind.OUTLINE),
                duplicate,
                RowAction("export", translate("words", "Export")),
                RowAction("delete", translate("words", "Delete")),
            ),
        )
        self.bundled = _Section(look, translate("words", "Bundled"), "", (duplicate,))
        self._header, self._tail = QBoxLayout(_ACROSS), QBoxLayout(_ACROSS)
        self._lay_out()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._fit()

    def show_view(self, view: OwnRoutinesView) -> None:
        """Show these routines."""
        focused = next((at for at, row in enumerate(self.own.rows) if row.buttons["delete"].hasFocus()), None)
        self.new.offer(view.offers)
        self.own.show_routines(view.own)
        self.bundled.show_routines(view.bundled)
        buttons = (button for row in (*self.own.rows, *self.bundled.rows) for button in row.buttons.values())
        for before, after in pairwise((self._folder, *buttons)):  # rows that are new would be last
            QWidget.setTabOrder(before, after)
        self._broken.setVisible(bool(view.broken))
        if view.broken:
            one = translate("words", "1 file can’t be used")
            more = translate("words", "{} files can’t be used").format(len(view.broken))
            self._broken.show_lines(one if len(view.broken) == 1 else more, view.broken)
        if focused is not None and focused >= len(self.own.rows):  # the row that had the keyboard is gone
            rest = self.own.rows[-1].buttons["delete"] if self.own.rows else self.new
            rest.setFocus(Qt.FocusReason.TabFocusReason)

    def say_deleted(self, title: str) -> None:
        """Offer to bring a routine back."""
        self.undo.show_text(translate("words", "{} is deleted.").format(title))

    def say_exported(self, title: str, file: str) -> None:
        """Say which file a routine is in now."""
        self.exported.say(translate("words", "{} is written to {}.").format(title, file))

    def take_focus(self, routine: str = "") -> None:
        """Put the keyboard on the routine of this id, or on the first thing to do."""
        row = next((row for row in self.own.rows if row.routine_id == routine), None)
        stop = row.buttons["edit"] if row is not None else self.new
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page is the next action: the undo goes, and what was said."""
        self.undo.hide()
        self.exported.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the title or below it."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._tail.setSpacing(10)
        for button in (self.new, self._import):
            self._tail.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._header.setSpacing(12)
        self._header.addWidget(self._title, 1)
        self._header.addLayout(self._tail)
        self.body.addLayout(self._header)
        for part in (self.undo, self.exported, self._broken, self.own, self.bundled):
            self.body.addWidget(part)
        self.body.addStretch(1)
        for section in (self.own, self.bundled):
            section.asked.connect(self.asked)
        self._fit()

    def _fit(self) -> None:
        tail = self.new.sizeHint().width() + self._import.sizeHint().width() + self._tail.spacing()
        self._tail.setDirection(_ACROSS if tail <= self.column_width else _DOWN)
        beside = self._title.sizeHint().width() + self._header.spacing() + tail <= self.column_width
        self._header.setDirection(_ACROSS if beside else _DOWN)
        self._header.setAlignment(self._tail, Qt.AlignmentFlag(0) if beside else Qt.AlignmentFlag.AlignLeft)
