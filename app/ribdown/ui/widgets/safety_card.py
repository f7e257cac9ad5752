"""Who should change or skip the exercises: its words, and the card that shows them where they are asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.icon import Icon
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.switch import Switch
from ribdown.ui.widgets.text import HEADING, Text, TextStyle

_POINT = TextStyle(17, line=118)


def safety_title() -> str:
    """What the text is called."""
    return translate("words", "Who should change or skip this")


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


def gentler_offer() -> str:
    """What is offered to whom the text is about."""
    return translate("words", "One of these is me: use gentler mode")


class SafetyCard(Panel):
    """`closed` says that the person has done with it."""

    closed = Signal()
    gentler_switched = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(safety_title())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(30, 24, 30, 24)
        rows.setSpacing(14)
        rows.addWidget(Text(look, HEADING, safety_title(), wrap=True))
        for point in safety_points():
            row = QHBoxLayout()
            row.setSpacing(14)
            row.addWidget(Icon(look, "warn", "warn"), alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(look, _POINT, point, wrap=True), 1)
            rows.addLayout(row)
        self._gentler = Switch(
            look,
            gentler_offer(),
            translate("words", "Shorter holds and presses, fewer repeats, about a quarter of your strength"),
        )
        self._gentler.clicked.connect(self.gentler_switched)
        rows.addWidget(self._gentler)
        self._close = Button(translate("words", "Close"), look, height=48)
        self._close.clicked.connect(self.closed)
        rows.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_gentler(self, *, on: bool) -> None:
        """Show whether gentler mode is on."""
        self._gentler.setChecked(on)

    def take_focus(self) -> None:
        """Put the keyboard on the button that closes the card."""
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
