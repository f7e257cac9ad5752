"""A bar for a long task: how far it is with a way to end it, then what came of it; or a question before it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ribdown.ui.look import Look, colour
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import BODY, Text


class ProgressLine(QWidget):
    """`share` of it, 0–1, is filled."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.update()

    def show_share(self, share: float) -> None:
        """Show how much is done."""
        if round(share * self.width()) != round(self._share * self.width()):
            self.update()
        self._share = share

    def sizeHint(self) -> QSize:
        """A slim line."""
        return QSize(200, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line and what is done of it."""
        painter, box = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._look.theme.raised))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(colour(self._look.theme.accent))
        painter.drawRoundedRect(QRectF(0, 0, max(box.width() * self._share, 8), box.height()), 4, 4)


class TaskBar(Panel):
    """`cancelled` ends the task, `agreed` answers the question with yes, `undone` takes back what was done."""

    cancelled = Signal()
    agreed = Signal()
    undone = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._busy = False
        self._text = Text(look, BODY, wrap=True)
        self._line = ProgressLine(look)
        self._yes = Button("", look, ButtonKind.PRIMARY, height=40, px=15)
        self._undo = Button(translate("words", "Undo"), look, height=40, px=15)
        self._cancel = Button(translate("words", "Cancel"), look, height=40, px=15)
        self._close = Button(translate("words", "Close"), look, ButtonKind.QUIET, height=40, px=15)
        self._yes.clicked.connect(lambda: self._leave(self.agreed.emit))
        self._undo.clicked.connect(lambda: self._leave(self.undone.emit))
        self._cancel.clicked.connect(self.cancelled)
        self._close.clicked.connect(self.hide)
        texts = QVBoxLayout()
        texts.setSpacing(8)
        texts.addWidget(self._text)
        texts.addWidget(self._line)
        buttons = QHBoxLayout()
        for button in (self._yes, self._undo, self._cancel, self._close):
            buttons.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.setSpacing(16)
        row.addLayout(texts, 1)
        row.addLayout(buttons)
        self.hide()
        self.set_accent(look.theme.accent_tint, "")

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self.set_accent(look.theme.accent_tint, "")

    def show_progress(self, text: str) -> None:
        """A task has begun."""
        self._say(text, self._cancel)
        self._line.show_share(0.0)
        self._line.show()
        self._busy = True

    def end_progress(self) -> None:
        """The task has ended, and nothing is said about it yet."""
        if self._busy:
            self.hide()

    def show_share(self, share: float) -> None:
        """So much of it is done, 0–1."""
        self._line.show_share(share)

    def ask(self, text: str, yes: str) -> None:
        """Ask before it is done, with the keyboard on the answer."""
        self._yes.setText(yes)
        self._say(text, self._yes, self._close)
        self._yes.setFocus()

    def say(self, text: str, *, undo: bool = False) -> None:
        """Say what came of it, with a way to undo it."""
        self._say(text, *((self._undo,) if undo else ()), self._close)

    def _say(self, text: str, *buttons: Button) -> None:
        self._busy = False
        self._text.set_text(text)
        self.setAccessibleName(text)
        self._line.hide()
        for button in (self._yes, self._undo, self._cancel, self._close):
            button.setVisible(button in buttons)
        self.show()

    def _leave(self, answer: Callable[[], None]) -> None:
        self.hide()
        answer()
