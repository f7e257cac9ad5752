"""The three cards beside the pacer: starting position, execution with the cue of the moment, and mistakes."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.blocks import SegmentKind
from ribdown.core.figure.asides import mistake_of
from ribdown.core.moment import Moment, cue_of
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, display_font, text_font
from ribdown.ui.translation import QT_TRANSLATE_NOOP, translate
from ribdown.ui.widgets.fitting import FitLabel, fitted_font
from ribdown.ui.widgets.mistake_pair import MistakePair
from ribdown.ui.widgets.panel import Panel

_PAD = 19
_LEFT_OF_CUE = 28
_PICTURE = 76  # px at scale 1: the picture of a mistake


class Card(Panel):
    """A heading over a text that fits itself to the room it has."""

    heading = ""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._text = FitLabel(parent=self)
        self.setAccessibleName(translate("words", self.heading))

    @property
    def _small(self) -> float:
        return self._scale * self._look.text_scale

    def _text_top(self) -> float:
        return 16 * self._scale + 26 * self._small

    def _left(self) -> float:
        return _PAD * self._scale

    def natural_height(self, width: int) -> int:
        """The height at which the text has its full size, in pixels, for a card of this width."""
        inner = round(width - self._left() - _PAD * self._scale)
        return round(self._text_top() + self._text.natural_height(inner) + 16 * self._scale)

    def _text_bottom(self) -> float:
        return self.height() - 12 * self._scale

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the text out anew."""
        left, top = round(self._left()), round(self._text_top())
        right = round(self.width() - _PAD * self._scale)
        self._text.setGeometry(left, top, right - left, round(self._text_bottom()) - top)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and the heading."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(colour(self._look.theme.text if self._rim else self._look.theme.text2))
        painter.setFont(text_font(16 * self._small, 600))
        painter.drawText(QPointF(self._left(), 14 * self._scale + 17 * self._small), translate("words", self.heading))


class StartingPositionCard(Card):
    """How to lie or stand."""

    heading = QT_TRANSLATE_NOOP("words", "Starting position")

    def show_moment(self, moment: Moment) -> None:
        """Show the starting position of the exercise at work."""
        cues = (words.content(cue, moment.side) for cue in moment.exercise.starting_position)
        self._text.show_text(" ".join(cues), text_font(18 * self._small))


