"""The lower edge of the guided self-test: how far it is, and what can be done. All of it large."""

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.timeline import Timeline
from ribdown.ui.look import Look, colour
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.step_bar import StepBar

HEIGHT = 148  # px at scale 1
_MARGIN, _GAP = 40, 14
_LARGEST_TEXT = 1.3  # text scale: the dock has no room for more


class SelfTestDock(QWidget):
    """Emits what the person pressed."""

    back = Signal()
    went_on = Signal()
    hurt = Signal()
    end_asked = Signal()
    sound_toggled = Signal()

    def __init__(self, look: Look, plan: Timeline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look = _fitting(look)
        self._scale = 1.0
        sides = [segment.run.turn.side_number for segment in plan.segments]
        self.bar = StepBar(look, [sides.count(side) for side in sorted(set(sides))], self)
        self._back = self._button(translate("words", "Back"), "back", self.back)
        self.onward = self._button(translate("words", "Go on · Space"), "skip", self.went_on, height=72, px=26)
        self.onward.set_kind(ButtonKind.PRIMARY)
        self._hurts = self._button(translate("words", "It hurts"), "hurts", self.hurt)
        self._sound = self._button(translate("words", "Sound on"), "sound", self.sound_toggled)
        self._sound.set_kind(ButtonKind.QUIET)
        self._sound.hide()
        self._end = self._button(translate("words", "End"), "end", self.end_asked)
        self._at_end = False

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look = _fitting(look)
        self.bar.set_look(look)
        for button in self._buttons():
            button.set_look(look)
        self._arrange()
        self.update()

    def set_scale(self, scale: float) -> None:
        """Set the size of one design pixel."""
        self._scale = scale
        for button in self._buttons():
            button.set_scale(scale)
        self._arrange()

    def show_sound(self, text: str, *, on: bool) -> None:
        """Say whether there is sound, or how loud it is. Before, there is nothing about sound."""
        self._sound.set_face(text, "sound" if on else "sound off")
        self._sound.setVisible(not self._at_end)
        self._arrange()

    def show_unanswered(self, *, unanswered: bool) -> None:
        """Say that going on leaves the step without an answer. Space does not do that."""
        if unanswered:
            self.onward.set_face(translate("words", "Leave unanswered"), "skip")
        else:
            self.onward.set_face(translate("words", "Go on · Space"), "skip")
        self.onward.set_kind(ButtonKind.OUTLINE if unanswered else ButtonKind.PRIMARY)
        self._arrange()

    def show_end(self) -> None:
        """All steps are done: there is only one way on."""
        self._at_end = True
        for button in (self._back, self._hurts, self._sound, self._end):
            button.hide()
        self.onward.set_face(translate("words", "To the result"), "check")
        self._arrange()

    def focus_onward(self, *, ring: bool = False) -> None:
        """Put the keyboard on Go on, with a ring where Space does not go on wherever the keyboard is."""
        self.onward.setFocus(Qt.FocusReason.TabFocusReason if ring else Qt.FocusReason.ActiveWindowFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the bar and the buttons out anew."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(self._look.theme.sunken))
        painter.setPen(QPen(colour(self._look.theme.line), 1))
        painter.drawLine(0, 0, self.width(), 0)

    def _button(self, text: str, icon: str, pressed: SignalInstance, height: int = 56, px: int = 20) -> Button:
        button = Button(text, self._look, icon=icon, height=height, px=px, parent=self)
        button.clicked.connect(pressed)
        return button

    def _buttons(self) -> tuple[Button, ...]:
        return self._back, self.onward, self._hurts, self._sound, self._end

    def _arrange(self) -> None:
        s = self._scale
        room = self.width() - 2 * _MARGIN * s
        self.bar.setGeometry(QRectF(_MARGIN * s, 14 * s, room, 14 * s).toRect())
        left = [button for button in (self._back, self.onward) if not button.isHidden()]
        right = [button for button in (self._hurts, self._sound, self._end) if not button.isHidden()]
        for compact in ((), (self._sound,), (self._sound, self._back, self._end)):
            for button in self._buttons():
                button.set_compact(button in compact)
            if self._width(left) + self._width(right) + _GAP * s <= room:
                break
        self._place(left, _MARGIN * s)
        self._place(right, self.width() - _MARGIN * s - self._width(right))

    def _place(self, buttons: list[Button], x: float) -> None:
        middle = 88 * self._scale
        for button in buttons:
            size = button.sizeHint()
            button.setGeometry(round(x), round(middle - size.height() / 2), size.width(), size.height())
            x += size.width() + _GAP * self._scale

    def _width(self, buttons: list[Button]) -> float:
        return sum(button.sizeHint().width() for button in buttons) + _GAP * self._scale * max(len(buttons) - 1, 0)


def _fitting(look: Look) -> Look:
    return look._replace(text_scale=min(look.text_scale, _LARGEST_TEXT))
