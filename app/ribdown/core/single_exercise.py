"""A routine of one exercise, for who wants to do just that."""

from ribdown.core.content import Exercise
from ribdown.core.routine import Routine, RoutineExercise


def routine_alone(exercise: Exercise) -> Routine:
    """The exercise with its default doses, under its own name."""
    return Routine(
        id=exercise.id,
        title=exercise.title,
        summary=exercise.purpose,
        source=exercise.source,
        exercises=(RoutineExercise(id=exercise.id),),
    )
