"""The sessions as Qt's views read them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ribdown.core.session_list import ListedSession
from ribdown.ui import words
from ribdown.ui.pages.dates import day_long, time_of_day
from ribdown.ui.pages.record_words import pain_text, pressed_text, rehearsal_text, status_word

Index = QModelIndex | QPersistentModelIndex
RECORD = Qt.ItemDataRole.UserRole


class HistoryModel(QAbstractListModel):
    """One row a session; `RECORD` is its line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.records: list[ListedSession] = []

    def set_records(self, records: Sequence[ListedSession]) -> None:
        """Show these sessions."""
        self.beginResetModel()
        self.records = list(records)
        self.endResetModel()

    def add_records(self, records: Sequence[ListedSession]) -> None:
        """Show these below the others."""
        if records:
            self.beginInsertRows(QModelIndex(), len(self.records), len(self.records) + len(records) - 1)
            self.records.extend(records)
            self.endInsertRows()

    def row_of(self, session_id: str) -> int:
        """The row of a session; -1 where it is not there."""
        return next((row for row, record in enumerate(self.records) if record.id == session_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (an immutable nothing, as Qt has it)
        """How many sessions there are."""
        return 0 if parent.isValid() else len(self.records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The record, or a sentence about it for a screen reader."""
        if not index.isValid():
            return None
        record = self.records[index.row()]
        if role == RECORD:
            return record
        return sentence(record) if role == Qt.ItemDataRole.DisplayRole else None


def sentence(record: ListedSession) -> str:
    """A session in one line of words."""
    parts = (
        f"{day_long(record.started)}, {time_of_day(record.started)}",
        words.content(record.title),
        words.took(record.done_seconds),
        status_word(record.status),
        rehearsal_text(record),
        pressed_text(record),
        pain_text(record),
    )
    return ", ".join(part for part in parts if part)
