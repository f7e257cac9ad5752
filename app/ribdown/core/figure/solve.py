"""From a posture to a body: where everything is."""

from ribdown.core.figure.limbs import arm_at, arm_joints, leg_at, leg_joints
from ribdown.core.figure.posture import Posture
from ribdown.core.figure.scene import Body
from ribdown.core.figure.trunk import lowest, moved, trunk_around_hip, trunk_joints


def body_of(posture: Posture, breath: float = 0.0, *, face: bool = False, weight: bool = False) -> Body:
    """The body in this posture. `breath` (0–1) swells chest and belly; `face` and `weight` go into the body as they
    are."""
    around = trunk_around_hip(posture.trunk, breath)
    near_hip = trunk_joints(around)
    x, y = near_hip[posture.joint]
    dx, dy = posture.at[0] - x, posture.at[1] - y
    if posture.snap:
        part, height = posture.snap
        dy = height - lowest(around, part)
    trunk = moved(around, (dx, dy))
    joints = {name: (x + dx, y + dy) for name, (x, y) in near_hip.items()}
    hip, shoulder = joints["hip"], joints["shoulder"]
    near_leg = leg_at(hip, trunk.pelvis, posture.near_leg)
    far_leg = leg_at(hip, trunk.pelvis, posture.far_leg)
    joints |= leg_joints(near_leg, "R")
    joints |= leg_joints(far_leg, "L")
    near_arm = arm_at(shoulder, trunk.c7, posture.near_arm, joints)
    far_arm = arm_at(shoulder, trunk.c7, posture.far_arm, joints)
    joints |= arm_joints(near_arm, "R")
    joints |= arm_joints(far_arm, "L")
    return Body(
        trunk, near_leg, far_leg, near_arm, far_arm, joints, posture.muscles, posture.ghost, face=face, weight=weight
    )
