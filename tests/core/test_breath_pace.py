"""The paces that are offered, against the exercise that they are for."""

import pytest

from ribdown.core.blocks import Breathing
from ribdown.core.breath_pace import STATED, BreathPace
from ribdown.core.content import Exercise
from ribdown.core.wishes import BREATHING, COUCH_STRETCH

PACES = [(pace, pace.seconds) for pace in BreathPace if pace.seconds is not None]


@pytest.fixture
def breathing(exercises: dict[str, Exercise]) -> Breathing:
    (block,) = (block for block in exercises[COUCH_STRETCH].blocks if block.id == BREATHING)
    assert isinstance(block, Breathing)
    return block


def test_the_routine_has_no_pace_of_the_persons() -> None:
    assert BreathPace.ROUTINE.seconds is None
    assert BreathPace.IN_2_5_OUT_5.seconds == (2.5, 5.0)


def test_every_pace_lies_inside_the_ranges_and_lets_out_longer_than_in(breathing: Breathing) -> None:
    for _, (inhale, exhale) in PACES:
        breathing.inhale.check(inhale)
        breathing.exhale.check(exhale)
        assert inhale < exhale


def test_paces_get_slower_in_their_order() -> None:
    totals = [sum(seconds) for _, seconds in PACES]
    assert totals == sorted(set(totals))


def test_two_paces_are_the_ends_of_the_guide(breathing: Breathing) -> None:
    totals = [breathing.breaths.default * sum(seconds) for _, seconds in PACES]
    assert set(STATED) <= set(totals)
    assert totals[0] == STATED[0]


def test_the_exercises_own_pace_is_one_of_them(breathing: Breathing) -> None:
    assert (breathing.inhale.default, breathing.exhale.default) in [seconds for _, seconds in PACES]
