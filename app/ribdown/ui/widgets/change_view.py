"""Get ready and switch sides: what comes, which side, and how to get into position."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.blocks import SegmentKind
from ribdown.core.events import PauseReason
from ribdown.core.moment import Moment
from ribdown.core.timeline import Timeline
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, display_font, text_font
from ribdown.ui.translation import translate
from ribdown.ui.widgets.fitting import FitLabel, fitted_font, text_height
from ribdown.ui.widgets.pacer import Pacer, PacerSize
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.session_figure import SessionFigure
from ribdown.ui.widgets.side_badge import SideBadge

_LARGEST_LABEL, _LARGEST_LINE = 1.25, 1.4  # text scale: the steps come first
_STEP_GAP = 11  # px at scale 1
_SMALLEST_STEP = 11  # px
# The shares of the ring's size and of the width at the left: both give way to steps that are too large for their room.
_SHARES = (1.0, 0.5), (0.8, 0.5), (0.6, 0.5), (0.6, 0.4)


class ChangeView(QWidget):
    """Laid out on a 1280 x 618 design that is stretched to the widget."""

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scale = 1.0
        self._moment: Moment | None = None
        self._stopped: PauseReason | None = None
        self._subtitle = ""
        self._first = ""
        self._pacer = Pacer()
        self._panel = Panel(look, self)
        self._figure = SessionFigure(look, figures, self._panel, see_through=True)
        self._badge = SideBadge(look, 24, self._panel)
        self._steps: list[FitLabel] = []
        self._px = 0.0  # the size of their text
        self._ring, self._left = _SHARES[0]

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self._panel.set_look(look)
        self._fill_steps()
        self._arrange()
        self.update()

    def set_scale(self, scale: float) -> None:
        """Set the size of one design pixel."""
        self._scale = scale
        for widget in (self._panel, self._badge):
            widget.set_scale(scale)
        self._fill_steps()
        self._arrange()

    def show_moment(self, timeline: Timeline, moment: Moment, stopped: PauseReason | None) -> None:
        """Show a get-ready or switch-sides; `stopped` says why the session stands still, if it does."""
        old, self._moment = self._moment, moment
        self._figure.show_moment(timeline, moment)
        if stopped is not self._stopped:
            self._stopped = stopped
            self.update()
        if old is None or old.segment is not moment.segment:
            exercise, side = moment.exercise, moment.side
            self._subtitle = words.change_subtitle(timeline, moment)
            self._first = translate("words", "First up: {}").format(words.next_text(moment))
            self._badge.show_side(side, words.content(exercise.side_label, side).upper() if side else "")
            self.setAccessibleName(words.spoken(moment))
            self._fill_steps()
            self._arrange()
            self.update()
        elif old.number != moment.number or not self._look.still:
            self.update(self._ring_box().toAlignedRect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heading, the dots with the countdown, and the steps' numbers."""
        moment = self._moment
        if moment is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        s = self._scale
        ring = s * self._ring
        centre = self._ring_box().center()
        size = PacerSize(138 * ring, 136 * ring, 128 * ring, 92 * ring, self.devicePixelRatioF())
        if self._stopped is not None:
            self._pacer.paint_stopped(painter, centre, size, self._look)
        else:
            self._pacer.paint(painter, centre, size, moment, None, self._look)
        if not self._ring_box().toAlignedRect().contains(event.rect()):
            self._paint_heading(painter, moment)
            self._paint_steps(painter)

    def _paint_heading(self, painter: QPainter, moment: Moment) -> None:
        s, theme = self._scale, self._look.theme
        left = 52 * s
        word, subtitle = words.phase_name(moment.phase), self._subtitle
        if self._stopped is not None:
            word, subtitle = translate("words", "Stopped"), words.stopped_text(self._stopped, moment).replace("\n", " ")
        elif moment.segment.kind is SegmentKind.SWITCH_SIDES:
            paint_icon(painter, moment.phase.icon, QRectF(left, 42 * s, 52 * s, 52 * s), colour(theme.text), 2.4)
            left += 68 * s
        painter.setPen(colour(theme.text))
        painter.setFont(display_font(60 * s, 600, tracking=-0.6 * s))
        painter.drawText(QPointF(left, 88 * s), word)
        painter.setPen(colour(theme.text2))
        room = self._left_width()
        painter.setFont(fitted_font(text_font(24 * s * min(self._look.text_scale, _LARGEST_LINE)), subtitle, room))
        painter.drawText(QPointF(52 * s, 132 * s), subtitle)

    def _paint_steps(self, painter: QPainter) -> None:
        s, theme = self._scale, self._look.theme
        painter.setPen(colour(theme.text2))
        # What names the steps is no larger than they are.
        px = min(18 * s * min(self._look.text_scale, _LARGEST_LABEL), self._px)
        painter.setFont(text_font(px, 600))
        column = self._column()
        painter.drawText(QPointF(column.left(), column.top() - 14 * s), translate("words", "Get into position"))
        for number, label in enumerate(self._steps, 1):
            line = text_height(label.font(), "0", label.width())
            size = min(34 * s, line * 1.1)
            box = QRectF(column.left(), label.y() + (line - size) / 2, size, size)
            painter.setPen(QPen(colour(theme.edge), 1.5 * s))
            painter.drawEllipse(box)
            painter.setPen(colour(theme.text))
            painter.setFont(text_font(size * 0.47, 600))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.setPen(colour(theme.text2))
        painter.setFont(fitted_font(text_font(px, 500), self._first, column.width()))
        painter.drawText(QPointF(column.left(), column.bottom() + 30 * s), self._first)

    def _fill_steps(self) -> None:
        for label in self._steps:
            label.setParent(None)
            label.deleteLater()
        self._steps = []
        if self._moment is None:
            return
        turn = self._moment.segment.run.turn
        for cue in turn.exercise.position_lines(turn.side_number):
            label = FitLabel(parent=self)
            label.setText(words.content(cue, self._moment.side))
            label.show()
            self._steps.append(label)

    def _arrange(self) -> None:
        s = self._scale
        self._share_out()
        width, top = self._left_width(), 158 * s
        self._panel.setGeometry(round(52 * s), round(top), round(width), round(self.height() - top - 24 * s))
        self._badge.move(round(20 * s), round(20 * s))
        head = round(84 * s) if self._badge.isVisibleTo(self._panel) else round(20 * s)
        self._figure.setGeometry(
            round(20 * s), head, round(width - 40 * s), round(self._panel.height() - head - 20 * s)
        )
        column = self._column()
        x, wide, px = column.left() + 46 * s, column.width() - 46 * s, self._px
        spare = column.height() - self._steps_height(px, wide)  # negative where even the smallest size is too large
        gap = max(_STEP_GAP * s + min(spare / max(len(self._steps) - 1, 1), 0.0), 1.0)
        y = column.top()
        for label in self._steps:
            label.show_text(label.text(), text_font(px, 600))
            high = label.natural_height(round(wide))
            label.setGeometry(round(x), round(y), round(wide), high)
            y += high + gap

    def _share_out(self) -> None:
        """Find the largest size, up to the wanted one, at which all steps fit, and the room that it takes."""
        wanted, self._px = 25 * self._scale * self._look.text_scale, 0.0
        for shares in _SHARES:
            before, (self._ring, self._left) = (self._ring, self._left), shares
            column = self._column()
            px = self._step_px(wanted, column.width() - 46 * self._scale, column.height())
            if px <= self._px:  # the less room for the ring was for nothing
                self._ring, self._left = before
                return
            self._px = px
            if px == wanted:
                return

    def _step_px(self, px: float, width: float, room: float) -> float:
        """The largest size up to `px` at which all steps fit; one for all of them."""
        while px > _SMALLEST_STEP and self._steps_height(px, width) > room:
            px -= 1
        return px

    def _steps_height(self, px: float, width: float) -> float:
        font = text_font(px, 600)
        gaps = _STEP_GAP * self._scale * (len(self._steps) - 1)
        return sum(text_height(font, label.text(), round(width)) for label in self._steps) + gaps

    def _left_width(self) -> float:
        return self.width() * self._left

    def _ring_box(self) -> QRectF:
        s = self._scale
        reach = 152 * s * self._ring
        centre = QPointF((self._column().left() + self.width() - 40 * s) / 2, 14 * s + reach)
        return QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)

    def _column(self) -> QRectF:
        s = self._scale
        left = 52 * s + self._left_width() + 40 * s
        top = (60 + 304 * self._ring) * s
        return QRectF(left, top, self.width() - left - 40 * s, self.height() - top - 52 * s)
