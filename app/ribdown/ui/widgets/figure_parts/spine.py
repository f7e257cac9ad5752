"""The spine as an X-ray shows it: one bead a vertebra, large ones in the lumbar curve, so that tilt and arch are read
at a glance."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from ribdown.core.figure.scene import Body, Point, Scene
from ribdown.ui.widgets.figure_parts.canvas import Canvas

_LUMBAR_BEADS = 6  # L5S1 to T12
_LUMBAR, _THORAX = 0.0118, 0.0078
_SACRUM = ((0.3, 0.0098), (0.64, 0.0084), (1.0, 0.0068))  # share of the way from L5S1 to the tail, radius


def paint_spine(canvas: Canvas, scene: Scene) -> None:
    """The beads; those of the lumbar curve are crimson where that is what is wrong."""
    body, colours = scene.body, canvas.colours
    spine = body.trunk.spine
    wrong = scene.fault is not None and scene.fault.zone == "lumbar"
    canvas.fill(_beads((point, _THORAX) for point in spine[_LUMBAR_BEADS:]), colours.bead_thorax)
    canvas.fill(_beads(_sacrum(body)), colours.bead_sacrum)
    canvas.fill(_beads((point, _LUMBAR) for point in spine[:_LUMBAR_BEADS]), colours.fault if wrong else colours.bead)


def _sacrum(body: Body) -> Iterable[tuple[Point, float]]:
    (x0, y0), (x1, y1) = body.trunk.spine[0], body.joints["tail"]
    return (((x0 + share * (x1 - x0), y0 + share * (y1 - y0)), radius) for share, radius in _SACRUM)


def _beads(beads: Iterable[tuple[Point, float]]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for (x, y), radius in beads:
        path.addEllipse(QPointF(x, y), radius, radius)
    return path
