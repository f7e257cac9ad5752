"""A posture in numbers, before it is solved: what is mixed when the figure moves."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from ribdown.core.figure.scene import Point

Part = Literal["back", "thorax_back", "lumbar_back", "pelvis_back", "front", "pelvis_front", "belly", "chest", "seat"]


class TrunkAngles(Struct, frozen=True):
    """`pelvis` is a world angle; the others are flexions, each from the part below. `ribs` is -1 down, 1 flared."""

    pelvis: float
    lumbar: float
    thorax: float
    neck: float
    head: float
    ribs: float


class LegAngles(Struct, frozen=True):
    """A leg by its joints: flexion, at the ankle dorsiflexion, at the toes extension."""

    hip: float
    knee: float
    ankle: float
    toe: float


class LegTarget(Struct, frozen=True):
    """A leg by what its foot touches: `landmark` is at `at`. `sole` is a world angle, `toe` the toes' extension."""

    landmark: str
    at: Point
    sole: float
    toe: float


class ArmAngles(Struct, frozen=True):
    """An arm by its joints; the hand's angle is relative to the forearm. `short` is the share of its length that is
    seen."""

    shoulder: float
    elbow: float
    wrist: float
    short: float


class ArmTarget(Struct, frozen=True):
    """An arm by where its wrist is: `at`, or that far from the joint `on`. `bend` -1 puts the elbow behind. `hand` is a
    world angle; without it the hand is `wrist` from the forearm."""

    on: str
    at: Point
    bend: int
    hand: float | None
    wrist: float
    short: float


LegGoal = LegAngles | LegTarget
ArmGoal = ArmAngles | ArmTarget


class Posture(Struct, frozen=True):
    """The joint `joint` is at `at`; with `snap`, the trunk is then moved up or down until the lowest outline point of
    that part is at that height."""

    trunk: TrunkAngles
    joint: str
    at: Point
    snap: tuple[Part, float] | None
    near_leg: LegGoal
    far_leg: LegGoal
    near_arm: ArmGoal
    far_arm: ArmGoal
    muscles: Mapping[str, float]
    ghost: float
