"""The exercises and routines there are: the bundled ones, then the person's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from ribdown.core.content import Exercise
from ribdown.core.errors import ContentError, UserError
from ribdown.core.routine import Routine, choose_doses, included
from ribdown.infra.paths import ROUTINES
from ribdown.infra.resources import resource_folder
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
    """Exercises and routines by id, routines in the order to show them in. Every routine's doses are known to fit."""

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    broken: tuple[BrokenFile, ...] = ()

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
    bundled = {
        routine.id: _checked(routine, f"{routine.id}.toml", exercises) for routine in _bundled("routines", Routine)
    }
    routines = {routine_id: bundled.pop(routine_id) for routine_id in _ORDER if routine_id in bundled} | bundled
    own = _own_routines(data_folder / ROUTINES, exercises, taken=frozenset(routines))
    return Library(
        exercises,
        routines | {found.id: found for found in own if isinstance(found, Routine)},
        tuple(found for found in own if isinstance(found, BrokenFile)),
    )


def check_file(path: Path, exercises: Mapping[str, Exercise]) -> str | None:
    """What is wrong with an exercise file (it has `blocks`) or a routine file; None where nothing is."""
    try:
        table = read_table(path)
        if "blocks" in table:
            _check_id(to_struct(path.name, table, Exercise), path.name)
        else:
            _checked(to_struct(path.name, table, Routine), path.name, exercises)
    except UserError as error:
        return str(error)
    return None


def _bundled(folder: str, shape: type[T]) -> list[T]:
    files = sorted((resource_folder() / folder).iterdir(), key=lambda file: file.name)
    return [to_struct(file.name, parse_table(file.name, file.read_bytes()), shape) for file in files]


def _own_routines(folder: Path, exercises: Mapping[str, Exercise], taken: frozenset[str]) -> list[Routine | BrokenFile]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        return [BrokenFile(folder, f"{folder.name}: the folder can't be read: {error.strerror}")]
    return [_own_routine(path, exercises, taken) for path in paths]


def _own_routine(path: Path, exercises: Mapping[str, Exercise], taken: frozenset[str]) -> Routine | BrokenFile:
    try:
        routine = _checked(to_struct(path.name, read_table(path), Routine), path.name, exercises)
        if routine.id in taken:
            raise UserError(f"{path.name}: $.id: {routine.id!r} is a bundled routine; any other id is allowed")
    except UserError as error:
        return BrokenFile(path, str(error))
    return routine


def _checked(routine: Routine, name: str, exercises: Mapping[str, Exercise]) -> Routine:
    _check_id(routine, name)
    try:
        included(routine)
        choose_doses(routine, exercises, gentler=False)
    except ContentError as error:
        raise UserError(f"{name}: {error}") from None
    except ValueError:
        raise UserError(f"{name}: $.exercises: all are switched off; at least one has to be included") from None
    return routine


def _check_id(content: Exercise | Routine, name: str) -> None:
    stem = name.removesuffix(".toml")
    if content.id != stem:
        raise UserError(f"{name}: $.id: {content.id!r} is not the file's name; allowed: {stem}")
