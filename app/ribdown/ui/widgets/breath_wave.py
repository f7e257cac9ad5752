"""The breath wave: time runs from right to left through a dot that rises and sinks with the breath."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from ribdown.core.moment import Moment
from ribdown.core.theme import Hue
from ribdown.core.timeline import Timeline
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.breath_bars import paint_breath_bars
from ribdown.ui.widgets.layers import layer_of
from ribdown.ui.widgets.strip_canvas import HEIGHT, WIDTH
from ribdown.ui.widgets.wave_curve import FLOOR, SPEED, WaveCurve, WaveSize, WaveStep, height_of

_NOW = 72.0
_DOT = 17.0  # the dot's radius with its halo
_CLEAR = 19.0  # the same with some air
_LABEL_Y, _LABEL_ROOM = 98.5, 58.0
_HALF_LINE = 0.8  # of the width of the line that is now


class WaveMarks:
    """The line and the dot that stand where it is now, painted once for a size."""

    def __init__(self, size: WaveSize) -> None:
        self.size = size
        self._dots: dict[Hue, QPixmap] = {}
        self.dot_half, self.line_half = int(_DOT * size.s) + 2, ceil(_HALF_LINE * size.s)
        self.line = self._line()

    def dot(self, hue: Hue) -> QPixmap:
        """The dot of a phase, `dot_half` pixels to each side of its middle."""
        if hue not in self._dots:
            self._dots[hue] = self._dot(hue)
        return self._dots[hue]

    def _line(self) -> QPixmap:
        s, high = self.size.s, ceil(HEIGHT * self.size.s)

        def paint(painter: QPainter) -> None:
            ink = colour(self.size.look.theme.edge)
            dashes = QPen(ink, 2 * _HALF_LINE * s, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
            dashes.setDashPattern([2.4, 3.6])
            painter.setPen(dashes)
            painter.drawLine(QPointF(0, 6 * s - high / 2), QPointF(0, FLOOR * s - high / 2))

        return layer_of(self.size.ratio, (2 * self.line_half, high), paint)

    def _dot(self, hue: Hue) -> QPixmap:
        look, s = self.size.look, self.size.s

        def paint(painter: QPainter) -> None:
            painter.setPen(Qt.PenStyle.NoPen)
            for radius, ink in ((_DOT, look.theme.bg), (12.0, look.hue(hue).fill), (4.5, look.theme.bg)):
                painter.setBrush(colour(ink))
                painter.drawEllipse(QPointF(0, 0), radius * s, radius * s)

        return layer_of(self.size.ratio, (2 * self.dot_half, 2 * self.dot_half), paint)


class BreathWave:
    """Paints the wave of the part at work, and keeps that part's curve and the marks in use."""

    def __init__(self) -> None:
        self._place: tuple[QRectF, Look, float, float] | None = None
        self._curve: WaveCurve | None = None
        self._marks: WaveMarks | None = None

    def paint(self, painter: QPainter, box: QRectF, timeline: Timeline, moment: Moment, look: Look, s: float) -> None:
        """Paint into `box` (560 x 130 times `s`); with reduced motion, bars that stand still."""
        if look.still:
            paint_breath_bars(painter, box, timeline, moment, look, s)
            return
        ratio, index = painter.device().devicePixelRatioF(), moment.position.index
        place = box, look, s, ratio
        marks = self._marks
        if marks is None or place != self._place:
            self._place, self._curve = place, None
            marks = self._marks = WaveMarks(WaveSize(look, s, ratio, box.width(), box.height()))
        if self._curve is None or not self._curve.holds(timeline, index):
            self._curve = WaveCurve(timeline, index, marks.size)
        curve, unit = self._curve, s * ratio
        now = round(_NOW * unit)
        elapsed = (moment.position.elapsed - curve.start) * SPEED
        if not ratio.is_integer():  # the box's edge lies between two device pixels
            painter.fillRect(box.adjusted(-1, -1, 1, 1), colour(look.theme.bg))
        # Every edge lies on a device pixel, so that what is copied stays sharp.
        left, top = round(box.left() * ratio), round(box.top() * ratio)
        curve.copy(painter, left, top, round(elapsed * unit) - now, now)
        y = (top + round(_LABEL_Y * unit)) / ratio
        for step in curve.between(elapsed, elapsed + WIDTH - _NOW):
            label, middle = _label(step, step.left - elapsed + _NOW, step.right - elapsed + _NOW)
            if label is not None:
                painter.drawPixmap(QPointF((left + round(middle * unit - label.width() / 2)) / ratio, y), label)
        x, y = (left + now) / ratio, top / ratio
        painter.drawPixmap(QPointF(x - marks.line_half, y), marks.line)
        y += height_of(moment.position.level) * s
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)  # it moves by less than a pixel a frame
        painter.drawPixmap(QPointF(x - marks.dot_half, y - marks.dot_half), marks.dot(moment.phase.hue))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)


def _label(step: WaveStep, left: float, right: float) -> tuple[QPixmap | None, float]:
    """A step's label, and the middle of what shows of the step between `left` and `right`; None without room."""
    clear = 8.0
    if left < _NOW:
        left, clear = _NOW, 2 * _CLEAR  # the dot must not cover the label
    if right > WIDTH:
        right = WIDTH
    wanted = step.label_width + clear
    room = right - left
    return (step.label if room > wanted and room > _LABEL_ROOM else None), (left + right) / 2
