"""A breath's ring in two strokes looks like one smooth line."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from ribdown.ui.widgets.breath_ring import breath_ring, paint_breath_ring

R, MIDDLE = 160.0, 200
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


def fast(orb: float, progress: float, ratio: float) -> bytes:
    image = canvas(ratio)
    painter = begin(image)
    paint_breath_ring(painter, breath_ring(R, ratio, INK, GROUND, 4.0, 12.0), orb, progress)
    painter.end()
    return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


def smooth(orb: float, progress: float, ratio: float) -> bytes:
    """The same with wide smooth lines."""
    image = canvas(ratio)
    painter = begin(image)
    painter.setPen(QPen(INK, 4))
    painter.drawEllipse(QPointF(), orb, orb)
    painter.setPen(QPen(INK, 12, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawArc(QRectF(-R, -R, 2 * R, 2 * R), 90 * 16, -round(5760 * progress))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.rotate(360 * progress)
    for radius, ink in ((11.0, GROUND), (7.5, INK)):
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(0, -R), radius, radius)
    painter.end()
    return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("progress", [0.1, 0.37, 0.5, 0.93])
@pytest.mark.parametrize("orb", [96.0, 118.3, 139.6])
def test_it_looks_like_one_smooth_line(qapp: QApplication, orb: float, progress: float, ratio: float) -> None:
    one, other = fast(orb, progress, ratio), smooth(orb, progress, ratio)
    assert sum(one) == pytest.approx(sum(other), rel=0.02), "as much ink"
    apart = [abs(a - b) for a, b in zip(one, other, strict=True)]
    assert sum(difference > 64 for difference in apart) < 0.001 * len(apart)


def test_it_moves_by_less_than_a_pixel_as_a_smooth_line_does(qapp: QApplication) -> None:
    """Over a pixel in tenths, the ink grows steadily: no step of it jumps."""
    ink = [sum(fast(120 + tenth / 10, 0.25, 1.0)) for tenth in range(11)]
    steps = [after - before for before, after in pairwise(ink)]
    assert max(steps) - min(steps) < 0.01 * ink[0]
