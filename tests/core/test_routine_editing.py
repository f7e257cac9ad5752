"""Whatever a person does to a routine, it stays one that the loader accepts, inside every range."""

from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes import count, exercise, hold, reps, routine, seconds, untimed
from ribdown.core import routine_editing as editing
from ribdown.core.content import Exercise, Sides
from ribdown.core.doses import Count, Origin, Seconds
from ribdown.core.errors import ContentError
from ribdown.core.routine import OwnRange, Routine, RoutineExercise, choose_doses, dose_names, included
from ribdown.core.timeline import Side

REPS = exercise(reps(count(8, 8, 12), lift=seconds(2, 1, 4)), id="bridge", rounds=count(1, 1, 2))
HOLD = exercise(hold(2, seconds(25, 20, 30)), id="hold")
LOOK = exercise(untimed(), id="look")
EXERCISES = {one.id: one for one in (REPS, HOLD, LOOK)}


def ids(routine: Routine) -> list[str]:
    return [item.id for item in routine.exercises]


def test_a_new_routine_has_one_exercise_and_is_the_persons() -> None:
    assert editing.new_routine("mine", " My  routine ", "bridge") == routine(
        "bridge", title="My routine", summary="", source="own"
    )


def test_a_copy_is_the_persons_and_no_guide() -> None:
    guide = routine("bridge", "hold", guide=True, id="pulse")
    copy = editing.copied(guide, "pulse-2", "Pulse, my version")
    assert (copy.id, copy.title, copy.source, copy.guide) == ("pulse-2", "Pulse, my version", "own", False)
    assert copy.exercises == guide.exercises


def test_texts_are_kept_on_one_line_and_in_their_length() -> None:
    mine = routine("bridge")
    assert editing.renamed(mine, " a\tb\n\u202ec \ud800").title == "a b c"
    assert editing.renamed(mine, "\u0645\u06cc\u200c\u062e\u0648").title == "\u0645\u06cc\u200c\u062e\u0648"
    assert len(editing.renamed(mine, "x" * 500).title) == editing.LONGEST_TITLE
    assert len(editing.summarised(mine, "x" * 500).summary) == editing.LONGEST_SUMMARY
    assert editing.summarised(mine, " ").summary == ""
    assert editing.renamed(mine, "Other").id == "mine"


@pytest.mark.parametrize("title", ["", "  ", "\0"])
def test_a_routine_has_a_title(title: str) -> None:
    with pytest.raises(ValueError, match="has a title"):
        editing.renamed(routine("bridge"), title)


def test_exercises_are_put_in_taken_out_and_put_in_order() -> None:
    mine = routine("bridge")
    two = editing.with_exercise(mine, "hold", 1)
    assert ids(two) == ["bridge", "hold"]
    assert ids(editing.with_exercise(two, "bridge", 0)) == ["bridge", "bridge", "hold"]
    assert ids(editing.moved(two, 0, 1)) == ids(editing.moved(two, 1, 0)) == ["hold", "bridge"]
    assert editing.without(two, 1) == mine


def test_the_last_exercise_stays() -> None:
    with pytest.raises(ValueError, match="at least one exercise"):
        editing.without(routine("bridge"), 0)


def test_a_routine_ends_where_no_one_would_follow() -> None:
    full = routine(*["bridge"] * editing.MOST)
    with pytest.raises(ValueError, match="at most 30"):
        editing.with_exercise(full, "bridge", 0)


def test_what_is_optional_can_be_off_to_begin_with() -> None:
    mine = routine("bridge", "hold")
    optional = editing.with_optional(mine, 1, optional=True)
    off = editing.with_included(optional, 1, on=False)
    assert off.exercises[1] == RoutineExercise(id="hold", optional=True, included=False)
    assert editing.with_included(off, 1, on=True) == optional
    assert editing.with_optional(off, 1, optional=False) == mine, "what belongs to it is on"
    assert editing.with_included(mine, 1, on=False) == mine, "only what is optional can be off"


def test_something_is_always_on() -> None:
    one = editing.with_optional(routine("bridge"), 0, optional=True)
    with pytest.raises(ValueError, match="at least one exercise"):
        editing.with_included(one, 0, on=False)
    two = routine("bridge", RoutineExercise(id="hold", optional=True, included=False))
    with pytest.raises(ValueError, match="at least one exercise"):
        editing.without(two, 0)


def test_a_dose_moves_inside_its_range() -> None:
    mine = editing.with_dose(routine("bridge"), 0, REPS, "reps", "reps", 12.0)
    mine = editing.with_dose(mine, 0, REPS, "reps", "lift", 2.5)
    mine = editing.with_rounds(mine, 0, REPS, 2)
    assert mine.exercises[0] == RoutineExercise(id="bridge", doses={"reps": {"reps": 12, "lift": 2.5}}, rounds=2)
    assert isinstance(mine.exercises[0].doses["reps"]["reps"], int)


@pytest.mark.parametrize(("name", "value"), [("reps", 13), ("reps", 7), ("reps", 8.5), ("lift", 4.5), ("jumps", 1)])
def test_a_dose_outside_its_range_is_refused(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=r"outside|whole number|no such dose"):
        editing.with_dose(routine("bridge"), 0, REPS, "reps", name, value)


