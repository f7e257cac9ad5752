"""Legs and arms: from a goal to the points of the limb, and back to the angles of its joints."""

from ribdown.core.figure.plane import heading, placed, shortest
from ribdown.core.figure.posture import ArmAngles, ArmGoal, LegAngles, LegGoal, LegTarget
from ribdown.core.figure.scene import Arm, Leg, Point
from ribdown.core.figure.skeleton import (
    FOOT,
    FOREARM,
    HAND,
    SHANK,
    SHANK_PROFILE,
    THIGH,
    THIGH_PROFILE,
    TOE,
    UPPER_ARM,
)
from ribdown.core.figure.two_bone import two_bone


def leg_at(hip: Point, pelvis: float, goal: LegGoal) -> Leg:
    """A leg that hangs from `hip`; the knee always bends forward. `pelvis` is the pelvis' world angle."""
    if isinstance(goal, LegAngles):
        thigh = pelvis + 180 + goal.hip
        shank = thigh - goal.knee
        sole = shank + 90 + goal.ankle
    else:
        thigh, shank = two_bone(hip, ankle_over(goal), THIGH, SHANK, 1)
        sole = goal.sole
    knee = placed(hip, thigh, (THIGH, 0.0))
    return Leg(hip, knee, placed(knee, shank, (SHANK, 0.0)), sole, goal.toe)


def ankle_over(goal: LegTarget) -> Point:
    """Where the ankle is when the foot's landmark is where it should be."""
    x, y = toe_tip(goal.toe) if goal.landmark == "toe" else FOOT[goal.landmark]
    return placed(goal.at, goal.sole, (-x, -y))


def toe_tip(toe: float) -> Point:
    """The tip of the toes from the ankle, in the foot's own directions."""
    return placed(FOOT["ball"], toe, (TOE, 0.0))


def landmark_of(leg: Leg, name: str) -> Point:
    """Where a landmark of the foot is."""
    return placed(leg.ankle, leg.sole, toe_tip(leg.toe) if name == "toe" else FOOT[name])


def clear_of_floor(goal: LegTarget) -> LegTarget:
    """A goal for the ankle, raised so that heel, ball and toes are not below the floor (y 0)."""
    x, y = ankle_over(goal)
    low = min(placed((x, y), goal.sole, point)[1] for point in (FOOT["heel"], FOOT["ball"], toe_tip(goal.toe)))
    return LegTarget("ankle", (x, y - min(low, 0.0)), goal.sole, goal.toe)


def leg_angles(leg: Leg, pelvis: float) -> LegAngles:
    """The joints' angles of a solved leg."""
    thigh, shank = heading(leg.hip, leg.knee), heading(leg.knee, leg.ankle)
    return LegAngles(shortest(thigh - pelvis - 180), shortest(thigh - shank), shortest(leg.sole - shank - 90), leg.toe)


def leg_joints(leg: Leg, side: str) -> dict[str, Point]:
    """A leg's joints and skin points by name, with the suffix of its side."""
    thigh, shank = heading(leg.hip, leg.knee), heading(leg.knee, leg.ankle)
    names = {
        "knee": leg.knee,
        "ankle": leg.ankle,
        "shin": placed(leg.knee, shank, (SHANK * 0.46, SHANK_PROFILE[3][1])),
        "lap": placed(leg.hip, thigh, (THIGH * 0.70, THIGH_PROFILE[3][1])),
        "thigh": placed(leg.hip, thigh, (THIGH * 0.40, THIGH_PROFILE[2][1])),
        "ham": placed(leg.hip, thigh, (THIGH * 0.40, -THIGH_PROFILE[2][2])),
        "toe": landmark_of(leg, "toe"),
    }
    names |= {name: placed(leg.ankle, leg.sole, local) for name, local in FOOT.items() if name != "ankle"}
    return {name + side: point for name, point in names.items()}


LEG_JOINTS = frozenset(
    name for side in "RL" for name in leg_joints(leg_at((0.0, 0.0), 90, LegAngles(0, 0, 0, 0)), side)
)


def arm_at(shoulder: Point, c7: float, goal: ArmGoal, joints: dict[str, Point]) -> Arm:
    """An arm that hangs from `shoulder`. `c7` is C7's world angle, `joints` what a goal may be on."""
    if isinstance(goal, ArmAngles):
        upper = c7 + 180 + goal.shoulder
        fore = upper + goal.elbow
        hand = fore + goal.wrist
    else:
        x, y = joints[goal.on] if goal.on else (0.0, 0.0)
        wrist = (x + goal.at[0], y + goal.at[1])
        upper, fore = two_bone(shoulder, wrist, UPPER_ARM * goal.short, FOREARM * goal.short, goal.bend)
        hand = fore + goal.wrist if goal.hand is None else goal.hand
    elbow = placed(shoulder, upper, (UPPER_ARM * goal.short, 0.0))
    return Arm(shoulder, elbow, placed(elbow, fore, (FOREARM * goal.short, 0.0)), hand)


def arm_angles(arm: Arm, c7: float, short: float) -> ArmAngles:
    """The joints' angles of a solved arm."""
    upper, fore = heading(arm.shoulder, arm.elbow), heading(arm.elbow, arm.wrist)
    return ArmAngles(shortest(upper - c7 - 180), shortest(fore - upper), shortest(arm.hand - fore), short)


def arm_joints(arm: Arm, side: str) -> dict[str, Point]:
    """An arm's joints by name, with the suffix of its side."""
    return {
        "elbow" + side: arm.elbow,
        "wrist" + side: arm.wrist,
        "hand" + side: placed(arm.wrist, arm.hand, (HAND, 0.0)),
    }
