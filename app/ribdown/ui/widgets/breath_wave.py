"""The breath wave: time runs from right to left through a dot that rises and sinks with the breath."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from ribdown.core.moment import Moment
from ribdown.core.theme import HueColours
from ribdown.core.timeline import Timeline
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.breath_bars import paint_breath_bars
from ribdown.ui.widgets.layers import Layers
from ribdown.ui.widgets.strip_canvas import HEIGHT, WIDTH
from ribdown.ui.widgets.wave_curve import FLOOR, SPEED, WaveCurve, WaveSize, WaveStep, height_of

_NOW = 72.0
_DOT = 17.0  # the dot's radius with its halo
_CLEAR = 19.0  # the same with some air
_LABEL_Y, _LABEL_ROOM = 98.5, 58.0
_NOW_HALF = 0.8  # half the line's width
_LAYERS_KEPT = 5  # the line, a dot for in, out and pause, and one more while the theme changes


class BreathWave:
    """Paints the wave of the part at work, and keeps that part's curve, the line and the dots in use."""

    def __init__(self) -> None:
        self._curve: WaveCurve | None = None
        self._layers = Layers(_LAYERS_KEPT)

    def paint(self, painter: QPainter, box: QRectF, timeline: Timeline, moment: Moment, look: Look, s: float) -> None:
        """Paint into `box` (560 x 130 times `s`); with reduced motion, bars that stand still."""
        if look.still:
            paint_breath_bars(painter, box, timeline, moment, look, s)
            return
        size = WaveSize(look, s, painter.device().devicePixelRatioF(), box.width(), box.height())
        index = moment.position.index
        if self._curve is None or not self._curve.holds(timeline, index, size):
            self._curve = WaveCurve(timeline, index, size)
        curve, unit, ratio = self._curve, size.unit, size.ratio
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
        painter.drawPixmap(QPointF(x - ceil(_NOW_HALF * s), y), self._now_line(ratio, look, s))
        dot = self._dot(look.hue(moment.phase.hue), look, s, ratio)
        half = int(_DOT * s) + 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)  # it moves by less than a pixel a frame
        painter.drawPixmap(QPointF(x - half, y + height_of(moment.position.level) * s - half), dot)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)

    def _dot(self, hue: HueColours, look: Look, s: float, ratio: float) -> QPixmap:
        def paint(layer: QPainter) -> None:
            layer.setPen(Qt.PenStyle.NoPen)
            for radius, ink in ((_DOT, look.theme.bg), (12.0, hue.fill), (4.5, look.theme.bg)):
                layer.setBrush(colour(ink))
                layer.drawEllipse(QPointF(0, 0), radius * s, radius * s)

        half = int(_DOT * s) + 2
        return self._layers.get(ratio, (hue.fill, look.theme.id, s), (2 * half, 2 * half), paint)

    def _now_line(self, ratio: float, look: Look, s: float) -> QPixmap:
        high = ceil(HEIGHT * s)

        def paint(layer: QPainter) -> None:
            dashes = QPen(
                colour(look.theme.edge), 2 * _NOW_HALF * s, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap
            )
            dashes.setDashPattern([2.4, 3.6])
            layer.setPen(dashes)
            layer.drawLine(QPointF(0, 6 * s - high / 2), QPointF(0, FLOOR * s - high / 2))

        return self._layers.get(ratio, ("now", look.theme.id, s), (2 * ceil(_NOW_HALF * s), high), paint)


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
