"""What tells the sides apart in a chart and beside it: a round mark for left, a square one for right."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ribdown.core.theme import Hue
from ribdown.core.timeline import Side
from ribdown.ui.look import Look, colour

_DASHES = [3.0, 2.2]
_ROUND, _SQUARE = 6.0, 5.5  # half the mark's size, px


def side_ink(look: Look, side: Side) -> str:
    """The side's colour."""
    return look.hue(Hue.INHALE if side is Side.LEFT else Hue.EXHALE).fill


def side_pen(look: Look, side: Side, unit: float) -> QPen:
    """The side's line: whole for left, dashed for right."""
    pen = QPen(colour(side_ink(look, side)), 3 * unit)
    if side is Side.RIGHT:
        pen.setDashPattern(_DASHES)
    return pen


def paint_side_mark(painter: QPainter, side: Side, centre: QPointF, look: Look, unit: float, ground: str) -> None:
    """Paint the mark, with a rim of the ground that keeps it apart from a line."""
    painter.setPen(QPen(colour(ground), 2.5 * unit))
    painter.setBrush(colour(side_ink(look, side)))
    if side is Side.LEFT:
        painter.drawEllipse(centre, (_ROUND + 1) * unit, (_ROUND + 1) * unit)
    else:
        half = (_SQUARE + 1) * unit
        painter.drawRoundedRect(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half), 2 * unit, 2 * unit)


class SideMark(QWidget):
    """The mark alone, or on a piece of its line."""

    def __init__(self, look: Look, side: Side, *, line: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._side = side
        self._line = line
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the mark."""
        scale = self._look.text_scale
        return QSize(round((46 if self._line else 16) * scale), round(16 * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit, middle = self._look.text_scale, QRectF(self.rect()).center()
        if self._line:
            pen = side_pen(self._look, self._side, unit)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            for end in (0, self.width()):  # from the middle, so that dashes are even
                painter.drawLine(middle, QPointF(end, middle.y()))
        paint_side_mark(painter, self._side, middle, self._look, unit, self._look.theme.surface)
