"""A question over the player: end here, or something hurts. In the window, with the session standing still."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from ribdown.ui.look import Look, colour, display_font, text_font
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.panel import Panel

_VEIL = 0.72
_SMALLEST = 0.7  # of the texts' size at 100 %

Answer = tuple[str, str, ButtonKind, Callable[[], None]]


class Question(QWidget):
    """Covers its host; `visibility_changed` says when it does. `ask` shows a heading, a text and the answers: text,
    icon, kind, and what it does."""

    visibility_changed = Signal(bool)

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._look = look
        self._panel = Panel(look, self)
        plain = Qt.TextFormat.PlainText
        self._heading = QLabel(textFormat=plain, parent=self._panel)
        self._text = QLabel(textFormat=plain, wordWrap=True, parent=self._panel)
        self._buttons: list[Button] = []
        self._asked_from: QWidget | None = None
        self._rows = QVBoxLayout(self._panel)
        self._rows.setContentsMargins(32, 28, 32, 28)
        self._rows.setSpacing(12)
        self._rows.addWidget(self._heading)
        self._rows.addWidget(self._text)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self._panel.set_look(look)
        self._centre()
        self.update()

    def ask(self, heading: str, text: str, answers: Sequence[Answer]) -> None:
        """Show the question; the keyboard is on the first answer. Each answer closes it first."""
        if not self.isVisible():
            self._asked_from = QApplication.focusWidget()
        for button in self._buttons:
            self._rows.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._heading.setText(heading)
        self._text.setText(text)
        self._buttons = [self._answer(*answer) for answer in answers]
        self.cover_host()
        self.show()
        self.raise_()
        self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)  # the ring says what Return will press

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the question is open."""
        self.visibility_changed.emit(True)  # noqa: FBT003 (a signal's value)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what is behind."""
        veil = QColor(colour(self._look.theme.bg))
        veil.setAlphaF(_VEIL)
        QPainter(self).fillRect(self.rect(), veil)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the keyboard back to what had it: a hidden answer must not be pressed."""
        self.visibility_changed.emit(False)  # noqa: FBT003 (a signal's value)
        asked_from, self._asked_from = self._asked_from, None
        if asked_from is not None and isValid(asked_from):
            asked_from.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it, where its host has no other use for the key."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the keyboard among the answers while the question is open."""
        if not self.isVisible():
            return super().focusNextPrevChild(forward)
        held = [index for index, button in enumerate(self._buttons) if button.hasFocus()]
        step = 1 if forward else -1
        following = self._buttons[(held[0] + step if held else 0) % len(self._buttons)]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def cover_host(self) -> None:
        """Cover the host again after it changed its size."""
        self.setGeometry(self._host.rect())
        self._centre()

    def _answer(self, text: str, icon: str, kind: ButtonKind, action: Callable[[], None]) -> Button:
        button = Button(text, self._look, kind, icon, height=52, px=18, parent=self._panel)
        button.clicked.connect(self.hide)
        button.clicked.connect(action)
        self._rows.addWidget(button)
        button.show()  # at once: a layout leaves out what is hidden
        return button

    def _restyle(self, scale: float) -> None:
        self._heading.setFont(display_font(30 * scale))
        self._text.setFont(text_font(18 * scale))

    def _centre(self) -> None:
        scale = self._look.text_scale
        width, room = min(round(480 * scale), self.width() - 32), self.height() - 16
        self._restyle(scale)
        while scale > _SMALLEST and self._rows.totalHeightForWidth(width) > room:  # rather small than cut off
            scale -= 0.1
            self._restyle(scale)
        height = min(self._rows.totalHeightForWidth(width), room)
        self._panel.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
