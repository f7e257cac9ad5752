"""What the pages about exercises show, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from ribdown.core.content import Exercise
from ribdown.core.exercise_history import ExerciseHistory
from ribdown.core.exercise_library import When, routines_with, when_of
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import Routine, choose_doses
from ribdown.core.single_exercise import routine_alone
from ribdown.core.timeline import Timeline
from ribdown.core.wishes import wished


@dataclass(frozen=True, slots=True)
class ExerciseSheet:
    """One exercise with the doses in use. `plan` is what Start runs, and `when` its turn in the programme; `harder` and
    `instead` are other exercises, `routines` those it is in."""

    exercise: Exercise
    plan: Timeline
    when: frozenset[When]
    harder: tuple[Exercise, ...]
    instead: tuple[Exercise, ...]
    routines: tuple[Routine, ...]
    history: ExerciseHistory

    @property
    def seconds(self) -> float:
        """How long it takes alone, with its get-ready and switch-sides; 0 where it runs in the person's own time."""
        return self.plan.planned_seconds if any(one.ms and one.run.block for one in self.plan.segments) else 0.0

    def block_seconds(self) -> list[float]:
        """How long each block takes, once and on one side."""
        once = [s for s in self.plan.segments if s.run.block and s.run.round == 1 and s.run.turn.side_number == 1]
        return [sum(s.ms or 0 for s in group) / 1000 for _, group in groupby(once, lambda s: s.run.number)]


def exercise_sheet(
    exercise: Exercise,
    exercises: Mapping[str, Exercise],
    routines: Mapping[str, Routine],
    options: PlanOptions,
    history: ExerciseHistory,
    *,
    gentler: bool,
) -> ExerciseSheet:
    """The values of an exercise's page."""
    chosen = choose_doses(wished(routine_alone(exercise), options.wishes), exercises, gentler=gentler)
    return ExerciseSheet(
        chosen[0].exercise,
        compile_timeline(chosen, options),
        when_of(exercise.id, routines),
        tuple(exercises[one] for one in exercise.progressions if one in exercises),
        tuple(exercises[one] for one in exercise.alternatives if one in exercises),
        routines_with(exercise.id, routines.values()),
        history,
    )
