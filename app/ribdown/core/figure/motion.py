"""How the figure moves in one phase: along a path of poses, or round and round a walk."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from math import cos, pi
from types import MappingProxyType
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ribdown.core.figure.blend import blended
from ribdown.core.figure.gait import Cycle, still_of_cycle
from ribdown.core.figure.scene import Scene
from ribdown.core.figure.still import Key, Still, scene_of

Ease = Literal["linear", "sine", "smooth", "out", "in"]
_EASES: Mapping[Ease, Callable[[float], float]] = MappingProxyType(
    {
        "linear": lambda u: u,
        "sine": lambda u: (1 - cos(pi * u)) / 2,
        "smooth": lambda u: u * u * u * (10 - 15 * u + 6 * u * u),
        "out": lambda u: 1 - (1 - u) ** 2,
        "in": lambda u: u * u,
    }
)


class Path(Struct, frozen=True):
    """From key to key in equal shares of `seconds`, or of the whole phase without it; then the figure stays."""

    keys: tuple[Key, ...]
    ease: Ease = "sine"
    seconds: float | None = None

    @property
    def moves(self) -> bool:
        """Whether there is anything to see on the way."""
        return any(a is not b for a, b in pairwise(self.keys))


Motion = Path | Cycle


class Figure(Struct, frozen=True):
    """One exercise's figure, solved: the name of the starting pose, every pose, and what moves in which phase."""

    start: str
    poses: Mapping[str, Key]
    motions: Mapping[str, Motion]


def pose_at(figure: Figure, motion: str, progress: float, breath: float) -> Scene:
    """The picture at `progress` 0–1 of a motion, or of a pose by its name; `breath` 0–1 swells chest and belly.

    Raises KeyError where the figure has neither.
    """
    return scene_of(still_in(motion_of(figure, motion), progress), breath)


def motion_of(figure: Figure, name: str) -> Motion:
    """The motion of that name, or the pose of that name held. Raises KeyError where the figure has neither."""
    return figure.motions.get(name) or Path((figure.poses[name],))


def still_in(motion: Motion, share: float) -> Still:
    """The still at a share of a path, 0–1, or of a walk's circle. A path's words say where it leads."""
    if isinstance(motion, Cycle):
        return still_of_cycle(motion, share)
    last = motion.keys[-1].still
    if share >= 1 or len(motion.keys) == 1:
        return last
    way = _EASES[motion.ease](max(share, 0.0)) * (len(motion.keys) - 1)
    leg = min(int(way), len(motion.keys) - 2)
    still = blended(motion.keys[leg], motion.keys[leg + 1], way - leg)
    return replace(still, label=last.label, words=last.words)
