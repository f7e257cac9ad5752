"""The exercises as a library: their order, when the programme asks for them, and which of them a person looks for."""

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from ribdown.core.content import BodyPosition, Exercise, Sides
from ribdown.core.programme.plan import HARDER, MAIN, MINI
from ribdown.core.routine import Routine


class When(StrEnum):
    """When an exercise's turn is (source B's weeks). `any day` is all that the programme's routines leave out."""

    FIRST = "weeks 1 and 2"
    LATER = "from week 3"
    HARDER = "weeks 3 to 6"
    ANY = "any day"


class Posture(StrEnum):
    """Whether one lies down for it, on whatever side, or is on one's feet."""

    LYING = "lying"
    STANDING = "standing"


class Wanted(Struct, frozen=True):
    """What a person looks for; None and no words want everything. `thing` is a piece of equipment, empty for none."""

    posture: Posture | None = None
    thing: str | None = None
    when: When | None = None
    sides: Sides | None = None
    words: str = ""


_WHEN = MappingProxyType({MINI: When.FIRST, MAIN: When.LATER, HARDER: When.HARDER})
_LYING = frozenset({BodyPosition.LYING, BodyPosition.PRONE})
# Names of muscles that people look for, by the words that the texts have for their places.
_MUSCLES = MappingProxyType(
    {
        "buttock": "glutes gluteus",
        "front of the hip": "hip flexors psoas",
        "groin": "hip flexors psoas",
        "front of the thigh": "quads quadriceps",
        "backs of the thighs": "hamstrings",
        "back of the thigh": "hamstrings",
        "waist": "abs core obliques",
    }
)


def posture_of(exercise: Exercise) -> Posture:
    """How one is while the exercise runs."""
    return Posture.LYING if exercise.position in _LYING else Posture.STANDING


def when_of(exercise_id: str, routines: Mapping[str, Routine]) -> frozenset[When]:
    """When the programme asks for it."""
    own = {_WHEN[name] for name, routine in routines.items() if name in _WHEN and _has(routine, exercise_id)}
    return frozenset(own or {When.ANY})


def things_of(exercise: Exercise) -> tuple[str, ...]:
    """The pieces of equipment one by one, those that can stand in for each other too."""
    return tuple(thing for line in exercise.equipment for thing in re.split(r", | or ", line))


def routines_with(exercise_id: str, routines: Iterable[Routine]) -> tuple[Routine, ...]:
    """The routines that an exercise is in."""
    return tuple(routine for routine in routines if _has(routine, exercise_id))


def in_order(exercises: Mapping[str, Exercise], routines: Mapping[str, Routine]) -> tuple[Exercise, ...]:
    """All exercises: first as the routines have them, then those that are in none."""
    ids = dict.fromkeys([item.id for routine in routines.values() for item in routine.exercises] + list(exercises))
    return tuple(exercises[one] for one in ids)


def fits(exercise: Exercise, wanted: Wanted, routines: Mapping[str, Routine], said: Callable[[str], str] = str) -> bool:
    """Whether an exercise is what a person looks for. `said` gives a content text in the person's language; each of
    the wanted words has to stand somewhere in the texts."""
    things = things_of(exercise)
    return (
        wanted.posture in (None, posture_of(exercise))
        and (wanted.thing is None or (wanted.thing in things if wanted.thing else not things))
        and (wanted.when is None or wanted.when in when_of(exercise.id, routines))
        and wanted.sides in (None, exercise.sides)
        and all(word in _text(exercise, said) for word in wanted.words.casefold().split())
    )


def _has(routine: Routine, exercise_id: str) -> bool:
    return any(item.id == exercise_id for item in routine.exercises)


def _text(exercise: Exercise, said: Callable[[str], str]) -> str:
    """What is searched: title, purpose, what is felt, equipment and steps, and the names of muscles they stand for."""
    texts = [exercise.title, exercise.purpose, exercise.feel, exercise.position, *exercise.equipment]
    texts += [text for block in exercise.blocks for text in (block.title, block.feel) if text]
    english = " ".join(texts).casefold()
    muscles = [names for place, names in _MUSCLES.items() if place in english]
    return " ".join([*map(said, texts), *muscles]).casefold()
