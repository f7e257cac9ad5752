"""What is true of every figure in every motion, at any moment: a body never slips, sinks, pops or stretches."""

from collections.abc import Callable
from itertools import pairwise
from math import dist

import pytest

from ribdown.core.figure.gait import Cycle
from ribdown.core.figure.limbs import landmark_of, leg_angles
from ribdown.core.figure.motion import Figure, Motion, Path, pose_at, still_in
from ribdown.core.figure.plane import heading
from ribdown.core.figure.posture import LegTarget
from ribdown.core.figure.scene import Ball, Bed, Body, Floor, Scene
from ribdown.core.figure.skeleton import FOREARM, SHANK, THIGH_PROFILE, UPPER_ARM
from ribdown.core.figure.still import Still, scene_of

SAMPLES = [step / 60 for step in range(61)]
FINE = 1000
POP = 0.004  # no joint moves farther in a thousandth of a motion


def scene_in(motion: Motion, share: float, breath: float = 0.0) -> Scene:
    return scene_of(still_in(motion, share), breath)


def test_feet_and_hands_stay_where_they_touch(shown: Motion, adrift: Callable[[Still], list[str]]) -> None:
    for share in SAMPLES:
        assert adrift(still_in(shown, share)) == [], share


def test_a_foot_that_touches_at_both_ends_of_a_path_touches_the_same_place(bundled_path: Path) -> None:
    for a, b in pairwise(bundled_path.keys):
        for side in ("near_leg", "far_leg"):
            first, last = getattr(a.still.posture, side), getattr(b.still.posture, side)
            if isinstance(first, LegTarget) and isinstance(last, LegTarget) and first.landmark == last.landmark:
                assert first.at == last.at


def test_nothing_sinks_into_what_is_around_it(seen_from_the_side: Motion, sunk: Callable[[Scene], list[str]]) -> None:
    for share in SAMPLES:
        assert sunk(scene_in(seen_from_the_side, share)) == [], share


def test_legs_keep_their_length_and_knees_only_bend_forward(
    shown: Motion, misshapen: Callable[[Scene], list[str]]
) -> None:
    for share in SAMPLES:
        assert misshapen(scene_in(shown, share)) == [], share


def test_arms_keep_their_length_or_are_seen_shorter(shown: Motion) -> None:
    for share in SAMPLES:
        body = scene_in(shown, share).body
        for arm in (body.near_arm, body.far_arm):
            upper, fore = dist(arm.shoulder, arm.elbow) / UPPER_ARM, dist(arm.elbow, arm.wrist) / FOREARM
            assert upper == pytest.approx(fore), share
            assert 0.3 < upper < 1 + 1e-9, share


def test_nothing_pops(bundled_motion: Motion) -> None:
    before = scene_in(bundled_motion, 0).body.joints
    for step in range(1, FINE + 1):
        after = scene_in(bundled_motion, step / FINE).body.joints
        moved = {name: dist(before[name], after[name]) for name in after}
        farthest = max(moved, key=lambda name: moved[name])
        assert moved[farthest] < POP, (farthest, step / FINE)
        before = after


def test_a_walk_closes(bundled_walk: Cycle) -> None:
    first, last = (scene_in(bundled_walk, share).body.joints for share in (0.0, 1.0 - 1e-9))
    assert max(dist(first[name], last[name]) for name in first) < 1e-6
    assert scene_in(bundled_walk, 0.25).body == scene_in(bundled_walk, 3.25).body


def test_standing_feet_go_with_the_ground(bundled_walk: Cycle) -> None:
    standing = 0
    for a, b in pairwise([step / 400 for step in range(401)]):
        stills = still_in(bundled_walk, a), still_in(bundled_walk, b)
        bodies = [scene_of(still, 0).body for still in stills]
        for side in ("near_leg", "far_leg"):
            goals = [getattr(still.posture, side) for still in stills]
            if goals[0].landmark == goals[1].landmark != "ankle":
                (x0, y0), (x1, y1) = (landmark_of(getattr(body, side), goals[0].landmark) for body in bodies)
                assert (x1 - x0, y1 - y0) == pytest.approx((bundled_walk.stride * (b - a), 0), abs=1e-6)
                standing += 1
    assert standing > 390  # one foot at least is on the ground all the time; now and then it turns on another part


def test_the_grounds_marks_close_with_the_walk(bundled_walk: Cycle) -> None:
    [floor] = [prop for prop in bundled_walk.keys[0].still.props if isinstance(prop, Floor)]
    marks = bundled_walk.stride / floor.ticks
    assert marks == pytest.approx(round(marks))


def test_a_head_a_hand_or_a_foot_is_never_out_of_the_picture(shown: Motion) -> None:
    for share in SAMPLES:
        scene = scene_in(shown, share)
        x0, y0, x1, y1 = scene.view
        for name, (x, y) in scene.body.joints.items():
            assert x0 <= x <= x1, (name, share)
            assert y0 <= y <= y1, (name, share)


# -- single figures


