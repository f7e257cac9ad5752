"""What the history shows while there is nothing in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.translation import translate
from ribdown.ui.widgets.breath_curve import BreathCurve
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import HEADING, Text, TextStyle

_LINE = TextStyle(16, ink="text2", line=118)


class HistoryEmpty(Panel):
    """`start_requested` asks for a session, `rehearsals_wanted` for those that are hidden."""

    start_requested = Signal()
    rehearsals_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        heading = Text(look, HEADING, translate("words", "Nothing here yet"), wrap=True)
        self._line = Text(look, _LINE, wrap=True)
        self.start = Button(translate("words", "Start"), look, ButtonKind.PRIMARY, "play")
        self.start.clicked.connect(self.start_requested)
        self._rehearsals = Button("", look, ButtonKind.QUIET, height=44, px=15)
        self._rehearsals.clicked.connect(self.rehearsals_wanted)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(40, 40, 40, 40)
        rows.setSpacing(6)
        rows.addStretch()
        rows.addWidget(BreathCurve(look), 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addSpacing(14)
        for text in (heading, self._line):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addWidget(text)
        rows.addSpacing(14)
        rows.addWidget(self.start, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._rehearsals, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch()

    def show_reason(self, rehearsals: int) -> None:
        """Say why nothing is there: so many `rehearsals` are hidden, or there is nothing at all."""
        hidden = translate("words", "Only rehearsals so far, and they are not shown.")
        self._line.set_text(
            hidden if rehearsals else translate("words", "Your first session lands here when you press Save.")
        )
        self._rehearsals.setText(translate("words", "Show rehearsals ({})").format(rehearsals))
        self._rehearsals.setVisible(rehearsals > 0)
