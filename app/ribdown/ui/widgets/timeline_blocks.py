"""How the blocks of the timeline bar look: done, at work, to come, or skipped."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ribdown.core.theme import Hue
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.timeline_layout import Block

HALF_NOW = 13.0  # px at scale 1 from the middle up and down, as the two below
MARK = 8.0  # the triangle's height, px at scale 1
_HALF, _HALF_THIN = 9.0, 3.0
_HOLLOW_TINT = 0.16
_WHOLE = 0.999


@dataclass(frozen=True, slots=True)
class BlockPainter:
    """Paints blocks along `middle` (y, in pixels) at the scale `s`."""

    painter: QPainter
    look: Look
    middle: float
    s: float

    def paint_block(self, block: Block, share: float, *, over: bool) -> None:
        """A block of which `share` (0–1) is done; `over` says that the session has passed it."""
        theme, s = self.look.theme, self.s
        if block.thin:
            self._fill(self._box(block, _HALF_THIN), colour(theme.accent if share else theme.edge))
            return
        box = self._box(block, _HALF)
        if share < _WHOLE:
            tint = QColor(theme.edge)
            tint.setAlphaF(0.0 if over else _HOLLOW_TINT)
            pen = QPen(colour(theme.edge), 1.5 * s)
            if over:
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                pen.setDashPattern([2.5, 2])
            self.painter.setPen(pen)
            self.painter.setBrush(tint)
            inset = min(0.75 * s, box.width() / 4)
            self.painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 4 * s, 4 * s)
        if share:
            box.setWidth(block.width * share)
            self._fill(box, colour(theme.accent))

    def paint_now(self, block: Block, share: float, hue: Hue) -> None:
        """The block at work, of which `share` (0–1) has passed."""
        colours, s = self.look.hue(hue), self.s
        if block.thin:
            box = self._box(block, _HALF_THIN)
            self._fill(box, colour(self.look.theme.edge))
        else:
            box = self._box(block, HALF_NOW)
            self.painter.setPen(QPen(colour(colours.fill), 2 * s))
            self.painter.setBrush(colour(colours.ring_track))
            self.painter.drawRoundedRect(box.adjusted(s, s, -s, -s), 6 * s, 6 * s)
            box.adjust(3 * s, 4 * s, 0, -4 * s)
        box.setRight(block.left + block.width * share)
        if box.width() > 0:
            self._fill(box, colour(colours.fill))

    def paint_mark(self, x: float, width: float) -> None:
        """The triangle over the block at work, on a bar of this width."""
        half, height = MARK * self.s * 0.875, MARK * self.s
        x = min(max(x, half), width - half)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour(self.look.theme.text))
        self.painter.drawPolygon(QPolygonF([QPointF(x - half, 0), QPointF(x + half, 0), QPointF(x, height)]))

    def _box(self, block: Block, half: float) -> QRectF:
        return QRectF(block.left, self.middle - half * self.s, block.width, 2 * half * self.s)

    def _fill(self, box: QRectF, ink: QColor) -> None:
        radius = min(4 * self.s, box.width() / 2, box.height() / 2)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(ink)
        self.painter.drawRoundedRect(box, radius, radius)
