"""The routines' pages, and what is done on them: the list, the editor, and the files they come from."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget

from ribdown.core.edits import Edits
from ribdown.core.errors import UserError
from ribdown.core.routine import Routine
from ribdown.core.settings import Settings
from ribdown.core.start_request import StartRequest
from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.own_routines import OwnRoutines
from ribdown.ui.pages.own_routines_page import OwnRoutinesPage
from ribdown.ui.pages.own_routines_view import own_routines_view
from ribdown.ui.pages.routine_editor_page import RoutineEditorPage
from ribdown.ui.pages.routine_editor_view import EditorView, editor_view
from ribdown.ui.pages.start_view import plan_options
from ribdown.ui.translation import translate
from ribdown.ui.widgets.dressing import dress

_REHEARSED = 10.0  # times life


class Dialogs(Protocol):
    """Asks for a file; None where the person thinks better of it."""

    def to_open(self) -> Path | None:
        """The file to import."""
        ...

    def to_save(self, id: str) -> Path | None:
        """The file to write the routine of this id to."""
        ...


class RoutinePages(QStackedWidget):
    """The list and the editor, one at a time."""

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        dress(self, look)


class RoutineDesk(QObject):
    """`page` can be shown, after `open`. `start_requested` carries a StartRequest, `problem` a UserError."""

    start_requested = Signal(object)
    problem = Signal(object)

    def __init__(
        self,
        look: Look,
        routines: OwnRoutines,
        settings: Callable[[], Settings],
        dialogs: Dialogs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._routines = routines
        self._settings = settings
        self._dialogs = dialogs
        self._edits: Edits[Routine] | None = None
        self._deleted = ""
        self._started = ""  # the routine that the end of its session leads back to
        self._list = OwnRoutinesPage(look)
        self._editor = RoutineEditorPage(look, routines.library.exercises)
        self.page = RoutinePages()
        self.page.addWidget(self._list)
        self.page.addWidget(self._editor)
        self._wire()

    def open(self) -> None:
        """Show what there is now: the routine that is being edited, or the list."""
        self._routines.reread()
        if self._edits is not None and self._edits.now.id in self._routines.library.own:
            self._show_edited()
        else:
            self.show_list()

    def show_list(self) -> None:
        """Show all routines, with the keyboard on the one that was edited or started."""
        edited = self._edits.now.id if self._edits is not None else ""
        started, self._started, self._edits = self._started, "", None
        self._fill_list()
        self.page.setCurrentWidget(self._list)
        if started:
            self._list.take_focus(started, "start")
        else:
            self._list.take_focus(edited)

    def edit(self, routine: Routine) -> None:
        """Open a routine of the person's own."""
        self._edits = Edits(routine)
        self.page.setCurrentWidget(self._editor)
        self._editor.show_kept(kept=True)
        self._editor.open(routine, self._view(routine))

    def _wire(self) -> None:
        routines, page, editor = self._routines, self._list, self._editor
        routines.changed.connect(self._follow)
        routines.problem.connect(self.problem)
        page.new_asked.connect(lambda exercise: self._open(routines.create(translate("words", "My routine"), exercise)))
        page.asked.connect(self._do)
        page.import_asked.connect(self._import)
        page.undo_asked.connect(self._bring_back)
        page.folder_asked.connect(self._open_folder)
        editor.edited.connect(lambda routine, run: self._take(lambda edits: edits.changed(routine, run)))
        editor.typed.connect(self._settle)
        editor.undo_asked.connect(lambda: self._take(Edits.undone))
        editor.redo_asked.connect(lambda: self._take(Edits.redone))
        editor.rehearsal_asked.connect(self._rehearse)
        editor.left.connect(self.show_list)

    def _do(self, action: str, id: str) -> None:
        routine = self._routines.library.routines[id]
        match action:
            case "start":
                self._started = id
                self.start_requested.emit(StartRequest(id))
            case "edit":
                self.edit(routine)
            case "duplicate":
                title = translate("words", "{}, my version").format(words.content(routine.title))
                self._open(self._routines.duplicate(id, title))
            case "export":
                file = self._dialogs.to_save(id)
                if file is not None and self._routines.export(id, file):
                    self._list.say_exported(words.content(routine.title), file.name)
            case "delete":
                if self._routines.take_out(id):
                    self._deleted = id
                    self._list.say_deleted(words.content(routine.title))

    def _bring_back(self) -> None:
        self._routines.bring_back()
        self._list.take_focus(self._deleted, "delete")

    def _open(self, routine: Routine | None) -> None:
        if routine is not None:
            self.edit(routine)

    def _import(self) -> None:
        file = self._dialogs.to_open()
        if file is not None:
            self._open(self._routines.bring_in(file))

    def _take(self, change: Callable[[Edits[Routine]], Edits[Routine]]) -> None:
        """Change, undo or redo. What could not be saved stays in the editor and is saved with the next change."""
        if self._edits is not None:
            self._edits = change(self._edits)
            self._editor.show_kept(kept=self._routines.save(self._edits.now))
            self._show_edited()

    def _settle(self) -> None:
        if self._edits is not None:
            self._edits = self._edits.settled()

    def _rehearse(self) -> None:
        if self._edits is not None:
            self.start_requested.emit(StartRequest(self._edits.now.id, speed=_REHEARSED))

    def _show_edited(self) -> None:
        if self._edits is not None:
            now, view = self._edits.now, self._view(self._edits.now)
            self._editor.show_routine(now, view, undo=bool(self._edits.past), redo=bool(self._edits.future))

    def _view(self, routine: Routine) -> EditorView:
        settings = self._settings()
        exercises = self._routines.library.exercises
        return editor_view(routine, exercises, plan_options(settings), gentler=settings.gentler)

    def _follow(self) -> None:
        if self._edits is None:
            self._fill_list()

    def _fill_list(self) -> None:
        library, settings = self._routines.library, self._settings()
        self._list.show_view(
            own_routines_view(
                library.routines.values(),
                library.own,
                [broken.message for broken in library.broken],
                library.exercises,
                plan_options(settings),
                gentler=settings.gentler,
            )
        )

    def _open_folder(self) -> None:
        folder = self._routines.folder
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.problem.emit(UserError(translate("words", "Nothing here opens folders. It is {}.").format(folder)))
