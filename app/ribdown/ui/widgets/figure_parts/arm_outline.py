"""An arm's outline: one tube from the shoulder to the fingertips, bent at elbow and wrist.

One outline, not one for each bone: seen through, two that overlap would show twice.
"""

from math import atan2, cos, hypot, pi, remainder, sin, tan

from PySide6.QtGui import QPainterPath

from ribdown.core.figure.scene import Arm, Point
from ribdown.core.figure.skeleton import HAND
from ribdown.ui.widgets.figure_parts.curves import loop
from ribdown.ui.widgets.figure_parts.tubes import Profile

# Half-widths at shares of upper arm, forearm and hand; the joints' radii come between.
_UPPER: Profile = ((0.0, 0.0335, 0.0345), (0.32, 0.0310, 0.0320), (0.70, 0.0255, 0.0260))
_FOREARM: Profile = ((0.24, 0.0240, 0.0255), (0.62, 0.0185, 0.0200))
_HAND: Profile = ((0.30, 0.0175, 0.0190), (0.62, 0.0160, 0.0170), (0.88, 0.0115, 0.0120))
_ELBOW, _WRIST, _FINGERTIP = 0.0235, 0.0150, 0.0075
_SHOULDER = 0.034
_LONGEST_CUT = 0.75  # of the shorter bone, where the elbow is bent sharply


class _Sides:
    """The outline's points in front and behind, collected from the shoulder on."""

    def __init__(self) -> None:
        self.front: list[Point] = []
        self.back: list[Point] = []

    def add_bone(
        self, start: Point, angle: float, length: float, profile: Profile, cuts: tuple[float, float, float, float]
    ) -> None:
        """A bone's points, but for what the bends at its ends take off: in front at start and end, then behind."""
        c, s = cos(angle), sin(angle)
        for share, front, back in profile:
            on = share * length
            x, y = start[0] + c * on, start[1] + s * on
            if cuts[0] <= on <= length - cuts[1]:
                self.front.append((x - s * front, y + c * front))
            if cuts[2] <= on <= length - cuts[3]:
                self.back.append((x + s * back, y - c * back))

    def add_joint(self, joint: Point, angle: float, bend: float, radius: float, cut: float) -> None:
        """The corner of the inner side, and the outer side's round."""
        inner, outer = (self.front, self.back) if bend > 0 else (self.back, self.front)
        way = 1 if bend > 0 else -1
        middle = angle + way * pi / 2 + bend / 2
        corner = hypot(radius, cut)
        inner.append((joint[0] + corner * cos(middle), joint[1] + corner * sin(middle)))
        for lean in (-bend / 2, 0.0, bend / 2) if abs(bend) > 0.7 else (0.0,):
            outer.append((joint[0] - radius * cos(middle + lean), joint[1] - radius * sin(middle + lean)))


def upper_length(arm: Arm) -> float:
    """Shoulder to elbow, as it is seen."""
    return hypot(arm.elbow[0] - arm.shoulder[0], arm.elbow[1] - arm.shoulder[1])


def arm_path(arm: Arm) -> QPainterPath:
    """The outline in body heights."""
    (sx, sy), (ex, ey), (wx, wy) = arm.shoulder, arm.elbow, arm.wrist
    upper, fore = hypot(ex - sx, ey - sy), hypot(wx - ex, wy - ey)
    a, b, c = atan2(ey - sy, ex - sx), atan2(wy - ey, wx - ex), arm.hand * pi / 180
    elbow, wrist = remainder(b - a, 2 * pi), remainder(c - b, 2 * pi)
    at_elbow = min(_ELBOW * tan(abs(elbow) / 2), _LONGEST_CUT * min(upper, fore))
    at_wrist = min(_WRIST * tan(abs(wrist) / 2), _LONGEST_CUT * min(fore, HAND))
    sides = _Sides()
    front_elbow, back_elbow = (at_elbow, 0.0) if elbow > 0 else (0.0, at_elbow)
    front_wrist, back_wrist = (at_wrist, 0.0) if wrist > 0 else (0.0, at_wrist)
    sides.add_bone(arm.shoulder, a, upper, _UPPER, (0.0, front_elbow, 0.0, back_elbow))
    sides.add_joint(arm.elbow, a, elbow, _ELBOW, at_elbow)
    sides.add_bone(arm.elbow, b, fore, _FOREARM, (front_elbow, front_wrist, back_elbow, back_wrist))
    sides.add_joint(arm.wrist, b, wrist, _WRIST, at_wrist)
    sides.add_bone(arm.wrist, c, HAND, _HAND, (front_wrist, 0.0, back_wrist, 0.0))
    tip = (wx + (HAND - _FINGERTIP) * cos(c), wy + (HAND - _FINGERTIP) * sin(c))
    return loop(
        [*sides.front, *_round(tip, c, _FINGERTIP, 1), *sides.back[::-1], *_round(arm.shoulder, a, _SHOULDER, -1)]
    )


def _round(centre: Point, angle: float, radius: float, way: int) -> list[Point]:
    """The half circle around an end, from the front on at the hand and from the back on at the shoulder."""
    return [
        (centre[0] + way * radius * cos(angle - lean), centre[1] + way * radius * sin(angle - lean))
        for lean in (-pi / 3, 0.0, pi / 3)
    ]
