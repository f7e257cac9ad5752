"""The changes that a person makes to a routine: each gives another routine, which the loader of routine files accepts.

Where it would not, the change is refused: ValueError, and the routine that was given still holds.
"""

from collections.abc import Mapping

from msgspec import structs

from ribdown.core.blocks import Untimed
from ribdown.core.content import Exercise
from ribdown.core.doses import Count, Seconds
from ribdown.core.errors import ContentError
from ribdown.core.routine import OWN, OwnRange, Routine, RoutineExercise, choose_doses, included
from ribdown.core.timeline import Side

LONGEST_TITLE, LONGEST_SUMMARY = 60, 200  # characters
MOST = 30  # exercises in a routine
# Without one of these, letters of some scripts do not join as they should.
_JOINERS = "\u200c\u200d"
# The step between two lengths, by the high end of their range, in seconds: fine where a second is much.
_STEPS = ((10, 0.5), (30, 1.0), (120, 5.0))
_LONGEST_STEP = 30.0


def check_size(routine: Routine) -> None:
    """Raise ContentError where a person's routine holds more than can be shown."""
    for key, text, most in (("title", routine.title, LONGEST_TITLE), ("summary", routine.summary, LONGEST_SUMMARY)):
        if len(text) > most:
            raise ContentError(f"$.{key}", f"{len(text)} characters; at most {most} are allowed")
    if not routine.title.strip():
        raise ContentError("$.title", "it is empty; a routine has a title")
    if len(routine.exercises) > MOST:
        raise ContentError("$.exercises", f"{len(routine.exercises)} exercises; at most {MOST} are allowed")


def offered(exercises: Mapping[str, Exercise]) -> tuple[Exercise, ...]:
    """The exercises that can be put in: those that are more than a look at a position."""
    return tuple(one for one in exercises.values() if not all(isinstance(block, Untimed) for block in one.blocks))


def new_routine(id: str, title: str, exercise_id: str) -> Routine:
    """A routine of one exercise."""
    first = RoutineExercise(id=exercise_id)
    return renamed(Routine(id=id, title="", summary="", source=OWN, exercises=(first,)), title)


def copied(routine: Routine, id: str, title: str) -> Routine:
    """The same routine as the person's own. A guide's copy is a routine like any other: no nudge starts it."""
    return renamed(structs.replace(routine, id=id, source=OWN, guide=False), title)


def renamed(routine: Routine, title: str) -> Routine:
    """With another title, on one line. Its id, and so its file and its history, stay."""
    title = _line(title, LONGEST_TITLE)
    if not title:
        raise ValueError("a routine has a title")
    return structs.replace(routine, title=title)


def summarised(routine: Routine, summary: str) -> Routine:
    """With another summary, on one line."""
    return structs.replace(routine, summary=_line(summary, LONGEST_SUMMARY))


def with_exercise(routine: Routine, exercise_id: str, index: int) -> Routine:
    """With an exercise more, at `index`, in the doses that it asks for by itself."""
    if len(routine.exercises) >= MOST:
        raise ValueError(f"a routine has at most {MOST} exercises")
    items = list(routine.exercises)
    items.insert(index, RoutineExercise(id=exercise_id))
    return _with_items(routine, items)


def without(routine: Routine, index: int) -> Routine:
    """Without the exercise at `index`."""
    return _with_items(routine, [item for at, item in enumerate(routine.exercises) if at != index])


def moved(routine: Routine, index: int, to: int) -> Routine:
    """With the exercise at `index` at the place `to`."""
    items = list(routine.exercises)
    items.insert(to, items.pop(index))
    return _with_items(routine, items)


def with_optional(routine: Routine, index: int, *, optional: bool) -> Routine:
    """With an exercise that can be switched off before a start, or that belongs to the routine."""
    item = routine.exercises[index]
    return _with_item(routine, index, structs.replace(item, optional=optional, included=item.included or not optional))


def with_included(routine: Routine, index: int, *, on: bool) -> Routine:
    """With an optional exercise switched on or off to begin with."""
    item = routine.exercises[index]
    return _with_item(routine, index, structs.replace(item, included=on or not item.optional))


def with_first_side(routine: Routine, index: int, exercise: Exercise, side: Side) -> Routine:
    """With this side first in the exercise at `index`, which is `exercise`."""
    return _with_dosed(routine, index, exercise, structs.replace(routine.exercises[index], first_side=side))


def with_rounds(routine: Routine, index: int, exercise: Exercise, rounds: int) -> Routine:
    """With this many rounds of the exercise at `index`, which is `exercise`."""
    return _with_dosed(routine, index, exercise, structs.replace(routine.exercises[index], rounds=rounds))


def with_dose(routine: Routine, index: int, exercise: Exercise, block_id: str, name: str, value: float) -> Routine:
    """With another dose of the exercise at `index`, which is `exercise`. A range of the routine's own stays."""
    item = routine.exercises[index]
    block = item.doses.get(block_id, {})
    number = int(value) if float(value).is_integer() else value
    kept = block.get(name)
    dose = structs.replace(kept, default=number) if isinstance(kept, OwnRange) else number
    doses = item.doses | {block_id: block | {name: dose}}
    return _with_dosed(routine, index, exercise, structs.replace(item, doses=doses))


def dose_steps(dose: Count | Seconds) -> tuple[float, ...]:
    """The values that are offered for a dose: all inside its range, both ends and the one in use among them."""
    low, high = dose.range
    step = 1.0
    if isinstance(dose, Seconds):
        step = next((step for most, step in _STEPS if high <= most), _LONGEST_STEP)
    between = (round(low + number * step, 3) for number in range(int((high - low) / step) + 1))
    return tuple(sorted({low, high, dose.default, *(value for value in between if value <= high)}))


def _line(text: str, longest: int) -> str:
    shown = "".join(sign if sign.isprintable() or sign in _JOINERS else " " for sign in text)
    return " ".join(shown.split())[:longest].rstrip()


def _with_dosed(routine: Routine, index: int, exercise: Exercise, item: RoutineExercise) -> Routine:
    changed = _with_item(routine, index, item)
    try:
        choose_doses(structs.replace(changed, exercises=(item,)), {exercise.id: exercise}, gentler=False)
    except ContentError as error:
        raise ValueError(error.problem) from None
    return changed


def _with_item(routine: Routine, index: int, item: RoutineExercise) -> Routine:
    items = list(routine.exercises)
    items[index] = item
    return _with_items(routine, items)


def _with_items(routine: Routine, items: list[RoutineExercise]) -> Routine:
    changed = structs.replace(routine, exercises=tuple(items))
    included(changed)
    return changed
