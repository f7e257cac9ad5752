"""The stand-in figure's poses, seen from its right side: a body some 107 units tall on a floor at y 100."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ribdown.core.content import BodyPosition
from ribdown.ui.translation import QT_TRANSLATE_NOOP

Joint = tuple[float, float, float]  # x, y and the limb's radius there
Limb = tuple[Joint, ...]
Box = tuple[float, float, float, float]  # x, y, width, height

FLOOR = 100.0
EXTENT = QRectF(-8, -10, 132, 116)  # what a pose may cover
HEAD_RADIUS = 8.5


@dataclass(frozen=True, slots=True)
class Pose:
    """`words` say it; limbs run from the trunk outwards, legs from hip over knee and ankle to the toes."""

    words: str
    head: tuple[float, float]
    torso: Limb
    near_leg: Limb
    far_leg: Limb
    near_arm: Limb
    far_arm: Limb = ()
    cushions: tuple[Box, ...] = ()


def _torso(shoulder: tuple[float, float], hip: tuple[float, float]) -> Limb:
    return (*shoulder, 9.0), (*hip, 7.8)


def _leg(*joints: tuple[float, float]) -> Limb:
    return tuple((x, y, radius) for (x, y), radius in zip(joints, (7.4, 5.2, 3.6, 2.6), strict=True))


def _arm(*joints: tuple[float, float]) -> Limb:
    return tuple((x, y, radius) for (x, y), radius in zip(joints, (4.0, 3.4, 2.8), strict=True))


POSES = {
    BodyPosition.LYING: Pose(
        words=QT_TRANSLATE_NOOP("words", "Lying on the back, knees bent."),
        head=(19, 85.5),
        cushions=((6, 92.5, 25, 7.5),),
        torso=_torso((39, 90.5), (70, 92)),
        near_leg=_leg((70, 92), (87, 70.5), (93.5, 95.5), (103.5, 97.4)),
        far_leg=_leg((72, 91), (92, 69.5), (99.5, 94.5), (109.5, 97.4)),
        near_arm=_arm((40, 91), (50.5, 96), (63.5, 97)),
    ),
    BodyPosition.PRONE: Pose(
        words=QT_TRANSLATE_NOOP("words", "Lying face down, one leg a little off the floor."),
        head=(11, 91),
        cushions=((44, 93, 24, 7),),
        torso=_torso((29, 90.5), (60, 87.5)),
        near_leg=_leg((60, 87.5), (85, 84.5), (108.5, 80.5), (117, 76.5)),
        far_leg=_leg((61, 91), (85, 94), (108, 96.2), (117, 97.4)),
        near_arm=_arm((30, 92.5), (20, 97), (6, 97.4)),
    ),
    BodyPosition.STANDING: Pose(
        words=QT_TRANSLATE_NOOP("words", "Standing tall."),
        head=(58.5, 0.5),
        torso=_torso((56.5, 20), (56, 48.5)),
        near_leg=_leg((56, 48.5), (56.5, 73), (55.5, 95.8), (65.5, 97.4)),
        far_leg=_leg((57.5, 48.5), (59.5, 73), (59, 95.8), (69, 97.4)),
        near_arm=_arm((56, 22), (54.5, 37.5), (57, 52)),
    ),
    BodyPosition.SPLIT_STANCE: Pose(
        words=QT_TRANSLATE_NOOP("words", "Split stance, one foot well behind."),
        head=(56.5, 14),
        torso=_torso((54.5, 33.5), (52, 62)),
        near_leg=_leg((52, 62), (38.5, 83.5), (15.5, 88.5), (19.5, 97.4)),
        far_leg=_leg((53, 62), (77.5, 71), (76.5, 95.5), (86.5, 97.4)),
        near_arm=_arm((54, 35.5), (46, 49), (55.5, 60)),
    ),
    BodyPosition.WALKING: Pose(
        words=QT_TRANSLATE_NOOP("words", "Walking, torso leaning a little forward."),
        head=(66, 2.5),
        torso=_torso((62, 21.5), (55.5, 49.5)),
        near_leg=_leg((55.5, 49.5), (51, 74), (36.5, 93), (43.5, 97.4)),
        far_leg=_leg((56.5, 49.5), (69, 71), (75, 94.5), (84.5, 96.6)),
        near_arm=_arm((61.5, 23.5), (68, 37.5), (80, 45)),
        far_arm=_arm((61.5, 23.5), (50.5, 35), (43.5, 48)),
    ),
}
