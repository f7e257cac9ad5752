"""The lower edge of the player: the timeline bar, the time left and the transport."""

from itertools import pairwise

from PySide6.QtCore import QPointF, Qt, Signal, SignalInstance
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.blocks import SegmentKind
from ribdown.core.moment import Moment
from ribdown.core.session import Session, SessionState
from ribdown.core.timeline import Segment
from ribdown.ui import words
from ribdown.ui.look import Look, colour, display_font, text_font
from ribdown.ui.translation import translate
from ribdown.ui.widgets.badge import Badge, BadgeKind
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.timeline_bar import TimelineBar

HEIGHT = 148  # px at scale 1
_GAP = 14
_MARGIN = 32
_LARGEST_TEXT, _LARGEST_BADGE = 1.5, 1.15  # text scale: the dock has no room for more


class Dock(QWidget):
    """Emits what the person pressed."""

    back = Signal()
    toggled = Signal()
    skipped = Signal()
    end_asked = Signal()
    far_view_asked = Signal()
    more_time_asked = Signal()
    hurt = Signal()
    sound_toggled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look = _fitting(look)
        self._scale = 1.0
        self._left = self._total = ""
        self._rehearsal = Badge(look, "", BadgeKind.PLAIN, parent=self)
        self._rehearsal.hide()
        self._with_total = True  # there may be room for the time left only
        self.bar = TimelineBar(look, parent=self)
        self._back = self._button(translate("words", "Back"), "back", self.back)
        self._pause = self._button(translate("words", "Pause"), "pause", self.toggled, height=60, px=20)
        self._skip = self._button(translate("words", "Skip"), "skip", self.skipped)
        self._end = self._button(translate("words", "End"), "end", self.end_asked)
        self._more = self._button(translate("words", "10 s more"), "clock", self.more_time_asked)
        self._ready = self._button(translate("words", "I’m ready"), "skip", self.skipped)
        self._far = self._button(translate("words", "Far view"), "far", self.far_view_asked)
        self._sound = self._button(translate("words", "Sound on"), "sound", self.sound_toggled)
        self._hurts = self._button(translate("words", "It hurts"), "hurts", self.hurt)
        self._hurts.set_kind(ButtonKind.QUIET)
        self._sound.set_kind(ButtonKind.QUIET)
        self._ready.set_kind(ButtonKind.PRIMARY)
        self._right: tuple[Button, ...] = (self._hurts, self._far)
        group = (self._back, self._pause, self._skip, self._end, self._more, self._ready)
        self._buttons = (*group, self._hurts, self._sound, self._far)
        self._shown: tuple[Button, ...] = ()
        self._faces: tuple[str, ...] = ()
        self._place_shown: tuple[Segment, SessionState, str, str] | None = None

    def _button(self, text: str, icon: str, pressed: SignalInstance, height: int = 52, px: int = 18) -> Button:
        button = Button(text, self._look, icon=icon, height=height, px=px, parent=self)
        button.clicked.connect(pressed)
        button.hide()
        return button

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look = _fitting(look)
        self.bar.set_look(look)
        for button in self._buttons:
            button.set_look(look)
        self._arrange()
        self.update()

    def set_scale(self, scale: float) -> None:
        """Set the size of one design pixel."""
        self._scale = scale
        self.bar.set_scale(scale)
        for button in self._buttons:
            button.set_scale(scale)
        self._arrange()

    def focus_first(self) -> None:
        """Put the keyboard on Pause."""
        # Without a ring: space pauses wherever the keyboard is.
        self._pause.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def show_moment(self, moment: Moment, session: Session) -> None:
        """Show where the session is, and the buttons that make sense there."""
        self.bar.show_at(moment, session.done_seconds)
        segment = moment.segment
        left, total = words.clock(session.remaining), words.clock(session.timeline.planned_seconds)
        place = segment, session.state, left, total
        if place == self._place_shown:
            return
        self._place_shown = place
        waiting = segment.kind is SegmentKind.WAIT
        running = session.state is SessionState.RUNNING
        face = (translate("words", "Pause"), "pause") if running else (translate("words", "Go on"), "play")
        self._pause.set_face(*face)
        self._ready.set_face(translate("words", "Done, go on") if waiting else translate("words", "I’m ready"), "skip")
        new_time = (left, total) != (self._left, self._total)
        self._left, self._total = left, total
        self._show(self._wanted(moment, running=running))
        if new_time:
            reach = round(_MARGIN * self._scale + self._time_width() + 2 * _GAP * self._scale)
            self.update(0, round(self._middle() - 30 * self._scale), reach, round(60 * self._scale))

    def show_speed(self, speed: float) -> None:
        """Say under the time left that this is a rehearsal, where it is one: at another speed than life's."""
        self._rehearsal.setHidden(speed == 1)
        if speed != 1:
            text = translate("words", "Rehearsal, {}×").format(f"{speed:g}")
            self._rehearsal.show_badge(text, BadgeKind.PLAIN)
            self._rehearsal.setAccessibleName(text)
        self._arrange()

    def show_sound(self, text: str, *, on: bool) -> None:
        """Say whether there is sound, or how loud it is. Before, there is nothing about sound."""
        self._right = (self._hurts, self._sound, self._far)
        self._place_shown = None
        self._sound.set_face(text, "sound" if on else "sound off")
        self._arrange()

    def _wanted(self, moment: Moment, *, running: bool) -> tuple[Button, ...]:
        segment = moment.segment
        if not running:
            return self._back, self._pause, self._skip, self._end, *self._right
        if segment.kind is SegmentKind.WAIT:
            return self._back, self._pause, self._ready, self._end, *self._right
        if segment.is_change:
            return *self._right[:-1], self._more, self._pause, self._ready
        last = self._more if segment.kind is SegmentKind.REST else self._end
        return self._back, self._pause, self._skip, last, *self._right

    def _show(self, buttons: tuple[Button, ...]) -> None:
        # What takes room in the row: it is laid out anew only where one of them changes.
        faces = (*(button.text() for button in buttons), "0" * len(self._left + self._total))
        if (buttons, faces) == (self._shown, self._faces):
            return
        lost = next((b for b in self._shown if b.hasFocus() and b not in buttons), None)
        self._shown, self._faces = buttons, faces
        main = self._ready if self._ready in buttons else self._pause
        self._pause.set_kind(ButtonKind.PRIMARY if main is self._pause else ButtonKind.OUTLINE)
        for button in self._buttons:
            button.setVisible(button in buttons)
        for one, following in pairwise(buttons):
            self.setTabOrder(one, following)
        if lost is not None:
            self._pause.setFocus()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the bar and the buttons out anew."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the time left."""
        painter = QPainter(self)
        theme = self._look.theme
        painter.fillRect(self.rect(), colour(theme.sunken))
        painter.setPen(QPen(colour(theme.line), 1))
        painter.drawLine(0, 0, self.width(), 0)
        baseline = self._middle() + (-3 if self._rehearses else 12) * self._scale
        painter.setPen(colour(theme.text))
        painter.setFont(self._time_font())
        painter.drawText(QPointF(_MARGIN * self._scale, baseline), self._left)
        x = _MARGIN * self._scale + painter.fontMetrics().horizontalAdvance(self._left) + 14 * self._scale
        painter.setPen(colour(theme.text2))
        painter.setFont(self._total_font())
        painter.drawText(QPointF(x, baseline), self._total_text())

    def _arrange(self) -> None:
        s = self._scale
        self.bar.move(round(_MARGIN * s), round(9 * s))
        self.bar.resize(round(self.width() - 2 * _MARGIN * s), self.bar.height())
        self._rehearsal.set_look(self._look._replace(text_scale=s * min(self._look.text_scale, _LARGEST_BADGE)))
        self._rehearsal.resize(self._rehearsal.sizeHint())
        self._rehearsal.move(round(_MARGIN * s), round(self._middle() + 9 * s))
        right_edge = self.width() - _MARGIN * s
        with_total = self._with_total
        picture = (self._sound,)  # says enough by itself
        lesser = tuple(button for button in self._buttons if button not in (self._pause, self._ready))
        others = tuple(button for button in lesser if button is not self._hurts)  # pain keeps its words longest
        ways = ((), True), (picture, True), (others, True), (others, False), (lesser, False), (self._buttons, False)
        for compact, self._with_total in ways:
            for button in self._buttons:
                button.set_compact(button in compact)
            if self._needed() <= self.width():
                break
        if with_total != self._with_total:
            self.update()
        right = list(self._right) if self._far in self._shown else []
        group = [button for button in self._shown if button not in right]
        width = self._width(group)
        if right:
            self._place(right, right_edge - self._width(right))
            from_left = _MARGIN * s + self._time_width() + 2 * _GAP * s
            to_right = right_edge - self._width(right) - 2 * _GAP * s
            self._place(group, min(max((self.width() - width) / 2, from_left), to_right - width))
        else:
            self._place(group, right_edge - width)

    def _place(self, buttons: list[Button], x: float) -> None:
        for button in buttons:
            size = button.sizeHint()
            button.setGeometry(round(x), round(self._middle() - size.height() / 2), size.width(), size.height())
            x += size.width() + _GAP * self._scale

    def _width(self, buttons: list[Button]) -> float:
        return sum(button.sizeHint().width() for button in buttons) + _GAP * self._scale * (len(buttons) - 1)

    def _needed(self) -> float:
        return self._time_width() + self._width(list(self._shown)) + (2 * _MARGIN + 4 * _GAP) * self._scale

    def _time_width(self) -> float:
        time = QFontMetricsF(self._time_font()).horizontalAdvance(self._left)
        total = QFontMetricsF(self._total_font()).horizontalAdvance(self._total_text())
        badge = self._rehearsal.width() if self._rehearses else 0
        return max(time + total + 14 * self._scale, badge)

    def _total_text(self) -> str:
        return translate("words", "left of {}").format(self._total) if self._with_total else ""

    def _middle(self) -> float:
        return 106 * self._scale

    def _time_font(self) -> QFont:
        return display_font((28 if self._rehearses else 34) * self._scale, 600)

    def _total_font(self) -> QFont:
        return text_font(18 * self._scale * min(self._look.text_scale, 1.25))

    @property
    def _rehearses(self) -> bool:
        return not self._rehearsal.isHidden()


def _fitting(look: Look) -> Look:
    return look._replace(text_scale=min(look.text_scale, _LARGEST_TEXT))
