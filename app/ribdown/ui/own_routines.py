"""A person's own routines: what there is, every change to it, and bringing back what was deleted."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ribdown.core.errors import UserError
from ribdown.core.routine import Routine
from ribdown.core.routine_editing import copied, new_routine
from ribdown.core.routine_ids import routine_id
from ribdown.infra.library import Library, with_own
from ribdown.infra.paths import ROUTINES
from ribdown.infra.routine_folder import RoutineFolder, export_routine


class OwnRoutines(QObject):
    """`library` has them as they lie on the disk. `changed` follows every change, `problem` carries the UserError of
    what did not succeed."""

    changed = Signal()
    problem = Signal(object)

    def __init__(self, library: Library, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self._data_folder = data_folder
        self._folder = RoutineFolder(data_folder / ROUTINES)
        self._taken_out: tuple[str, bytes] | None = None

    @property
    def folder(self) -> Path:
        """Where their files are."""
        return self._folder.path

    def reread(self) -> None:
        """Look again at what is there: a file may have been put right by hand."""
        library = with_own(self.library, self._data_folder)
        if library != self.library:
            self.library = library
            self.changed.emit()

    def create(self, title: str, exercise_id: str) -> Routine | None:
        """Make a routine of one exercise; None where it can't be saved."""
        return self._kept(new_routine(routine_id(title, self._taken()), title, exercise_id))

    def duplicate(self, id: str, title: str) -> Routine | None:
        """Make a routine like another one; None where it can't be saved."""
        return self._kept(copied(self.library.routines[id], routine_id(title, self._taken()), title))

    def save(self, routine: Routine) -> bool:
        """Keep a routine as it is now; says whether that succeeded."""
        return self._done(lambda: self._folder.save(routine))

    def take_out(self, id: str) -> bool:
        """Delete a routine; the one that was deleted before it can't be brought back any more."""

        def take() -> None:
            self._taken_out = id, self._folder.take_out(id)

        return self._done(take)

    def bring_back(self) -> None:
        """Keep the routine again that was deleted last, to the letter. It is not forgotten where that fails."""
        if self._taken_out is None:
            return
        id, content = self._taken_out
        if self._done(lambda: self._folder.put_back(id, content)):
            self._taken_out = None

    def bring_in(self, file: Path) -> Routine | None:
        """Import a routine from a file; None where that fails."""
        found: list[Routine] = []
        taken = frozenset((*self.library.routines, *self.library.exercises))
        self._done(lambda: found.append(self._folder.bring_in(file, self.library.exercises, taken)))
        return found[0] if found else None

    def export(self, id: str, file: Path) -> bool:
        """Write a routine to a file anywhere; says whether that succeeded."""
        try:
            export_routine(self.library.routines[id], file)
        except UserError as error:
            self.problem.emit(error)
            return False
        return True

    def _kept(self, routine: Routine) -> Routine | None:
        return routine if self.save(routine) else None

    def _done(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except UserError as error:
            self.problem.emit(error)
            return False
        self.reread()
        return True

    def _taken(self) -> frozenset[str]:
        # An exercise that is done alone is in the history by its own id.
        return frozenset((*self.library.routines, *self.library.exercises)) | self._folder.names()
