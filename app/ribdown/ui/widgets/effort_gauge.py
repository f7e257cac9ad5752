"""Under a press: how hard, as a target. There is no sensor, so nothing in it moves."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from ribdown.core.blocks import ContractRelax
from ribdown.core.moment import Moment
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, mix
from ribdown.ui.translation import QT_TRANSLATE_NOOP, translate
from ribdown.ui.widgets.strip_canvas import WIDTH, Align, draw_row, row_font, strip_units

_TOO_HARD = 50  # per cent
_BAR = QRectF(12, 34, 536, 30)
_FIRST_ROW, _SECOND_ROW = (74.0, 26.0), (100.0, 25.0)  # top and height
_SHARES = {
    10: QT_TRANSLATE_NOOP("words", "about a tenth"),
    20: QT_TRANSLATE_NOOP("words", "about a fifth"),
    25: QT_TRANSLATE_NOOP("words", "about a quarter"),
    33: QT_TRANSLATE_NOOP("words", "about a third"),
    50: QT_TRANSLATE_NOOP("words", "about half"),
}


def paint_effort_gauge(painter: QPainter, box: QRectF, moment: Moment, look: Look, s: float) -> None:
    """A bar from nothing to full strength with the band to press in, and what is too hard."""
    block = moment.segment.run.block
    assert isinstance(block, ContractRelax)
    low, high = block.effort.range
    theme = look.theme
    with strip_units(painter, box, s):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.raised))
        painter.drawRoundedRect(_BAR, 8, 8)
        _paint_too_hard(painter, look)
        band = QRectF(QPointF(_x(low) + 1.5, 28), QPointF(_x(high) - 1.5, 70))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.bg))
        painter.drawRoundedRect(band.adjusted(-3, -3, 3, 3), 8, 8)
        painter.setBrush(colour(look.hue(moment.phase.hue).fill))
        painter.drawRoundedRect(band, 6, 6)
        painter.setBrush(colour(theme.text))
        x = band.center().x()
        painter.drawPolygon(QPolygonF([QPointF(x - 11, 6), QPointF(x + 11, 6), QPointF(x, 19)]))
        _paint_effort_words(painter, look, x, f"{low}–{high} %", translate("words", _share((low + high) / 2)))


def _paint_too_hard(painter: QPainter, look: Look) -> None:
    theme = look.theme
    left = _x(_TOO_HARD)
    rounded, part = QPainterPath(), QPainterPath()
    rounded.addRoundedRect(_BAR, 8, 8)
    part.addRect(QRectF(QPointF(left, _BAR.top()), _BAR.bottomRight()))
    painter.save()
    painter.setClipPath(rounded.intersected(part), Qt.ClipOperation.IntersectClip)
    painter.fillRect(_BAR, mix(theme.danger, theme.bg, 0.13))
    painter.setPen(QPen(mix(theme.danger, theme.bg, 0.5), 4))
    x = left - _BAR.height()
    while x < _BAR.right():
        painter.drawLine(QPointF(x, _BAR.bottom() + 2), QPointF(x + _BAR.height() + 4, _BAR.top() - 2))
        x += 13
    painter.restore()
    painter.setPen(QPen(colour(theme.danger), 3))
    painter.drawLine(QPointF(left, 29), QPointF(left, 69))


def _paint_effort_words(painter: QPainter, look: Look, x: float, effort: str, share: str) -> None:
    theme = look.theme
    cross = _x(_TOO_HARD) + 18
    half = min(x - _BAR.left(), cross - 8 - x)
    first, second = (QRectF(x - half, top, 2 * half, height) for top, height in (_FIRST_ROW, _SECOND_ROW))
    at = draw_row(painter, first, effort, row_font(look, first, effort, 22, 700), theme.text, Align.AlignHCenter)
    draw_row(painter, second, share, row_font(look, second, share, 17), theme.text2, Align.AlignHCenter)
    nothing = QRectF(_BAR.left(), first.top(), at.left() - 12 - _BAR.left(), first.height())
    if nothing.width() > 40:
        draw_row(
            painter,
            nothing,
            translate("words", "nothing"),
            row_font(look, nothing, translate("words", "nothing"), 17),
            theme.text2,
        )
    first, second = (QRectF(cross + 24, top, WIDTH - cross - 26, height) for top, height in (_FIRST_ROW, _SECOND_ROW))
    limit, reason = (
        translate("words", "over {} % is too hard").format(_TOO_HARD),
        translate("words", "the hip tightens instead"),
    )
    draw_row(painter, first, limit, row_font(look, first, limit, 20, 700), theme.text)
    draw_row(painter, second, reason, row_font(look, second, reason, 17), theme.text2)
    paint_icon(painter, "cross", QRectF(cross, first.center().y() - 9, 18, 18), colour(theme.danger), 3)


def _x(per_cent: float) -> float:
    return _BAR.left() + _BAR.width() * per_cent / 100


def _share(per_cent: float) -> str:
    return _SHARES[min(_SHARES, key=lambda known: abs(known - per_cent))]
