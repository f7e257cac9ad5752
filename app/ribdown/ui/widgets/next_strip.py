"""Under a rest or a get-ready: what comes next, and the words for it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from ribdown.core.blocks import SegmentKind
from ribdown.core.moment import Counter, Moment, cue_of
from ribdown.core.phases import phase_of
from ribdown.core.timeline import Segment
from ribdown.ui.look import Look, colour, display_font, text_font
from ribdown.ui.translation import translate
from ribdown.ui.widgets.fitting import fitted_font
from ribdown.ui.widgets.strip_canvas import WIDTH, draw_row, row_font, strip_units
from ribdown.ui.words import content, counter, duration, next_text, side_name

_CARD = QRectF(2, 6, WIDTH - 4, 120)
_NEXT = QRectF(34, 15, WIDTH - 52, 24)
_TITLE = QRectF(34, 38, WIDTH - 52, 32)
_DETAIL = QRectF(34, 71, WIDTH - 52, 50)
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_SMALLEST = 13
_OF_A_LENGTH = (SegmentKind.HOLD, SegmentKind.PRESS, SegmentKind.WALK)


def paint_next(painter: QPainter, box: QRectF, moment: Moment, look: Look, s: float) -> None:
    """A quiet card: next, what it is, and its cue or starting position."""
    theme = look.theme
    hue = look.hue(phase_of(moment.following or moment.segment).hue)
    with strip_units(painter, box, s):
        painter.setPen(QPen(colour(theme.line), 1.2))
        painter.setBrush(colour(theme.surface))
        painter.drawRoundedRect(_CARD, 16, 16)
        painter.setPen(QPen(colour(hue.fill), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(18, 24), QPointF(18, 108))
        detail = _detail(moment)
        font = _detail_font(look, detail)
        painter.translate(0, (_DETAIL.height() - _detail_height(font, detail)) / 2)
        draw_row(
            painter,
            _NEXT,
            translate("words", "Next"),
            row_font(look, _NEXT, translate("words", "Next"), 17),
            theme.text2,
        )
        title = _title(moment)
        px = min(25 * look.text_scale, _TITLE.height())
        draw_row(painter, _TITLE, title, fitted_font(display_font(px, 600), title, _TITLE.width()), theme.text)
        painter.setFont(font)
        painter.setPen(colour(theme.text2))
        painter.drawText(_DETAIL, _WRAP, detail)


def _title(moment: Moment) -> str:
    following = moment.following
    if moment.segment.is_change:
        side = f" · {side_name(moment.side)}" if moment.side else ""
        return content(moment.exercise.title) + side
    if following is None or following.run.block is None or following.kind is SegmentKind.REST:
        title = next_text(moment)
        return title[:1].upper() + title[1:]
    title = content(following.run.block.title)
    tail = duration(following.seconds) if following.kind in _OF_A_LENGTH else title
    if following.cycle == 1 and following.sets > 1:
        return f"{_count(Counter('Set', following.set, following.sets))} · {title}"
    if following.cycles > 1 and following.run.block.cycle_name:
        return f"{_count(Counter(following.run.block.cycle_name, following.cycle, following.cycles))} · {tail}"
    return title if tail == title else f"{title} · {tail}"


def _detail(moment: Moment) -> str:
    """The next cue where the position stays, else the starting position to get into."""
    following = moment.following
    stays = moment.segment.kind is SegmentKind.REST or moment.segment.lead_in
    about: Segment = following if following is not None and stays else moment.segment
    turn = about.run.turn
    if stays and about.run.block is not None:
        return content(cue_of(about), turn.side) if about is following else ""
    return " ".join(content(line, turn.side) for line in turn.exercise.starting_position)


def _count(value: Counter) -> str:
    return " ".join(counter(value))


def _detail_font(look: Look, text: str) -> QFont:
    """The largest font, up to the look's size, in which the text takes no more room than there is."""
    font = text_font(18 * look.text_scale, 500)
    while font.pixelSize() > _SMALLEST and _detail_height(font, text) > _DETAIL.height():
        font.setPixelSize(font.pixelSize() - 1)
    return font


def _detail_height(font: QFont, text: str) -> float:
    return QFontMetricsF(font).boundingRect(_DETAIL, _WRAP, text).height()
