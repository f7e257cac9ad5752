"""A card of lines, each after a sign or its number."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.widgets.line_sign import LineSign
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import BODY, TITLE, Text, TextStyle

_NUMBER = TextStyle(16, 600, "accent", line=118)


class ExerciseLines(Panel):
    """`icon` is the sign before each line, in the theme's colour `ink`; without one the lines are numbered."""

    def __init__(
        self, look: Look, title: str, icon: str = "", ink: str = "accent", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._icon = icon
        self._ink = ink
        self._lines: list[Text] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(23, 18, 23, 20)
        rows.setSpacing(10)
        rows.addWidget(Text(look, TITLE, title, wrap=True))
        rows.addLayout(self._grid)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these; there are as many each time."""
        for text in lines[len(self._lines) :]:
            self._add(text)
        for line, text in zip(self._lines, lines, strict=True):
            line.set_text(text)

    def _add(self, text: str) -> None:
        row = len(self._lines)
        line = Text(self._look, BODY, text, wrap=True)
        sign: QWidget
        if self._icon:
            sign = LineSign(self._look, self._icon, self._ink, BODY)
        else:
            sign = Text(self._look, _NUMBER, str(row + 1), wrap=True)
        self._grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(line, row, 1)
        self._lines.append(line)
