"""What the parts of the figure are painted on.

Parts hold their shapes in body heights. A shape is mapped to pixels before it is painted: Qt flattens and strokes in
the shape's own units, so a painter scaled by several hundred costs several times as much.
"""

from dataclasses import dataclass
from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from ribdown.core.figure.colours import FigureColours
from ribdown.core.figure.scene import Box, Point
from ribdown.ui.look import colour

HALO = 0.0065  # of the surface's colour around what lies over something else
_FINE = 160.0  # pixels of a body height: with fewer, what is small or faint only blurs the figure


@dataclass(frozen=True, slots=True)
class Canvas:
    """`world` maps body heights to pixels, of which one body height has `scale`; `seen` is what the picture shows
    of the world, in body heights; `surface` is the colour behind."""

    painter: QPainter
    world: QTransform
    scale: float
    seen: QRectF
    colours: FigureColours
    surface: str

    @property
    def coarse(self) -> bool:
        """Whether the body is so small that only what matters most should be painted."""
        return self.scale < _FINE

    @property
    def height(self) -> float:
        """The picture's, in pixels."""
        return self.seen.height() * self.scale

    def fill(self, path: QPainterPath, ink: str, alpha: float = 1.0, place: QTransform | None = None) -> None:
        """Fill a path given in body heights, or in those of a part that lies at `place`."""
        world = self.world if place is None else place * self.world
        self.painter.fillPath(world.map(path), tinted(ink, alpha))

    def stroke(
        self,
        path: QPainterPath,
        ink: str,
        width: float,
        alpha: float = 1.0,
        place: QTransform | None = None,
        *,
        least: float = 1.0,
    ) -> None:
        """Stroke it with a round pen of `width` body heights, but of no less than `least` pixels."""
        world = self.world if place is None else place * self.world
        self.painter.strokePath(world.map(path), round_pen(tinted(ink, alpha), max(width * self.scale, least)))

    def pixel(self, point: Point) -> QPointF:
        """Where a point lies."""
        return self.world.map(QPointF(*point))


def canvas_on(
    painter: QPainter, rect: QRectF, view: Box, colours: FigureColours, surface: str, *, mirrored: bool
) -> Canvas:
    """A canvas that shows the view whole, standing on the rectangle's lower edge. Mirrored: the other way round about
    the middle."""
    x0, y0, x1, y1 = view
    scale = min(rect.width() / (x1 - x0), rect.height() / (y1 - y0))
    across = -scale if mirrored else scale
    left, bottom = rect.center().x() - across * (x0 + x1) / 2, rect.bottom() + scale * y0
    world = QTransform(across, 0, 0, -scale, left, bottom)
    return Canvas(painter, world, scale, world.inverted()[0].mapRect(rect), colours, surface)


def turned(origin: Point, angle: float) -> QTransform:
    """A part's place: its own x axis points at the world angle `angle` (degrees), its y axis to the left of that."""
    c, s = cos(radians(angle)), sin(radians(angle))
    return QTransform(c, s, -s, c, *origin)


def along(start: Point, end: Point) -> QTransform:
    """The place of a limb: its own x axis from `start` to `end`, so that +y is the body's front."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5
    return QTransform(dx / length, dy / length, -dy / length, dx / length, *start)


def tinted(ink: str, alpha: float) -> QColor:
    """The colour, seen through."""
    if alpha >= 1:
        return colour(ink)
    tint = QColor(colour(ink))
    tint.setAlphaF(max(alpha, 0.0))
    return tint


def round_pen(ink: QColor, width: float) -> QPen:
    """A pen with round ends and corners."""
    return QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
