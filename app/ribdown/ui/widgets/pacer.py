"""The pacer: ring, silhouette, countdown and icon of one moment.

What does not move within a phase is painted once into a layer and then only copied: gradients, long strokes and large
digits in each frame cost several times as much.
"""

from collections.abc import Callable, Hashable
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap

from ribdown.core.easing import ease_out_cubic
from ribdown.core.moment import Moment
from ribdown.core.phases import Phase, Ring, Silhouette
from ribdown.ui import words
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.breath_ring import BreathRing, breath_ring, paint_breath_ring
from ribdown.ui.widgets.layers import Layers
from ribdown.ui.widgets.pacer_shapes import paint_base, paint_face, paint_orb_fill
from ribdown.ui.widgets.ring import arc_pen, paint_arc, paint_dots, paint_stopped, ring_segments
from ribdown.ui.widgets.silhouettes import ORB_LARGEST, orb_radius

EXTENT = 1.09  # what is painted reaches this many R from the centre
CROSS_FADE = 0.18  # s
_STILL_LEVEL = 0.5
_LAYERS_KEPT = 16
_HOLLOW = QBrush()
_ORIGIN = QPointF()
_DIGIT = 0.4  # a countdown of one digit reaches this many R to its sides
_FACE = 0.62  # the countdown and its icon reach this many R from the centre


class PacerSize(NamedTuple):
    """`radius` of the ring, and the countdown's size with one digit, two digits and minutes, all in pixels of `ratio`
    device pixels."""

    radius: float
    one_digit: float
    two_digits: float
    minutes: float
    ratio: float

    def of(self, text: str) -> float:
        """The size for this countdown."""
        return (self.one_digit, self.one_digit, self.two_digits)[len(text)] if len(text) < 3 else self.minutes


class _Place(NamedTuple):
    """What layers are painted for: another one makes other layers."""

    size: PacerSize
    look: Look


class _Shape(NamedTuple):
    """What stays the same through a phase. What Qt takes is kept as Qt has it, since each frame needs it."""

    pieces: int
    base: QPixmap
    corner: QPointF  # of the base
    orb: QPixmap | None
    orb_source: QRectF
    orb_reach: float  # the orb's layer reaches this many of its radii from the centre
    rim: QPen
    arc: QPen
    breath: BreathRing


