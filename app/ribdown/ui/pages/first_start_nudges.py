"""The third step: what goes on beside the sessions, each with a switch."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ribdown.ui.look import Look
from ribdown.ui.pages.first_start_row import ChoiceRow
from ribdown.ui.pages.first_start_step import Step
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.text import Text, TextStyle

_KEPT = TextStyle(16, 500, "text2", line=112)


class NudgesStep(Step):
    """`hear_asked` asks for a line of the voice; `appeared` and `disappeared` say whether the step can be seen."""

    hear_asked = Signal()
    appeared = Signal()
    disappeared = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("words", "A nudge to get up,\nnow and then?"), parent)
        hear = Button(translate("words", "Hear it"), look, icon="play", height=40, px=15)
        hear.clicked.connect(self.hear_asked)
        self.nudges = ChoiceRow(look, translate("words", "Hourly nudge"))
        self.voice = ChoiceRow(look, translate("words", "Voice"), hear)
        self.login = ChoiceRow(look, translate("words", "Open at login"))
        self.login.hide()
        self.rows.setSpacing(0)
        self.rows.addSpacing(8)
        for row in (self.nudges, self.voice, self.login):
            self.rows.addWidget(row)
        kept = translate(
            "words",
            "Everything stays on this computer, nothing is sent anywhere. All of it can be changed in Settings.",
        )
        self.rows.addSpacing(16)
        self.rows.addWidget(Text(look, _KEPT, kept, wrap=True))

    def showEvent(self, event: QShowEvent) -> None:
        """Say so."""
        super().showEvent(event)
        self.appeared.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say so."""
        super().hideEvent(event)
        self.disappeared.emit()
