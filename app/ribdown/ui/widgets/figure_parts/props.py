"""What the body lies, stands or leans on: floor, wall, mat, cushions and balls. Furniture has its own file."""

from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QLinearGradient, QPainterPath

from ribdown.core.figure.scene import AnyProp, Ball, Bed, Couch, Floor, Mat, Pillow, Point, Wall
from ribdown.ui.widgets.figure_parts.canvas import Canvas, tinted, turned
from ribdown.ui.widgets.figure_parts.curves import chain, lines, loop
from ribdown.ui.widgets.figure_parts.furniture import paint_furniture

_LINE = 0.006
_SLAB = 0.024  # how far floor and wall are seen to reach on
_MARK = (0.022, 0.016)
_MARK_DEPTH = 0.034
_FADE = 0.11
_BACKREST = 0.25  # more than any is higher than its seat


def paint_behind(canvas: Canvas, props: tuple[AnyProp, ...]) -> None:
    """Paint the props behind the body."""
    walls = [prop.x + _SLAB for prop in props if isinstance(prop, Wall)]
    for prop in props:
        if isinstance(prop, Floor):  # it ends at its wall
            right = min([canvas.seen.right(), *walls])
            _paint_edge(canvas, (canvas.seen.left(), prop.y), (right, prop.y), (0, -_SLAB))
        else:
            paint_prop(canvas, prop)
        if isinstance(prop, Couch | Bed):
            _fade(canvas, prop)


def paint_prop(canvas: Canvas, prop: AnyProp) -> None:
    """Paint a prop other than the floor."""
    match prop:
        case Wall():
            _paint_edge(canvas, (prop.x, 0.0), (prop.x, canvas.seen.bottom()), (_SLAB, 0))
        case Mat():
            path = QPainterPath()
            path.addRoundedRect(QRectF(prop.x0, prop.y - 0.012, prop.x1 - prop.x0, 0.014), 0.006, 0.006)
            canvas.fill(path, canvas.colours.mat)
        case Pillow():
            _paint_pillow(canvas, prop)
        case Ball():
            path = QPainterPath()
            path.addEllipse(QPointF(prop.x, prop.y), prop.r, prop.r)
            canvas.fill(path, canvas.colours.ball)
        case _:
            paint_furniture(canvas, prop)


def paint_ground(canvas: Canvas, ground: Floor, moved: float) -> None:
    """The floor's marks, which run with the ground."""
    if not ground.ticks:
        return
    path = QPainterPath()
    first, last = ((edge - moved) / ground.ticks for edge in (canvas.seen.left(), canvas.seen.right()))
    for index in range(floor(first), ceil(last) + 1):
        x, y = index * ground.ticks + moved, ground.y - _MARK_DEPTH
        path.moveTo(x, y)
        path.lineTo(x + _MARK[0], y + _MARK[1])
    canvas.stroke(path, canvas.colours.floor, _LINE)


def _fade(canvas: Canvas, prop: Couch | Bed) -> None:
    """Where the picture's side cuts a long piece of furniture, it goes off softly."""
    seen = canvas.seen
    for cut, edge, way in ((prop.x0 < seen.left(), seen.left(), 1), (prop.x1 > seen.right(), seen.right(), -1)):
        if cut:
            inside = edge + way * _FADE
            veil = QLinearGradient(canvas.pixel((edge, 0.0)), canvas.pixel((inside, 0.0)))
            veil.setColorAt(0, tinted(canvas.surface, 1.0))
            veil.setColorAt(1, tinted(canvas.surface, 0.0))
            box = QRectF(min(edge, inside), 0.0, _FADE, prop.h + _BACKREST)
            canvas.painter.fillRect(canvas.world.mapRect(box), veil)


def _paint_edge(canvas: Canvas, start: Point, end: Point, into: Point) -> None:
    """A line, and some of what lies behind it."""
    dx, dy = into
    slab = lines([start, end, (end[0] + dx, end[1] + dy), (start[0] + dx, start[1] + dy)])
    slab.closeSubpath()
    canvas.fill(slab, canvas.colours.ground)
    half = _LINE / 2
    nx, ny = (half if dx else 0.0), (-half if dy else 0.0)
    canvas.stroke(lines([(start[0] + nx, start[1] + ny), (end[0] + nx, end[1] + ny)]), canvas.colours.floor, _LINE)


def _paint_pillow(canvas: Canvas, pillow: Pillow) -> None:
    """A soft block, pressed in from above by its dent; seen from above where it is turned."""
    w, h, deep = pillow.w / 2, pillow.h / 2, pillow.dent * pillow.h
    middle = (pillow.x + w, pillow.y + h)
    if pillow.rot:
        middle = (pillow.x + w, pillow.y)
    top = h - deep
    outline = loop(
        [
            (-w, 0.0),
            (-0.92 * w, 0.86 * h),
            (-0.62 * w, h),
            (0.0, top),
            (0.62 * w, h),
            (0.92 * w, 0.86 * h),
            (w, 0.0),
            (0.92 * w, -0.88 * h),
            (0.62 * w, -h),
            (-0.62 * w, -h),
            (-0.92 * w, -0.88 * h),
        ]
    )
    place = turned(middle, pillow.rot)
    canvas.fill(outline, canvas.colours.pillow, place=place)
    canvas.stroke(
        chain([(-0.84 * w, 0), (0.0, -0.12 * h), (0.84 * w, 0)]), canvas.colours.pillow_fold, 0.004, place=place
    )
