"""The psoas: a band from the lumbar spine over the front of the pelvis to the thigh bone. It lengthens, so it is no
blob: chevrons at its ends point apart, or together where it is short."""

from PySide6.QtGui import QPainterPath

from ribdown.core.figure.plane import heading, mix_points, placed
from ribdown.core.figure.scene import Body, Point
from ribdown.ui.widgets.figure_parts.canvas import Canvas
from ribdown.ui.widgets.figure_parts.curves import chain, lines
from ribdown.ui.widgets.figure_parts.muscles import seen_effort

_WIDTH, _RIM = 0.021, 0.009
_RIM_ALPHA = 0.45
_CHEVRON, _CHEVRON_WIDTH = 0.011, 0.0055
_ON_PELVIS = (0.036, 0.030)  # where it bends over the rim: along the pelvis, forward of it
_ON_THIGH = (0.075, 0.016)


def paint_psoas(canvas: Canvas, body: Body) -> None:
    """The band at its effort; nothing where the pose does not show it."""
    for name, ink, apart in (("psoas", canvas.colours.psoas, True), ("psoas_short", canvas.colours.psoas_short, False)):
        effort = seen_effort(canvas, body, name)
        if effort > 0:
            _paint_band(canvas, body, ink, min(effort, 1.0) ** 0.6, apart=apart)


def _paint_band(canvas: Canvas, body: Body, ink: str, alpha: float, *, apart: bool) -> None:
    points = _course(body)
    band = chain(points)
    canvas.stroke(band, canvas.colours.psoas_rim, _WIDTH + 2 * _RIM, _RIM_ALPHA * alpha)
    canvas.stroke(band, ink, _WIDTH, 0.88 * alpha)
    chevrons = _chevron(points[0], points[1], apart=apart)
    chevrons.addPath(_chevron(points[-1], points[-2], apart=apart))
    canvas.stroke(chevrons, canvas.colours.psoas_rim, _CHEVRON_WIDTH, alpha, least=1.3)


def _course(body: Body) -> list[Point]:
    """From the first lumbar vertebrae to the thigh bone."""
    spine, trunk, leg = body.trunk.spine, body.trunk, body.near_leg
    rim = placed(leg.hip, trunk.pelvis, (_ON_PELVIS[0], -_ON_PELVIS[1]))
    start = mix_points(spine[4], rim, 0.12)
    return [start, mix_points(spine[2], rim, 0.45), rim, placed(leg.hip, heading(leg.hip, leg.knee), _ON_THIGH)]


def _chevron(tip: Point, inside: Point, *, apart: bool) -> QPainterPath:
    """Its point lies at the band's end where it points outwards."""
    out = heading(inside, tip) if apart else heading(tip, inside)
    point = placed(tip, out, (_CHEVRON / 2, 0.0))
    barb = _CHEVRON * 0.75
    return lines([placed(point, out, (-_CHEVRON, barb)), point, placed(point, out, (-_CHEVRON, -barb))])
