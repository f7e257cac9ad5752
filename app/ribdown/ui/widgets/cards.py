"""The three cards beside the pacer: starting position, execution with the cue of the moment, and mistakes."""

from collections.abc import Hashable

from PySide6.QtCore import QPointF, QRectF
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
from ribdown.ui.widgets.fitting import FitLabel, text_height
from ribdown.ui.widgets.mistake_pair import MistakePair
from ribdown.ui.widgets.panel import Panel

_PAD = 19
_LEFT_OF_CUE = 28
_LARGEST_LABEL = 1.25  # text scale
_CUE_FIRST = 0.75  # of its size: a cue that would be smaller has the card to itself
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

    @property
    def _label(self) -> float:
        """For what only names the text: it grows less than the text itself."""
        return self._scale * min(self._look.text_scale, _LARGEST_LABEL)

    def _text_top(self) -> float:
        return 16 * self._scale + 26 * self._label

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
        painter.setFont(text_font(16 * self._label, 600))
        painter.drawText(QPointF(self._left(), 14 * self._scale + 17 * self._label), translate("words", self.heading))


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
        self._icon = self._when = ""
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
        if moment.segment.lead_in:  # the cue is of what comes
            self._when, below = translate("words", "next"), words.step_text(moment)
        else:
            self._when = translate("words", "now")
            below = translate("words", "Next · {}").format(words.next_text(moment))
        self._next.show_text(below, text_font(18 * self._small, 500))
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
        if self._next.isVisibleTo(self):
            painter.drawLine(round(self._left()), self._rule, round(self.width() - _PAD * s), self._rule)
        painter.setOpacity(1)
        painter.setPen(colour(theme.text))
        painter.setFont(text_font(16 * self._label, 600))
        x = self.width() - _PAD * s - painter.fontMetrics().horizontalAdvance(self._when)
        painter.drawText(QPointF(x, 14 * s + 17 * self._label), self._when)
        size = 20 * self._label
        box = QRectF(x - size - 8 * s, 14 * s + 11.5 * self._label - size / 2, size, size)
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
        cue = self._rule - top - round(4 * s)
        with_next = self._text.shrunk_to(right - left, cue) >= _CUE_FIRST
        self._next.setVisible(with_next)
        self._text.setGeometry(left, top, right - left, cue if with_next else round(self._text_bottom()) - top)


class MistakesCard(Card):
    """One mistake at a time, with its picture beside how it is done, or with what puts it right. All take turns."""

    heading = QT_TRANSLATE_NOOP("words", "Mistakes")

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._fix = FitLabel(parent=self)
        self._pair = MistakePair(look, figures, self)
        self._pictured = False
        self._shown: Hashable = None

    def show_moment(self, moment: Moment) -> None:
        """Show the mistake whose turn it is."""
        mistake, resting = mistake_of(moment), moment.segment.kind is SegmentKind.REST
        shown = moment.mistakes, moment.side, mistake, resting, self._small, self._look.theme.id
        if shown == self._shown:
            return
        self._shown = shown
        fixes = "\n".join(
            f"{words.content(m.mistake, moment.side)}: {words.content(m.fix, moment.side)}" for m in moment.mistakes
        )
        self.setToolTip(fixes)
        self.setAccessibleDescription(fixes)
        wrong, fix = (mistake.mistake, mistake.fix) if mistake else ("", "")
        self._text.show_text(words.content(wrong, moment.side), text_font(18 * self._small, 600))
        self._fix.show_text(words.content(fix, moment.side), text_font(18 * self._small))
        self._pictured = mistake is not None and not resting and self._pair.show_mistake(moment, mistake)
        self._place()
        self.update()

    def natural_height(self, width: int) -> int:
        """A line for the mistake, and its picture; in pixels. The same for all, so that nothing jumps."""
        return round(self._text_top() + self._line() + (_PICTURE + 16) * self._scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the texts and the picture."""
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a cross before the mistake, and a tick before what puts it right."""
        super().paintEvent(event)
        painter, theme = QPainter(self), self._look.theme
        for label, icon, ink in ((self._text, "cross", theme.danger), (self._fix, "check", theme.ok)):
            if label.isVisible() and label.text():
                size = min(15 * self._small, self._line() * 0.8)
                top = label.y() + (min(self._line(), label.height()) - size) / 2
                paint_icon(painter, icon, QRectF(self._left(), top, size, size), colour(ink), 2.8)

    def _line(self) -> float:
        return 28 * self._small

    def _place(self) -> None:
        s = self._scale
        left, beside = round(self._left()), round(self._left() + 15 * self._small + 12 * s)
        top = self._text_top()
        room = self.width() - beside - round(10 * s)
        self._text.setGeometry(beside, round(top), room, round(self._line()))
        below = round(top + self._line() + 4 * s)
        high = max(self.height() - below - round(10 * s), 0)
        fix = min(self._fix.natural_height(room), high)
        picture = high - fix - round(6 * s) if high - fix >= (_PICTURE + 6) * s else high
        self._pair.setGeometry(left, below, self.width() - 2 * left, picture)
        self._pair.setVisible(self._pictured)
        self._fix.setGeometry(beside, below + (high - fix if self._pictured else 0), room, fix)
        fits = text_height(self._fix.font(), self._fix.text(), room) <= fix
        self._fix.setVisible(fits and (not self._pictured or picture < high))
