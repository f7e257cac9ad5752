"""What stands below the history: how far a long task is, and the way to undo what was just done."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.widgets.task_bar import TaskBar
from ribdown.ui.widgets.undo_bar import UndoBar


class HistoryBars(QWidget):
    """Takes no room where there is nothing to say."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task = TaskBar(look)
        self.undo = UndoBar(look)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(12)
        foot = QWidget()  # Qt puts space between what is shown only: below a bar, and none where there is no bar
        foot.setFixedHeight(0)
        for part in (self.task, self.undo, foot):
            self._rows.addWidget(part)

    def fit(self, side: int) -> None:
        """Keep this many pixels free at both sides."""
        self._rows.setContentsMargins(side, 0, side, 0)
