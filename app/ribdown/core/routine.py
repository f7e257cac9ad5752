"""A routine: an ordered list of exercises with their chosen doses."""

from collections.abc import Mapping
from typing import Any, TypeVar

from msgspec import Struct, field, structs

from ribdown.core.blocks import GENTLE_EFFORT, AnyBlock, ContractRelax
from ribdown.core.content import Exercise, Sides
from ribdown.core.doses import Count, Dose, Origin, Seconds
from ribdown.core.errors import ContentError
from ribdown.core.timeline import Side

OWN = "own"  # the source of what a person put together

D = TypeVar("D", Count, Seconds)

# Gentler mode takes these to the low end of their range: every hold and press, and the number of repeats (source B).
_GENTLER = ("press", "hold", "squeeze", "presses", "reps", "holds", "sets")


class OwnRange(Struct, frozen=True, forbid_unknown_fields=True):
    """A routine's own range for a dose. It may reach below the exercise's range (a shorter version), never above it."""

    default: int | float
    range: tuple[int | float, int | float]
    origin: Origin


class RoutineExercise(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An exercise in a routine. `doses` maps block id to dose name to a value inside the exercise's range, or to a
    range of the routine's own. `included` says whether an `optional` one is switched on to begin with; `first_side` is
    the side that comes first where each works in turn, None for the session's own."""

    id: str
    doses: dict[str, dict[str, int | float | OwnRange]] = field(default_factory=dict)
    rounds: int | None = None
    optional: bool = False
    included: bool = True
    first_side: Side | None = None


class Routine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`guide` marks the short ones a nudge starts; their get-ready time is shown apart from their length."""

    id: str
    title: str
    summary: str
    source: str
    exercises: tuple[RoutineExercise, ...]
    guide: bool = False

    def __post_init__(self) -> None:
        if not self.exercises:
            raise ValueError("exercises is empty; a routine has at least one exercise")


def included(routine: Routine) -> Routine:
    """The routine without the optional exercises that are switched off. Raises ValueError where none is left."""
    kept = tuple(item for item in routine.exercises if item.included or not item.optional)
    return structs.replace(routine, exercises=kept)


class ChosenExercise(Struct, frozen=True):
    """An exercise with the routine's doses in use. `below_full_dose` says that one of them is under the full dose.
    `first_side` is None for the session's own."""

    exercise: Exercise
    optional: bool
    below_full_dose: bool
    first_side: Side | None = None


def choose_doses(routine: Routine, exercises: Mapping[str, Exercise], *, gentler: bool) -> tuple[ChosenExercise, ...]:
    """The routine's exercises with the routine's doses put in. Raises ContentError where one does not fit."""
    chosen = []
    for index, item in enumerate(routine.exercises):
        key = f"$.exercises[{index}]"
        if item.id not in exercises:
            raise ContentError(
                f"{key}.id", f"no exercise is called {item.id!r}; allowed: {', '.join(sorted(exercises))}"
            )
        full = exercises[item.id]
        if item.first_side is not None and full.sides is not Sides.EACH:
            raise ContentError(f"{key}.first_side", "here no side comes first; leave this key out")
        exercise = _with_doses(item, full, key)
        if gentler:
            exercise = _gentler(exercise)
        chosen.append(ChosenExercise(exercise, item.optional, _is_below(exercise, full), item.first_side))
    return tuple(chosen)


def _with_doses(item: RoutineExercise, exercise: Exercise, key: str) -> Exercise:
    blocks = {block.id: block for block in exercise.blocks}
    for block_id, doses in item.doses.items():
        if block_id not in blocks:
            raise ContentError(f"{key}.doses.{block_id}", f"no such block; allowed: {', '.join(blocks)}")
        blocks[block_id] = _with_block_doses(blocks[block_id], doses, f"{key}.doses.{block_id}")
    rounds = exercise.rounds
    if item.rounds is not None:
        rounds = _chosen(rounds, item.rounds, f"{key}.rounds")
    return structs.replace(exercise, blocks=tuple(blocks.values()), rounds=rounds)


def _with_block_doses(block: AnyBlock, doses: Mapping[str, int | float | OwnRange], key: str) -> AnyBlock:
    allowed = dose_names(block)
    for name, value in doses.items():
        if name not in allowed:
            raise ContentError(f"{key}.{name}", f"no such dose; allowed: {', '.join(allowed)}")
        dose = getattr(block, name)
        block = structs.replace(block, **{name: _chosen(dose, value, f"{key}.{name}")})
    return block


def dose_names(block: AnyBlock) -> list[str]:
    """The names of a block's doses, in their order."""
    return [name for name in block.__struct_fields__ if isinstance(getattr(block, name), Dose)]


def _chosen(dose: D, value: int | float | OwnRange, key: str) -> D:
    try:
        if isinstance(value, OwnRange):
            dose, value = _own_range(dose, value), value.default
        _check_whole(dose, value)
        return dose.choose(int(value) if isinstance(dose, Count) else float(value))
    except ValueError as error:
        raise ContentError(key, str(error)) from None


def _own_range(dose: D, own: OwnRange) -> D:
    number = int if isinstance(dose, Count) else float
    _check_whole(dose, *own.range)
    if own.range[1] > dose.range[1]:
        raise ValueError(f"{dose.say(own.range[1])} is above the exercise's {dose.allowed}")
    if isinstance(dose, Seconds) and own.range[0] <= 0 < dose.range[0]:
        raise ValueError(f"{dose.say(0)} leaves nothing to do; more than that is allowed")
    low, high = (number(end) for end in own.range)
    return structs.replace(dose, default=number(own.default), range=(low, high), origin=own.origin)


def _check_whole(dose: Count | Seconds, *values: float) -> None:
    for value in values:
        if isinstance(dose, Count) and not float(value).is_integer():
            raise ValueError(f"{value:g} is not a whole number")


def _is_below(exercise: Exercise, full: Exercise) -> bool:
    """Whether any dose in use lies under the low end of the exercise's own range."""
    return any(
        getattr(block, name).default < getattr(full_block, name).range[0]
        for block, full_block in zip(exercise.blocks, full.blocks, strict=True)
        for name in dose_names(block)
    )


def _gentler(exercise: Exercise) -> Exercise:
    blocks = []
    for block in exercise.blocks:
        lower: dict[str, Any] = {name: getattr(block, name).lowest() for name in dose_names(block) if name in _GENTLER}
        if isinstance(block, ContractRelax):
            lower["effort"] = GENTLE_EFFORT
        blocks.append(structs.replace(block, cues=block.cues | block.gentle_cues, **lower))
    return structs.replace(exercise, blocks=tuple(blocks), rounds=exercise.rounds.lowest())
