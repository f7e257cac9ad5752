"""The next nudge, what became of today's, and a pause."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.nudges.nudge_view import NudgeView
from ribdown.ui.nudges.nudge_words import pause_lengths, slot_words
from ribdown.ui.nudges.slot_strip import SlotStrip
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import QUIET, SMALL, TITLE, Text, TextStyle

_TIME = TextStyle(40, 600, display=True)


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
        self._strip = SlotStrip(look)
        self._strip.pointed.connect(self._say)
        self._line = Text(look, SMALL, wrap=True)
        self._pause = Button(translate("words", "Pause"), look, ButtonKind.OUTLINE, "pause", 40, 15)
        self._pause.clicked.connect(self._ask_pause)
        self._resume = Button(translate("words", "Nudge again"), look, ButtonKind.OUTLINE, "bell", 40, 15)
        self._resume.clicked.connect(self.resume_asked)
        self._turn_on = Button(translate("words", "Turn nudges on"), look, ButtonKind.OUTLINE, "bell", 40, 15)
        self._turn_on.clicked.connect(self.turned_on)
        buttons = QHBoxLayout()
        for button in (self._pause, self._resume, self._turn_on):
            buttons.addWidget(button)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(23, 18, 23, 18)
        rows.setSpacing(4)
        rows.addWidget(Text(look, TITLE, translate("words", "Next nudge")))
        rows.addWidget(self._time)
        rows.addWidget(self._below)
        rows.addSpacing(4)
        rows.addWidget(self._strip)
        rows.addWidget(self._line)
        rows.addStretch(1)
        rows.addSpacing(8)
        rows.addLayout(buttons)

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
        menu = QMenu(self)
        for text, length in pause_lengths(self._view.today):
            action = QAction(text, menu)
            action.triggered.connect(lambda _=False, length=length: self.pause_asked.emit(length))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._pause.mapToGlobal(self._pause.rect().bottomLeft()))
