"""A person's routine as a file: TOML in the form of the bundled ones, read strictly and written in a stable order."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import NODEFAULT, structs, to_builtins

from ribdown.core.content import Exercise
from ribdown.core.errors import ContentError, UserError
from ribdown.core.routine import Routine, RoutineExercise, choose_doses, included
from ribdown.core.routine_editing import check_size
from ribdown.infra.toml_file import as_read, read_table, to_struct

SUFFIX = ".toml"
LARGEST = 64_000  # bytes: twice what the longest routine takes
_MOST_DOTS = 200  # in a line: a key of more parts than that takes the parser the square of their number
_LONGEST_MESSAGE = 400  # characters: what is quoted from a file may be as long as the file


def read_routine(path: Path, exercises: Mapping[str, Exercise]) -> Routine:
    """The routine in the file. Raises UserError: `FILE: KEY: what is wrong and what is allowed`."""
    try:
        _check_effort(path)
        routine = to_struct(path.name, read_table(path), Routine)
        check_routine(routine, path.name, exercises)
    except RecursionError:
        raise UserError(_short(f"{path.name}: lists or tables lie too deep inside each other")) from None
    except UserError as error:
        raise UserError(_short(error.what), error.next_step) from None
    return routine


def check_routine(routine: Routine, name: str, exercises: Mapping[str, Exercise]) -> None:
    """Raise UserError where the routine in the file `name` holds too much, or something that does not fit."""
    try:
        check_size(routine)
        included(routine)
        choose_doses(routine, exercises, gentler=False)
    except ContentError as error:
        raise UserError(f"{name}: {as_read(error)}") from None
    except ValueError:
        raise UserError(f"{name}: exercises: all are switched off; at least one has to be included") from None


def routine_toml(routine: Routine) -> bytes:
    """What the routine's file has in it. What is as it would be without a word is left out."""
    import tomli_w  # only where something is written

    table = {name: to_builtins(value) for name, value in _said(routine).items() if name != "exercises"}
    table["exercises"] = [
        {name: to_builtins(value) for name, value in _said(item).items()} for item in routine.exercises
    ]
    return tomli_w.dumps(table).encode()


def _said(value: Routine | RoutineExercise) -> dict[str, Any]:
    """The fields that are not as they are by default, in their order."""
    said = {}
    for field in structs.fields(value):
        held = getattr(value, field.name)
        default = None if field.required else field.default if field.default_factory is NODEFAULT else {}
        if field.required or held != default:
            said[field.name] = held
    return said


def _check_effort(path: Path) -> None:
    """Raise UserError where the parser would be kept busy for long."""
    try:
        if not path.is_file():
            return
        length = path.stat().st_size
        if length > LARGEST:
            raise UserError(
                f"{path.name}: the file has {length / 1000:.0f} kB; at most {LARGEST // 1000} kB are allowed"
            )
        lines = path.read_bytes().splitlines()
    except OSError:
        return  # reading it says why
    for number, line in enumerate(lines, 1):
        if line.count(b".") > _MOST_DOTS:
            raise UserError(f"{path.name}: line {number}: a key of too many parts; a routine's keys have at most four")


def _short(message: str) -> str:
    """The message, without what can't be shown, and no longer than can be read."""
    shown = message.encode("utf-8", "replace").decode()
    return shown if len(shown) <= _LONGEST_MESSAGE else f"{shown[:_LONGEST_MESSAGE]} …"
