"""The breath without motion: one bar for each whole second of the current breath."""

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ribdown.core.blocks import SegmentKind
from ribdown.core.moment import Moment
from ribdown.core.phases import phase_of
from ribdown.core.timeline import Segment, Timeline
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.strip_canvas import WIDTH, strip_units

_BASE, _TALLEST, _LOWEST = 96.0, 84.0, 20.0
_WIDEST, _GAP, _PHASE_GAP = 77.0, 13.0, 29.0
_ICON = 22.0
_BREATH = (SegmentKind.INHALE, SegmentKind.EXHALE, SegmentKind.PAUSE)


def paint_breath_bars(painter: QPainter, box: QRectF, timeline: Timeline, moment: Moment, look: Look, s: float) -> None:
    """Bars that step up and down with the breath: done filled, now outlined, next hollow."""
    now = moment.segment
    breath = [segment for segment in timeline.segments if _breath(segment) == _breath(now)]
    bars = [(segment, second) for segment in breath for second in range(ceil(segment.seconds))]
    # The bar moves on when the number does.
    at = bars.index((now, ceil(now.seconds) - (moment.number or 1)))
    gaps = _GAP * (len(bars) - len(breath)) + _PHASE_GAP * (len(breath) - 1)
    width = min((WIDTH - 20 - gaps) / len(bars), _WIDEST)
    x = (WIDTH - width * len(bars) - gaps) / 2
    with strip_units(painter, box, s):
        for index, (segment, second) in enumerate(bars):
            if index and second == 0:
                x += _PHASE_GAP - _GAP
            phase = phase_of(segment)
            fill = colour(look.hue(phase.hue).fill)
            height = max(_level(segment, second) * _TALLEST, _LOWEST)
            bar = QRectF(x, _BASE - height, width, height)
            painter.setBrush(fill if index <= at else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(fill, 3))
            _rounded(painter, bar.adjusted(1.5, 1.5, -1.5, -1.5))
            if index == at:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colour(look.theme.text), 3))
                _rounded(painter, bar.adjusted(-5, -5, 5, 5))
            icon = QRectF(bar.center().x() - _ICON / 2, 106, _ICON, _ICON)
            paint_icon(painter, phase.icon, icon, fill, 2.8)
            x += width + _GAP


def _breath(segment: Segment) -> tuple[bool, int, int, int]:
    return segment.kind in _BREATH, segment.run.number, segment.set, segment.cycle


def _level(segment: Segment, second: int) -> float:
    """How high the bar of a second (from 0) stands, 0–1."""
    seconds = ceil(segment.seconds)
    steps = {SegmentKind.INHALE: second + 1, SegmentKind.EXHALE: seconds - second}
    return steps.get(segment.kind, 0) / seconds


def _rounded(painter: QPainter, bar: QRectF) -> None:
    radius = min(bar.width(), bar.height(), 24) / 2
    painter.drawRoundedRect(bar, radius, radius)
