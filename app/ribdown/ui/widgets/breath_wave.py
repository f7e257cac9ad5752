"""The breath wave: time runs from right to left through a dot that rises and sinks with the breath."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from ribdown.core.moment import Moment
from ribdown.core.theme import HueColours
from ribdown.core.timeline import Timeline
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.breath_bars import paint_breath_bars
from ribdown.ui.widgets.layers import Layers
from ribdown.ui.widgets.strip_canvas import WIDTH
from ribdown.ui.widgets.wave_curve import FLOOR, SPEED, WaveCurve, WaveSize, height_of

_NOW = 72.0
_DOT = 17.0  # the dot's radius with its halo
_CLEAR = 19.0  # the same with some air
_LABEL_Y, _LABEL_ROOM = 98.5, 58.0
_DOTS_KEPT = 4  # in, out and pause, and one more while the theme changes


class BreathWave:
    """Paints the wave of the part at work, and keeps that part's curve and the dots in use."""

    def __init__(self) -> None:
        self._curve: WaveCurve | None = None
        self._dots = Layers(_DOTS_KEPT)

    def paint(self, painter: QPainter, box: QRectF, timeline: Timeline, moment: Moment, look: Look, s: float) -> None:
        """Paint into `box` (560 x 130 times `s`); with reduced motion, bars that stand still."""
        if look.still:
            paint_breath_bars(painter, box, timeline, moment, look, s)
            return
        size = WaveSize(look, s, painter.device().devicePixelRatioF())
        index = moment.position.index
        if self._curve is None or not self._curve.holds(timeline, index, size):
            self._curve = WaveCurve(timeline, index, size)
        curve = self._curve
        now = round(_NOW * size.unit)
        elapsed = (moment.position.elapsed - curve.start) * SPEED
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Every edge lies on a device pixel, so that what is copied stays sharp.
        painter.translate(round(box.left() * size.ratio) / size.ratio, round(box.top() * size.ratio) / size.ratio)
        curve.copy(painter, round(elapsed * size.unit) - now, now)
        _copy_labels(painter, curve, elapsed, size)
        _paint_now(painter, now / size.ratio, look, s)
        dot = QPointF(now / size.ratio, height_of(moment.position.level) * s)
        self._copy_dot(painter, dot, look.hue(moment.phase.hue), look, s)
        painter.restore()

    def _copy_dot(self, painter: QPainter, dot: QPointF, hue: HueColours, look: Look, s: float) -> None:
        def paint(layer: QPainter) -> None:
            layer.setPen(Qt.PenStyle.NoPen)
            for radius, ink in ((_DOT, look.theme.bg), (12.0, hue.fill), (4.5, look.theme.bg)):
                layer.setBrush(colour(ink))
                layer.drawEllipse(QPointF(0, 0), radius * s, radius * s)

        half = int(_DOT * s) + 2
        layer = self._dots.get(painter, (hue.fill, look.theme.id), QSize(2 * half, 2 * half), paint)
        # It moves by less than a pixel a frame.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(dot - QPointF(half, half), layer)


def _copy_labels(painter: QPainter, curve: WaveCurve, elapsed: float, size: WaveSize) -> None:
    for step in curve.steps:
        left, right = max(step.left - elapsed + _NOW, _NOW), min(step.right - elapsed + _NOW, WIDTH)
        clear = 2 * _CLEAR if left == _NOW else 8  # the dot must not cover the label
        if right - left > max(_LABEL_ROOM, step.label_width + clear):
            label = step.label
            x = round((left + right) / 2 * size.unit - label.width() / 2)
            painter.drawPixmap(QPointF(x / size.ratio, round(_LABEL_Y * size.unit) / size.ratio), label)


def _paint_now(painter: QPainter, x: float, look: Look, s: float) -> None:
    dashes = QPen(colour(look.theme.edge), 1.6 * s, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    dashes.setDashPattern([2.4, 3.6])
    painter.setPen(dashes)
    painter.drawLine(QPointF(x, 6 * s), QPointF(x, FLOOR * s))
