import pytest

from fakes import exercise, reps, routine
from ribdown.core.content import BodyPosition, Exercise, Sides
from ribdown.core.exercise_library import (
    Posture,
    Wanted,
    When,
    fits,
    in_order,
    posture_of,
    routines_with,
    things_of,
    when_of,
)
from ribdown.core.routine import Routine


def found(
    exercises: dict[str, Exercise], routines: dict[str, Routine], wanted: Wanted, said: dict[str, str] | None = None
) -> set[str]:
    words = said or {}
    return {id for id, one in exercises.items() if fits(one, wanted, routines, lambda text: words.get(text, text))}


def test_everything_is_wanted_to_begin_with(exercises: dict[str, Exercise], routines: dict[str, Routine]) -> None:
    assert found(exercises, routines, Wanted()) == set(exercises)


@pytest.mark.parametrize(
    ("wanted", "some", "none"),
    [
        (Wanted(posture=Posture.LYING), {"hip-lift", "prone-hip-extension"}, {"reverse-walking", "split-squat-hold"}),
        (Wanted(posture=Posture.STANDING), {"reverse-walking", "posture-pulse"}, {"bridge"}),
        (Wanted(thing="couch"), {"couch-stretch", "split-squat-hold"}, {"bridge", "thomas-test"}),
        (Wanted(thing="bench"), {"split-squat-hold-loaded"}, {"couch-stretch"}),
        (Wanted(thing=""), {"posture-pulse", "long-step-split-squat"}, {"bridge", "hip-lift"}),
        (Wanted(when=When.FIRST), {"couch-stretch", "split-squat-hold", "bridge"}, {"split-squat-hold-loaded"}),
        (Wanted(when=When.LATER), {"couch-stretch", "split-squat-hold", "bridge"}, {"walking-with-intent"}),
        (Wanted(when=When.HARDER), {"long-step-split-squat", "walking-with-intent"}, {"hip-lift"}),
        (Wanted(when=When.ANY), {"hip-lift", "reverse-walking", "posture-pulse", "single-leg-bridge"}, {"bridge"}),
        (Wanted(sides=Sides.EACH), {"couch-stretch", "thomas-test"}, {"bridge", "reverse-walking"}),
        (Wanted(sides=Sides.ALTERNATING), {"reverse-walking", "walking-with-intent"}, {"couch-stretch"}),
        (Wanted(words="bRiDge"), {"bridge", "single-leg-bridge"}, {"hip-lift"}),
        (Wanted(words="hamstring"), {"hip-lift"}, {"posture-pulse"}),
        (Wanted(words="glutes"), {"bridge", "prone-hip-extension"}, {"hip-lift"}),
        (Wanted(words=" front  hip "), {"reverse-walking", "couch-stretch"}, {"bridge"}),
    ],
)
def test_what_is_wanted_is_found(
    exercises: dict[str, Exercise], routines: dict[str, Routine], wanted: Wanted, some: set[str], none: set[str]
) -> None:
    result = found(exercises, routines, wanted)
    assert some <= result
    assert not none & result


def test_filters_and_words_hold_together(exercises: dict[str, Exercise], routines: dict[str, Routine]) -> None:
    wanted = Wanted(Posture.LYING, "mat", When.FIRST, Sides.BOTH, "buttock")
    assert found(exercises, routines, wanted) == {"bridge"}
    assert found(exercises, routines, Wanted(words="bridge zebra")) == set()


def test_words_are_looked_for_in_the_persons_language(
    exercises: dict[str, Exercise], routines: dict[str, Routine]
) -> None:
    said = {"Bridge": "Brücke"}
    assert found(exercises, routines, Wanted(words="brücke"), said) == {"bridge"}


@pytest.mark.parametrize(
    ("position", "posture"),
    [
        (BodyPosition.LYING, Posture.LYING),
        (BodyPosition.PRONE, Posture.LYING),
        (BodyPosition.STANDING, Posture.STANDING),
        (BodyPosition.SPLIT_STANCE, Posture.STANDING),
        (BodyPosition.WALKING, Posture.STANDING),
    ],
)
def test_a_position_is_lying_or_standing(position: BodyPosition, posture: Posture) -> None:
    assert posture_of(exercise(reps(), position=position)) is posture


def test_things_that_stand_in_for_each_other_are_told_apart() -> None:
    assert things_of(exercise(reps(), equipment=("wall", "ball, roller or pillow"))) == (
        "wall",
        "ball",
        "roller",
        "pillow",
    )


def test_an_exercise_of_all_three_routines_has_its_turn_in_all_weeks(routines: dict[str, Routine]) -> None:
    assert when_of("bridge", routines) == {When.FIRST, When.LATER, When.HARDER}


def test_routines_come_in_their_order(routines: dict[str, Routine]) -> None:
    assert [one.id for one in routines_with("hip-lift", routines.values())] == ["first-steps"]
    assert routines_with("single-leg-bridge", routines.values()) == ()


def test_exercises_stand_as_routines_have_them_and_the_others_last() -> None:
    known = {name: exercise(reps(), id=name) for name in "abcd"}
    order = in_order(known, {"one": routine("c", "a"), "two": routine("b", "c")})
    assert [one.id for one in order] == ["c", "a", "b", "d"]
