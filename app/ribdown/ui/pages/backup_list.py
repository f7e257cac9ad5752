"""The copies of the history that there are, and the way back to one."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ribdown.infra.backup import Backup, Occasion
from ribdown.ui.look import Look
from ribdown.ui.pages.dates import day_long
from ribdown.ui.pages.drawer import Drawer
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.rule import Rule
from ribdown.ui.widgets.text import BODY, SMALL, STRONG, Text


class BackupLine(NamedTuple):
    """A backup, and how many sessions it has; None where it can't be read."""

    backup: Backup
    sessions: int | None


class BackupList(Drawer):
    """`restore_asked` carries the Backup, `undo_asked` is for the last import."""

    restore_asked = Signal(object)
    undo_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._buttons: list[Button] = []
        self._allowed = True
        self.show_head("", translate("words", "Backups"))

    def show_backups(self, lines: Sequence[BackupLine], *, imported: bool) -> None:
        """Show these, newest first; `imported` says that there is an import to undo."""
        self._buttons = []
        rows = self.new_rows()
        rows.setSpacing(14)
        about = translate("words", "A copy is made once a week; the last five are kept, beside the history.")
        rows.addWidget(Text(self._look, BODY, about, wrap=True))
        if imported:
            rows.addWidget(Rule(self._look))
            undo = self._button(translate("words", "Undo"), translate("words", "Undo the last import"))
            undo.clicked.connect(self.undo_asked)
            rows.addLayout(self._row(translate("words", "The last import"), "", undo))
        for line in lines:
            rows.addWidget(Rule(self._look))
            rows.addLayout(self._line(line))
        if not lines:
            rows.addWidget(Rule(self._look))
            rows.addWidget(Text(self._look, SMALL, translate("words", "There is none yet."), wrap=True))
        rows.addStretch()
        self.let_change(allowed=self._allowed)

    def let_change(self, *, allowed: bool) -> None:
        """Whether anything can be restored now."""
        self._allowed = allowed
        for button in self._buttons:
            button.setEnabled(allowed)

    def _line(self, line: BackupLine) -> QHBoxLayout:
        day = day_long(line.backup.day)
        if line.sessions is None:
            return self._row(day, translate("words", "can’t be read"), None)
        restore = self._button(translate("words", "Restore"), translate("words", "Restore {}").format(day))
        restore.clicked.connect(lambda: self.restore_asked.emit(line.backup))
        occasion = {
            Occasion.WEEKLY: translate("words", "weekly"),
            Occasion.UPDATE: translate("words", "before an update"),
            Occasion.RESTORE: translate("words", "before a restore"),
        }[line.backup.occasion]
        count = translate("words", "sessions: {}").format(line.sessions)
        return self._row(day, f"{occasion} · {count}", restore)

    def _row(self, title: str, below: str, button: Button | None) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(Text(self._look, STRONG, title, wrap=True))
        if below:
            texts.addWidget(Text(self._look, SMALL, below, wrap=True))
        row = QHBoxLayout()
        row.addLayout(texts, 1)
        if button is not None:
            row.addWidget(button)
        return row

    def _button(self, text: str, name: str) -> Button:
        button = Button(text, self._look, height=40, px=15)
        button.setAccessibleName(name)
        self._buttons.append(button)
        return button
