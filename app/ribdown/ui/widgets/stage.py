"""The middle of the player: the phase's word, the counters, the pacer and the strip under it."""

from collections.abc import Iterable
from typing import NamedTuple, cast

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.events import PauseReason
from ribdown.core.moment import Counter, Moment
from ribdown.core.phases import Strip
from ribdown.core.timeline import Timeline
from ribdown.ui import words
from ribdown.ui.look import Look, colour, display_font, text_font
from ribdown.ui.translation import translate
from ribdown.ui.widgets.fitting import fitted_font, wrapped_font
from ribdown.ui.widgets.layers import Layers
from ribdown.ui.widgets.pacer import Pacer, PacerSize, extent, fade_in
from ribdown.ui.widgets.strips import StripPainter

WIDTH, HEIGHT = 560, 594
_CENTRE = QPointF(280, 278)
_RADIUS = 160.0
_WORDS_KEPT = 8  # two phases' words while one fades into the other, and two counters that change
_SMALLEST_TEXT = 11  # px
_STRIP = QRectF(0, 464, 560, 130)
_WORD = QRectF(0, 0, 560, 92)
_COUNT = QRectF(0, 96, 128, 96)
_LAP = QRectF(432, 96, 128, 96)


class _Boxes(NamedTuple):
    """Where the parts lie: worked out once for a size, since each frame asks for them many times."""

    word: QRect
    counter: QRect
    lap: QRect
    strip: QRect
    strip_box: QRectF
    ring: QRect
    middle: QRect  # ring and counters
    moving: QRegion  # ring and strip
    centre: QPointF
    pacer: PacerSize


