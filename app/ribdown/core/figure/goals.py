"""From a pose as a file says it to a posture in numbers."""

from collections.abc import Collection

from msgspec.structs import asdict

from ribdown.core.errors import ContentError
from ribdown.core.figure.files import ArmFile, LegFile, Muscles, PoseFile
from ribdown.core.figure.limbs import LEG_JOINTS
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
from ribdown.core.figure.trunk import TRUNK_JOINTS


def posture_of_file(key: str, pose: PoseFile) -> Posture:
    """The posture of a pose that has all its bases give it. Raises ContentError, below `key`, for what is missing or
    names no joint."""
    if pose.pelvis is None or not (pose.legR and pose.legL and pose.armR and pose.armL):
        raise ContentError(key, "a pose has pelvis, legR, legL, armR and armL, of its own or from its base")
    joint, at = pose.anchor
    if joint:
        allow(joint, TRUNK_JOINTS, f"{key}.anchor[0]")
    elif pose.hip:
        joint, at = "hip", pose.hip
    else:
        raise ContentError(key, "missing key 'hip' or 'anchor'")
    return Posture(
        trunk=TrunkAngles(
            pose.pelvis, pose.lumbar or 0.0, pose.thorax or 0.0, pose.neck or 0.0, pose.head or 0.0, pose.ribs or 0.0
        ),
        joint=joint,
        at=at,
        snap=_snap(pose),
        near_leg=_leg(pose.legR),
        far_leg=_leg(pose.legL),
        near_arm=_arm(f"{key}.armR", pose.armR),
        far_arm=_arm(f"{key}.armL", pose.armL),
        muscles={name: effort for name, effort in asdict(pose.muscles or Muscles()).items() if effort},
        ghost=pose.ghost or 0.0,
    )


def allow(name: str, allowed: Collection[str], key: str) -> None:
    """Raise ContentError for the key where the name is none of those."""
    if name not in allowed:
        raise ContentError(key, f"{name!r} is not allowed; allowed: {', '.join(sorted(allowed))}")


def _snap(pose: PoseFile) -> tuple[Part, float] | None:
    part, height = pose.snap
    return (part, height) if part else None


def _leg(leg: LegFile) -> LegGoal:
    if leg.hip is not None and leg.knee is not None and leg.ankle is not None:
        return LegAngles(leg.hip, leg.knee, leg.ankle, leg.toe)
    return LegTarget(leg.contact or "ankle", leg.at or leg.ankle_at or (0.0, 0.0), leg.sole or 0.0, leg.toe)


def _arm(key: str, arm: ArmFile) -> ArmGoal:
    if arm.shoulder is not None and arm.elbow is not None:
        return ArmAngles(arm.shoulder, arm.elbow, arm.wrist, arm.short)
    if arm.on:
        allow(arm.on, TRUNK_JOINTS | LEG_JOINTS, f"{key}.on")
    return ArmTarget(arm.on, arm.at or arm.off or (0.0, 0.0), arm.bend, arm.hand_abs, arm.wrist, arm.short)
