"""What moves in each frame of a breath: the orb's rim, and the ring's arc with the dot at its head.

Qt paints a wide smooth line at four times the cost of a jagged one with two smooth lines of a device pixel over its
edges, and nobody can tell them apart. But in a small ring, which costs little anyway, the thin lines are not even
enough; and in a large one, or on a fine screen, they get corners.
"""

from math import cos, pi, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from ribdown.ui.widgets.ring import STROKE

_ORIGIN = QPointF()
_HOLLOW = QBrush()
_NO_LINE = QPen(Qt.PenStyle.NoPen)
_TOP = 90 * 16  # 12 o'clock, as Qt counts
_TURN = 360 * 16
_SMALLEST, _LARGEST = 90, 200  # px that the radius of a ring in two strokes has
_HALO, _DOT = 11 / 160, 7.5 / 160  # R


class BreathRing(NamedTuple):
    """Pens, brushes and places for a ring and a colour. Kept, since each frame needs them all."""

    radius: float
    rim: QPen
    arc: QPen
    edge: QPen | None
    middle: QRectF
    outer: QRectF
    inner: QRectF
    cap: float
    ink: QBrush
    ground: QBrush


def breath_ring(radius: float, ratio: float, ink: QColor, ground: QColor) -> BreathRing:
    """For a ring of that radius, where a pixel has `ratio` device pixels."""
    rim, arc, flat = radius / 40, STROKE * radius / 160, Qt.PenCapStyle.FlatCap
    two_strokes = ratio == 1 and _SMALLEST <= radius <= _LARGEST
    edge = QPen(ink, 1, Qt.PenStyle.SolidLine, flat)
    edge.setCosmetic(True)
    along, around = (
        QPen(ink, width - (1 / ratio if two_strokes else 0), Qt.PenStyle.SolidLine, flat) for width in (arc, rim)
    )
    half = along.widthF() / 2
    middle, outer, inner = (QRectF(-at, -at, 2 * at, 2 * at) for at in (radius, radius + half, radius - half))
    thin = edge if two_strokes else None
    return BreathRing(radius, around, along, thin, middle, outer, inner, arc / 2, QBrush(ink), QBrush(ground))


def paint_breath_ring(painter: QPainter, ring: BreathRing, orb: float, progress: float) -> None:
    """The rim of an orb of radius `orb`, and the share `progress` (0–1) of the ring, both around the origin."""
    sweep, smooth = -round(_TURN * progress), QPainter.RenderHint.Antialiasing
    painter.setBrush(_HOLLOW)
    painter.setRenderHint(smooth, on=ring.edge is None)
    painter.setPen(ring.rim)
    painter.drawEllipse(_ORIGIN, orb, orb)
    painter.setPen(ring.arc)
    painter.drawArc(ring.middle, _TOP, sweep)
    if ring.edge is not None:
        painter.setRenderHint(smooth)
        painter.setPen(ring.edge)
        half = ring.rim.widthF() / 2
        painter.drawEllipse(_ORIGIN, orb + half, orb + half)
        painter.drawEllipse(_ORIGIN, orb - half, orb - half)
        painter.drawArc(ring.outer, _TOP, sweep)
        painter.drawArc(ring.inner, _TOP, sweep)
    _paint_ends(painter, ring, 2 * pi * progress)


def _paint_ends(painter: QPainter, ring: BreathRing, angle: float) -> None:
    """The round cap where the arc begins, and the dot with its halo where it ends."""
    radius = ring.radius
    painter.setPen(_NO_LINE)
    painter.setBrush(ring.ink)
    painter.drawEllipse(QPointF(0, -radius), ring.cap, ring.cap)
    head = QPointF(radius * sin(angle), -radius * cos(angle))
    painter.setBrush(ring.ground)
    painter.drawEllipse(head, _HALO * radius, _HALO * radius)
    painter.setBrush(ring.ink)
    painter.drawEllipse(head, _DOT * radius, _DOT * radius)
