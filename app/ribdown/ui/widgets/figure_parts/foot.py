"""A foot: heel and midfoot rigid, the toes hinged where the ball is, the cuff turning with the shank."""

from math import cos, radians, sin

from PySide6.QtGui import QPainterPath

from ribdown.core.figure.scene import Leg, Point
from ribdown.core.figure.skeleton import FOOT
from ribdown.ui.widgets.figure_parts.curves import loop

# From the ankle: x towards the toes, y up from a sole at -0.044.
_HEEL = ((0.030, -0.0405), (0.004, -0.0425), (-0.022, -0.044), (-0.037, -0.037), (-0.0405, -0.022), (-0.032, -0.002))
_INSTEP = ((0.027, -0.003), (0.050, -0.0165), (0.070, -0.0245))
_HINGE = FOOT["ball"]
_TOES = ((0.018, 0.0165), (0.034, 0.0115), (0.0405, 0.0045), (0.030, 0.0))  # from the hinge
_BALL = (_HINGE, (0.056, -0.0435))
# Within the shank, so that a pointed foot has no spike at the ankle: height above the ankle, and to the front.
_CUFF = ((0.030, -0.0220), (0.050, -0.0190), (0.050, 0.0170), (0.030, 0.0195))


def foot_path(leg: Leg) -> QPainterPath:
    """The outline, in body heights."""
    (kx, ky), (ax, ay) = leg.knee, leg.ankle
    length = ((kx - ax) ** 2 + (ky - ay) ** 2) ** 0.5
    up = ((kx - ax) / length, (ky - ay) / length)
    cuff = [(ax + up[0] * high + up[1] * ahead, ay + up[1] * high - up[0] * ahead) for high, ahead in _CUFF]
    foot = _placed((*_HEEL, *_INSTEP, *_BALL), leg.ankle, leg.sole)
    toes = _placed(_placed(_TOES, _HINGE, leg.toe), leg.ankle, leg.sole)
    heel, instep, ball = foot[:6], foot[6:9], foot[9:]
    return loop([*cuff, *instep, *toes, *ball, *heel])


def _placed(points: tuple[Point, ...] | list[Point], origin: Point, angle: float) -> list[Point]:
    c, s = cos(radians(angle)), sin(radians(angle))
    ox, oy = origin
    return [(ox + x * c - y * s, oy + x * s + y * c) for x, y in points]
