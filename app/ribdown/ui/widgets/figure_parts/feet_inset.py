"""The feet from above: straight ahead, or turned out too far."""

from PySide6.QtCore import Qt

from ribdown.core.figure.scene import Point
from ribdown.ui.widgets.figure_parts.canvas import Canvas, round_pen, tinted, turned
from ribdown.ui.widgets.figure_parts.curves import lines, loop
from ribdown.ui.widgets.figure_parts.signs import paint_right, paint_wrong

TURNED_OUT = 8.0  # degrees; more is a mistake
SIGN = (-0.088, 0.066)  # from the inset's middle

# A left foot from above: x from the heel to the toes, y away from the other foot.
_SOLE = loop(
    [
        (-0.003, 0.000),
        (0.006, 0.016),
        (0.038, 0.018),
        (0.078, 0.021),
        (0.104, 0.012),
        (0.114, -0.008),
        (0.104, -0.019),
        (0.076, -0.021),
        (0.038, -0.016),
        (0.006, -0.015),
    ]
)
_HEELS = ((-0.045, -0.033), (-0.045, 0.033))  # near, far
_AHEAD = 0.150
_DASHED = 0.006


def paint_feet(canvas: Canvas, middle: Point, turn: float) -> None:
    """Both soles around the middle, the way ahead, and the sign."""
    colours, wrong = canvas.colours, turn > TURNED_OUT
    pen = round_pen(tinted(colours.fault if wrong else colours.ok, 1.0), max(_DASHED * canvas.scale, 1.5))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([2.5, 2])
    for (x, y), side, ink in zip(_HEELS, (-1, 1), (colours.skin, colours.skin_far), strict=True):
        heel = (middle[0] + x, middle[1] + y)
        place = turned(heel, side * turn)
        canvas.fill(_SOLE, ink, place=place.scale(1, side))
        canvas.painter.strokePath(canvas.world.map(lines([heel, (heel[0] + _AHEAD, heel[1])])), pen)
    sign = (middle[0] + SIGN[0], middle[1] + SIGN[1])
    if wrong:
        paint_wrong(canvas, sign)
    else:
        paint_right(canvas, sign)
