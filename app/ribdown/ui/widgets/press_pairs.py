"""Under a relax: the sequence of presses and relaxes, as squares and pills."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ribdown.core.blocks import SegmentKind
from ribdown.core.moment import Moment
from ribdown.core.theme import Hue
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, mix
from ribdown.ui.widgets.strip_canvas import DONE, NOW, WIDTH, Align, draw_row, row_font, strip_units

_TOP, _HEIGHT, _WIDEST, _GAP, _INNER_GAP = 34.0, 36.0, 124.0, 16.0, 6.0


def paint_press_pairs(painter: QPainter, box: QRectF, moment: Moment, look: Look, s: float) -> None:
    """A square and a pill for each press and its relax: done checked, now larger, next hollow."""
    segment = moment.segment
    pairs = segment.cycles
    width = min((WIDTH - 16 - _GAP * (pairs - 1)) / pairs, _WIDEST)
    left = (WIDTH - width * pairs - _GAP * (pairs - 1)) / 2
    at = 2 * segment.cycle - (segment.kind is SegmentKind.PRESS)
    with strip_units(painter, box, s):
        for pair in range(1, pairs + 1):
            half = (width - _INNER_GAP) / 2
            for relax in (False, True):
                shape = QRectF(left + (half + _INNER_GAP) * relax, _TOP, half, _HEIGHT)
                _paint_shape(painter, look, shape, relax=relax, order=2 * pair - (not relax) - at)
            row = QRectF(left, 80, width, 28)
            now = pair == segment.cycle
            font = row_font(look, row, str(pair), 18, 700 if now else 500)
            draw_row(painter, row, str(pair), font, look.theme.text if now else look.theme.text2, Align.AlignHCenter)
            left += width + _GAP


def _paint_shape(painter: QPainter, look: Look, shape: QRectF, *, relax: bool, order: int) -> None:
    """One press or relax; `order` is below 0 for done, 0 for now, above 0 for next."""
    hue = look.hue(Hue.RELAX if relax else Hue.PRESS)
    icon, ink, size = "relax" if relax else "press", colour(hue.ink), 21.0
    if order < 0:
        icon, ink = "check", colour(look.theme.text)
        pen, brush = QPen(Qt.PenStyle.NoPen), mix(hue.fill, look.theme.bg, DONE)
    elif order == 0:
        shape, size = shape.adjusted(-2, -5, 2, 5), 26
        pen, brush = QPen(colour(hue.fill), 3.5), mix(hue.fill, look.theme.bg, NOW)
    else:
        pen, brush = QPen(mix(hue.fill, look.theme.bg, 0.8), 2.4), QColor(Qt.GlobalColor.transparent)
        shape = shape.adjusted(1, 1, -1, -1)
    painter.setPen(pen)
    painter.setBrush(brush)
    radius = shape.height() / 2 if relax else 6
    painter.drawRoundedRect(shape, radius, radius)
    size = min(size, shape.width() * 0.6)
    centre = shape.center()
    paint_icon(painter, icon, QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size), ink, 2.9)
