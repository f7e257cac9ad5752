"""The folder of a person's routines: one file for each, named after its id."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import structs

from ribdown.core.content import Exercise
from ribdown.core.errors import UserError
from ribdown.core.routine import Routine
from ribdown.core.routine_ids import is_id, routine_id
from ribdown.infra.routine_file import SUFFIX, read_routine, routine_toml
from ribdown.infra.whole_file import write_whole


class RoutineFolder:
    """The folder at `path`. It need not exist. All but `names` raise UserError where something fails; what was there
    is then as it was."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def names(self) -> frozenset[str]:
        """The ids that have a file here, be it whole or broken."""
        try:
            return frozenset(file.stem for file in self.path.iterdir())
        except OSError:
            return frozenset()

    def save(self, routine: Routine) -> None:
        """Write the routine's file."""
        self._write(routine.id, routine_toml(routine))

    def take_out(self, id: str) -> bytes:
        """Delete a routine's file; returns what was in it, to the letter."""
        file = self._file(id)
        try:
            content = file.read_bytes()
            file.unlink()
        except OSError as error:
            raise UserError(
                f"The routine could not be deleted: {error.strerror}.", f"Make sure that {self.path} can be written."
            ) from error
        return content

    def put_back(self, id: str, content: bytes) -> None:
        """Write what `take_out` returned."""
        self._write(id, content)

    def bring_in(self, file: Path, exercises: Mapping[str, Exercise], taken: frozenset[str]) -> Routine:
        """Check the routine in a file from elsewhere and keep it, with its own id where no one in `taken` has it."""
        routine = read_routine(file, exercises)
        taken |= self.names()
        if not is_id(routine.id) or routine.id in {other.casefold() for other in taken}:
            routine = structs.replace(routine, id=routine_id(routine.title, taken))
        self.save(routine)
        return routine

    def _write(self, id: str, content: bytes) -> None:
        try:
            write_whole(self._file(id), content)
        except OSError as error:
            raise UserError(
                f"The routine could not be saved: {error.strerror}.",
                f"Make sure that {self.path} can be written and has space.",
            ) from error

    def _file(self, id: str) -> Path:
        # The id of a file that was read is its name; others are made by `routine_id`.
        assert Path(id).name == id, id
        return self.path / f"{id}{SUFFIX}"


def export_routine(routine: Routine, file: Path) -> None:
    """Write the routine to a file anywhere; a file that is there is replaced. Raises UserError where that fails."""
    try:
        write_whole(file, routine_toml(routine))
    except OSError as error:
        raise UserError(
            f"{file} could not be written: {error.strerror}.", "Choose another folder, or free some space."
        ) from error
