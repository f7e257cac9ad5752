"""What was done today, in the place of the routine, and once more."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from ribdown.core.history import SessionRecord, Status
from ribdown.core.programme.day import Day
from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.pages.dates import time_of_day
from ribdown.ui.pages.record_words import pain_text
from ribdown.ui.pages.start_view import RoutineView
from ribdown.ui.pages.today_words import done_heading, done_next
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.mark import Mark, Outcome
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.rule import Rule
from ribdown.ui.widgets.text import BODY, HEADING, QUIET, STRONG, Text

_NARROW = 640
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class DoneCard(Panel):
    """`again_requested` asks for the routine once more."""

    again_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._shown: tuple[SessionRecord, ...] = ()
        self._lines: list[QBoxLayout] = []
        self._narrow = False
        self._heading = Text(look, HEADING, wrap=True)
        self._next = Text(look, BODY, wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self.again = Button(translate("words", "Once more"), look, ButtonKind.OUTLINE, "play", height=52, px=18)
        self.again.clicked.connect(self.again_requested)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._heading)
        texts.addWidget(self._next)
        self._top = QBoxLayout(_ACROSS)
        self._top.setSpacing(16)
        self._top.addLayout(texts, 1)
        self._top.addWidget(self.again, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(30, 22, 30, 24)
        rows.setSpacing(16)
        rows.addLayout(self._top)
        rows.addLayout(self._grid)

    def show_done(self, day: Day, sessions: Sequence[SessionRecord], again: RoutineView) -> None:
        """Show what was reached with these sessions of today, newest first, and what would be done again."""
        self._heading.set_text(done_heading(day))
        self._next.set_text(done_next(day))
        self.again.setEnabled(again.plan is not None)
        length = words.duration(again.seconds)
        self.again.setAccessibleName(translate("words", "Once more: {}, {}").format(again.title, length))
        if tuple(sessions) != self._shown:
            self._shown = tuple(sessions)
            self._build_rows()

    def fit(self, width: int) -> None:
        """Set things beside or below each other, as this width in pixels has room for."""
        self._narrow = width < _NARROW * self._look.text_scale
        for box in (self._top, *self._lines):
            box.setDirection(_DOWN if self._narrow else _ACROSS)

    def _build_rows(self) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
        self._lines = []
        for index, record in enumerate(self._shown):
            outcome = Outcome.DONE if record.status is Status.COMPLETED else Outcome.PART
            self._grid.addWidget(Rule(self._look), 2 * index, 0, 1, 2)
            self._grid.addWidget(Mark(self._look, outcome), 2 * index + 1, 0)
            self._grid.addWidget(self._line(record), 2 * index + 1, 1)

    def _line(self, record: SessionRecord) -> QWidget:
        line = QWidget()
        box = QBoxLayout(_DOWN if self._narrow else _ACROSS, line)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        took = translate("words", "{} at {}").format(words.took(record.done_seconds), time_of_day(record.started))
        box.addWidget(Text(self._look, STRONG, words.content(record.title), wrap=True), 1)
        box.addWidget(Text(self._look, QUIET, " · ".join(filter(None, (took, pain_text(record))))))
        self._lines.append(box)
        return line