class Pacer:
    """Paints moments around a centre, and keeps the layers of the sizes and phases in use. One that is `opaque` covers
    the whole square of its extent with the page's colour; another lets what lies behind it be seen."""

    def __init__(self, *, opaque: bool = False) -> None:
        self._opaque = opaque
        self._layers = Layers(_LAYERS_KEPT)
        self._shape: tuple[tuple[Phase, float, _Place], _Shape] | None = None

    def paint(
        self, painter: QPainter, centre: QPointF, size: PacerSize, moment: Moment, before: Moment | None, look: Look
    ) -> None:
        """Paint `moment`; `before` is the last moment of the phase before it, whose shape fades into this one."""
        place = _Place(size, look)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(centre.toPoint())
        if self._opaque and not size.ratio.is_integer():  # a layer's edge lies between two device pixels
            self._fill(painter, place)
        if before is None or (shown := fade_in(moment, look)) == 1:
            self._paint_shape(painter, place, moment)
        else:
            painter.setOpacity(1 if self._opaque else shown)
            self._paint_shape(painter, place, moment)
            key = (
                "before",
                before.phase,
                round(before.position.length),
                round(before.position.progress, 3),
                look.theme.id,
            )
            faded = self._layer(place, key, lambda p: self._paint_shape(p, place, before))
            painter.setOpacity(1 - shown)
            painter.drawPixmap(QPointF(-extent(size), -extent(size)), faded)
            painter.setOpacity(1)
        self._paint_face(painter, place, moment)
        painter.restore()

    def paint_stopped(self, painter: QPainter, centre: QPointF, size: PacerSize, look: Look) -> None:
        """Paint the pacer of a session that stands still."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(centre)
        radius = size.radius
        paint_stopped(painter, radius, look)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(look.theme.raised))
        painter.drawEllipse(QPointF(0, 0), 0.72 * radius, 0.72 * radius)
        half = 0.36 * radius
        paint_icon(painter, "play", QRectF(-half, -half, 2 * half, 2 * half), colour(look.theme.text))
        painter.restore()

    def _paint_shape(self, painter: QPainter, place: _Place, moment: Moment) -> None:
        size, look = place
        phase, position = moment.phase, moment.position
        ink = colour(look.hue(phase.hue).fill)
        progress = position.progress
        if phase.ring is Ring.DOTS:
            if look.still and moment.number is not None:  # as much as was over when this second began
                progress = max(position.length - moment.number, 0.0) / position.length
            if self._opaque:
                self._fill(painter, place)
            paint_dots(painter, size.radius, progress, look, ink)
            return
        shape = self._shape_of(place, phase, position.length)
        painter.drawPixmap(shape.corner, shape.base)
        radius = 0.0
        if shape.orb is not None:
            radius = orb_radius(_STILL_LEVEL if look.still else position.level) * size.radius
            reach = radius * shape.orb_reach
            # Scaled without smoothing: it has no edge to be seen, the rim lies over it.
            painter.drawPixmap(QRectF(-reach, -reach, 2 * reach, 2 * reach), shape.orb, shape.orb_source)
        if phase.ring is Ring.CONTINUOUS and not look.still:
            paint_breath_ring(painter, shape.breath, radius, progress)
            return
        if look.still:  # a piece for each whole second that is over
            progress = int(progress * shape.pieces + 1e-6) / shape.pieces
            if shape.orb is not None:
                painter.setPen(shape.rim)
                painter.setBrush(_HOLLOW)
                painter.drawEllipse(_ORIGIN, radius, radius)
        paint_arc(painter, size.radius, shape.pieces, progress, shape.arc)

    def _shape_of(self, place: _Place, phase: Phase, length: float) -> _Shape:
        wanted = phase, length, place
        if self._shape is not None and self._shape[0] == wanted:
            return self._shape[1]
        size, look = place
        radius, fill = size.radius, colour(look.hue(phase.hue).fill)
        pieces = ring_segments(phase.ring, length, still=look.still)
        key = ("base", phase, pieces, look.theme.id)
        base = self._layer(place, key, lambda p: paint_base(p, radius, phase, pieces, look))
        orb, reach = None, ceil(ORB_LARGEST * radius)
        if phase.silhouette is Silhouette.ORB:
            # Never opaque: it is round, and lies on the base.
            orb_key = "orb", phase.hue, look.theme.id, size
            orb = self._layers.get(
                size.ratio, orb_key, (2 * reach, 2 * reach), lambda p: paint_orb_fill(p, radius, phase, look)
            )
        shape = _Shape(
            pieces,
            base,
            QPointF(-extent(size), -extent(size)),
            orb,
            QRectF(orb.rect()) if orb else QRectF(),
            reach / (ORB_LARGEST * radius),
            QPen(fill, radius / 40),
            arc_pen(radius, fill),
            breath_ring(radius, size.ratio, fill, colour(look.theme.bg)),
        )
        self._shape = wanted, shape
        return shape

    def _paint_face(self, painter: QPainter, place: _Place, moment: Moment) -> None:
        size, look = place
        phase = moment.phase
        face = words.number(moment.number)
        half = extent(size, _FACE if len(face) > 1 else _DIGIT), extent(size, _FACE)
        key = ("face", face, phase.icon, look.theme.id, size)
        layer = self._layers.get(
            size.ratio,
            key,
            (2 * half[0], 2 * half[1]),
            lambda p: paint_face(p, size.radius, face, size.of(face), phase, look),
        )
        painter.drawPixmap(-half[0], -half[1], layer)

    def _layer(self, place: _Place, key: tuple[Hashable, ...], paint: Callable[[QPainter], None]) -> QPixmap:
        """A layer of the whole extent, on what the pacer stands on."""
        side = 2 * extent(place.size)
        ground = colour(place.look.theme.bg if self._opaque else "transparent")
        return self._layers.get(place.size.ratio, (*key, place.size), (side, side), paint, ground)

    def _fill(self, painter: QPainter, place: _Place) -> None:
        reach = extent(place.size) + 1  # its own edge would be half covered between two device pixels
        painter.fillRect(-reach, -reach, 2 * reach, 2 * reach, colour(place.look.theme.bg))


def extent(size: PacerSize, share: float = EXTENT) -> int:
    """How far a layer of this many R reaches, in whole pixels, so that it is copied without being scaled."""
    return ceil(share * size.radius)


def fade_in(moment: Moment, look: Look) -> float:
    """How far a new phase has come up, 0–1."""
    spent = moment.position.elapsed - moment.position.start
    return 1.0 if look.still else ease_out_cubic(spent / CROSS_FADE)


def stands(moment: Moment, look: Look) -> bool:
    """Whether the pacer looks the same at the next moment: it waits for the person, and is all there."""
    return moment.segment.ms is None and fade_in(moment, look) >= 1
