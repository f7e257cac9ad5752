"""What every bundled exercise and routine keeps to."""

import re
from collections.abc import Iterator

import pytest
from msgspec import structs

from ribdown.core.beats import block_beats
from ribdown.core.blocks import AnyBlock, ContractRelax, SegmentKind
from ribdown.core.content import Exercise, Sides
from ribdown.core.moment import fill
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import Routine, choose_doses, dose_names, included
from ribdown.core.timeline import Side

CUE = 48  # characters: four lines of the cue card
MISTAKE = 26  # one line
STARTING_POSITION = 160  # four lines
PLACEHOLDERS = {"side", "other", "Side", "Other"}


def texts(exercise: Exercise) -> Iterator[str]:
    """Everything of an exercise that a person reads or hears."""
    yield from (exercise.title, exercise.purpose, exercise.feel, exercise.side_label)
    yield from (*exercise.starting_position, *exercise.execution, *exercise.stop, *exercise.equipment)
    for mistake in exercise.mistakes:
        yield from (mistake.mistake, mistake.fix)
    for block in exercise.blocks:
        yield from (block.title, block.feel, *block.cues.values(), *block.gentle_cues.values())


def filled(exercise: Exercise, text: str) -> list[str]:
    """The text as it is shown, for each side at work."""
    sides = list(Side) if exercise.sides is Sides.EACH else [None]
    return [fill(text, side) for side in sides]


def too_long(exercise: Exercise, shown: Iterator[str] | list[str], limit: int) -> list[str]:
    return [text for one in shown for text in filled(exercise, one) if len(text) > limit]


def occurring(block: AnyBlock) -> set[SegmentKind]:
    """The phases that can occur in a block, with every dose as high as a person may choose it."""
    doses = {name: getattr(block, name) for name in dose_names(block)}
    highest = structs.replace(block, **{name: dose.choose(dose.range[1]) for name, dose in doses.items()})
    return {beat.kind for beat in block_beats(highest)}


def test_there_is_something_to_check(exercises: dict[str, Exercise], routines: dict[str, Routine]) -> None:
    assert len(exercises) == 14
    assert len(routines) == 9


def test_an_exercise_is_named_after_its_file(exercises: dict[str, Exercise]) -> None:
    assert [exercise.id for exercise in exercises.values()] == list(exercises)


def test_a_routine_is_named_after_its_file(routines: dict[str, Routine]) -> None:
    assert [routine.id for routine in routines.values()] == list(routines)


# -- exercises


def test_a_cue_fits_its_card(bundled_exercise: Exercise) -> None:
    for block in bundled_exercise.blocks:
        cues = [*block.cues.values(), *block.gentle_cues.values()]
        assert too_long(bundled_exercise, cues, CUE) == []


def test_a_mistake_fits_its_line(bundled_exercise: Exercise) -> None:
    assert too_long(bundled_exercise, [m.mistake for m in bundled_exercise.mistakes], MISTAKE) == []


def test_the_starting_position_fits_its_lines(bundled_exercise: Exercise) -> None:
    assert too_long(bundled_exercise, [" ".join(bundled_exercise.starting_position)], STARTING_POSITION) == []


def test_every_phase_that_can_occur_has_a_cue(bundled_exercise: Exercise) -> None:
    for block in bundled_exercise.blocks:
        assert occurring(block) <= block.cues.keys(), block.id


def test_gentle_cues_replace_cues_that_there_are(bundled_exercise: Exercise) -> None:
    for block in bundled_exercise.blocks:
        assert block.gentle_cues.keys() <= block.cues.keys(), block.id


def test_a_text_names_a_side_only_where_each_side_has_its_turn(bundled_exercise: Exercise) -> None:
    found = {name for text in texts(bundled_exercise) for name in re.findall(r"\{(.*?)\}", text)}
    assert found <= (PLACEHOLDERS if bundled_exercise.sides is Sides.EACH else set())


def test_nothing_is_left_of_a_placeholder(bundled_exercise: Exercise) -> None:
    shown = [text for one in texts(bundled_exercise) for text in filled(bundled_exercise, one)]
    assert [text for text in shown if "{" in text or "}" in text] == []


def test_each_side_has_a_label(bundled_exercise: Exercise) -> None:
    assert bool(bundled_exercise.side_label) == (bundled_exercise.sides is Sides.EACH)


def test_nobody_is_shouted_at(bundled_exercise: Exercise) -> None:
    assert [text for text in texts(bundled_exercise) if "!" in text] == []


def test_no_text_is_empty_or_has_loose_ends(bundled_exercise: Exercise) -> None:
    required = [*bundled_exercise.starting_position, *bundled_exercise.execution, *bundled_exercise.stop]
    assert all(required)
    assert [text for text in texts(bundled_exercise) if text != " ".join(text.split())] == []


def test_progressions_and_alternatives_exist(bundled_exercise: Exercise, exercises: dict[str, Exercise]) -> None:
    others = {*bundled_exercise.progressions, *bundled_exercise.alternatives}
    assert others <= exercises.keys() - {bundled_exercise.id}


def test_an_exercise_ends_on_a_finished_exhale(bundled_exercise: Exercise) -> None:
    for block in bundled_exercise.blocks:
        assert block_beats(block)[-1].kind is not SegmentKind.INHALE


@pytest.mark.parametrize("name", ["couch-stretch"])
def test_a_press_is_at_30_to_40_per_cent(name: str, exercises: dict[str, Exercise]) -> None:
    presses = [block for block in exercises[name].blocks if isinstance(block, ContractRelax)]
    assert [block.effort.range for block in presses] == [(30, 40)]


# -- routines


def test_a_routines_doses_fit(bundled_routine: Routine, exercises: dict[str, Exercise]) -> None:
    for gentler in (False, True):
        chosen = choose_doses(bundled_routine, exercises, gentler=gentler)
        assert [one.exercise.id for one in chosen] == [item.id for item in bundled_routine.exercises]


def test_a_routine_without_what_is_switched_off_is_still_one(
    bundled_routine: Routine, exercises: dict[str, Exercise]
) -> None:
    plan = compile_timeline(choose_doses(included(bundled_routine), exercises, gentler=False), PlanOptions())
    assert plan.planned_seconds > 0


def test_only_a_shorter_version_is_below_the_full_dose(
    routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    below = {
        (name, one.exercise.id)
        for name, routine in routines.items()
        for one in choose_doses(routine, exercises, gentler=False)
        if one.below_full_dose
    }
    assert below == {("daily-mini", "couch-stretch")}


def test_gentler_mode_is_never_longer_or_harder(bundled_routine: Routine, exercises: dict[str, Exercise]) -> None:
    plain = choose_doses(bundled_routine, exercises, gentler=False)
    gentle = choose_doses(bundled_routine, exercises, gentler=True)
    for one, other in zip(plain, gentle, strict=True):
        for block, gentler in zip(one.exercise.blocks, other.exercise.blocks, strict=True):
            assert all(getattr(gentler, n).default <= getattr(block, n).default for n in dose_names(block))
            if isinstance(gentler, ContractRelax):
                assert gentler.effort.range == (20, 30)


def test_a_routine_says_what_it_is_without_shouting(bundled_routine: Routine) -> None:
    assert bundled_routine.title
    assert bundled_routine.summary
    assert "!" not in bundled_routine.title + bundled_routine.summary
