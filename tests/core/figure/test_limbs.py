from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ribdown.core.figure.limbs import (
    LEG_JOINTS,
    ankle_over,
    arm_angles,
    arm_at,
    arm_joints,
    clear_of_floor,
    landmark_of,
    leg_angles,
    leg_at,
    leg_joints,
)
from ribdown.core.figure.plane import heading, shortest
from ribdown.core.figure.posture import ArmAngles, ArmTarget, LegAngles, LegTarget

HIP = (0.0, 0.53)
SHOULDER = (0.0, 0.8)


@pytest.mark.parametrize("landmark", ["ankle", "sole", "heel", "ball", "toe", "dorsum"])
def test_a_foot_touches_with_what_it_should_touch_with(landmark: str) -> None:
    leg = leg_at(HIP, 90, LegTarget(landmark, (0.05, 0.09), -30, 34))
    assert dist(landmark_of(leg, landmark), (0.05, 0.09)) < 1e-9
    assert (leg.sole, leg.toe) == (-30, 34)


def test_a_leg_by_its_joints() -> None:
    leg = leg_at(HIP, 90, LegAngles(90, 90, 0, 10))
    assert (heading(leg.hip, leg.knee), heading(leg.knee, leg.ankle)) == pytest.approx((0, -90))
    assert (shortest(leg.sole), leg.toe) == pytest.approx((0, 10))


@given(st.floats(-40, 130), st.floats(0, 150), st.floats(-60, 30), st.floats(-30, 200))
def test_a_solved_leg_says_its_joints_angles(hip: float, knee: float, ankle: float, pelvis: float) -> None:
    leg = leg_at(HIP, pelvis, LegAngles(hip, knee, ankle, 5))
    found = leg_angles(leg, pelvis)
    assert (found.hip, found.knee, found.ankle, found.toe) == pytest.approx((hip, knee, ankle, 5), abs=1e-6)


@given(st.floats(-0.3, 0.3), st.floats(0.0, 0.3), st.floats(-40, 40))
def test_a_knee_only_bends_forward(x: float, y: float, sole: float) -> None:
    leg = leg_at(HIP, 90, LegTarget("sole", (x, y), sole, 0))
    assert leg_angles(leg, 90).knee > -1e-6


def test_a_foot_that_would_sink_is_raised_and_no_other() -> None:
    sunk = clear_of_floor(LegTarget("ankle", (0.1, 0.05), -40, 0))
    leg = leg_at(HIP, 90, sunk)
    lowest = min(landmark_of(leg, name)[1] for name in ("heel", "ball", "toe"))
    assert lowest == pytest.approx(0)
    assert sunk.at[0] == 0.1
    free = LegTarget("ankle", (0.1, 0.25), -40, 0)
    assert clear_of_floor(free) == free


def test_toes_count_where_the_floor_is() -> None:
    bent, straight = (ankle_over(clear_of_floor(LegTarget("ankle", (0, 0), -40, toe)))[1] for toe in (40, 0))
    assert bent < straight


def test_skin_points_are_on_the_side_they_are_named_for() -> None:
    leg = leg_at(HIP, 90, LegAngles(0, 0, 0, 0))
    joints = leg_joints(leg, "R")
    assert joints.keys() | {name[:-1] + "L" for name in joints} == LEG_JOINTS
    assert joints["thighR"][0] > 0 > joints["hamR"][0]
    assert joints["lapR"][0] > 0
    assert joints["shinR"][0] > 0
    assert joints["toeR"][0] > joints["ballR"][0] > joints["soleR"][0] > joints["heelR"][0]


def test_an_arm_by_its_joints_hangs_bends_forward_and_is_seen_shorter() -> None:
    arm = arm_at(SHOULDER, 90, ArmAngles(0, 90, 8, 0.5), {})
    assert (heading(arm.shoulder, arm.elbow), heading(arm.elbow, arm.wrist)) == pytest.approx((-90, 0))
    assert shortest(arm.hand) == pytest.approx(8)
    assert dist(arm.shoulder, arm.elbow) == pytest.approx(0.085)


@given(st.floats(-60, 170), st.floats(0, 140), st.floats(-20, 40))
def test_a_solved_arm_says_its_joints_angles(shoulder: float, elbow: float, wrist: float) -> None:
    arm = arm_at(SHOULDER, 80, ArmAngles(shoulder, elbow, wrist, 0.8), {})
    found = arm_angles(arm, 80, 0.8)
    assert (found.shoulder, found.elbow, found.wrist) == pytest.approx((shoulder, elbow, wrist), abs=1e-6)
    assert found.short == 0.8


def test_a_wrist_reaches_a_place_with_the_elbow_behind() -> None:
    arm = arm_at(SHOULDER, 90, ArmTarget("", (0.2, 0.7), -1, None, 8, 1), {})
    assert dist(arm.wrist, (0.2, 0.7)) < 1e-9
    assert arm_angles(arm, 90, 1).elbow > 0
    assert arm.hand == pytest.approx(heading(arm.elbow, arm.wrist) + 8)


def test_a_wrist_holds_on_to_a_joint_and_the_hand_points_where_it_is_told() -> None:
    arm = arm_at(SHOULDER, 90, ArmTarget("lapR", (0.01, 0.02), 1, -32, 8, 1), {"lapR": (0.15, 0.6)})
    assert dist(arm.wrist, (0.16, 0.62)) < 1e-9
    assert arm_angles(arm, 90, 1).elbow < 0
    assert arm.hand == -32
    assert dist(arm_joints(arm, "L")["handL"], arm.wrist) == pytest.approx(0.08)
