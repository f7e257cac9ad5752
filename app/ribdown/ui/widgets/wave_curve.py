"""The curve of a part's breaths, painted once into tiles as wide as the strip; a frame only copies what shows."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from ribdown.core.blocks import SegmentKind
from ribdown.core.phases import phase_of
from ribdown.core.timeline import Segment, Timeline
from ribdown.ui.look import Look, colour
from ribdown.ui.translation import QT_TRANSLATE_NOOP, translate
from ribdown.ui.widgets.breath_points import breath_points
from ribdown.ui.widgets.strip_canvas import HEIGHT, WIDTH, Align, draw_row, row_font
from ribdown.ui.words import tenths

SPEED = 45.0  # units a second
FLOOR = HEIGHT - 2  # where the area under the curve ends
_TOP, _BOTTOM = 24.0, HEIGHT - 34
_LINE = 5.0
_AREA, _PAST = 0.15, 0.38
_LABEL_BOX = QRectF(0, 0, WIDTH, 28)
_LABELS = {
    SegmentKind.INHALE: QT_TRANSLATE_NOOP("words", "in {}"),
    SegmentKind.EXHALE: QT_TRANSLATE_NOOP("words", "out {}"),
    SegmentKind.PAUSE: QT_TRANSLATE_NOOP("words", "pause {}"),
}


@dataclass(frozen=True, slots=True)
class WaveSize:
    """What a curve is painted for: `s` pixels a unit, `ratio` device pixels a pixel."""

    look: Look
    s: float
    ratio: float

    @property
    def unit(self) -> float:
        """Device pixels a unit."""
        return self.s * self.ratio


class WaveCurve:
    """The curve of the part that segment `index` of a timeline belongs to; it begins `start` seconds into it."""

    def __init__(self, timeline: Timeline, index: int, size: WaveSize) -> None:
        self._timeline = timeline
        self._size = size
        segments, first, after = timeline.segments, index, index + 1
        while first and _together(segments[first - 1], segments[index]):
            first -= 1
        while after < len(segments) and _together(segments[after], segments[index]):
            after += 1
        self._indices = range(first, after)
        starts = timeline.starts
        self.start = starts[first]
        self.steps = [WaveStep(segments[i], size, (starts[i] - self.start) * SPEED) for i in self._indices]
        self._tile_width = ceil(WIDTH * size.unit)
        self._tile_height = ceil(HEIGHT * size.unit)
        self._tiles: dict[int, tuple[QPixmap, QPixmap]] = {}

    def holds(self, timeline: Timeline, index: int, size: WaveSize) -> bool:
        """Whether this is the curve to show at a segment."""
        return timeline is self._timeline and index in self._indices and size == self._size

    def copy(self, painter: QPainter, scroll: int, now: int) -> None:
        """Copy a strip's width from device pixel `scroll` of the curve on; what lies before `now` of it is past."""
        for number, (line, whole) in self._visible(scroll).items():
            left = number * self._tile_width - scroll
            painter.setOpacity(_PAST)
            self._copy_tile(painter, line, left, 0, now)
            painter.setOpacity(1)
            self._copy_tile(painter, whole, left, now, self._tile_width)

    def _visible(self, scroll: int) -> dict[int, tuple[QPixmap, QPixmap]]:
        """The tiles in sight by number, each without and with the area; the others are let go."""
        last = int(self.steps[-1].right * self._size.unit) // self._tile_width
        first = scroll // self._tile_width
        numbers = range(max(first, 0), min(first + 1, last) + 1)
        if set(numbers) != self._tiles.keys():
            self._tiles = {
                n: self._tiles.get(n) or (self._tile(n, area=False), self._tile(n, area=True)) for n in numbers
            }
        return self._tiles

    def _tile(self, number: int, *, area: bool) -> QPixmap:
        tile = QPixmap(self._tile_width, self._tile_height)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        painter.translate(-number * self._tile_width, 0)
        painter.scale(self._size.unit, self._size.unit)
        left = number * self._tile_width / self._size.unit
        for step in self.steps:
            if step.left - _LINE < left + WIDTH and step.right + _LINE > left:
                step.paint(painter, area=area)
        painter.end()
        return tile

    def _copy_tile(self, painter: QPainter, tile: QPixmap, tile_left: int, start: int, end: int) -> None:
        """Copy a tile that lies at `tile_left`, between `start` and `end`; all in device pixels of the strip."""
        left, right = max(start, tile_left), min(end, tile_left + self._tile_width)
        if left < right:
            ratio, height = self._size.ratio, self._tile_height
            target = QRectF(left / ratio, 0, (right - left) / ratio, height / ratio)
            painter.drawPixmap(target, tile, QRectF(left - tile_left, 0, right - left, height))


class WaveStep:
    """One segment of the curve, from `left` to `right` in units from the part's start."""

    def __init__(self, segment: Segment, size: WaveSize, left: float) -> None:
        self._size = size
        self._hue = size.look.hue(phase_of(segment).hue)
        self.left = left
        self.right = left + segment.seconds * SPEED
        self._words = translate("words", _LABELS[segment.kind]).format(tenths(segment.seconds))
        self._font = row_font(size.look, _LABEL_BOX, self._words, 18)
        self.label_width = QFontMetricsF(self._font).horizontalAdvance(self._words)
        box = QRectF(left, _TOP, self.right - left, _BOTTOM - _TOP)
        self._curve = breath_points(segment.kind, box, ceil(box.width() / 3))

    @cached_property
    def label(self) -> QPixmap:
        """What stands under it."""
        unit = self._size.unit
        label = QPixmap(ceil((self.label_width + 2) * unit), ceil(_LABEL_BOX.height() * unit))
        label.fill(Qt.GlobalColor.transparent)
        painter = QPainter(label)
        painter.scale(unit, unit)
        row = QRectF(0, 0, label.width() / unit, label.height() / unit)
        draw_row(painter, row, self._words, self._font, self._hue.ink, Align.AlignHCenter)
        painter.end()
        label.setDevicePixelRatio(self._size.ratio)
        return label

    def paint(self, painter: QPainter, *, area: bool) -> None:
        """Paint the line, and the area under it."""
        if area:  # Without antialiasing: neighbours meet without a seam, and the line hides the upper edge.
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(Qt.PenStyle.NoPen)
            tint = QColor(self._hue.fill)
            tint.setAlphaF(_AREA)
            painter.setBrush(tint)
            corners = [QPointF(self.right, FLOOR), QPointF(self.left, FLOOR)]
            painter.drawPolygon(QPolygonF([*self._curve, *corners]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour(self._hue.fill), _LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(self._curve))


def height_of(level: float) -> float:
    """The y of a breath level (0–1), in units."""
    return _BOTTOM - level * (_BOTTOM - _TOP)


def _together(one: Segment, other: Segment) -> bool:
    """Whether two segments share a curve: a get-ready after a stop parts it."""
    return one.part == other.part and one.kind in _LABELS and other.kind in _LABELS
