from math import dist

import pytest
from msgspec.structs import replace

from ribdown.core.figure.blend import blended
from ribdown.core.figure.limbs import landmark_of
from ribdown.core.figure.plane import mix_points
from ribdown.core.figure.posture import (
    ArmAngles,
    ArmGoal,
    ArmTarget,
    LegAngles,
    LegGoal,
    LegTarget,
    Part,
    Posture,
    TrunkAngles,
)
from ribdown.core.figure.scene import Arrow, Body, FeetInset, Floor
from ribdown.core.figure.still import Key, Still, key_of

HALVES = (0.25, 0.5, 0.75)
HANGING = ArmAngles(0, 10, 8, 1)
STANDING = LegTarget("sole", (0.0, 0.0), 0, 0)
CUE = Arrow(at="hip", tone="ok", dir=0, len=0.1)
OTHER_CUE = Arrow(at="belly", tone="ok", dir=0, len=0.1)


def key(
    hip: tuple[float, float] = (0.0, 0.5),
    *,
    pelvis: float = 90,
    lumbar: float = 0,
    joint: str = "hip",
    snap: tuple[Part, float] | None = None,
    leg: LegGoal = STANDING,
    arm: ArmGoal = HANGING,
    muscles: dict[str, float] | None = None,
    **more: object,
) -> Key:
    posture = Posture(
        TrunkAngles(pelvis, lumbar, 0, 0, 0, 0), joint, hip, snap, leg, STANDING, arm, HANGING, muscles or {}, 0
    )
    still = Still(posture=posture, view=(0, 0, 1, 1), props=(Floor(),), label="", words="")
    return key_of(replace(still, **more))


def between(a: Key, b: Key, u: float) -> Body:
    return key_of(blended(a, b, u)).body


def test_the_ends_are_the_stills_themselves() -> None:
    a, b = key(), key((0.1, 0.5))
    assert blended(a, b, 0) is a.still
    assert blended(a, b, 1) is b.still


def test_trunk_angles_hip_and_effort_are_mixed() -> None:
    still = blended(key(), key((0.04, 0.46), pelvis=100, muscles={"core": 0.8}), 0.25)
    assert still.posture.trunk.pelvis == 92.5
    assert still.posture.at == pytest.approx((0.01, 0.49))
    assert still.posture.muscles == {"core": 0.2}


@pytest.mark.parametrize("u", HALVES)
def test_a_foot_with_one_contact_stays_there_while_it_rolls(u: float) -> None:
    a = key(leg=LegTarget("ball", (0.05, 0.0), -20, 20))
    b = key((0.02, 0.48), leg=LegTarget("ball", (0.05, 0.0), -40, 40))
    assert dist(landmark_of(between(a, b, u).near_leg, "ball"), (0.05, 0.0)) < 1e-9


@pytest.mark.parametrize("u", HALVES)
def test_a_foot_that_changes_its_contact_does_not_dip_into_the_floor(u: float) -> None:
    a = key(leg=LegTarget("heel", (0.1, 0.0), 40, 0))
    b = key(leg=LegTarget("ball", (0.1, 0.0), -40, 40))
    leg = between(a, b, u).near_leg
    assert min(landmark_of(leg, name)[1] for name in ("heel", "ball", "toe")) > -1e-9


def test_a_foot_leaves_the_floor_by_its_joints() -> None:
    lifted = LegAngles(60, 90, 0, 0)
    posture = blended(key(), key(leg=lifted), 0.5).posture
    first = blended(key(leg=lifted), key(), 0.5).posture
    assert posture.near_leg == first.near_leg
    assert isinstance(posture.near_leg, LegAngles)
    assert 30 < posture.near_leg.hip < 50


@pytest.mark.parametrize("u", HALVES)
def test_the_same_part_of_the_trunk_stays_on_what_it_lies_on(u: float) -> None:
    a = key(pelvis=186, lumbar=12, snap=("back", 0.0))
    b = key(pelvis=204, lumbar=27, snap=("back", 0.1))
    assert min(y for _, y in between(a, b, u).trunk.outline) == pytest.approx(0.1 * u)


