"""The timeline bar: the whole session as blocks as wide as they are long, with where it is now."""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ribdown.core.moment import Moment
from ribdown.core.theme import Hue
from ribdown.core.timeline import Done, Segment, Timeline
from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.translation import translate
from ribdown.ui.widgets.timeline_blocks import HALF_NOW, MARK, BlockPainter
from ribdown.ui.widgets.timeline_layout import Block, Label, lay_labels, lay_out, planned

_SPILL = 1.0  # px that a block's edge may reach beyond it, where a pixel is not a whole number of device pixels
_SPACE = 2.0  # above and below the label
_LABEL_PX, _SMALLEST_LABEL = 14.0, 11.0


@dataclass(frozen=True, slots=True)
class _Now:
    """The block at work, the share of it that has passed (0–1), and its colours."""

    part: int
    share: float
    hue: Hue


class _Course(NamedTuple):
    """How many seconds of its block are planned before a segment, and in the whole block."""

    segment: Segment
    before: float
    whole: float


class TimelineBar(QWidget):
    """Done blocks are filled, the one at work is outlined and taller, the next are hollow, the skipped dashed.

    Without `labels` it is only the bar, for a plan ahead or a finished session.
    """

    def __init__(self, look: Look, parent: QWidget | None = None, *, labels: bool = True) -> None:
        super().__init__(parent)
        self._look = look
        self._scale = 1.0
        self._with_labels = labels
        self._plan: Timeline | None = None
        self._blocks: dict[int, Block] = {}  # by part
        self._course: _Course | None = None
        self._labels: list[Label] = []
        self._now: _Now | None = None
        self._shares: dict[int, float] = {}  # by part, 0–1
        self._finished = False
        self.setAccessibleName(translate("words", "Course of the session"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._arrange()

    def set_plan(self, plan: Timeline) -> None:
        """Show a session that has not begun."""
        self._plan = plan
        self._now, self._course, self._shares, self._finished = None, None, {}, False
        self._arrange()

    def show_at(self, moment: Moment, done: Done) -> None:
        """Show where a session of the plan is. `done` says how many seconds of a segment have been done."""
        now = self._place(moment)
        if self._visible(now) != self._visible(self._now) or self._finished:
            same_block = self._block(now.part) if now and self._now and now.part == self._now.part else None
            self._now, self._finished = now, False
            if same_block is not None:  # nothing but its fill and the mark over it has changed
                edge = round(2 * MARK * self._scale) + 2
                left, right = int(same_block.left) - edge, int(same_block.left + same_block.width) + edge
                self.update(left, 0, right - left, round(2 * self._middle()))
                return
            self._share_out(done)

    def show_done(self, done: Done) -> None:
        """Show what was done of a session that has ended."""
        self._now, self._finished = None, True
        self._share_out(done)

    def _share_out(self, done: Done) -> None:
        self._shares = {part: _share(block, done) for part, block in self._blocks.items()}
        self._arrange_labels()
        self.update()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self._arrange()

    def set_scale(self, s: float) -> None:
        """Set the size of one design pixel."""
        self._scale = s
        self._arrange()

    def sizeHint(self) -> QSize:
        """Wide, and as high as the bar with its labels."""
        return QSize(round(1216 * self._scale), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the blocks over the new width."""
        self._arrange()

    def _place(self, moment: Moment) -> _Now | None:
        segment, following = moment.segment, moment.following
        course = self._course
        if course is None or course.segment is not segment:  # it is asked for many times in one
            block = self._block(segment.part)
            if block is None:
                return None
            before = sum(planned(one) for one in block.segments if one.ordinal < segment.ordinal)
            course = self._course = _Course(segment, before, sum(map(planned, block.segments)))
        spent = moment.position.spent if segment.ms is not None else 0.0
        if segment.lead_in:  # in front of a segment that may go on where it stopped
            spent = following.before_ms / 1000 if following else 0.0
        return _Now(segment.part, min((course.before + spent) / course.whole, 1.0), moment.phase.hue)

    def _visible(self, now: _Now | None) -> tuple[int, int, Hue] | None:
        """What of a place can be told apart on the screen: part, device pixels, and colours."""
        block = self._block(now.part) if now else None
        if now is None or block is None:
            return None
        return now.part, round(now.share * block.width * self.devicePixelRatioF()), now.hue

    def _block(self, part: int) -> Block | None:
        return self._blocks.get(part)

    def _arrange(self) -> None:
        s = self._scale
        height = (self._label_top() + self._label_px() * 1.4) if self._with_labels else 2 * HALF_NOW * s
        self.setFixedHeight(round(height))
        blocks = lay_out(self._plan, self.width(), s) if self._plan else []
        self._blocks = {block.part: block for block in blocks}
        self._arrange_labels()
        self.update()

    def _arrange_labels(self) -> None:
        if self._with_labels:
            block = self._block(self._now.part) if self._now else None
            self._labels = lay_labels(
                list(self._blocks.values()), self.width(), self._label_px(), block.turn if block else None
            )

    def _label_px(self) -> float:
        return max(_LABEL_PX * self._scale * self._look.text_scale, _SMALLEST_LABEL)

    def _label_top(self) -> float:
        return 2 * self._middle() - MARK * self._scale + _SPACE

    def _middle(self) -> float:
        return ((MARK if self._with_labels else 0.0) + HALF_NOW) * self._scale

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint blocks and labels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = self._now
        canvas = BlockPainter(painter, self._look, self._middle(), self._scale)
        asked = event.rect()
        for block in self._blocks.values():
            if block.right < asked.left() - _SPILL or block.left > asked.right() + 1 + _SPILL:
                continue
            if now is None or block.part != now.part:
                over = self._finished or (now is not None and block.part < now.part)
                canvas.paint_block(block, self._shares.get(block.part, 0.0), over=over)
        if now is not None and (block_now := self._block(now.part)):  # last: it is taller than its neighbours
            canvas.paint_now(block_now, now.share, now.hue)
            if self._with_labels:
                canvas.paint_mark(block_now.left + block_now.width * now.share, self.width())
        for label in self._labels:
            painter.setFont(text_font(self._label_px(), 700 if label.bold else 400))
            painter.setPen(colour(self._look.theme.text if label.bold else self._look.theme.text2))
            row = QRectF(label.left, self._label_top(), label.width + 1, self.height() - self._label_top())
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, label.text)


def _share(block: Block, done: Done) -> float:
    return sum(min(done(one), planned(one)) for one in block.segments) / sum(map(planned, block.segments))
