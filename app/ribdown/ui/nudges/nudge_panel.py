"""The next nudge, what became of today's, and a pause."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.nudges.nudge_view import NudgeView
from ribdown.ui.nudges.nudge_words import pause_lengths, slot_words
from ribdown.ui.nudges.slot_strip import SlotStrip
from ribdown.ui.translation import translate
from ribdown.ui.widgets.menu import Menu
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.quiet_button import QuietButton
from ribdown.ui.widgets.text import QUIET, SMALL, TITLE, Text, TextStyle

_TIME = TextStyle(40, 600, display=True)
_BUTTON_PAD = 12  # right of a quiet button's text


class NudgePanel(Panel):
    """`pause_asked` carries a length as core/nudges/pause.py reads it; `turned_on` asks for nudges."""

    pause_asked = Signal(str)
    resume_asked = Signal()
    turned_on = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._view: NudgeView | None = None
        self._time = Text(look, _TIME)
        self._below = Text(look, QUIET, wrap=True)
        self._pause = QuietButton(translate("words", "Pause"), look, "pause", 36, accent=True)
        self._pause.clicked.connect(self._ask_pause)
        self._resume = QuietButton(translate("words", "Nudge again"), look, "bell", 36, accent=True)
        self._resume.clicked.connect(self.resume_asked)
        self._turn_on = QuietButton(translate("words", "Turn nudges on"), look, "bell", 36, accent=True)
        self._turn_on.clicked.connect(self.turned_on)
        self._strip = SlotStrip(look)
        self._strip.pointed.connect(lambda _: self._say(self._strip.words))
        self._line = Text(look, SMALL, wrap=True)
        heading = QHBoxLayout()
        heading.addWidget(Text(look, TITLE, translate("words", "Next nudge"), wrap=True), 1)
        for button in (self._pause, self._resume, self._turn_on):
            heading.addWidget(button)
        next_one = QHBoxLayout()
        next_one.setSpacing(12)
        next_one.addWidget(self._time)
        next_one.addWidget(self._below, 1)
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, _BUTTON_PAD, 0)
        below.setSpacing(4)
        below.addLayout(next_one)
        below.addWidget(self._strip)
        below.addWidget(self._line)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(23, 12, 23 - _BUTTON_PAD, 18)
        rows.setSpacing(4)
        rows.addLayout(heading)
        rows.addLayout(below)
        rows.addStretch(1)

    def show_view(self, view: NudgeView) -> None:
        """Show these values."""
        self._view = view
        self._time.set_text(view.headline)
        self._below.set_text(view.below)
        self._strip.show_slots(view.slots)
        self._strip.setVisible(bool(view.slots))
        self._say(self._strip.words)
        for button, shown in (
            (self._turn_on, not view.on),
            (self._resume, view.on and view.paused),
            (self._pause, view.on and not view.paused),
        ):
            button.setVisible(shown)

    def _say(self, text: str) -> None:
        """The words of the slot that is pointed at, or of the last one that is over."""
        past = [line for line in self._view.slots if line.outcome or line.phase] if self._view else []
        self._line.set_text(text or (slot_words(past[-1]) if past else ""))

    def _ask_pause(self) -> None:
        if self._view is None:
            return
        menu = Menu(self._look, self)
        for text, length in pause_lengths(self._view.today):
            action = QAction(text, menu)
            action.triggered.connect(lambda _=False, length=length: self.pause_asked.emit(length))
            menu.addAction(action)
        menu.popup(self._pause.mapToGlobal(self._pause.rect().bottomLeft()))
