"""The player at work: the exercise and its side, the pacer, and the cards. Folds below 1100 px of width."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.content import BodyPosition, Mistake
from ribdown.core.events import PauseReason
from ribdown.core.figure.asides import mistake_of, mistake_shown
from ribdown.core.moment import Moment
from ribdown.core.timeline import Segment, Timeline
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look, colour, display_font, text_font
from ribdown.ui.translation import translate
from ribdown.ui.widgets import stage
from ribdown.ui.widgets.card_column import CardColumn
from ribdown.ui.widgets.fitting import FitLabel, fitted_font
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.session_figure import SessionFigure
from ribdown.ui.widgets.side_badge import SideBadge

FOLD_BELOW = 1100
_LYING = (BodyPosition.LYING, BodyPosition.PRONE)
_CARDS_FIT_UP_TO = 1.25  # text scale
_MISTAKE_SEEN = 120  # px at scale 1 that the figure is high at least to show one
_FIGURE = 110  # px at scale 1: what the figure keeps
_WIDE = 0.85  # height to width of a picture of somebody who lies


class FigurePanel(Panel):
    """The step of the exercise, its figure, and what to feel; now and then in a long hold, a mistake and what puts it
    right."""

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._segment: Segment | None = None
        self._lying = False
        self._mistake: Mistake | None = None
        self._step = FitLabel(parent=self)
        self._figure = SessionFigure(look, figures, self)
        self._feel = FitLabel(parent=self)
        self._ink = look.theme.accent

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._segment = None

    def set_scale(self, scale: float) -> None:
        """Set the size of one design pixel."""
        super().set_scale(scale)
        self._segment = None

    def show_moment(self, timeline: Timeline, moment: Moment) -> None:
        """Show the figure at a moment, with the mistake that the texts are about."""
        self._figure.show_moment(timeline, moment, self._mistake)

    def show_texts(self, moment: Moment) -> None:
        """Show a moment's texts: they change only with the segment, and with a mistake."""
        mistake = self._mistake_shown(moment)
        if (moment.segment, mistake) != (self._segment, self._mistake):
            self._segment, self._mistake = moment.segment, mistake
            self._set_texts(moment, mistake)

    def _mistake_shown(self, moment: Moment) -> Mistake | None:
        """The mistake to be seen at this moment, if the figure can show it large enough. A picture that nobody expects
        is no reduced motion."""
        mistake = mistake_shown(moment)
        if mistake is None or self._look.still or self._figure.height() < _MISTAKE_SEEN * self._scale:
            return None
        return mistake if self._figure.has(moment, mistake) else None

    def _set_texts(self, moment: Moment, mistake: Mistake | None) -> None:
        self._lying = moment.exercise.position in _LYING
        step, feel = words.step_text(moment), words.content(moment.feel, moment.side)
        self._ink = self._look.hue(moment.phase.hue).fill
        theme = self._look.theme
        fill, rim = (theme.danger_tint, theme.danger) if mistake else ("", "")
        self.set_accent(fill, rim, bar=False)  # the figure stands where it would be
        self._figure.set_ground("danger_tint" if mistake else "surface")
        small = self._scale * self._look.text_scale
        step_font = text_font(18 * small)
        if mistake is not None:
            step = translate("words", "Not like this: {}").format(words.content(mistake.mistake, moment.side))
            step_font = text_font(22 * small, 700)
            feel, self._ink = words.content(mistake.fix, moment.side), theme.ok
        self._step.show_text(step, step_font)
        self._feel.show_text(feel, text_font(18 * small, 600))
        before = self._mark()
        self._arrange()
        self.update(before.united(self._mark()).toAlignedRect().adjusted(-4, -4, 4, 4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the texts and the figure out anew."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and the ring before what to feel."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self._ink), 4 * self._scale))
        if self._feel.isVisible():
            painter.drawEllipse(self._mark())

    def _mark(self) -> QRectF:
        s = self._scale
        return QRectF(22 * s, self._feel.y() + 3 * s, 20 * s, 20 * s)

    def _arrange(self) -> None:
        s = self._scale
        width = self.width()
        inner, feel_width = round(width - 40 * s), round(width - 78 * s)
        step = min(self._step.natural_height(inner), round(self.height() * 0.2))
        feel = min(self._feel.natural_height(feel_width), round(self.height() * 0.3))
        # Where text is large and the card small, the figure says more than either line.
        room = round(self.height() - 50 * s)
        with_feel = room - step - feel >= _FIGURE * s
        with_step = with_feel or room - step >= _FIGURE * s
        top, bottom = round(16 * s), round(self.height() - (feel if with_feel else 0) - 18 * s)
        self._step.setVisible(with_step)
        self._feel.setVisible(with_feel)
        self._step.setGeometry(round(20 * s), top, inner, step)
        self._feel.setGeometry(round(60 * s), bottom, feel_width, feel)
        head = top + (step + round(8 * s) if with_step else 0)
        room = bottom - head - round(8 * s)
        # Somebody who lies takes no more than this; in the middle of the card, not at its lower edge.
        high = min(room, round(width * _WIDE)) if self._lying else room
        self._figure.setGeometry(round(10 * s), head + (room - high) // 2, round(width - 20 * s), high)


class WorkView(QWidget):
    """Everything above the dock while a block runs. `stopped_pressed` is the stage's."""

    stopped_pressed = Signal()

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scale = 1.0
        self._texts: tuple[Segment, Mistake | None] | None = None
        self._title = ""
        self._badge = SideBadge(look, parent=self)
        self._figure = FigurePanel(look, figures, self)
        self._stage = stage.Stage(look, self)
        self._cards = CardColumn(look, figures, self)
        self._stage.stopped_pressed.connect(self.stopped_pressed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self._texts = None
        for part in (self._badge, self._figure, self._stage, self._cards):
            part.set_look(look)
        self.update()

    def set_scale(self, scale: float) -> None:
        """Set the size of one design pixel."""
        self._scale = scale
        self._texts = None
        for part in (self._badge, self._figure, self._cards):
            part.set_scale(scale)
        self._arrange()

    def show_moment(
        self, timeline: Timeline, moment: Moment, before: Moment | None, stopped: PauseReason | None
    ) -> None:
        """Show a moment in pacer and figure."""
        self._stage.show_moment(timeline, moment, before, stopped)
        self._figure.show_moment(timeline, moment)

    def show_texts(self, moment: Moment) -> None:
        """Show a moment's texts: they change only with the segment, and with a mistake."""
        self._figure.show_texts(moment)
        texts = moment.segment, mistake_of(moment)
        if self._texts == texts:
            return
        self._texts = texts
        self._badge.show_side(moment.side, words.side_word(moment.side) if moment.side else "")
        self._cards.show_moment(moment)
        title = words.content(moment.exercise.title)
        if title != self._title:
            self._title = title
            self.update()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the exercise's name."""
        painter = QPainter(self)
        painter.setPen(colour(self._look.theme.text))
        box = self._title_box()
        painter.setFont(fitted_font(display_font(30 * self._scale, 600), self._title, box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._title)

    def _folded(self) -> bool:
        return self.width() <= FOLD_BELOW

    def _arrange(self) -> None:
        s = self._scale
        self._cards.set_folded(self._folded() or self._look.text_scale > _CARDS_FIT_UP_TO)
        column = self._left_column()
        title = self._title_box()
        top = title.bottom() + 6 * s
        if self._folded():
            self._badge.move(round(column.right() - self._badge.width()), round(column.top()))
            top = max(title.bottom(), column.top() + self._badge.height()) + 8 * s
            cards = column.height() * 0.5
            self._figure.setGeometry(
                QRectF(column.left(), top, column.width(), column.bottom() - cards - 10 * s - top).toRect()
            )
            self._cards.setGeometry(QRectF(column.left(), column.bottom() - cards, column.width(), cards).toRect())
            width = stage.WIDTH * s
            self._stage.setGeometry(QRectF(16 * s, 8 * s, width, self.height() - 16 * s).toRect())
            return
        self._badge.move(round(column.left()), round(top))
        if self._badge.isVisibleTo(self):
            top += self._badge.height() + 14 * s
        self._figure.setGeometry(QRectF(column.left(), top, column.width(), column.bottom() - top).toRect())
        left = column.right() + 24 * s
        self._stage.setGeometry(QRectF(left, 14 * s, stage.WIDTH * s, stage.HEIGHT * s).toRect())
        left += (stage.WIDTH + 24) * s
        right = self.width() - 32 * s
        self._cards.setGeometry(QRectF(left, 20 * s, right - left, self.height() - 36 * s).toRect())

    def _left_column(self) -> QRectF:
        """The column of the exercise; under a folded layout it lies right of the stage and holds the cards too."""
        s = self._scale
        if self._folded():
            left = (stage.WIDTH + 32) * s
            return QRectF(left, 14 * s, self.width() - left - 20 * s, self.height() - 26 * s)
        extra = self.width() - 1280 * s
        return QRectF(32 * s, 20 * s, 296 * s + extra * 0.45, self.height() - 36 * s)

    def _title_box(self) -> QRectF:
        column, s = self._left_column(), self._scale
        width = column.width()
        if self._folded() and self._badge.isVisibleTo(self):
            width -= self._badge.width() + 12 * s
        return QRectF(column.left(), column.top(), width, 40 * s)
