"""Who should change or skip the exercises: shown before the first session and whenever it is asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import ButtonKind
from ribdown.ui.widgets.icon import Icon
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.switch import Switch
from ribdown.ui.widgets.text import HEADING, Text, TextStyle
from ribdown.ui.widgets.wrapping_button import WrappingButton

_POINT = TextStyle(17, line=118)


def safety_points() -> tuple[str, ...]:
    """What to know before moving."""
    return (
        translate(
            "words",
            "Hip labrum surgery lately, a pulled hip flexor, or a pinch at the front of the hip?"
            " Stay well inside your range and cut the holds short.",
        ),
        translate(
            "words",
            "Does a movement make your low back hurt more?"
            " Make it smaller, draw the ribs further down, or leave it out.",
        ),
        translate("words", "Stop if something hurts. Pain that stays is a reason to see a clinician."),
    )


class SafetyCard(Panel):
    """Asks to be acknowledged until it was, then to be closed. `answered` says that the person did either."""

    answered = Signal()
    gentler_switched = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        title = translate("words", "Who should change or skip this")
        self.setAccessibleName(title)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(30, 24, 30, 24)
        rows.setSpacing(14)
        rows.addWidget(Text(look, HEADING, title, wrap=True))
        for point in safety_points():
            row = QHBoxLayout()
            row.setSpacing(14)
            row.addWidget(Icon(look, "warn", "warn"), alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(look, _POINT, point, wrap=True), 1)
            rows.addLayout(row)
        self._gentler = Switch(
            look,
            translate("words", "One of these is me: use gentler mode"),
            translate("words", "Shorter holds and presses, fewer repeats, about a quarter of your strength"),
        )
        self._gentler.clicked.connect(self.gentler_switched)
        rows.addWidget(self._gentler)
        self._answer = WrappingButton("", look, ButtonKind.PRIMARY, height=48)
        self._answer.clicked.connect(self.answered)
        rows.addWidget(self._answer, alignment=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def show_state(self, *, acknowledged: bool, gentler: bool) -> None:
        """Show what the person has said so far."""
        self._gentler.setChecked(gentler)
        self._answer.set_kind(ButtonKind.OUTLINE if acknowledged else ButtonKind.PRIMARY)
        text = translate("words", "Close") if acknowledged else translate("words", "I have read this")
        self._answer.set_face(text, "" if acknowledged else "check")

    def show_waiting(self, title: str) -> None:
        """Say which routine starts once this has been read."""
        self._answer.set_face(translate("words", "I have read this: start {}").format(title), "check")

    def take_focus(self) -> None:
        """Put the keyboard on the button that closes the card."""
        self._answer.setFocus(Qt.FocusReason.OtherFocusReason)
