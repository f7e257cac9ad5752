"""The exercises and routines there are: the bundled ones, then the person's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from msgspec import structs

from ribdown.core.content import Exercise
from ribdown.core.errors import UserError
from ribdown.core.routine import OWN, Routine
from ribdown.infra.paths import ROUTINES
from ribdown.infra.resources import resource_folder
from ribdown.infra.routine_file import SUFFIX, check_routine, read_routine
from ribdown.infra.toml_file import parse_table, read_table, to_struct

T = TypeVar("T")

_ORDER = (
    "daily-mini",
    "three-day",
    "couch-stretch-only",
    "first-steps",
    "progression",
    "no-couch",
    "hourly-reset",
    "posture-pulse",
    "stand-break",
)


@dataclass(frozen=True, slots=True)
class BrokenFile:
    """A person's file that can't be used, and why: `FILE: KEY: what is wrong and what is allowed`."""

    path: Path
    message: str


@dataclass(frozen=True, slots=True)
class Library:
    """Exercises and routines by id, routines in the order to show them in. Every routine's doses are known to fit.
    `own` are the ids of the person's routines, which come after the bundled ones."""

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    broken: tuple[BrokenFile, ...] = ()
    own: frozenset[str] = frozenset()

    def routine(self, routine_id: str) -> Routine:
        """The routine of that id. Raises UserError, with the nearest ids."""
        if routine_id in self.routines:
            return self.routines[routine_id]
        nearest = " or ".join(get_close_matches(routine_id, self.routines))
        raise UserError(
            f"No routine is called {routine_id!r}.",
            f"Did you mean {nearest}?" if nearest else f"There are: {', '.join(self.routines)}.",
        )


def load_library(data_folder: Path) -> Library:
    """The bundled content and what lies in the person's `routines` folder. A bad file there is listed as broken."""
    exercises = {exercise.id: exercise for exercise in _bundled("exercises", Exercise)}
    bundled = {routine.id: routine for routine in _bundled("routines", Routine)}
    for routine in bundled.values():
        name = f"{routine.id}{SUFFIX}"
        _check_id(routine, name)
        check_routine(routine, name, exercises)
    routines = {routine_id: bundled.pop(routine_id) for routine_id in _ORDER if routine_id in bundled} | bundled
    return with_own(Library(exercises, routines), data_folder)


def with_own(library: Library, data_folder: Path) -> Library:
    """The library with what lies in the person's `routines` folder now, in place of what lay there before."""
    bundled = {routine.id: routine for routine in library.routines.values() if routine.id not in library.own}
    taken = frozenset((*bundled, *library.exercises))  # an exercise that is done alone is in the history by its own id
    found = _own_routines(data_folder / ROUTINES, library.exercises, taken)
    own = {one.id: one for one in found if isinstance(one, Routine)}
    broken = tuple(one for one in found if isinstance(one, BrokenFile))
    return Library(library.exercises, bundled | own, broken, frozenset(own))


def check_file(path: Path, exercises: Mapping[str, Exercise]) -> str | None:
    """What is wrong with an exercise file (it has `blocks`) or a routine file; None where nothing is."""
    try:
        table = read_table(path)
        if "blocks" in table:
            _check_id(to_struct(path.name, table, Exercise), path.name)
        else:
            _check_id(read_routine(path, exercises), path.name)
    except UserError as error:
        return str(error)
    return None


def _bundled(folder: str, shape: type[T]) -> list[T]:
    files = sorted((resource_folder() / folder).iterdir(), key=lambda file: file.name)
    return [to_struct(file.name, parse_table(file.name, file.read_bytes()), shape) for file in files]


def _own_routines(folder: Path, exercises: Mapping[str, Exercise], taken: frozenset[str]) -> list[Routine | BrokenFile]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        return [BrokenFile(folder, f"{folder.name}: the folder can't be read: {error.strerror}")]
    return [_own_routine(path, exercises, taken) for path in paths]


def _own_routine(path: Path, exercises: Mapping[str, Exercise], taken: frozenset[str]) -> Routine | BrokenFile:
    try:
        routine = read_routine(path, exercises)
        _check_id(routine, path.name)
        if routine.id in taken:
            kind = "an exercise" if routine.id in exercises else "a bundled routine"
            raise UserError(f"{path.name}: id: {routine.id!r} is {kind}; any other id is allowed")
    except UserError as error:
        return BrokenFile(path, str(error))
    return structs.replace(routine, source=OWN)  # whatever its file says: it is the person's


def _check_id(content: Exercise | Routine, name: str) -> None:
    stem = name.removesuffix(SUFFIX)
    if content.id != stem:
        raise UserError(f"{name}: id: {content.id!r} is not the file's name; allowed: {stem}")