@pytest.mark.parametrize("u", HALVES)
def test_the_same_joint_stays_where_it_is_held(u: float) -> None:
    a, b = (key((-0.3, 0.06), joint="C7", pelvis=pelvis) for pelvis in (187, 212))
    assert between(a, b, u).joints["C7"] == pytest.approx((-0.3, 0.06))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (key((-0.3, 0.06), joint="C7", pelvis=187), key((-0.1, 0.06), joint="T12", pelvis=200)),
        (key(pelvis=187, snap=("back", 0.0)), key(pelvis=90)),
        (key(pelvis=187, snap=("back", 0.0)), key(pelvis=90, snap=("seat", 0.3))),
    ],
)
def test_bodies_held_by_different_parts_are_mixed_by_their_hips(a: Key, b: Key) -> None:
    middle = between(a, b, 0.5).joints["hip"]
    assert middle == pytest.approx(mix_points(a.body.joints["hip"], b.body.joints["hip"], 0.5))


@pytest.mark.parametrize("u", HALVES)
def test_a_hand_holds_on_to_what_it_holds_at_both_ends(u: float) -> None:
    arms = [ArmTarget("belly", (x, 0.0), -1, None, 8, 1) for x in (0.0, 0.02)]
    body = between(key(arm=arms[0]), key((0.02, 0.45), pelvis=110, arm=arms[1]), u)
    x, y = body.joints["belly"]
    assert body.near_arm.wrist == pytest.approx((x + 0.02 * u, y))


def test_a_hand_goes_straight_from_one_hold_to_another() -> None:
    a = key(arm=ArmTarget("belly", (0.0, 0.0), -1, None, 8, 1))
    b = key(arm=ArmTarget("", (0.2, 0.6), -1, -30, 8, 1))
    middle = between(a, b, 0.5).near_arm
    assert middle.wrist == pytest.approx(mix_points(a.body.near_arm.wrist, (0.2, 0.6), 0.5))
    assert -30 < middle.hand < a.body.near_arm.hand


def test_an_arm_between_a_hold_and_hanging_goes_by_its_joints() -> None:
    a, b = key(arm=HANGING), key(arm=ArmTarget("", (0.2, 0.7), -1, 0, 8, 0.8))
    arm = blended(a, b, 0.5).posture.near_arm
    assert isinstance(arm, ArmAngles)
    assert arm.short == 0.9
    back = blended(b, a, 0.5).posture.near_arm
    assert isinstance(back, ArmAngles)
    assert (arm.shoulder, arm.elbow, arm.wrist) == pytest.approx((back.shoulder, back.elbow, back.wrist))


def test_an_elbow_that_changes_sides_goes_by_its_joints() -> None:
    a, b = (key(arm=ArmTarget("", (0.15, 0.6), bend, None, 8, 1)) for bend in (-1, 1))
    assert isinstance(blended(a, b, 0.5).posture.near_arm, ArmAngles)


def test_a_turn_takes_the_shorter_way_round() -> None:
    a, b = (key(arm=ArmAngles(shoulder, 0, 0, 1)) for shoulder in (170, -170))
    arm = blended(a, b, 0.5).posture.near_arm
    assert isinstance(arm, ArmAngles)
    assert arm.shoulder == 180


def test_what_is_pointed_out_comes_with_the_pose_ahead() -> None:
    a, b = key(cues=((CUE, 1.0),)), key(cues=((OTHER_CUE, 1.0),))
    assert blended(a, b, 0.125).cues == ((OTHER_CUE, 0.125),)


def test_the_rest_is_that_of_the_still_ahead() -> None:
    inset = FeetInset(at=(0, 0), turn=0)
    a = key(weight=True, words="here", view=(0, 0, 1, 1))
    b = key(inset=inset, words="there", label="There", view=(0, 0, 2, 3))
    still = blended(a, b, 0.5)
    assert (still.inset, still.words, still.label) == (inset, "there", "There")
    assert still.view == (0, 0, 1.5, 2)


@pytest.mark.parametrize(("first", "last", "held"), [(True, True, True), (True, False, False), (False, True, False)])
def test_a_weight_is_held_where_it_is_held_at_both_ends(first: bool, last: bool, held: bool) -> None:
    assert blended(key(weight=first), key(weight=last), 0.5).weight is held
