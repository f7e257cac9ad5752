"""One section of the settings: a card with its rows."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.pages.setting_row import SettingRow
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import TITLE, Text


class SettingsCard(Panel):
    """`add` puts a row below the others."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._title = title
        self._found: list[SettingRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(23, 15, 23, 8)
        self._column.setSpacing(0)
        self._column.addWidget(Text(look, TITLE, title))
        self._column.addSpacing(5)
        self._rows: list[SettingRow] = []

    def add(self, row: SettingRow) -> None:
        """Put a row below the others."""
        row.show_rule(shown=bool(self._rows))
        self._rows.append(row)
        self._column.addWidget(row)

    def search(self, wanted: str) -> bool:
        """Show the rows that have these words, or all where the card's title has them; hide the card where none has.
        Returns whether anything is found."""
        words = wanted.casefold().split()
        found = [row for row in self._rows if all(word in f"{self._title} {row.words}".casefold() for word in words)]
        for row in self._rows:
            row.setVisible(row in found)
            row.show_rule(shown=row in found[1:])
        self.setVisible(bool(found))
        return bool(found)
