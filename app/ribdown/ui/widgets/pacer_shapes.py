"""What the pacer paints into layers: track and silhouette, the orb's gradient, the countdown with its icon."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QRadialGradient, QTransform

from ribdown.core.phases import Phase, Ring, Silhouette
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, display_font, mix
from ribdown.ui.widgets.ring import paint_track
from ribdown.ui.widgets.silhouettes import FLOOR_HALF_WIDTH, FLOOR_Y, ORB_LARGEST, RIPPLES, silhouette_path

_OPEN = (Silhouette.DASHED_CIRCLE, Silhouette.OPEN_CIRCLE, Silhouette.OPEN_DIAMOND)
_WIDEST = 1.12  # R: the countdown's width


def paint_base(painter: QPainter, radius: float, phase: Phase, pieces: int, look: Look) -> None:
    """What stands still within a phase: the ring's track and the silhouette."""
    hue = look.hue(phase.hue)
    fill = colour(hue.fill)
    paint_track(painter, radius, pieces, colour(hue.ring_track))
    if phase.silhouette is Silhouette.ORB:
        _paint_guide(painter, radius, colour(hue.ring_track))
        return
    if phase.silhouette is Silhouette.RIPPLES:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(mix(hue.fill, look.theme.bg, 0.5), radius / 80))
        for share in RIPPLES:
            painter.drawEllipse(QPointF(0, 0), share * radius, share * radius)
    path = silhouette_path(phase.silhouette, radius)
    rim = QPen(fill, radius / 40)
    if phase.silhouette is Silhouette.DASHED_CIRCLE:
        rim.setDashPattern([4, 3.2])
        rim.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(rim)
    painter.setBrush(Qt.BrushStyle.NoBrush if phase.silhouette in _OPEN else _orb_brush(radius, hue.tint_top, hue.tint))
    painter.drawPath(path)
    if phase.silhouette is Silhouette.SQUARE:
        painter.setPen(QPen(fill, radius / 20, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        y = FLOOR_Y * radius
        painter.drawLine(QPointF(-FLOOR_HALF_WIDTH * radius, y), QPointF(FLOOR_HALF_WIDTH * radius, y))


def _paint_guide(painter: QPainter, radius: float, ink: QColor) -> None:
    pen = QPen(ink, radius / 80, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([1.6, 3.4])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), ORB_LARGEST * radius, ORB_LARGEST * radius)


def paint_orb_fill(painter: QPainter, ring: float, phase: Phase, look: Look) -> None:
    """The largest orb in a ring of radius `ring`, without its rim."""
    hue = look.hue(phase.hue)
    radius = ORB_LARGEST * ring
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_orb_brush(radius, hue.tint_top, hue.tint))
    painter.drawEllipse(QPointF(0, 0), radius, radius)


def _orb_brush(radius: float, top: str, bottom: str) -> QRadialGradient:
    gradient = QRadialGradient(QPointF(0, -0.24 * radius), radius * 1.1)
    gradient.setColorAt(0, colour(top))
    gradient.setColorAt(1, colour(bottom))
    return gradient


def paint_face(painter: QPainter, radius: float, text: str, px: float, phase: Phase, look: Look) -> None:
    """The countdown, `px` pixels large, and the phase's icon below it."""
    # As an outline it is centred by its ink, not by the font's line.
    path = QPainterPath()
    path.addText(0, 0, display_font(px, 600, tracking=-px / 50), text)
    box = path.boundingRect()
    if box.width() > _WIDEST * radius:
        shrink = _WIDEST * radius / box.width()
        path = QTransform.fromScale(shrink, shrink).map(path)
        box = path.boundingRect()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(look.theme.text))
    y = -0.045 * radius if phase.ring is not Ring.DOTS else 0
    painter.drawPath(path.translated(-box.center().x(), y - box.center().y()))
    if phase.ring is Ring.DOTS:
        return
    half = 0.095 * radius
    box = QRectF(-half, 0.475 * radius - half, 2 * half, 2 * half)
    paint_icon(painter, phase.icon, box, colour(look.hue(phase.hue).ink), 2.8)
