"""The pacer: ring, silhouette, countdown and icon of one moment.

What does not move within a phase is painted once into a layer and then only copied: gradients, long strokes and large
digits in each frame cost several times as much.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from ribdown.core.easing import ease_out_cubic
from ribdown.core.moment import Moment
from ribdown.core.phases import Phase, Ring, Silhouette
from ribdown.ui import words
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.layers import Layers
from ribdown.ui.widgets.pacer_shapes import paint_base, paint_face, paint_orb_fill
from ribdown.ui.widgets.ring import paint_arc, paint_dots, paint_head, paint_stopped, ring_segments
from ribdown.ui.widgets.silhouettes import ORB_LARGEST, orb_radius

EXTENT = 1.09  # what is painted reaches this many R from the centre
CROSS_FADE = 0.18  # s
_STILL_LEVEL = 0.5
_LAYERS_KEPT = 16
_FACE = 0.62  # the countdown and its icon reach this many R from the centre


@dataclass(frozen=True, slots=True)
class PacerSize:
    """`radius` of the ring, and the countdown's size with one digit, two digits and minutes; all in pixels."""

    radius: float
    one_digit: float
    two_digits: float
    minutes: float

    def of(self, text: str) -> float:
        """The size for this countdown."""
        return (self.one_digit, self.one_digit, self.two_digits)[len(text)] if len(text) < 3 else self.minutes


class Pacer:
    """Paints moments around a centre, and keeps the layers of the sizes and phases in use."""

    def __init__(self) -> None:
        self._layers = Layers(_LAYERS_KEPT)

    def paint(
        self, painter: QPainter, centre: QPointF, size: PacerSize, moment: Moment, before: Moment | None, look: Look
    ) -> None:
        """Paint `moment`; `before` is the last moment of the phase before it, whose shape fades into this one."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(centre.toPoint())
        shown = fade_in(moment, look) if before is not None else 1.0
        painter.setOpacity(shown)
        self._paint_shape(painter, size, moment, look)
        if before is not None and shown < 1:
            key = ("before", before.phase, round(before.position.length), look.theme.id)
            faded = self._layer(painter, size, key, lambda p: self._paint_shape(p, size, before, look))
            painter.setOpacity(1 - shown)
            self._copy(painter, faded, size)
        painter.setOpacity(1)
        self._paint_face(painter, size, moment, look)
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

    def _paint_shape(self, painter: QPainter, size: PacerSize, moment: Moment, look: Look) -> None:
        phase, position = moment.phase, moment.position
        hue = look.hue(phase.hue)
        if phase.ring is Ring.DOTS:
            progress = position.progress
            if look.still and moment.number is not None:  # as much as was over when this second began
                progress = max(position.length - moment.number, 0.0) / position.length
            paint_dots(painter, size.radius, progress, look, colour(hue.fill))
        else:
            pieces = ring_segments(phase.ring, position.length, still=look.still)
            base = self._layer(
                painter,
                size,
                ("base", phase, pieces, look.theme.id),
                lambda p: paint_base(p, size.radius, phase, pieces, look),
            )
            self._copy(painter, base, size)
            if phase.silhouette is Silhouette.ORB:
                self._paint_orb(painter, size, _STILL_LEVEL if look.still else position.level, phase, look)
            progress = position.progress
            if look.still:  # a piece for each whole second that is over
                progress = int(progress * pieces + 1e-6) / pieces
            paint_arc(painter, size.radius, pieces, progress, colour(hue.fill))
            if phase.ring is Ring.CONTINUOUS and not look.still:
                paint_head(painter, size.radius, progress, look, colour(hue.fill))

    def _paint_face(self, painter: QPainter, size: PacerSize, moment: Moment, look: Look) -> None:
        phase = moment.phase
        face = words.number(moment.number)
        key = ("face", face, phase.icon, look.theme.id)
        layer = self._layer(
            painter, size, key, lambda p: paint_face(p, size.radius, face, size.of(face), phase, look), _FACE
        )
        self._copy(painter, layer, size, _FACE)

    def _paint_orb(self, painter: QPainter, size: PacerSize, level: float, phase: Phase, look: Look) -> None:
        # Scaled without smoothing: it has no edge to be seen, the rim lies over it.
        orb = self._layer(
            painter, size, ("orb", phase.hue, look.theme.id), lambda p: paint_orb_fill(p, size.radius, phase, look)
        )
        radius = orb_radius(level) * size.radius
        reach = radius * orb.deviceIndependentSize().width() / (2 * ORB_LARGEST * size.radius)
        painter.drawPixmap(QRectF(-reach, -reach, 2 * reach, 2 * reach), orb, QRectF(orb.rect()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(look.hue(phase.hue).fill), size.radius / 40))
        painter.drawEllipse(QPointF(0, 0), radius, radius)

    def _layer(
        self,
        painter: QPainter,
        size: PacerSize,
        key: tuple[Hashable, ...],
        paint: Callable[[QPainter], None],
        share: float = EXTENT,
    ) -> QPixmap:
        side = 2 * extent(size, share)
        return self._layers.get(painter, (size, *key), QSize(side, side), paint)

    def _copy(self, painter: QPainter, layer: QPixmap, size: PacerSize, share: float = EXTENT) -> None:
        painter.drawPixmap(QPointF(-extent(size, share), -extent(size, share)), layer)


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
