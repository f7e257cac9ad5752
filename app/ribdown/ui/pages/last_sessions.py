"""The last few sessions, and the way to all of them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.history import SessionRecord
from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.pages.dates import day_near
from ribdown.ui.pages.record_words import pain_text
from ribdown.ui.translation import translate
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.quiet_button import QuietButton
from ribdown.ui.widgets.rule import Rule
from ribdown.ui.widgets.text import SMALL, TITLE, Text, TextStyle

_DAY = TextStyle(15, 600)
_LENGTH = TextStyle(15)
_BUTTON_PAD = 12  # right of a quiet button's text


class LastSessions(Panel):
    """`all_requested` asks for the history."""

    all_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        everything = QuietButton(translate("words", "All"), look, height=36, accent=True)
        everything.setAccessibleName(translate("words", "All sessions"))
        everything.clicked.connect(self.all_requested)
        heading = QHBoxLayout()
        heading.addWidget(Text(look, TITLE, translate("words", "Last sessions")), 1)
        heading.addWidget(everything)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(23, 11, 23 - _BUTTON_PAD, 18)
        self._grid.setContentsMargins(0, 0, _BUTTON_PAD, 0)
        rows.setSpacing(8)
        rows.addLayout(heading)
        rows.addLayout(self._grid)
        rows.addStretch(1)

    def show_sessions(self, records: Sequence[SessionRecord], today: date) -> None:
        """Show these, newest first."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
        for index, record in enumerate(records):
            row = 2 * index
            if index:
                self._grid.addWidget(Rule(self._look), row - 1, 0, 1, 3)
            pain = Text(self._look, SMALL, pain_text(record))
            pain.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(Text(self._look, _DAY, day_near(record.started.date(), today)), row, 0)
            self._grid.addWidget(Text(self._look, _LENGTH, words.took(record.done_seconds)), row, 1)
            self._grid.addWidget(pain, row, 2)
