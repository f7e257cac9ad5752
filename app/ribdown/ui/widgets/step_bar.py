"""How far a guide of single steps is: a bar for each step, in groups."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ribdown.ui.look import Look, colour

_GAP, _GROUP_GAP = 6, 22  # px


class StepBar(QWidget):
    """`groups` are the numbers of steps of each group. What is done is full, what is to come is hollow."""

    def __init__(self, look: Look, groups: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._groups = tuple(groups)
        self._here = 0

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.update()

    def show_step(self, here: int) -> None:
        """The step at work, from 0; their number where all are done."""
        self._here = here
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        count = sum(self._groups)
        spare = self.width() - _GAP * (count - 1) - (_GROUP_GAP - _GAP) * (len(self._groups) - 1)
        wide, x, step = spare / count, 0.0, 0
        for steps in self._groups:
            for _ in range(steps):
                box = QRectF(x, 0, wide, self.height()).adjusted(1, 1, -1, -1)
                now, done = step == self._here, step < self._here
                painter.setPen(Qt.PenStyle.NoPen if done else QPen(colour(theme.text if now else theme.edge), 1.5))
                fill = colour(theme.accent) if done else colour(theme.accent_tint)
                painter.setBrush(fill if done or now else Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
                x += wide + _GAP
                step += 1
            x += _GROUP_GAP - _GAP
