"""A bar that says what was just done, and takes it back."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import BODY, Text

_SHOWN = 20_000  # ms


class UndoBar(Panel):
    """Hides after 20 s, though not while the keyboard or the pointer is on it. `undone` says that the person wants it
    back."""

    undone = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._text = Text(look, BODY, wrap=True)
        self._button = undo = Button(translate("words", "Undo"), look, ButtonKind.QUIET, height=40)
        undo.clicked.connect(self._undo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), undo, undo.click)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN)
        self._timer.timeout.connect(self._end)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 10, 6)
        row.addWidget(self._text, 1)
        row.addWidget(undo, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()
        self._tint()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._tint()

    def show_text(self, text: str) -> None:
        """Say what was done, for 20 s."""
        self._text.set_text(text)
        self.setAccessibleName(text)
        self._timer.start()
        self.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is left to undo."""
        self._timer.stop()

    def _end(self) -> None:
        if self._button.hasFocus() or self.underMouse():
            self._timer.start()
        else:
            self.hide()

    def _undo(self) -> None:
        self.hide()
        self.undone.emit()

    def _tint(self) -> None:
        self.set_accent(self._look.theme.accent_tint, "")
