"""The legs, in shorts."""

from PySide6.QtGui import QPainterPath

from ribdown.core.figure.scene import Leg
from ribdown.core.figure.skeleton import SHANK, SHANK_PROFILE, THIGH, THIGH_PROFILE
from ribdown.ui.widgets.figure_parts.canvas import HALO, Canvas, along
from ribdown.ui.widgets.figure_parts.foot import foot_path
from ribdown.ui.widgets.figure_parts.tubes import Profile, grown, hemmed, sickle, tube

_SHORTS: Profile = ((0.0, 0.062, 0.066), (0.16, 0.067, 0.066), (0.36, 0.067, 0.062), (0.50, 0.064, 0.058))

_THIGH_SKIN, _SHANK_SKIN, _LEG_OF_SHORTS = (
    tube(THIGH, THIGH_PROFILE),
    tube(SHANK, SHANK_PROFILE),
    hemmed(THIGH, _SHORTS),
)
_THIGH_SHADE, _SHANK_SHADE, _SHORTS_SHADE = (
    sickle(THIGH, THIGH_PROFILE[:-1]),
    sickle(SHANK, SHANK_PROFILE[1:]),
    sickle(THIGH, _SHORTS),
)
# From the hip on it widens, or it would cut through the shorts at the groin.
_THIGH_HALO = tube(
    THIGH,
    tuple(
        (share, front + by, back + by)
        for (share, front, back), by in zip(THIGH_PROFILE, (-0.02, 0, HALO, HALO, HALO, HALO), strict=True)
    ),
)
_SHANK_HALO = tube(SHANK, grown(SHANK_PROFILE, HALO))


def paint_far_leg(canvas: Canvas, leg: Leg) -> None:
    """The leg turned away: flat."""
    colours = canvas.colours
    thigh, shank = along(leg.hip, leg.knee), along(leg.knee, leg.ankle)
    canvas.fill(_THIGH_SKIN, colours.skin_far, place=thigh)
    canvas.fill(_SHANK_SKIN, colours.skin_far, place=shank)
    canvas.fill(foot_path(leg), colours.skin_far)
    canvas.fill(_LEG_OF_SHORTS, colours.shorts_far, place=thigh)


def paint_near_leg(canvas: Canvas, leg: Leg) -> None:
    """The leg at work, set off from what is behind it."""
    colours = canvas.colours
    thigh, shank = along(leg.hip, leg.knee), along(leg.knee, leg.ankle)
    foot: QPainterPath = foot_path(leg)
    canvas.fill(_THIGH_HALO, canvas.surface, place=thigh)
    canvas.fill(_SHANK_HALO, canvas.surface, place=shank)
    canvas.stroke(foot, canvas.surface, 2 * HALO)
    canvas.fill(_THIGH_SKIN, colours.skin, place=thigh)
    canvas.fill(_THIGH_SHADE, colours.skin_shade, place=thigh)
    canvas.fill(_SHANK_SKIN, colours.skin, place=shank)
    canvas.fill(foot, colours.skin)
    canvas.fill(_SHANK_SHADE, colours.skin_shade, place=shank)
    canvas.fill(_LEG_OF_SHORTS, colours.shorts, place=thigh)
    canvas.fill(_SHORTS_SHADE, colours.shorts_shade, place=thigh)