def test_a_side_comes_first_where_each_works_in_turn() -> None:
    each = exercise(reps(), id="each", sides=Sides.EACH)
    mine = editing.with_first_side(routine("each"), 0, each, Side.LEFT)
    assert mine.exercises[0] == RoutineExercise(id="each", first_side=Side.LEFT)
    with pytest.raises(ValueError, match="no side comes first"):
        editing.with_first_side(routine("bridge"), 0, REPS, Side.LEFT)


def test_rounds_outside_their_range_are_refused() -> None:
    with pytest.raises(ValueError, match="3 is outside 1–2"):
        editing.with_rounds(routine("bridge"), 0, REPS, 3)


def test_a_range_of_the_routines_own_stays() -> None:
    own = OwnRange(5, (4, 8), Origin.APP)
    mine = routine(RoutineExercise(id="bridge", doses={"reps": {"reps": own}}))
    changed = editing.with_dose(mine, 0, REPS, "reps", "reps", 4)
    assert changed.exercises[0].doses["reps"]["reps"] == OwnRange(4, (4, 8), Origin.APP)
    with pytest.raises(ValueError, match="9 is outside 4–8"):
        editing.with_dose(mine, 0, REPS, "reps", "reps", 9)


@pytest.mark.parametrize(
    ("dose", "steps"),
    [
        (count(8, 8, 12), (8, 9, 10, 11, 12)),
        (seconds(2.5, 1.5, 4), (1.5, 2, 2.5, 3, 3.5, 4)),
        (seconds(2.7, 2, 3), (2, 2.5, 2.7, 3)),
        (seconds(21, 20, 22.5), (20, 21, 22, 22.5)),
        (seconds(20, 10, 32), (10, 15, 20, 25, 30, 32)),
        (seconds(120, 60, 140), (60, 90, 120, 140)),
        (seconds(3), (3,)),
    ],
)
def test_the_steps_of_a_dose_lie_in_its_range(dose: Count | Seconds, steps: tuple[float, ...]) -> None:
    assert editing.dose_steps(dose) == steps


def test_what_is_only_looked_at_is_not_offered() -> None:
    assert editing.offered(EXERCISES) == (REPS, HOLD)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"title": "x" * 61}, "$.title: 61 characters; at most 60 are allowed"),
        ({"summary": "x" * 201}, "$.summary: 201 characters; at most 200 are allowed"),
        ({"title": " \n"}, "$.title: it is empty; a routine has a title"),
        ({"exercises": (RoutineExercise(id="bridge"),) * 31}, "$.exercises: 31 exercises; at most 30 are allowed"),
    ],
)
def test_what_is_too_large_is_refused(more: dict[str, Any], said: str) -> None:
    with pytest.raises(ContentError) as caught:
        editing.check_size(msgspec.structs.replace(routine("bridge"), **more))
    assert str(caught.value) == said


Change = Callable[[Routine], Routine]
TEXTS = st.text(max_size=300)


@st.composite
def changes(draw: st.DrawFn, exercises: dict[str, Exercise], routine: Routine) -> Change:
    """A change that the editor offers, or one that it must refuse."""
    index = draw(st.integers(0, len(routine.exercises) - 1))
    exercise = exercises[routine.exercises[index].id]
    kind = draw(
        st.sampled_from(["title", "summary", "add", "remove", "move", "optional", "on", "rounds", "side", "dose"])
    )
    match kind:
        case "title":
            return partial(editing.renamed, title=draw(TEXTS))
        case "summary":
            return partial(editing.summarised, summary=draw(TEXTS))
        case "add":
            return partial(editing.with_exercise, exercise_id=draw(st.sampled_from(sorted(exercises))), index=index)
        case "remove":
            return partial(editing.without, index=index)
        case "move":
            return partial(editing.moved, index=index, to=draw(st.integers(0, len(routine.exercises) - 1)))
        case "optional":
            return partial(editing.with_optional, index=index, optional=draw(st.booleans()))
        case "on":
            return partial(editing.with_included, index=index, on=draw(st.booleans()))
        case "rounds":
            return partial(editing.with_rounds, index=index, exercise=exercise, rounds=draw(st.integers(0, 3)))
        case "side":
            side = draw(st.sampled_from(Side))
            return partial(editing.with_first_side, index=index, exercise=exercise, side=side)
    doses = [(block.id, name, getattr(block, name)) for block in exercise.blocks for name in dose_names(block)]
    if not doses:
        return partial(editing.moved, index=index, to=0)
    block_id, name, dose = draw(st.sampled_from(doses))
    value = draw(st.sampled_from(editing.dose_steps(dose)) | st.floats(-10, 4000))
    return partial(editing.with_dose, index=index, exercise=exercise, block_id=block_id, name=name, value=value)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_changes_leave_a_routine_that_can_be_read_and_run(
    exercises: dict[str, Exercise], data: st.DataObject
) -> None:
    mine = editing.new_routine("mine", "Mine", data.draw(st.sampled_from(sorted(exercises))))
    for _ in range(data.draw(st.integers(0, 25))):
        change = data.draw(changes(exercises, mine))
        try:
            mine = change(mine)
        except ValueError:
            continue
        editing.check_size(mine)
        included(mine)
        choose_doses(mine, exercises, gentler=False)
        assert msgspec.convert(msgspec.to_builtins(mine), Routine) == mine
