"""A few breaths as a curve, standing still: the app's picture where there is nothing else to show."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ribdown.core.blocks import SegmentKind
from ribdown.core.theme import Hue
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.breath_points import breath_points

_PHASES = ((SegmentKind.INHALE, Hue.INHALE, 1.0), (SegmentKind.EXHALE, Hue.EXHALE, 2.0))
_PEN = 5.0
_STEPS = 32
_AREA = 0.15  # opacity


class BreathCurve(QWidget):
    """`breaths` may end within one."""

    def __init__(self, look: Look, breaths: float = 1.5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._breaths = breaths
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As in the mock-up of the empty history."""
        scale = self._look.text_scale
        return QSize(round(134 * self._breaths * scale), round(66 * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the areas, then the line over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setClipRect(box)
        curves = list(self._curves(box.adjusted(0, _PEN, 0, -_PEN)))
        for hue, curve in curves:
            area = QPainterPath(curve)
            area.lineTo(curve.currentPosition().x(), box.bottom())
            area.lineTo(curve.elementAt(0).x, box.bottom())
            fill = QColor(colour(self._look.hue(hue).fill))
            fill.setAlphaF(_AREA)
            painter.fillPath(area, fill)
        for hue, curve in curves:
            ink = colour(self._look.hue(hue).fill)
            painter.setPen(QPen(ink, _PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPath(curve)

    def _curves(self, box: QRectF) -> Iterator[tuple[Hue, QPainterPath]]:
        phases, unit = self._course(box.width())
        x = box.left()
        while phases and x < box.right():
            for kind, hue, length in phases:
                points = breath_points(kind, QRectF(x, box.top(), length * unit, box.height()), _STEPS)
                curve = QPainterPath(points[0])
                for point in points[1:]:
                    curve.lineTo(point)
                yield hue, curve
                x += length * unit

    def _course(self, width: float) -> tuple[Sequence[tuple[SegmentKind, Hue, float]], float]:
        """The phases of a breath with their lengths, and how many pixels a unit of those takes."""
        return _PHASES, width / (self._breaths * sum(length for _, _, length in _PHASES))