def thigh_underside(body: Body) -> list[tuple[float, float]]:
    (hx, hy), (kx, ky) = body.near_leg.hip, body.near_leg.knee
    length = dist((hx, hy), (kx, ky))
    nx, ny = (ky - hy) / length, -(kx - hx) / length
    return [(hx + t * (kx - hx) + back * nx, hy + t * (ky - hy) + back * ny) for t, _, back in THIGH_PROFILE]


def test_a_negative_thomas_test_is_a_thigh_on_the_mattress(figures: dict[str, Figure]) -> None:
    [bed] = [prop for prop in figures["thomas-test"].poses["flat"].still.props if isinstance(prop, Bed)]
    heights = {
        pose: [y - bed.h for x, y in thigh_underside(pose_at(figures["thomas-test"], pose, 0, 0).body) if x < bed.x1]
        for pose in ("flat", "floating")
    }
    assert abs(min(heights["flat"])) < 0.006
    assert heights["flat"][2] < 0.01  # in the middle, too
    assert heights["floating"][-1] > 0.05


def test_walking_backward_lands_on_the_heel_with_the_toes_well_up_and_the_hip_open(figures: dict[str, Figure]) -> None:
    body = pose_at(figures["reverse-walking"], "heel", 0, 0).body
    leg = body.near_leg
    assert leg.sole >= 18
    assert landmark_of(leg, "toe")[1] - landmark_of(leg, "heel")[1] > 0.04
    thigh = leg.knee[0] - leg.hip[0]
    assert thigh < 0  # the knee is behind the hip


def test_the_hanging_thigh_sinks_from_press_to_press_with_its_foot_in_place(figures: dict[str, Figure]) -> None:
    figure = figures["couch-stretch"]
    names = ("reset", "softened", "settled")
    knees = [pose_at(figure, name, 0, 0).body.near_leg.knee[1] for name in names]
    assert knees[0] > knees[1] > knees[2]
    assert knees[0] - knees[2] > 0.015


@pytest.mark.parametrize("press", ["first-press", "press"])
def test_nothing_moves_in_a_press(figures: dict[str, Figure], press: str) -> None:
    before, after = (pose_at(figures["couch-stretch"], press, share, 0).body for share in (0.0, 1.0))
    assert before.joints == after.joints
    assert after.muscles["glutes"] > 0.5 > before.muscles.get("glutes", 0.0)


def test_a_thigh_is_lifted_by_2_to_5_centimetres_lying_face_down(figures: dict[str, Figure]) -> None:
    low, high = (pose_at(figures["prone-hip-extension"], pose, 0, 0).body.near_leg.knee[1] for pose in ("ready", "up"))
    assert 0.025 <= (high - low) * 1.7 <= 0.05  # metres


def test_the_leg_that_pushes_off_is_nearly_straight_and_well_behind(figures: dict[str, Figure]) -> None:
    leg = pose_at(figures["walking-with-intent"], "strike", 0, 0).body.near_leg
    thigh, shank = heading(leg.hip, leg.knee), heading(leg.knee, leg.ankle)
    assert 18 <= -90 - thigh <= 20
    assert thigh - shank <= 15


def test_after_toe_off_calf_and_buttock_rest(figures: dict[str, Figure]) -> None:
    muscles = pose_at(figures["walking-with-intent"], "walk", 1 / 8, 0).body.muscles
    assert {"glutes", "calves"} & muscles.keys() == set()


@pytest.mark.parametrize("pose", ["hugging", "rolling", "flat", "floating"])
def test_the_knee_is_hugged_close_with_both_hands_just_below_it(figures: dict[str, Figure], pose: str) -> None:
    body = pose_at(figures["thomas-test"], pose, 0, 0).body
    assert leg_angles(body.far_leg, body.trunk.pelvis).hip >= 120
    for wrist in ("wristR", "wristL"):
        assert dist(body.joints[wrist], body.joints["kneeL"]) < 0.25 * SHANK


def test_hands_at_the_sides_are_off_the_pelvis_in_a_hip_lift(figures: dict[str, Figure]) -> None:
    for name in ("ready", "tucked", "lifted"):
        body = pose_at(figures["hip-lift"], name, 0, 0).body
        assert body.joints["handR"][0] < min(x for x, _ in (*body.trunk.outline[:4], *body.trunk.outline[18:]))


def test_a_kettlebell_is_held_at_the_chest_with_both_hands(figures: dict[str, Figure]) -> None:
    figure = figures["split-squat-hold-loaded"]
    for name, key in figure.poses.items():
        assert key.still.weight == name.endswith("loaded")
        if key.still.weight:
            joints = key.body.joints
            assert dist(joints["wristR"], joints["wristL"]) < 0.03
            assert dist(joints["wristR"], joints["sternum"]) < 0.1


def test_a_ball_goes_with_the_knees(figures: dict[str, Figure]) -> None:
    figure = figures["hip-lift"]
    for share in (0.0, 0.5, 1.0):
        scene = pose_at(figure, "exhale", share, 0)
        [ball] = [prop for prop in scene.props if isinstance(prop, Ball)]
        knee = scene.body.joints["kneeL"]
        assert dist((ball.x, ball.y), knee) == pytest.approx(dist((0, 0), (0.012, 0.006)))
