from itertools import pairwise
from math import dist

import pytest
from msgspec.structs import replace

from ribdown.core.figure.gait import Cycle, cycle_of, still_of_cycle, swapped
from ribdown.core.figure.limbs import landmark_of
from ribdown.core.figure.posture import ArmAngles, LegAngles, LegGoal, LegTarget, Posture, TrunkAngles
from ribdown.core.figure.rows import MUSCLES
from ribdown.core.figure.scene import Arrow, Floor
from ribdown.core.figure.still import Key, Still, key_of, scene_of

CUE = Arrow(at="hip", tone="ok", dir=0, len=0.1)


def key(near: LegGoal, far: LegGoal, **more: object) -> Key:
    posture = Posture(
        TrunkAngles(90, 0, 0, 0, 0, 0),
        "hip",
        (0.0, 0.5),
        None,
        near,
        far,
        ArmAngles(20, 10, 8, 1),
        ArmAngles(-10, 10, 8, 1),
        {"glutes": 0.5, "core": 0.25, "quadsL": 1.0},
        0,
    )
    still = Still(posture=posture, view=(0, 0, 1, 1), props=(Floor(),), label="Step", words="A step.")
    return key_of(replace(still, **more))


def foot(landmark: str, x: float, y: float = 0.0, sole: float = 0, toe: float = 0) -> LegTarget:
    return LegTarget(landmark, (x, y), sole, toe)


# The ground carries the near foot by 0.1 a key to the left; then it comes back through the air.
@pytest.fixture
def walk() -> Cycle:
    far = foot("sole", 0.0)
    keys = (
        key(foot("heel", 0.06, sole=18), far, cues=((CUE, 1.0),)),
        key(foot("sole", 0.0), far),
        key(foot("ball", -0.028, sole=-30, toe=30), far),
        key(foot("ankle", 0.0, 0.12, sole=-30), far),
    )
    return cycle_of(keys, 2.0, -0.4)


def test_a_walk_goes_through_its_keys(walk: Cycle) -> None:
    for index, one in enumerate(walk.keys):
        body = scene_of(still_of_cycle(walk, index / 4), 0).body
        assert max(dist(body.joints[name], place) for name, place in one.body.joints.items()) < 1e-9


def test_a_foot_turns_on_the_part_that_stays_on_the_ground(walk: Cycle) -> None:
    for start, landmark in ((0.0, "heel"), (0.25, "ball")):
        legs = [scene_of(still_of_cycle(walk, start + step / 40), 0).body.near_leg for step in range(11)]
        places = [landmark_of(leg, landmark) for leg in legs]
        steps = {(round(b[0] - a[0], 9), round(b[1] - a[1], 9)) for a, b in pairwise(places)}
        assert steps == {(-0.01, 0.0)}


def test_a_foot_in_the_air_does_not_sink_into_the_floor(walk: Cycle) -> None:
    legs = [scene_of(still_of_cycle(walk, 0.5 + step / 40), 0).body.near_leg for step in range(21)]
    lowest = [min(landmark_of(leg, name)[1] for name in ("heel", "ball", "toe")) for leg in legs]
    assert min(lowest) > -1e-9
    assert legs[10].sole < -20


@pytest.mark.parametrize("goals", [(foot("sole", 0.0), foot("toe", 0.1)), (foot("sole", 0.0), LegAngles(10, 20, 0, 0))])
def test_a_foot_that_touches_with_something_else_next_is_in_the_air(goals: tuple[LegGoal, LegGoal]) -> None:
    cycle = cycle_of(tuple(key(goal, foot("sole", 0.0)) for goal in goals), 1.0, 0.0)
    leg = still_of_cycle(cycle, 0.25).posture.near_leg
    assert isinstance(leg, LegTarget)
    assert leg.landmark == "ankle"


def test_the_ground_moves_by_a_stride_and_starts_again(walk: Cycle) -> None:
    assert [still_of_cycle(walk, share).ground for share in (0.0, 0.25, 0.75, 1.25)] == pytest.approx(
        [0.0, -0.1, -0.3, -0.1]
    )


def test_what_is_pointed_out_is_strongest_at_its_key(walk: Cycle) -> None:
    assert still_of_cycle(walk, 0.0).cues == ((CUE, 1.0),)
    assert still_of_cycle(walk, 0.0625).cues == ((CUE, 0.5),)
    assert still_of_cycle(walk, 0.5).cues == ()
    assert still_of_cycle(walk, 0.9375).cues == ((CUE, 0.5),)


def test_words_and_label_are_those_of_the_first_key(walk: Cycle) -> None:
    assert (still_of_cycle(walk, 0.6).words, still_of_cycle(walk, 0.6).label) == ("A step.", "Step")


def test_the_other_half_of_a_step_has_its_sides_exchanged() -> None:
    near, far = foot("heel", 0.1, sole=18), foot("sole", -0.1)
    one = key(near, far, cues=((CUE, 1.0),)).still
    other = swapped(one)
    posture = other.posture
    assert (posture.near_leg, posture.far_leg) == (far, near)
    assert (posture.near_arm, posture.far_arm) == (one.posture.far_arm, one.posture.near_arm)
    assert posture.muscles == {"glutesL": 0.5, "core": 0.25, "quads": 1.0}
    assert other.cues == ()
    assert swapped(other).posture == one.posture


def test_every_muscle_of_a_key_comes_through(walk: Cycle) -> None:
    assert still_of_cycle(walk, 0.1).posture.muscles == pytest.approx({"glutes": 0.5, "core": 0.25, "quadsL": 1.0})
    assert {"glutes", "core", "quadsL", "psoas_short"} <= set(MUSCLES)
