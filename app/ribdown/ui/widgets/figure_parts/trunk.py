"""The trunk: a shirt, and shorts that share its outline below the waist."""

from math import pi, sin

from PySide6.QtGui import QPainterPath

from ribdown.core.figure.scene import Point, Trunk
from ribdown.ui.widgets.figure_parts.canvas import HALO, Canvas
from ribdown.ui.widgets.figure_parts.curves import chain, loop, part_of_loop

_WAIST_FRONT, _WAIST_BACK = 18, 4 + 22  # round the bottom
_SHADE_FROM, _SHADE_TO, _OPPOSITE = 3, 11, 20  # the outline's points from sacrum to neck, and the front across
_SHADE = 0.36  # of the way from the skin behind to the front
_WAIST_SAG = 0.10


def trunk_path(trunk: Trunk) -> QPainterPath:
    """The outline in body heights."""
    return loop(trunk.outline)


def paint_trunk_halo(canvas: Canvas, path: QPainterPath) -> None:
    """Sets the trunk off from what is behind it; painted before the neck, which it would cut."""
    canvas.stroke(path, canvas.surface, 2 * HALO)


def paint_trunk(canvas: Canvas, trunk: Trunk, path: QPainterPath) -> None:
    """Shirt and shorts."""
    colours, outline = canvas.colours, trunk.outline
    canvas.fill(path, colours.shirt)
    canvas.fill(_shade(outline), colours.shirt_shade)
    shorts = part_of_loop(outline, _WAIST_FRONT, _WAIST_BACK)
    (bx, by), (fx, fy) = outline[_WAIST_BACK % 22], outline[_WAIST_FRONT]
    dx, dy = fx - bx, fy - by
    # A waistband hangs a little between back and front.
    shorts.quadTo((bx + fx) / 2 + _WAIST_SAG * dy, (by + fy) / 2 - _WAIST_SAG * dx, fx, fy)
    canvas.fill(shorts, colours.shorts)


def _shade(outline: tuple[Point, ...]) -> QPainterPath:
    """The back in shadow: from the skin part of the way to the front, thin at buttock and neck."""
    back = outline[_SHADE_FROM : _SHADE_TO + 1]
    inner = []
    for index, (x, y) in enumerate(back):
        fx, fy = outline[_OPPOSITE - index]
        share = _SHADE * sin(pi * index / (len(back) - 1))
        inner.append((x + share * (fx - x), y + share * (fy - y)))
    path = chain(inner[::-1], part_of_loop(outline, _SHADE_FROM, _SHADE_TO))
    path.closeSubpath()
    return path
