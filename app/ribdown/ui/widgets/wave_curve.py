"""The curve of a part's breaths, painted once into tiles as wide as the strip; a frame only copies what shows."""

from bisect import bisect_left, bisect_right
from functools import cached_property
from math import ceil
from typing import NamedTuple

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


class WaveSize(NamedTuple):
    """What a curve is painted for: `s` pixels a unit, `ratio` device pixels a pixel, and a strip of `width` x `height`
    pixels."""

    look: Look
    s: float
    ratio: float
    width: float
    height: float

    @property
    def unit(self) -> float:
        """Device pixels a unit."""
        return self.s * self.ratio


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
        self._lefts = [step.left for step in self.steps]
        self._tile_width = ceil(size.width * size.ratio)
        self._tile_height = ceil(size.height * size.ratio)
        self._last = int(self.steps[-1].right * size.unit) // self._tile_width
        self._tiles: dict[int, tuple[QPixmap, QPixmap]] = {}

    def holds(self, timeline: Timeline, index: int) -> bool:
        """Whether this is the curve to show at a segment."""
        return timeline is self._timeline and index in self._indices

    def between(self, left: float, right: float) -> list[WaveStep]:
        """The steps that reach into what lies between two places, in units from the part's start."""
        first = max(bisect_right(self._lefts, left) - 1, 0)
        return self.steps[first : bisect_left(self._lefts, right)]

    def copy(self, painter: QPainter, x: int, y: int, scroll: int, now: int) -> None:
        """Cover the strip, whose corner is at (x, y), with what begins at `scroll` of the curve; what lies before `now`
        of the strip is past. All in device pixels."""
        width = self._tile_width
        tiles = self._visible(scroll)
        for number in range(scroll // width, (scroll + width - 1) // width + 1):
            left = number * width - scroll
            if number in tiles:
                past, ahead = tiles[number]
                self._copy_tile(painter, past, (x, y), left, (0, now))
                self._copy_tile(painter, ahead, (x, y), left, (now, width))
            else:
                ratio, start, end = self._size.ratio, max(left, 0), min(left + width, width)
                blank = QRectF((x + start) / ratio, y / ratio, (end - start) / ratio, self._tile_height / ratio)
                painter.fillRect(blank, colour(self._size.look.theme.bg))

    def _visible(self, scroll: int) -> dict[int, tuple[QPixmap, QPixmap]]:
        """The tiles in sight by number, each as it is past and ahead; the others are let go."""
        first = scroll // self._tile_width
        numbers = range(max(first, 0), min(first + 1, self._last) + 1)
        if list(self._tiles) != list(numbers):
            self._tiles = {n: self._tiles.get(n) or self._pair(n) for n in numbers}
        return self._tiles

    def _pair(self, number: int) -> tuple[QPixmap, QPixmap]:
        # On the page's colour, since what is opaque is copied fastest.
        bg = colour(self._size.look.theme.bg)
        past = QPixmap(self._tile_width, self._tile_height)
        past.fill(bg)
        painter = QPainter(past)
        painter.setOpacity(_PAST)
        painter.drawPixmap(0, 0, self._tile(number, colour("transparent"), area=False))
        painter.end()
        return past, self._tile(number, bg, area=True)

    def _tile(self, number: int, ground: QColor, *, area: bool) -> QPixmap:
        tile = QPixmap(self._tile_width, self._tile_height)
        tile.fill(ground)
        painter = QPainter(tile)
        painter.translate(-number * self._tile_width, 0)
        painter.scale(self._size.unit, self._size.unit)
        left = number * self._tile_width / self._size.unit
        for step in self.between(left - _LINE, left + self._tile_width / self._size.unit + _LINE):
            step.paint(painter, area=area)
        painter.end()
        return tile

    def _copy_tile(
        self, painter: QPainter, tile: QPixmap, corner: tuple[int, int], tile_left: int, shown: tuple[int, int]
    ) -> None:
        """Copy what is `shown` from, to of the strip from a tile that lies at `tile_left`; all in device pixels."""
        left, right = max(shown[0], tile_left), min(shown[1], tile_left + self._tile_width)
        if left < right:
            ratio, height = self._size.ratio, self._tile_height
            x, y = corner
            target = QRectF((x + left) / ratio, y / ratio, (right - left) / ratio, height / ratio)
            painter.drawPixmap(target, tile, QRectF(left - tile_left, 0, right - left, height))


def height_of(level: float) -> float:
    """The y of a breath level (0–1), in units."""
    return _BOTTOM - level * (_BOTTOM - _TOP)


def _together(one: Segment, other: Segment) -> bool:
    """Whether two segments share a curve: a get-ready after a stop parts it."""
    return one.part == other.part and one.kind in _LABELS and other.kind in _LABELS
