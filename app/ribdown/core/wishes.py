"""What a person wants of the couch stretch in whatever routine it comes.

A pace that a person finds comfortable holds in every bundled routine, in place of the one written there. A routine of
the person's own keeps what it says of it: they chose it there. The number of rounds is for routines that say none. All
of it goes into the routine before its doses are chosen, so the exercise's ranges hold, and gentler mode comes on top.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import structs

from ribdown.core.blocks import Breathing
from ribdown.core.breath_pace import BreathPace
from ribdown.core.content import Exercise
from ribdown.core.routine import OWN, Routine, RoutineExercise, choose_doses

COUCH_STRETCH, BREATHING = "couch-stretch", "reset"  # the exercise's id, and its block of breaths
_PACE = ("inhale", "exhale")


@dataclass(frozen=True, slots=True)
class Wishes:
    """`rounds` are per side."""

    pace: BreathPace = BreathPace.ROUTINE
    rounds: int = 1


AS_WRITTEN = Wishes()


def wished(routine: Routine, wishes: Wishes) -> Routine:
    """The routine with the wishes in it."""
    own = routine.source == OWN
    items = (_wished(item, wishes, own=own) if item.id == COUCH_STRETCH else item for item in routine.exercises)
    return structs.replace(routine, exercises=tuple(items))


def _wished(item: RoutineExercise, wishes: Wishes, *, own: bool) -> RoutineExercise:
    doses = item.doses
    if wishes.pace.seconds is not None:
        said, pace = doses.get(BREATHING, {}), dict(zip(_PACE, wishes.pace.seconds, strict=True))
        if not (own and said.keys() & pace.keys()):
            doses = doses | {BREATHING: {**said, **pace}}
    rounds = wishes.rounds if item.rounds is None else item.rounds
    return structs.replace(item, doses=doses, rounds=rounds)


def breathing_of(routine: Routine, exercises: Mapping[str, Exercise]) -> Breathing:
    """The breaths of the couch stretch as this routine has them; it has to hold one."""
    chosen = choose_doses(routine, exercises, gentler=False)
    stretch = next(one.exercise for one in chosen if one.exercise.id == COUCH_STRETCH)
    return next(block for block in stretch.blocks if isinstance(block, Breathing))
