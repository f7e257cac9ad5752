"""Ribdown's own picture, for tray, window and notifications. Nobody says whether what it stands on is dark or light,
so it has to be read on both."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

# As far from white as from black: 4.5 : 1 and more (WCAG 2.2, 1.4.3 has the formula). What is on it is white.
GROUND = QColor("#16807a")
INK = QColor("#ffffff")
SIZES = (16, 22, 24, 32, 48, 64)
# In a box of 24: the arrow under the rib. Several ribs would look like the sign of a wireless network.
_ARROW = ((12.0, 9.5), (12.0, 18.2)), ((8.2, 14.6), (12.0, 18.4), (15.8, 14.6))


def own_picture(*, mask: bool = False) -> QIcon:
    """A rib that goes down, on a disc. `mask`: the lines alone, which macOS fills with the right colour by itself."""
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(_drawn(size, mask=mask))
    icon.setIsMask(mask)
    return icon


def _drawn(size: int, *, mask: bool) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 24, size / 24)
    if not mask:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(GROUND)
        painter.drawEllipse(QRectF(0.5, 0.5, 23, 23))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("black") if mask else INK, 2.2, c=Qt.PenCapStyle.RoundCap))
    rib = QPainterPath(QPointF(5, 9.5))
    rib.cubicTo(8, 4, 16, 4, 19, 9.5)
    painter.drawPath(rib)
    for line in _ARROW:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))
    painter.end()
    return pixmap
