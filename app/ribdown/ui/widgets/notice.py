"""A tinted surface with an icon and lines of text: something to know before going on."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.widgets.icon import Icon
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import BODY, STRONG, Text


class Tone(Enum):
    """What a notice is about; the values are the theme's tint and ink."""

    WARN = ("warn_tint", "warn")
    DANGER = ("danger_tint", "danger")


class Notice(Panel):
    """A title and lines below it. `rows` takes what else belongs in it."""

    def __init__(self, look: Look, tone: Tone, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._tone = tone
        _, ink = tone.value
        self._title = Text(look, STRONG, wrap=True)
        self._lines: list[Text] = []
        columns = QHBoxLayout(self)
        columns.setContentsMargins(20, 16, 20, 16)
        columns.setSpacing(14)
        columns.addWidget(Icon(look, icon, ink), alignment=Qt.AlignmentFlag.AlignTop)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        self.rows.addWidget(self._title)
        columns.addLayout(self.rows, 1)
        self._tint()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._tint()

    def show_lines(self, title: str, lines: Sequence[str]) -> None:
        """Show other texts."""
        for line in self._lines:
            line.setParent(None)
        self._title.set_text(title)
        self._lines = [Text(self._look, BODY, line, wrap=True) for line in lines if line]
        for index, line in enumerate(self._lines, 1):
            self.rows.insertWidget(index, line)
        self.setAccessibleName(title)
        self.setAccessibleDescription("\n".join(lines))

    def _tint(self) -> None:
        tint, _ = self._tone.value
        self.set_accent(getattr(self._look.theme, tint), "")
