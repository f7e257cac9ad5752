"""A breath's ring in two strokes looks like one smooth line."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from ribdown.ui.widgets.breath_ring import breath_ring, paint_breath_ring

MIDDLE = 300
INK, GROUND = QColor(255, 255, 255), QColor(0, 0, 0)


def canvas(ratio: float) -> QImage:
    image = QImage(round(2 * MIDDLE * ratio), round(2 * MIDDLE * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(GROUND)
    return image


def begin(image: QImage) -> QPainter:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(MIDDLE, MIDDLE)
    return painter


def greys(image: QImage) -> bytes:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(grey.constBits())


def fast(radius: float, orb: float, progress: float, ratio: float) -> bytes:
    image = canvas(ratio)
    painter = begin(image)
    paint_breath_ring(painter, breath_ring(radius, ratio, INK, GROUND), orb, progress)
    painter.end()
    return greys(image)


def smooth(radius: float, orb: float, progress: float, ratio: float) -> bytes:
    """The same with wide smooth lines."""
    image = canvas(ratio)
    painter = begin(image)
    painter.setPen(QPen(INK, radius / 40))
    painter.drawEllipse(QPointF(), orb, orb)
    painter.setPen(QPen(INK, radius * 12 / 160, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawArc(QRectF(-radius, -radius, 2 * radius, 2 * radius), 90 * 16, -round(5760 * progress))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.rotate(360 * progress)
    for share, ink in ((11 / 160, GROUND), (7.5 / 160, INK)):
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(0, -radius), share * radius, share * radius)
    painter.end()
    return greys(image)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("progress", [0.1, 0.37, 0.93])
@pytest.mark.parametrize("orb", [0.6, 0.74, 0.873])
@pytest.mark.parametrize("radius", [46.0, 90.0, 160.0, 200.0, 268.0])
def test_it_looks_like_one_smooth_line(
    qapp: QApplication, radius: float, orb: float, progress: float, ratio: float
) -> None:
    one, other = (paint(radius, orb * radius, progress, ratio) for paint in (fast, smooth))
    assert sum(one) == pytest.approx(sum(other), rel=0.03), "as much ink"
    apart = sum(abs(a - b) > 64 for a, b in zip(one, other, strict=True))
    assert apart < 0.015 * sum(ink > 0 for ink in other), "of the line's pixels"


def test_it_moves_by_less_than_a_pixel_as_a_smooth_line_does(qapp: QApplication) -> None:
    """Over a pixel in tenths, the ink grows steadily: no step of it jumps."""
    ink = [sum(fast(160, 120 + tenth / 10, 0.25, 1.0)) for tenth in range(11)]
    steps = [after - before for before, after in pairwise(ink)]
    assert max(steps) - min(steps) < 0.01 * ink[0]
