"""A walk: keys that follow each other in a circle, with feet that stand where the ground carries them."""

from collections.abc import Iterator
from math import floor
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from ribdown.core.figure.limbs import clear_of_floor, landmark_of
from ribdown.core.figure.periodic import cubic, slopes
from ribdown.core.figure.plane import mix_points
from ribdown.core.figure.posture import LegGoal, LegTarget
from ribdown.core.figure.rows import FAR_LEG, NEAR_LEG, posture_of, row_of
from ribdown.core.figure.scene import AnyCue, Leg
from ribdown.core.figure.still import Key, Still

# What a foot turns on between two keys, by what it touches the ground with in them.
_TURNS_ON = MappingProxyType(
    {
        frozenset({"sole"}): "sole",
        frozenset({"heel"}): "heel",
        frozenset({"ball"}): "ball",
        frozenset({"heel", "sole"}): "heel",
        frozenset({"sole", "ball"}): "ball",
    }
)


class Cycle(Struct, frozen=True):
    """`keys` are equally far apart and close to a circle of `seconds`, in which the ground moves by `stride`, to the
    right where that is positive. `rows` are the keys' numbers, `slopes` how fast those change, from key to key."""

    keys: tuple[Key, ...]
    seconds: float
    stride: float
    rows: tuple[tuple[float, ...], ...]
    slopes: tuple[tuple[float, ...], ...]


def cycle_of(keys: tuple[Key, ...], seconds: float, stride: float) -> Cycle:
    """The cycle through these keys."""
    rows = tuple(row_of(key) for key in keys)
    columns = [slopes(column) for column in zip(*rows, strict=True)]
    changes = [list(row) for row in zip(*columns, strict=True)]
    for key, change in zip(keys, changes, strict=True):
        for leg, place in ((key.still.posture.near_leg, NEAR_LEG), (key.still.posture.far_leg, FAR_LEG)):
            if isinstance(leg, LegTarget) and leg.landmark == "sole":
                # A foot that stands flat leaves the ground with the ground's own speed.
                change[place : place + 2] = stride / len(keys), 0.0
    return Cycle(keys, seconds, stride, rows, tuple(tuple(row) for row in changes))


def still_of_cycle(cycle: Cycle, share: float) -> Still:
    """The still at a share of the circle, 0–1 and on."""
    count = len(cycle.keys)
    here = floor(share * count)
    t = share * count - here
    here %= count
    after = (here + 1) % count
    a, b = cycle.keys[here], cycle.keys[after]
    posture = posture_of(cubic(cycle.rows[here], cycle.slopes[here], cycle.rows[after], cycle.slopes[after], t))
    goals = [(key.still.posture.near_leg, key.still.posture.far_leg) for key in (a, b)]
    return replace(
        cycle.keys[0].still,
        posture=replace(
            posture,
            near_leg=_foot(posture.near_leg, goals[0][0], goals[1][0], (a.body.near_leg, b.body.near_leg), t),
            far_leg=_foot(posture.far_leg, goals[0][1], goals[1][1], (a.body.far_leg, b.body.far_leg), t),
        ),
        cues=(*_fading(a, 1 - 2 * t), *_fading(b, 2 * t - 1)),
        ground=cycle.stride * (share % 1),
    )


def swapped(still: Still) -> Still:
    """The still with near and far side exchanged: the other half of a step."""
    posture = still.posture
    return replace(
        still,
        posture=replace(
            posture,
            near_leg=posture.far_leg,
            far_leg=posture.near_leg,
            near_arm=posture.far_arm,
            far_arm=posture.near_arm,
            muscles={_other_side(name): effort for name, effort in posture.muscles.items()},
        ),
        cues=(),
    )


def _other_side(muscle: str) -> str:
    if muscle in ("core", "psoas_short"):
        return muscle
    return muscle.removesuffix("L") if muscle.endswith("L") else f"{muscle}L"


def _foot(goal: LegGoal, a: LegGoal, b: LegGoal, legs: tuple[Leg, Leg], t: float) -> LegGoal:
    """A foot on the ground turns on the part that stays there; a foot in the air does not sink into the floor."""
    assert isinstance(goal, LegTarget)
    standing = (
        isinstance(a, LegTarget) and isinstance(b, LegTarget) and _TURNS_ON.get(frozenset({a.landmark, b.landmark}))
    )
    if not standing:
        return clear_of_floor(goal)
    place = mix_points(landmark_of(legs[0], standing), landmark_of(legs[1], standing), t)
    return LegTarget(standing, place, goal.sole, goal.toe)


def _fading(key: Key, share: float) -> Iterator[tuple[AnyCue, float]]:
    """A key's cues, the stronger the nearer it is."""
    return ((cue, share) for cue, _ in key.still.cues if share > 0)
