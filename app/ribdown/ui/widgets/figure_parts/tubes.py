"""Tapered tubes: limbs whose half-widths to the front and to the back are given along them."""

from math import cos, pi, sin

from PySide6.QtGui import QPainterPath

from ribdown.core.figure.scene import Point
from ribdown.ui.widgets.figure_parts.curves import chain, loop

Profile = tuple[tuple[float, float, float], ...]  # share of the length, half-width in front, half-width behind

_CAP = (-pi / 4, 0.0, pi / 4)
_SHADE = 0.34  # of the width
_SEAM = 0.001  # that the shade stays inside, whose curve ends otherwise than the tube's


def tube(length: float, profile: Profile) -> QPainterPath:
    """A limb along x, its front at +y, round at both ends."""
    _, front0, back0 = profile[0]
    _, front1, back1 = profile[-1]
    return loop(
        [
            *_side(length, profile, front=True),
            *_cap(length, front1, back1, 1),
            *reversed(_side(length, profile, front=False)),
            *_cap(0, front0, back0, -1),
        ]
    )


def hemmed(length: float, profile: Profile) -> QPainterPath:
    """The same, cut off straight at its far end."""
    _, front, back = profile[0]
    path = chain(
        [
            *reversed(_side(length, profile, front=False)),
            *_cap(0, front, back, -1),
            *_side(length, profile, front=True),
        ]
    )
    path.closeSubpath()
    return path


def sickle(length: float, profile: Profile) -> QPainterPath:
    """The shade along a tube's back edge, thin at both ends."""
    back = [(x, y + _SEAM) for x, y in _side(length, profile, front=False)]
    first, last = profile[0][0], profile[-1][0]
    inner = [
        (x, y + _SHADE * (front + behind) * sin(pi * (share - first) / (last - first)))
        for (x, y), (share, front, behind) in zip(back, profile, strict=True)
    ]
    path = chain(inner[::-1], chain(back))
    path.closeSubpath()
    return path


def grown(profile: Profile, by: float) -> Profile:
    """The profile, wider by that all along."""
    return tuple((share, front + by, back + by) for share, front, back in profile)


def _side(length: float, profile: Profile, *, front: bool) -> list[Point]:
    return [(share * length, ahead if front else -behind) for share, ahead, behind in profile]


def _cap(x: float, front: float, back: float, way: int) -> list[Point]:
    """Three points of a half circle, from the front to the back at the far end, on from there at the near one."""
    radius, middle = (front + back) / 2, (front - back) / 2
    return [(x + way * radius * cos(angle), middle - way * radius * sin(angle)) for angle in _CAP]
