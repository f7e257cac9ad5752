"""What lies between two stills."""

from collections.abc import Mapping

from msgspec.structs import replace

from ribdown.core.figure.limbs import arm_angles, clear_of_floor, leg_angles
from ribdown.core.figure.plane import mix, mix_points, shortest
from ribdown.core.figure.posture import (
    ArmAngles,
    ArmGoal,
    ArmTarget,
    LegAngles,
    LegGoal,
    LegTarget,
    Posture,
    TrunkAngles,
)
from ribdown.core.figure.scene import Arm, Leg
from ribdown.core.figure.still import Key, Still


def blended(a: Key, b: Key, u: float) -> Still:
    """The still at the share `u` of the way from one to the other.

    Angles are mixed; where both touch something with the same part of foot or trunk, or hold on to the same thing, the
    place of that touch is mixed and the limb follows, so that nothing drifts. Cues are those of the still ahead.
    """
    if u <= 0:
        return a.still
    if u >= 1:
        return b.still
    first, last = a.still, b.still
    (x0, y0, x1, y1), (p0, q0, p1, q1) = first.view, last.view
    return replace(
        last,
        posture=_posture(a, b, u),
        view=(mix(x0, p0, u), mix(y0, q0, u), mix(x1, p1, u), mix(y1, q1, u)),
        cues=tuple((cue, amount * u) for cue, amount in last.cues),
        weight=first.weight and last.weight,
    )


def _posture(a: Key, b: Key, u: float) -> Posture:
    p, q = a.still.posture, b.still.posture
    joint, at, snap = p.joint, mix_points(p.at, q.at, u), None
    if p.snap and q.snap and p.snap[0] == q.snap[0]:
        snap = (p.snap[0], mix(p.snap[1], q.snap[1], u))
    if p.joint != q.joint or (snap is None and (p.snap or q.snap)):
        joint, at = "hip", mix_points(a.body.joints["hip"], b.body.joints["hip"], u)
    bodies = a.body, b.body
    return Posture(
        trunk=_trunk(p.trunk, q.trunk, u),
        joint=joint,
        at=at,
        snap=snap,
        near_leg=_leg((p.near_leg, q.near_leg), [(body.near_leg, body.trunk.pelvis) for body in bodies], u),
        far_leg=_leg((p.far_leg, q.far_leg), [(body.far_leg, body.trunk.pelvis) for body in bodies], u),
        near_arm=_arm((p.near_arm, q.near_arm), [(body.near_arm, body.trunk.c7) for body in bodies], u),
        far_arm=_arm((p.far_arm, q.far_arm), [(body.far_arm, body.trunk.c7) for body in bodies], u),
        muscles=mix_efforts(p.muscles, q.muscles, u),
        ghost=mix(p.ghost, q.ghost, u),
    )


def _trunk(a: TrunkAngles, b: TrunkAngles, u: float) -> TrunkAngles:
    return TrunkAngles(
        mix(a.pelvis, b.pelvis, u),
        mix(a.lumbar, b.lumbar, u),
        mix(a.thorax, b.thorax, u),
        mix(a.neck, b.neck, u),
        mix(a.head, b.head, u),
        mix(a.ribs, b.ribs, u),
    )


def _leg(goals: tuple[LegGoal, LegGoal], legs: list[tuple[Leg, float]], u: float) -> LegGoal:
    a, b = goals
    (leg_a, pelvis_a), (leg_b, pelvis_b) = legs
    if isinstance(a, LegTarget) and isinstance(b, LegTarget):
        sole, toe = mix(a.sole, b.sole, u), mix(a.toe, b.toe, u)
        if a.landmark == b.landmark:
            return LegTarget(a.landmark, mix_points(a.at, b.at, u), sole, toe)
        return clear_of_floor(LegTarget("ankle", mix_points(leg_a.ankle, leg_b.ankle, u), sole, toe))
    first, last = leg_angles(leg_a, pelvis_a), leg_angles(leg_b, pelvis_b)
    return LegAngles(
        _turn(first.hip, last.hip, u),
        mix(first.knee, last.knee, u),
        _turn(first.ankle, last.ankle, u),
        mix(first.toe, last.toe, u),
    )


def _arm(goals: tuple[ArmGoal, ArmGoal], arms: list[tuple[Arm, float]], u: float) -> ArmGoal:
    a, b = goals
    (arm_a, c7_a), (arm_b, c7_b) = arms
    if isinstance(a, ArmTarget) and isinstance(b, ArmTarget) and a.bend == b.bend:
        on, at = a.on, mix_points(a.at, b.at, u)
        if a.on != b.on:
            on, at = "", mix_points(arm_a.wrist, arm_b.wrist, u)
        short = mix(a.short, b.short, u)
        if a.hand is None and b.hand is None:
            return ArmTarget(on, at, a.bend, None, mix(a.wrist, b.wrist, u), short)
        return ArmTarget(on, at, a.bend, _turn(arm_a.hand, arm_b.hand, u), 0.0, short)
    first, last = arm_angles(arm_a, c7_a, a.short), arm_angles(arm_b, c7_b, b.short)
    return ArmAngles(
        _turn(first.shoulder, last.shoulder, u),
        _turn(first.elbow, last.elbow, u),
        _turn(first.wrist, last.wrist, u),
        mix(first.short, last.short, u),
    )


def _turn(a: float, b: float, u: float) -> float:
    """From one direction to the other, the shorter way round."""
    return a + shortest(b - a) * u


def mix_efforts(a: Mapping[str, float], b: Mapping[str, float], u: float) -> dict[str, float]:
    """The efforts at the share `u` of the way; a muscle that is not named rests."""
    return {name: mix(a.get(name, 0.0), b.get(name, 0.0), u) for name in (*a, *(n for n in b if n not in a))}
