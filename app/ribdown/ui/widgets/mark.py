"""The mark that says how much was done: a check, a half circle, or a dashed circle where nothing was."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ribdown.core.history import BlockRecord
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour


class Outcome(Enum):
    """How much of something was done."""

    DONE = "done"
    PART = "part"
    NONE = "none"


def outcome_of(blocks: Sequence[BlockRecord]) -> Outcome:
    """The outcome of blocks that belong together. A rest only counts where there is nothing else."""
    work = [block for block in blocks if block.kind != "rest"] or blocks
    if not any(block.done_seconds for block in work):
        return Outcome.NONE
    return Outcome.DONE if all(block.whole for block in work) else Outcome.PART


def paint_mark(painter: QPainter, outcome: Outcome, box: QRectF, look: Look) -> None:
    """Paint a mark into a square box."""
    theme, size = look.theme, box.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if outcome is Outcome.DONE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.accent))
        painter.drawEllipse(box)
        inner = box.adjusted(size * 0.22, size * 0.22, -size * 0.22, -size * 0.22)
        paint_icon(painter, "check", inner, colour(theme.on_accent), 3.2)
    else:
        pen = QPen(colour(theme.edge), max(size / 14, 1.5))
        circle = box.adjusted(1, 1, -1, -1)
        if outcome is Outcome.NONE:
            pen.setDashPattern([2.6, 1.9])
        painter.setPen(pen)
        painter.drawEllipse(circle)
        if outcome is Outcome.PART:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme.edge))
            painter.drawPie(circle, 90 * 16, 180 * 16)
    painter.restore()


class Mark(QWidget):
    """A mark of `px` pixels at 100 % text size."""

    def __init__(self, look: Look, outcome: Outcome, px: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._outcome = outcome
        self._px = px
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = round(self._px * self._look.text_scale)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        paint_mark(QPainter(self), self._outcome, QRectF(self.rect()), self._look)
