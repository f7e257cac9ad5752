from ribdown.core.content import Exercise
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import choose_doses
from ribdown.core.single_exercise import routine_alone


def test_every_exercise_runs_alone_with_its_own_doses(bundled_exercise: Exercise) -> None:
    routine = routine_alone(bundled_exercise)
    chosen = choose_doses(routine, {bundled_exercise.id: bundled_exercise}, gentler=False)
    assert [one.exercise for one in chosen] == [bundled_exercise]
    turns = {s.run.turn.exercise.id for s in compile_timeline(chosen, PlanOptions()).segments}
    assert turns == {bundled_exercise.id}


def test_it_has_the_exercises_name(bundled_exercise: Exercise) -> None:
    routine = routine_alone(bundled_exercise)
    assert (routine.id, routine.title) == (bundled_exercise.id, bundled_exercise.title)
