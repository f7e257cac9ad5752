"""What the routine editor shows, as values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from ribdown.core.blocks import AnyBlock
from ribdown.core.content import Exercise, Sides
from ribdown.core.doses import Count, Seconds
from ribdown.core.plan import PlanOptions
from ribdown.core.routine import OwnRange, Routine, RoutineExercise, choose_doses, dose_names
from ribdown.core.routine_editing import MOST, dose_steps, offered, with_included, without
from ribdown.core.timeline import Side
from ribdown.core.wishes import wished
from ribdown.ui import words
from ribdown.ui.pages.exercise_words import dose_name
from ribdown.ui.pages.routine_editor_words import range_text, sides_text, value_text
from ribdown.ui.pages.start_view import ExerciseView, RoutineView, routine_view

# A rest is between two of these: with one there is none.
_RESTED = ("sets", "holds")


@dataclass(frozen=True, slots=True)
class DoseView:
    """A dose of a block; of the exercise itself (its rounds) where `block_id` is empty. `steps` are the values that
    can be chosen with their texts, one where it is fixed. `usual` is the exercise's own value, None where it can't be
    chosen. A dose that is not `used` makes no difference now."""

    block_id: str
    name: str
    title: str
    origin: str
    value: float
    steps: tuple[tuple[float, str], ...]
    usual: float | None
    used: bool


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block with its doses; `title` is empty where it is the only one."""

    title: str
    doses: tuple[DoseView, ...]


@dataclass(frozen=True, slots=True)
class ItemView:
    """An exercise of the routine. `first_side` is None where no side comes first. `removable` and `may_be_off` say
    whether something is left without it."""

    exercise: ExerciseView
    sides: str
    first_side: Side | None
    blocks: tuple[BlockView, ...]
    removable: bool
    may_be_off: bool


@dataclass(frozen=True, slots=True)
class EditorView:
    """Everything in the editor. `gentler_seconds` are None where gentler mode is off; `offers` are the exercises that
    can be put in, by id and title."""

    shown: RoutineView
    items: tuple[ItemView, ...]
    gentler_seconds: float | None
    offers: tuple[tuple[str, str], ...]
    full: bool


def editor_view(
    routine: Routine, exercises: Mapping[str, Exercise], options: PlanOptions, *, gentler: bool
) -> EditorView:
    """The editor's values. Its doses are those that the routine runs with; gentler mode comes on top."""
    shown = routine_view(routine, exercises, options, gentler=False)
    chosen = choose_doses(wished(routine, options.wishes), exercises, gentler=False)
    items = tuple(
        ItemView(
            view,
            sides_text(one.exercise.sides),
            (one.first_side or options.first_side) if one.exercise.sides is Sides.EACH else None,
            _blocks(item, one.exercise, exercises[item.id]),
            removable=_possible(partial(without, routine, index)),
            may_be_off=_possible(partial(with_included, routine, index, on=False)),
        )
        for index, (view, one, item) in enumerate(zip(shown.exercises, chosen, routine.exercises, strict=True))
    )
    return EditorView(
        shown,
        items,
        routine_view(routine, exercises, options, gentler=True).seconds if gentler else None,
        tuple((one.id, words.content(one.title)) for one in offered(exercises)),
        full=len(routine.exercises) >= MOST,
    )


def _blocks(item: RoutineExercise, exercise: Exercise, full: Exercise) -> tuple[BlockView, ...]:
    views = []
    if exercise.rounds.range != (1, 1):
        views.append(BlockView("", (_dose(None, "rounds", exercise.rounds, full.rounds, own=False, used=True),)))
    for block, usual in zip(exercise.blocks, full.blocks, strict=True):
        own = {name for name, value in item.doses.get(block.id, {}).items() if isinstance(value, OwnRange)}
        rests = all(getattr(block, name).default > 1 for name in _RESTED if hasattr(block, name))
        doses = tuple(
            _dose(
                block,
                name,
                getattr(block, name),
                getattr(usual, name),
                own=name in own,
                used=rests or name != "rest",
            )
            for name in dose_names(block)
            if getattr(block, name).range not in ((0, 0), (1, 1))
        )
        if doses:
            views.append(BlockView(words.content(block.title) if len(exercise.blocks) > 1 else "", doses))
    return tuple(views)


def _dose(
    block: AnyBlock | None, name: str, dose: Count | Seconds, usual: Count | Seconds, *, own: bool, used: bool
) -> DoseView:
    low, high = dose.range
    return DoseView(
        block.id if block is not None else "",
        name,
        dose_name(block, name),
        range_text(dose, own=own),
        dose.default,
        tuple((step, value_text(dose, step)) for step in dose_steps(dose)),
        usual.default if low <= usual.default <= high else None,
        used,
    )


def _possible(change: Callable[[], Routine]) -> bool:
    try:
        change()
    except ValueError:
        return False
    return True
