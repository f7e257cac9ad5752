"""The arms, in short sleeves."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from ribdown.core.figure.scene import Arm
from ribdown.ui.widgets.figure_parts.arm_outline import arm_path, upper_length
from ribdown.ui.widgets.figure_parts.canvas import HALO, Canvas, along
from ribdown.ui.widgets.figure_parts.tubes import Profile, hemmed, sickle

_RIM = 0.005
_SLEEVE: Profile = ((0.0, 0.037, 0.038), (0.30, 0.036, 0.036), (0.52, 0.0345, 0.0345))
_SHOULDER = 0.040
_FULL_GHOST = 0.25  # poses that want one have a little more


def paint_far_arm(canvas: Canvas, arm: Arm) -> None:
    """The arm turned away: flat."""
    canvas.fill(arm_path(arm), canvas.colours.skin_far)
    canvas.fill(hemmed(upper_length(arm), _SLEEVE), canvas.colours.shirt_far, place=along(arm.shoulder, arm.elbow))


def paint_near_shoulder(canvas: Canvas, arm: Arm, ghost: float) -> None:
    """Behind the trunk, the shirt over a near shoulder that is seen through: or the far sleeve would show there."""
    if ghost > 0:
        path = QPainterPath()
        path.addEllipse(QPointF(*arm.shoulder), _SHOULDER, _SHOULDER)
        canvas.fill(path, canvas.colours.shirt, min(ghost / _FULL_GHOST, 1.0))


def paint_near_arm(canvas: Canvas, arm: Arm, ghost: float) -> None:
    """The near arm; with `ghost`, as glass with a rim, so that trunk and spine are seen through it."""
    colours, path, glass = canvas.colours, arm_path(arm), min(ghost / _FULL_GHOST, 1.0)
    upper, length, solid = along(arm.shoulder, arm.elbow), upper_length(arm), 1 - glass
    if solid > 0:
        sleeve = hemmed(length, _SLEEVE)
        canvas.stroke(path, canvas.surface, 2 * HALO, solid)
        canvas.stroke(sleeve, canvas.surface, 2 * HALO, solid, upper)
        canvas.fill(path, colours.skin, 1 - 0.7 * glass)
        canvas.fill(sleeve, colours.shirt, solid, upper)
        canvas.fill(sickle(length, _SLEEVE), colours.shirt_shade, solid, upper)
    else:
        canvas.fill(path, colours.glass, 0.3)
    if glass > 0:
        canvas.stroke(path, colours.skin, _RIM, glass)
