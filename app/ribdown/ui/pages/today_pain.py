"""What is said after pain rose in two sessions running: the gentler mode, and when to stop and be evaluated."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ribdown.ui.look import Look
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.notice import Notice, Tone
from ribdown.ui.widgets.switch import Switch


class PainNotice(Notice):
    """`gentler_switched` carries whether gentler mode is wanted, `closed` says that the notice was read."""

    gentler_switched = Signal(bool)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, Tone.WARN, "warn", parent)
        self.show_lines(
            translate("words", "Pain rose in your last two sessions"),
            (
                translate("words", "Make every movement smaller, draw the ribs further down, keep the holds short."),
                translate(
                    "words",
                    "Stop where it still grows with a movement. Pain that stays is a reason to see a clinician before"
                    " the next session.",
                ),
            ),
        )
        self._gentler = Switch(
            look,
            translate("words", "Use gentler mode"),
            translate("words", "Shorter holds and presses, fewer repeats, about a quarter of your strength"),
        )
        self._gentler.clicked.connect(self.gentler_switched)
        close = Button(translate("words", "Close"), look, ButtonKind.OUTLINE, height=40, px=15)
        close.clicked.connect(self.closed)
        self.rows.addWidget(self._gentler)
        self.rows.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)

    def show_gentler(self, *, on: bool) -> None:
        """Show whether gentler mode is on."""
        self._gentler.setChecked(on)
