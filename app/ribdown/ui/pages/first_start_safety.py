"""The second step: who should change or skip the exercises. It is to be read before going on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.pages.first_start_check import CheckRow
from ribdown.ui.pages.first_start_step import Step
from ribdown.ui.translation import translate
from ribdown.ui.widgets.line_sign import LineSign
from ribdown.ui.widgets.safety_card import gentler_offer, safety_points, safety_title
from ribdown.ui.widgets.text import Text, TextStyle

_POINT = TextStyle(18, 500, line=114)
_MISSING = TextStyle(16, 600, "warn")


class SafetyStep(Step):
    """`gentler_switched` says whether one of these is the person."""

    gentler_switched = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, safety_title(), parent)
        for point in safety_points():
            row = QHBoxLayout()
            row.setSpacing(14)
            row.addWidget(LineSign(look, "warn", "warn", _POINT, 24), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(look, _POINT, point, wrap=True), 1)
            self.rows.addLayout(row)
        self._read = CheckRow(look, translate("words", "I have read this and will stop if something hurts"))
        self._read.toggled.connect(self._heed)
        self._gentler = CheckRow(look, gentler_offer())
        self._gentler.clicked.connect(self.gentler_switched)
        first = translate("words", "Read this first, and tick its box to go on.")
        self._first = Text(look, _MISSING, first, wrap=True)
        self._first.hide()
        self._to_tick = QWidget()
        tick = QVBoxLayout(self._to_tick)
        tick.setContentsMargins(0, 0, 0, 0)
        tick.setSpacing(self.rows.spacing())
        tick.addWidget(self._read)
        tick.addWidget(self._first)
        self.rows.addSpacing(4)
        self.rows.addWidget(self._to_tick)
        self.rows.addWidget(self._gentler)

    def show_state(self, *, read: bool, gentler: bool) -> None:
        """Show what the person has said before."""
        if read:
            self._read.setChecked(True)
        self._gentler.setChecked(gentler)

    def explain_gentler(self, text: str) -> None:
        """Say what gentler mode does."""
        self._gentler.explain(text)

    def missing(self) -> QWidget | None:
        """The box, until it is ticked."""
        if self._read.isChecked():
            return None
        self._first.show()
        self._read.setFocus(Qt.FocusReason.TabFocusReason)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._read, self._first.plain))
        return self._to_tick

    def _heed(self, on: bool) -> None:
        if on:
            self._first.hide()
