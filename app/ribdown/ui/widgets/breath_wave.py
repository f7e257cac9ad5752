"""The breath wave: time runs from right to left through a dot that rises and sinks with the breath."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ribdown.core.moment import Moment
from ribdown.core.timeline import Timeline
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.breath_bars import paint_breath_bars
from ribdown.ui.widgets.strip_canvas import WIDTH, Align, draw_row
from ribdown.ui.widgets.wave_curve import FLOOR, SPEED, WaveCurve, WaveSize, height_of

_NOW = 72.0
_CLEAR = 19.0  # the dot's radius with its halo, and some air
_LABEL_Y, _LABEL_HEIGHT, _LABEL_ROOM = 98.5, 28.0, 58.0


class BreathWave:
    """Paints the wave of the part at work, and keeps that part's curve."""

    def __init__(self) -> None:
        self._curve: WaveCurve | None = None

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
        painter.scale(s, s)
        _paint_labels(painter, curve, elapsed)
        _paint_now(painter, QPointF(now / size.unit, height_of(moment.position.level)), moment, look)
        painter.restore()


def _paint_labels(painter: QPainter, curve: WaveCurve, elapsed: float) -> None:
    for step in curve.steps:
        left, right = max(step.left - elapsed + _NOW, _NOW), min(step.right - elapsed + _NOW, WIDTH)
        clear = 2 * _CLEAR if left == _NOW else 8  # the dot must not cover the label
        if right - left > max(_LABEL_ROOM, step.label_width + clear):
            row = QRectF(left, _LABEL_Y, right - left, _LABEL_HEIGHT)
            draw_row(painter, row, step.label, step.font, step.hue.ink, Align.AlignHCenter)


def _paint_now(painter: QPainter, dot: QPointF, moment: Moment, look: Look) -> None:
    theme = look.theme
    dashes = QPen(colour(theme.edge), 1.6, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    dashes.setDashPattern([2.4, 3.6])
    painter.setPen(dashes)
    painter.drawLine(QPointF(dot.x(), 6), QPointF(dot.x(), FLOOR))
    painter.setPen(Qt.PenStyle.NoPen)
    for radius, ink in ((17, theme.bg), (12, look.hue(moment.phase.hue).fill), (4.5, theme.bg)):
        painter.setBrush(colour(ink))
        painter.drawEllipse(dot, radius, radius)
