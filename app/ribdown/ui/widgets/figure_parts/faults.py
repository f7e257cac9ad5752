"""What is wrong: a band along the part of the outline or a ring around the joint, and the sign beside it."""

from math import hypot

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from ribdown.core.figure.scene import Fault, Point, Scene
from ribdown.ui.look import colour
from ribdown.ui.widgets.figure_parts.canvas import Canvas, round_pen
from ribdown.ui.widgets.figure_parts.curves import lines, part_of_loop
from ribdown.ui.widgets.figure_parts.signs import paint_wrong, sign_radius

# The zones along the trunk's outline: its first and last point, and the joint in its middle.
_BANDS = {"lumbar": (3, 6, "lumbar_back"), "ribs": (14, 16, "ribs"), "upper_back": (7, 10, "thorax_back")}
_BAND, _GLOW = 0.017, 0.046
_GLOW_ALPHA = 0.30
_LEADER = 0.007


def paint_fault(canvas: Canvas, scene: Scene, fault: Fault) -> None:
    """Mark the zone, and lead from there to the sign."""
    crimson = canvas.colours.fault
    if fault.zone in _BANDS:
        first, last, joint = _BANDS[fault.zone]
        path, clear = part_of_loop(scene.body.trunk.outline, first, last), 0.0
    else:
        joint, clear = fault.zone, fault.r
        path = QPainterPath()
        path.addEllipse(QPointF(*scene.body.joints[joint]), fault.r, fault.r)
    canvas.stroke(path, crimson, _GLOW, _GLOW_ALPHA)
    canvas.stroke(path, crimson, _BAND, least=2.5)
    zone = scene.body.joints[joint]
    badge = _seen_whole(canvas, (zone[0] + fault.badge[0], zone[1] + fault.badge[1]))
    _lead(canvas, zone, badge, clear)
    paint_wrong(canvas, badge)


def _seen_whole(canvas: Canvas, badge: Point) -> Point:
    """Where a sign there is not cut off."""
    room, seen = sign_radius(canvas) * 1.2 / canvas.scale, canvas.seen
    x = min(max(badge[0], seen.left() + room), seen.right() - room)
    return x, min(max(badge[1], seen.top() + room), seen.bottom() - room)


def _lead(canvas: Canvas, zone: Point, badge: Point, clear: float) -> None:
    """A thin line from the ring's rim, or from the band, to the sign's."""
    distance = hypot(badge[0] - zone[0], badge[1] - zone[1])
    if distance * canvas.scale <= clear * canvas.scale + sign_radius(canvas):
        return
    share = clear / distance
    start = (zone[0] + share * (badge[0] - zone[0]), zone[1] + share * (badge[1] - zone[1]))
    pen = round_pen(colour(canvas.colours.fault), max(_LEADER * canvas.scale, 1.5))
    canvas.painter.strokePath(canvas.world.map(lines([start, badge])), pen)