class ExecutionCard(Card):
    """The cue of the moment, large, and what is next."""

    heading = QT_TRANSLATE_NOOP("words", "Execution")

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._next = FitLabel(parent=self)
        self._icon = ""
        self._rule = 0

    def show_moment(self, moment: Moment) -> None:
        """Show the cue, tinted in the colours of its phase."""
        hue = self._look.hue(moment.phase.hue)
        self.set_accent(hue.tint, hue.fill)
        self._icon = moment.phase.icon
        shown = moment.following if moment.segment.lead_in and moment.following else moment.segment
        cue = cue_of(shown) if shown.kind is not SegmentKind.GET_READY else ""
        text = words.content(cue, moment.side) or words.content(moment.exercise.execution[0], moment.side)
        self._text.show_text(text, display_font(32 * self._small, 600))
        coming = words.step_text(moment) if moment.segment.lead_in else words.next_text(moment)
        self._next.show_text(translate("words", "Next · {}").format(coming), text_font(18 * self._small, 500))
        self._place_next()
        self.update()

    def natural_height(self, width: int) -> int:
        """The height at which the cue and what is next have their full sizes, in pixels."""
        inner = round(width - self._left() - _PAD * self._scale)
        return super().natural_height(width) + self._next.natural_height(inner) + round(28 * self._scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay both texts out anew."""
        self._place_next()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, the phase's icon and the rule above what is next."""
        super().paintEvent(event)
        painter = QPainter(self)
        theme, s = self._look.theme, self._scale
        painter.setPen(QPen(colour(self._rim or theme.line), 1))
        painter.setOpacity(0.5)
        painter.drawLine(round(self._left()), self._rule, round(self.width() - _PAD * s), self._rule)
        painter.setOpacity(1)
        painter.setPen(colour(theme.text))
        font = text_font(16 * self._small, 600)
        painter.setFont(font)
        now = translate("words", "now")
        x = self.width() - _PAD * s - painter.fontMetrics().horizontalAdvance(now)
        painter.drawText(QPointF(x, 14 * s + 17 * self._small), now)
        size = 20 * self._small
        box = QRectF(x - size - 8 * s, 14 * s + 11.5 * self._small - size / 2, size, size)
        paint_icon(painter, self._icon, box, colour(theme.text), 2.2)

    def _left(self) -> float:
        return _LEFT_OF_CUE * self._scale

    def _place_next(self) -> None:
        s = self._scale
        left, right = round(self._left()), round(self.width() - _PAD * s)
        room = self.height() - self._text_top()
        high = min(self._next.natural_height(right - left), round(room * 0.4))
        self._rule = round(self.height() - high - 26 * s)
        self._next.setGeometry(left, self._rule + round(12 * s), right - left, high)
        top = round(self._text_top())
        self._text.setGeometry(left, top, right - left, self._rule - top - round(4 * s))


class MistakesCard(Card):
    """What goes wrong here, with a cross before each; the first as a picture too, beside how it is done. Where there is
    not room for all, the first rows and the picture stay."""

    heading = QT_TRANSLATE_NOOP("words", "Mistakes")

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._rows: tuple[str, ...] = ()
        self._pair = MistakePair(look, figures, self)
        self._pictured = False

    def show_moment(self, moment: Moment) -> None:
        """Show the mistakes of the block at work, the one whose turn it is first."""
        first = mistake_of(moment)
        mistakes = sorted(moment.mistakes, key=lambda mistake: mistake is not first)
        rows = tuple(words.content(mistake.mistake, moment.side) for mistake in mistakes[:3])
        fixes = "\n".join(
            f"{words.content(m.mistake, moment.side)}: {words.content(m.fix, moment.side)}" for m in moment.mistakes
        )
        self.setToolTip(fixes)
        self.setAccessibleDescription(fixes)
        self._pictured = first is not None
        if first is not None:
            self._pair.show_mistake(moment, first)
        if rows != self._rows:
            self._rows = rows
            self.update()
        self._place_pair()

    def natural_height(self, width: int) -> int:
        """A line for each mistake, or one and the picture; in pixels."""
        rows = self._line() + _PICTURE * self._scale if self._pictured else len(self._rows) * self._line()
        return round(self._text_top() + rows + 10 * self._scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the picture under the rows."""
        self._place_pair()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mistakes."""
        super().paintEvent(event)
        painter = QPainter(self)
        rows = self._rows[: self._rows_shown()]
        line = min(self._line(), (self.height() - self._text_top() - 6 * self._scale) / max(len(rows), 1))
        size = min(15 * self._small, line * 0.8)
        left = self._left() + size + 14 * self._scale
        for index, row in enumerate(rows):
            middle = self._text_top() + (index + 0.5) * line
            box = QRectF(self._left(), middle - size / 2, size, size)
            paint_icon(painter, "cross", box, colour(self._look.theme.danger), 2.6)
            painter.setPen(colour(self._look.theme.text))
            room = QRectF(left, middle - line / 2, self.width() - left - 10 * self._scale, line)
            painter.setFont(fitted_font(text_font(min(18 * self._small, line * 0.8)), row, room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, row)

    def _line(self) -> float:
        return 31 * self._small

    def _rows_shown(self) -> int:
        if not self._pair.isVisibleTo(self):
            return len(self._rows)
        return min(int((self._pair.y() - self._text_top()) / self._line() + 0.1), len(self._rows))

    def _place_pair(self) -> None:
        s, line = self._scale, self._line()
        room = self.height() - self._text_top() - 10 * s
        rows = min(max(int((room - _PICTURE * s) / line + 0.1), 1), len(self._rows))
        top = self._text_top() + rows * line
        high = self.height() - 10 * s - top
        self._pair.setVisible(self._pictured and high >= _PICTURE * s / 2)
        self._pair.setGeometry(QRectF(self._left(), top, self.width() - 2 * self._left(), max(high, 0)).toRect())
        self.update()
