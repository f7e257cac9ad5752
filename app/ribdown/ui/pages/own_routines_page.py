"""The routines: each to start, the person's own to edit, duplicate, export and delete."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.pages.exercise_choice import ExerciseChoice
from ribdown.ui.pages.own_routines_row import RowAction
from ribdown.ui.pages.own_routines_section import OwnRoutinesSection
from ribdown.ui.pages.own_routines_view import OwnRoutinesView
from ribdown.ui.pages.page import Page
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.notice import Notice, Tone
from ribdown.ui.widgets.task_bar import TaskBar
from ribdown.ui.widgets.text import PAGE, Text
from ribdown.ui.widgets.undo_bar import UndoBar

_WIDEST = 992
_SETTLED = 500  # ms after a deletion
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class OwnRoutinesPage(Page):
    """`new_asked` carries the exercise that a new routine begins with, `asked` what to do (`start`, `edit`,
    `duplicate`, `export`, `delete`) and the id of the routine. What was done to a row is said in its place, by one bar
    at a time, so that no other row slides under the pointer."""

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
        self._place = 0  # of the row that something was asked of
        # A double click on Delete would undo it at once.
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(lambda: self._let_press(pressed=True))
        start = RowAction("start", translate("words", "Start"), ButtonKind.OUTLINE)
        duplicate = RowAction("duplicate", translate("words", "Duplicate"))
        self.own = OwnRoutinesSection(
            look,
            translate("words", "Your own"),
            translate("words", "Nothing here yet. Make a new routine, or duplicate one of those below and change it."),
            (
                start,
                RowAction("edit", translate("words", "Edit")),
                duplicate,
                RowAction("export", translate("words", "Export")),
                RowAction("delete", translate("words", "Delete")),
            ),
        )
        self.bundled = OwnRoutinesSection(look, translate("words", "Bundled"), "", (start, duplicate))
        self._header, self._tail = QBoxLayout(_ACROSS), QBoxLayout(_ACROSS)
        self._lay_out()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._fit()

    def show_view(self, view: OwnRoutinesView) -> None:
        """Show these routines."""
        self.new.offer(view.offers)
        self.own.show_routines(view.own)
        self.bundled.show_routines(view.bundled)
        self._order()
        self._broken.setVisible(bool(view.broken))
        if view.broken:
            one = translate("words", "1 file can’t be used")
            more = translate("words", "{} files can’t be used").format(len(view.broken))
            self._broken.show_lines(one if len(view.broken) == 1 else more, view.broken)

    def say_deleted(self, title: str) -> None:
        """Offer to bring a routine back, with the keyboard on that: no other row has it now."""
        self.exported.hide()
        self._put(self.undo, self._place)
        self.own.forget_pointer()
        self._let_press(pressed=False)
        self._settled.start()
        self.undo.show_text(translate("words", "{} is deleted.").format(title))
        self.undo.findChildren(Button)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def say_exported(self, title: str, file: str) -> None:
        """Say which file a routine is in now."""
        self.undo.hide()
        self._put(self.exported, self._place + 1)
        self.exported.say(translate("words", "{} is written to {}.").format(title, file))

    def take_focus(self, routine: str = "", action: str = "edit") -> None:
        """Put the keyboard on what is done to the routine of this id, or on the first thing to do."""
        rows = (*self.own.rows, *self.bundled.rows)
        stop = next((row.buttons.get(action) for row in rows if row.routine_id == routine), None) or self.new
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(stop)

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
        for part in (self._broken, self.own, self.bundled):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._put(self.undo, 0)
        self._put(self.exported, 0)
        for section in (self.own, self.bundled):
            section.asked.connect(self._ask)
        self._fit()

    def _ask(self, action: str, id: str) -> None:
        self._place = self.own.place_of(id)
        self.asked.emit(action, id)

    def _put(self, bar: QWidget, place: int) -> None:
        self.own.put(bar, place)
        self._order()

    def _let_press(self, *, pressed: bool) -> None:
        self.undo.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not pressed)

    def _order(self) -> None:
        """Tab goes down the page: what is new or was moved would be last."""
        for before, after in pairwise((self._folder, *self.own.stops(), *self.bundled.stops())):
            QWidget.setTabOrder(before, after)

    def _fit(self) -> None:
        tail = self.new.sizeHint().width() + self._import.sizeHint().width() + self._tail.spacing()
        self._tail.setDirection(_ACROSS if tail <= self.column_width else _DOWN)
        beside = self._title.sizeHint().width() + self._header.spacing() + tail <= self.column_width
        self._header.setDirection(_ACROSS if beside else _DOWN)
        self._header.setAlignment(self._tail, Qt.AlignmentFlag(0) if beside else Qt.AlignmentFlag.AlignLeft)
