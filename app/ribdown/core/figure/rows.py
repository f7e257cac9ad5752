"""A posture as a row of numbers, so that a walk can be a curve through rows: every limb by where it ends or how it is
bent, whatever it was given by."""

from ribdown.core.figure.limbs import arm_angles
from ribdown.core.figure.posture import ArmAngles, LegTarget, Posture, TrunkAngles
from ribdown.core.figure.still import Key

_MUSCLES = ("glutes", "hamstrings", "quads", "calves", "psoas")
MUSCLES = (*_MUSCLES, *(f"{name}L" for name in _MUSCLES), "core", "psoas_short")
# Where a row's parts begin, after six numbers of the trunk, two of the hip and the ghost.
NEAR_LEG, FAR_LEG, _NEAR_ARM, _FAR_ARM, _EFFORTS = 9, 13, 17, 21, 25


def row_of(key: Key) -> tuple[float, ...]:
    """The key's numbers."""
    posture, body = key.still.posture, key.body
    trunk = posture.trunk
    near = arm_angles(body.near_arm, body.trunk.c7, posture.near_arm.short)
    far = arm_angles(body.far_arm, body.trunk.c7, posture.far_arm.short)
    return (
        *(trunk.pelvis, trunk.lumbar, trunk.thorax, trunk.neck, trunk.head, trunk.ribs),
        *body.joints["hip"],
        posture.ghost,
        *(*body.near_leg.ankle, body.near_leg.sole, body.near_leg.toe),
        *(*body.far_leg.ankle, body.far_leg.sole, body.far_leg.toe),
        *(near.shoulder, near.elbow, near.wrist, near.short),
        *(far.shoulder, far.elbow, far.wrist, far.short),
        *(posture.muscles.get(name, 0.0) for name in MUSCLES),
    )


def posture_of(row: list[float]) -> Posture:
    """The posture of such numbers; both legs are given by their ankles."""
    near_x, near_y, near_sole, near_toe, far_x, far_y, far_sole, far_toe = row[NEAR_LEG:_NEAR_ARM]
    return Posture(
        trunk=TrunkAngles(*row[:6]),
        joint="hip",
        at=(row[6], row[7]),
        snap=None,
        near_leg=LegTarget("ankle", (near_x, near_y), near_sole, near_toe),
        far_leg=LegTarget("ankle", (far_x, far_y), far_sole, far_toe),
        near_arm=ArmAngles(*row[_NEAR_ARM:_FAR_ARM]),
        far_arm=ArmAngles(*row[_FAR_ARM:_EFFORTS]),
        muscles={name: effort for name, effort in zip(MUSCLES, row[_EFFORTS:], strict=True) if effort},
        ghost=row[8],
    )
