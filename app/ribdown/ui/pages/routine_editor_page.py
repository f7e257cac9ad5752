"""The routine editor: the exercises in their order at the left, the chosen one with its doses at the right."""

from collections.abc import Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core import routine_editing as editing
from ribdown.core.content import Exercise
from ribdown.core.routine import Routine
from ribdown.core.timeline import Side
from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.pages.exercise_choice import ExerciseChoice
from ribdown.ui.pages.page import Page
from ribdown.ui.pages.routine_editor_exercise import RoutineEditorExercise
from ribdown.ui.pages.routine_editor_head import RoutineEditorHead
from ribdown.ui.pages.routine_editor_total import RoutineEditorTotal
from ribdown.ui.pages.routine_editor_view import EditorView, ItemView
from ribdown.ui.translation import translate
from ribdown.ui.widgets.back_link import BackLink
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.drag_list import DragList
from ribdown.ui.widgets.drag_row import DragText
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import SMALL, TITLE, Text, TextStyle

_KEPT = TextStyle(14, 500, "text2")
_WIDEST = 992
_LIST = 420
_GAP = 18
_TWO_COLUMNS = 860  # px at 100 % text; below this the cards stand in one
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class RoutineEditorPage(Page):
    """`edited` carries the routine as the person wants it, and the name of what is being typed; `typed` says that this
    is over."""

    edited = Signal(object, str)
    typed = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    rehearsal_asked = Signal()
    left = Signal()

    def __init__(self, look: Look, exercises: Mapping[str, Exercise], parent: QWidget | None = None) -> None:
        super().__init__(look, _WIDEST, parent)
        self._exercises = exercises
        self._routine: Routine | None = None
        self._view: EditorView | None = None
        self._chosen = 0
        self._kept = Text(look, _KEPT)
        self._back = BackLink(look, translate("words", "Routines"))
        self._back.setAccessibleName(translate("words", "Back to the routines"))
        self._undo = Button(translate("words", "Undo"), look, height=40, px=15)
        self._redo = Button(translate("words", "Redo"), look, height=40, px=15)
        self.head = RoutineEditorHead(look)
        self.list = DragList(look)
        self.add = ExerciseChoice(
            translate("words", "Add exercise"), look, ButtonKind.OUTLINE, translate("words", "Add an exercise")
        )
        self.exercise = RoutineEditorExercise(look)
        self.total = RoutineEditorTotal(look, self)
        self._halves = QBoxLayout(_ACROSS)
        self._bar, self._tail = QBoxLayout(_ACROSS), QBoxLayout(_ACROSS)
        self._lay_out()
        self._wire()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._fit()

    def open(self, routine: Routine, view: EditorView) -> None:
        """Show a routine from its beginning, with the keyboard on its title."""
        self._chosen = 0
        self.show_routine(routine, view, undo=False, redo=False)
        self.verticalScrollBar().setValue(0)
        self.head.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.head.title.selectAll()

    def show_routine(self, routine: Routine, view: EditorView, *, undo: bool, redo: bool) -> None:
        """Show a routine as it is now; `undo` and `redo` say what is possible."""
        self._routine, self._view = routine, view
        self._chosen = min(self._chosen, len(view.items) - 1)
        self.head.show_view(view, routine.title, routine.summary)
        self.total.show_total(words.duration(view.shown.seconds))
        self.list.show_rows([_row(item) for item in view.items], self._chosen)
        stops = (self.head.rehearse, *self.list.rows, self.add)  # rows that are new would be last
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self.exercise.show_item(view.items[self._chosen])
        self.add.offer(view.offers)
        self.add.setEnabled(not view.full)
        for button, possible in ((self._undo, undo), (self._redo, redo)):
            if button.hasFocus() and not possible:
                self.list.rows[self._chosen].setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(possible)

    def show_kept(self, *, kept: bool) -> None:
        """Say whether the routine's file is as it is shown."""
        self._kept.set_text(
            translate("words", "Changes are kept at once")
            if kept
            else translate("words", "The last change is not kept")
        )
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards into two columns or one."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._tail.setSpacing(8)
        undo = QHBoxLayout()
        undo.setSpacing(8)
        for button in (self._undo, self._redo):
            undo.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        undo.addStretch(1)
        self._tail.addWidget(self._kept)
        self._tail.addSpacing(6)
        self._tail.addLayout(undo)
        self._bar.setSpacing(8)
        self._bar.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._bar.addStretch(1)
        self._bar.addLayout(self._tail)
        card = Panel(self._look)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(10, 15, 10, 14)
        rows.setSpacing(4)
        for style, text in (
            (TITLE, translate("words", "Exercises")),
            (SMALL, translate("words", "Drag to change the order, or press Alt with Up or Down.")),
        ):
            line = Text(self._look, style, text, wrap=True)
            line.setIndent(13)
            rows.addWidget(line)
        rows.addWidget(self.list)
        rows.addSpacing(6)
        add = QHBoxLayout()
        add.setContentsMargins(13, 0, 13, 0)
        add.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addLayout(add)
        rows.addStretch(1)
        self._halves.setSpacing(_GAP)
        self._halves.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        self._halves.addWidget(self.exercise, 1, Qt.AlignmentFlag.AlignTop)
        self._card = card
        self.body.addLayout(self._bar)
        self.body.addWidget(self.head)
        self.body.addLayout(self._halves)
        self.body.addStretch(1)
        self._fit()

    def _wire(self) -> None:
        self._back.clicked.connect(self.left)
        self.verticalScrollBar().valueChanged.connect(self._follow)
        self._undo.clicked.connect(self.undo_asked)
        self._redo.clicked.connect(self.redo_asked)
        head, exercise = self.head, self.exercise
        head.title_typed.connect(self._retitle)
        head.summary_typed.connect(lambda text: self._edit(partial(editing.summarised, summary=text), "summary"))
        head.typed.connect(self._typed)
        head.rehearsal_asked.connect(self.rehearsal_asked)
        self.list.picked.connect(self._pick)
        self.list.moved.connect(self._move)
        self.list.removal_asked.connect(self._remove)
        self.add.chosen.connect(self._add_exercise)
        exercise.dose_picked.connect(self._dose)
        exercise.optional_switched.connect(
            lambda on: self._edit(partial(editing.with_optional, index=self._chosen, optional=on))
        )
        exercise.included_switched.connect(
            lambda on: self._edit(partial(editing.with_included, index=self._chosen, on=on))
        )
        exercise.side_picked.connect(self._first_side)
        exercise.removal_asked.connect(lambda: self._remove(self._chosen))
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, signal in (
            ("Ctrl+Z", self.undo_asked),
            ("Ctrl+Shift+Z", self.redo_asked),
            ("Ctrl+Y", self.redo_asked),
        ):
            QShortcut(QKeySequence(key), self, context=context).activated.connect(signal)

    def _edit(self, change: "partial[Routine]", run: str = "") -> None:
        if self._routine is None:
            return
        try:
            routine = change(self._routine)
        except ValueError:
            return  # what can't be done is not offered
        self.edited.emit(routine, run)

    def _retitle(self, title: str) -> None:
        self._edit(partial(editing.renamed, title=title), "title")
        self.head.show_missing(missing=not title.strip())

    def _typed(self) -> None:
        self.typed.emit()
        if self._routine is not None and self._view is not None:
            self.head.show_view(self._view, self._routine.title, self._routine.summary)

    def _pick(self, index: int) -> None:
        self._chosen = index
        if self._view is not None:
            self.exercise.show_item(self._view.items[index])
        self.ensureWidgetVisible(self.list.rows[index], 0, 20)

    def _move(self, index: int, to: int) -> None:
        self._chosen = to
        self._edit(partial(editing.moved, index=index, to=to))

    def _remove(self, index: int) -> None:
        if self._view is not None and self._view.items[index].removable:
            self._chosen -= index < self._chosen
            self._edit(partial(editing.without, index=index))

    def _add_exercise(self, exercise_id: str) -> None:
        self._chosen += 1
        self._edit(partial(editing.with_exercise, exercise_id=exercise_id, index=self._chosen))

    def _dose(self, block_id: str, name: str, value: float) -> None:
        if self._routine is None:
            return
        exercise = self._exercises[self._routine.exercises[self._chosen].id]
        if block_id:
            change = partial(
                editing.with_dose, index=self._chosen, exercise=exercise, block_id=block_id, name=name, value=value
            )
        else:
            change = partial(editing.with_rounds, index=self._chosen, exercise=exercise, rounds=int(value))
        self._edit(change)

    def _first_side(self, side: Side) -> None:
        if self._routine is not None:
            exercise = self._exercises[self._routine.exercises[self._chosen].id]
            self._edit(partial(editing.with_first_side, index=self._chosen, exercise=exercise, side=side))

    def _follow(self, top: int) -> None:
        self.total.setVisible(top > self.head.geometry().bottom())

    def _fit(self) -> None:
        scale = self._look.text_scale
        self.head.fit(self.column_width)
        self.total.place(self.body.contentsMargins().left(), self.viewport().width())
        beside = self.column_width >= _TWO_COLUMNS * scale
        self._halves.setDirection(_ACROSS if beside else _DOWN)
        for part in (self._card, self.exercise):
            self._halves.setAlignment(part, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))
        self._card.setMinimumWidth(round(_LIST * scale) if beside else 0)
        self._card.setMaximumWidth(round(_LIST * scale) if beside else 16_777_215)
        tail = sum(part.sizeHint().width() for part in (self._kept, self._undo, self._redo)) + 30
        self._tail.setDirection(_ACROSS if tail <= self.column_width else _DOWN)
        self._bar.setDirection(_ACROSS if tail + self._back.sizeHint().width() + 30 <= self.column_width else _DOWN)


def _row(item: ItemView) -> DragText:
    exercise = item.exercise
    length = words.clock(exercise.seconds)
    detail = exercise.detail
    if exercise.optional:
        detail = translate("words", "{}, optional").format(detail)
    return DragText(exercise.title, detail, length if exercise.included else f"+ {length}", quiet=not exercise.included)
