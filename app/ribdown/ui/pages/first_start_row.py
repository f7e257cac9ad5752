"""A choice of the first start: what it is, what it does, and its switch."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.rule import Rule
from ribdown.ui.widgets.switch import Switch
from ribdown.ui.widgets.text import Text, TextStyle

_TITLE, _DETAIL = TextStyle(18, 600), TextStyle(16, ink="text2", line=108)
_GAP, _PAD = 14, 12
_NARROW = 420  # px at 100 % text: below this the button stands under the words


class ChoiceRow(QWidget):
    """`picked` carries whether the person wants it. `button`, where there is one, tries it out and is shown by
    `show_button`."""

    picked = Signal(bool)

    def __init__(self, look: Look, title: str, button: Button | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Text(look, _TITLE, title, wrap=True)
        self._detail = Text(look, _DETAIL, wrap=True)
        self._button = button
        self._switch = Switch(look)
        self._switch.setAccessibleName(title)
        self._switch.clicked.connect(self.picked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        words.addStretch(1)
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said.setSpacing(_GAP)
        self._said.addLayout(words, 1)
        if button is not None:
            button.hide()
            self._said.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setContentsMargins(0, _PAD, 0, _PAD)
        row.setSpacing(_GAP)
        row.addLayout(self._said, 1)
        row.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(row, 1)
        rows.addWidget(Rule(look))

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        self._fit()

    def set_title(self, title: str) -> None:
        """Call it something else."""
        self._title.set_text(title)
        self._switch.setAccessibleName(title)

    def show_value(self, *, on: bool) -> None:
        """Show whether it is on."""
        self._switch.setChecked(on)

    def explain(self, text: str) -> None:
        """Say what it does, or what stands in its way."""
        if text != self._detail.plain:
            self._detail.set_text(text)
            self._switch.setAccessibleDescription(text)

    def show_button(self, *, shown: bool) -> None:
        """Offer to try it out. The keyboard does not go with a button that goes."""
        if self._button is not None and self._button.isHidden() == shown:
            if self._button.hasFocus():
                self._switch.setFocus(Qt.FocusReason.TabFocusReason)
            self._button.setVisible(shown)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words switch it too."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._switch.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button beside the words or below them."""
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < _NARROW * self._look.text_scale
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._said.setDirection(down if narrow else across)
        self._said.setSpacing(8 if narrow else _GAP)
