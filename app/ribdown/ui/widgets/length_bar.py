"""Under a hold or a walk: how long it has lasted, in the range it may last."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ribdown.core.blocks import Hold, Walk
from ribdown.core.moment import Moment
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour
from ribdown.ui.translation import translate
from ribdown.ui.widgets.strip_canvas import WIDTH, draw_row, row_font, strip_units
from ribdown.ui.words import tenths

_BAR = QRectF(14, 34, 532, 26)
_MARKS = (73.0, 26.0)  # top and height
_BREATHE = QRectF(48, 100, WIDTH - 58, 25)
_IN_MINUTES_FROM = 120  # seconds


def paint_length_bar(painter: QPainter, box: QRectF, moment: Moment, look: Look, s: float) -> None:
    """A bar to the longest that is asked for, with the range as a window and the planned length as a line."""
    block = moment.segment.run.block
    assert isinstance(block, Hold | Walk)
    low, longest = (block.hold if isinstance(block, Hold) else block.walk).range
    position, theme = moment.position, look.theme
    hue = look.hue(moment.phase.hue)
    longest = max(longest, position.length)
    spent = position.length - (moment.number or 0) if look.still else position.spent
    with strip_units(painter, box, s):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.raised))
        painter.drawRoundedRect(_BAR, 8, 8)
        done = QRectF(_BAR.topLeft(), QPointF(_x(spent / longest), _BAR.bottom()))
        painter.setBrush(colour(hue.fill))
        radius = min(8.0, done.width() / 2)
        painter.drawRoundedRect(done, radius, radius)
        if low < longest:
            window = QRectF(QPointF(_x(low / longest), 28), QPointF(_BAR.right(), 66))
            pen = QPen(colour(hue.fill), 2.8, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([1.1, 2.3])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(window, 8, 8)
        goal = _x(position.length / longest)
        painter.setPen(QPen(colour(theme.text), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(goal, 22), QPointF(goal, 71))
        _paint_marks(painter, look, low, position.length, longest)
        paint_icon(painter, "relax", QRectF(18, _BREATHE.center().y() - 11, 22, 22), colour(hue.ink), 2.4)
        text = (
            translate("words", "Keep breathing. Nothing else moves.")
            if isinstance(block, Hold)
            else translate("words", "Keep breathing.")
        )
        draw_row(painter, _BREATHE, text, row_font(look, _BREATHE, text, 19), theme.text)


def _paint_marks(painter: QPainter, look: Look, low: float, goal: float, longest: float) -> None:
    """The numbers under the bar. The goal's comes first; another that would touch one already there is left out."""
    unit, size = (translate("words", "{} min"), 60) if longest >= _IN_MINUTES_FROM else (translate("words", "{} s"), 1)
    bare = low < goal < longest  # its neighbours carry the unit
    marks = [(goal, "{}" if bare else unit), (longest, unit), (low, unit), (0.0, "{}")]
    taken: list[QRectF] = []
    for value, shape in marks:
        px, weight, ink = (18, 600, look.theme.text2) if taken else (20, 700, look.theme.text)
        text = shape.format(tenths(value / size))
        row = QRectF(0, _MARKS[0], WIDTH, _MARKS[1])
        font = row_font(look, row, text, px, weight)
        width = QFontMetricsF(font).horizontalAdvance(text)
        left = min(max(_x(value / longest) - width / 2, _BAR.left()), _BAR.right() - width)
        row = QRectF(left, row.top(), width, row.height())
        if not any(row.adjusted(-6, 0, 6, 0).intersects(other) for other in taken):
            taken.append(draw_row(painter, row, text, font, ink))


def _x(share: float) -> float:
    return _BAR.left() + _BAR.width() * share