class Stage(QWidget):
    """Paints what `show_moment` was told, and asks only for the parts that changed. `stopped_pressed` is emitted where
    the pacer of a session that stands still is pressed."""

    stopped_pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scale = 1.0
        self._timeline: Timeline | None = None
        self._moment: Moment | None = None
        self._before: Moment | None = None
        self._stopped: PauseReason | None = None
        self._fades = self._moves = False  # whether the phase still comes up, and its strip moves within seconds
        self._counted: tuple[Counter | None, Counter | None] | None = None
        self._counters: list[tuple[QPoint, QPixmap]] = []
        self._pacer = Pacer(opaque=True)
        self._words = Layers(_WORDS_KEPT)
        self._strips = StripPainter()
        self._boxes = self._place()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self._counted = None
        self._moves = self._moment is not None and self._strips.moves(self._moment, look)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as large as the room allows."""
        self._scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        self._boxes = self._place()
        self._counted = None

    def show_moment(
        self, timeline: Timeline, moment: Moment, before: Moment | None, stopped: PauseReason | None
    ) -> None:
        """Show a moment of a timeline; `stopped` says why the session stands still, if it does."""
        old = self._moment
        new_phase = old is None or old.segment is not moment.segment or stopped is not self._stopped
        self._timeline, self._moment, self._before, self._stopped = timeline, moment, before, stopped
        boxes = self._boxes
        if new_phase or old is None:
            self._fades, self._moves = fade_in(moment, self._look) < 1, self._strips.moves(moment, self._look)
            self.setAccessibleName(words.spoken(moment))
            self.update()
        elif self._look.still:
            if moment.number != old.number:
                self.update()
        elif self._fades or moment.segment.ms is not None:  # a wait that is all there looks the same ever after
            told = self._moves or self._strips.told(moment) != self._strips.told(old)
            self.update(boxes.moving if told else QRegion(boxes.ring))
            if self._fades:
                self.update(boxes.word)
                self._fades = fade_in(moment, self._look) < 1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the large triangle goes on."""
        if self._stopped is not None:
            self.stopped_pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts that the event asks for."""
        painter = QPainter(self)
        if self.devicePixelRatioF() != self._boxes.pacer.ratio:
            self._boxes, self._counted = self._place(), None
        boxes = self._boxes
        # One after the other: clipped to several rectangles at once, Qt copies pictures ten times as slowly.
        for part in cast(Iterable[QRect], event.region()):  # the stubs leave its iterator out
            painter.setClipRect(part)
            moment, timeline = self._moment, self._timeline
            if moment is None or timeline is None or self._stopped is not None:
                self._paint_stopped(painter, part)
            elif part == boxes.ring:  # of nearly every frame
                self._paint_ring(painter, moment)
            elif part == boxes.strip and self._strips.covers(moment, self._look):
                self._strips.paint(painter, boxes.strip_box, timeline, moment, self._look, self._scale)
            else:
                self._paint_all(painter, part, moment, timeline)

    def _paint_all(self, painter: QPainter, part: QRect, moment: Moment, timeline: Timeline) -> None:
        boxes, theme = self._boxes, self._look.theme
        painter.fillRect(part, colour(theme.bg))
        if part.intersects(boxes.word):
            self._paint_words(painter, moment)
        if part.intersects(boxes.middle):
            self._paint_ring(painter, moment)
        if moment.phase.strip is not Strip.NONE and part.intersects(boxes.strip):
            self._strips.paint(painter, boxes.strip_box, timeline, moment, self._look, self._scale)

    def _paint_ring(self, painter: QPainter, moment: Moment) -> None:
        boxes = self._boxes
        self._pacer.paint(painter, boxes.centre, boxes.pacer, moment, self._before, self._look)
        counted = moment.count, moment.lap
        if counted != self._counted:
            self._counted = counted
            both = zip((boxes.counter, boxes.lap), counted, strict=True)
            self._counters = [(box.topLeft(), self._counter(box, value)) for box, value in both if value]
        for corner, counter in self._counters:
            painter.drawPixmap(corner, counter)

    def _paint_stopped(self, painter: QPainter, part: QRect) -> None:
        """The stage of a session that stands still, or of none."""
        boxes, theme = self._boxes, self._look.theme
        painter.fillRect(part, colour(theme.bg))
        if self._moment is None or self._stopped is None:
            return
        self._paint_word(painter, translate("words", "Stopped"), theme.text, 1.0)
        self._pacer.paint_stopped(painter, boxes.centre, boxes.pacer, self._look)
        painter.setPen(colour(theme.text2))
        font = text_font(22 * self._scale * min(self._look.text_scale, 1.3), 500)
        text = words.stopped_text(self._stopped, self._moment)
        painter.setFont(wrapped_font(font, text, boxes.strip.size(), _SMALLEST_TEXT))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(boxes.strip_box, flags, text)

    def _paint_words(self, painter: QPainter, moment: Moment) -> None:
        shown = fade_in(moment, self._look)
        hues = self._look.theme.hues
        if self._before is not None and shown < 1:
            old = self._before.phase
            self._paint_word(painter, words.phase_word(old), hues[old.hue].ink, 1 - shown)
        else:
            shown = 1.0
        phase = moment.phase
        self._paint_word(painter, words.phase_word(phase), hues[phase.hue].ink, shown)

    def _paint_word(self, painter: QPainter, word: str, ink: str, opacity: float) -> None:
        box = self._boxes.word

        def paint(layer: QPainter) -> None:
            font = display_font(88 * self._scale, 700, tracking=1.5 * self._scale)
            layer.setPen(colour(ink))
            layer.setFont(fitted_font(font, word, box.width()))
            layer.drawText(box.translated(-box.center()), Qt.AlignmentFlag.AlignCenter, word)

        painter.setOpacity(opacity)
        painter.drawPixmap(
            box.topLeft(), self._words.get(self._boxes.pacer.ratio, (word, ink), (box.width(), box.height()), paint)
        )
        painter.setOpacity(1)

    def _counter(self, box: QRect, value: Counter) -> QPixmap:
        left = box is self._boxes.counter

        def paint(layer: QPainter) -> None:
            _paint_counter(
                layer, QRectF(box).translated(-QRectF(box).center()), value, self._look, self._scale, left=left
            )

        key = (value, left, self._look.theme.id, self._look.text_scale)
        return self._words.get(self._boxes.pacer.ratio, key, (box.width(), box.height()), paint)

    def _place(self) -> _Boxes:
        word, counter, lap, strip = (self._box(design).toAlignedRect() for design in (_WORD, _COUNT, _LAP, _STRIP))
        s = self._scale
        centre = QPointF(self._box(QRectF(_CENTRE, _CENTRE)).topLeft().toPoint())
        pacer = PacerSize(_RADIUS * s, 136 * s, 128 * s, 92 * s, self.devicePixelRatioF())
        reach = extent(pacer)
        ring = QRect(0, 0, 2 * reach, 2 * reach)
        ring.moveTopLeft(centre.toPoint() - QPoint(reach, reach))
        middle, moving = ring.united(counter).united(lap), QRegion(ring).united(strip)
        return _Boxes(word, counter, lap, strip, QRectF(strip), ring, middle, moving, centre, pacer)

    def _box(self, design: QRectF) -> QRectF:
        """A rectangle of the 560 x 594 design in widget coordinates; the design is centred."""
        s = self._scale
        left, top = (self.width() - WIDTH * s) / 2, (self.height() - HEIGHT * s) / 2
        return QRectF(left + design.x() * s, top + design.y() * s, design.width() * s, design.height() * s)


def _paint_counter(painter: QPainter, box: QRectF, value: Counter, look: Look, s: float, *, left: bool) -> None:
    theme = look.theme
    name, number, total = words.counter(value)
    painter.setPen(colour(theme.text2))
    painter.setFont(text_font(20 * s * min(look.text_scale, 1.3), 600))
    side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
    painter.drawText(box, side | Qt.AlignmentFlag.AlignTop, name)
    box.setTop(box.top() + 30 * s * min(look.text_scale, 1.2))
    number_font, total_font = display_font(46 * s, 600), text_font(24 * s, 500)
    number_width = QFontMetricsF(number_font).horizontalAdvance(number)
    total_font = fitted_font(total_font, total, box.width() - number_width - 8 * s)
    total_width = QFontMetricsF(total_font).horizontalAdvance(total)
    x = box.left() if left else box.right() - number_width - 8 * s - total_width
    y = box.top() + QFontMetricsF(number_font).ascent()
    painter.setFont(total_font)
    painter.drawText(QPointF(x + number_width + 8 * s, y), total)
    painter.setPen(colour(theme.text))
    painter.setFont(number_font)
    painter.drawText(QPointF(x, y), number)
