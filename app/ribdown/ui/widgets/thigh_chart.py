"""How both thighs have lain from test to test: three levels, a whole line for left and a dashed one for right."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ribdown.core.thomas_test import Thigh
from ribdown.core.timeline import Side
from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.widgets.side_mark import paint_side_mark, side_pen

_TOP, _FOOT, _ROW = 20, 40, 44  # px at 100 % text size
_COLUMN = 76  # px that a day takes at least
_APART = 6  # px that each side lies off its level, so that both can be seen
_EDGE = 36  # px before the first day and after the last


class ChartTest(NamedTuple):
    """One test: its day as it is shown, what was found, and whether it is to be set off."""

    day: str
    thighs: Mapping[Side, Thigh | None]
    strong: bool


class ThighChart(QWidget):
    """Shows as many of the newest tests as there is room for. `levels` are the words of the levels."""

    def __init__(self, look: Look, levels: Mapping[Thigh, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._levels = levels
        self._tests: tuple[ChartTest, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_tests(self, tests: Sequence[ChartTest], name: str, description: str) -> None:
        """Show these tests, oldest first; the words are for a screen reader."""
        self._tests = tuple(tests)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.update()

    def sizeHint(self) -> QSize:
        """Three levels and the days."""
        scale = self._look.text_scale
        return QSize(round(600 * scale), round((_TOP + 2 * _ROW + _FOOT) * scale))

    def minimumSizeHint(self) -> QSize:
        """One day."""
        return QSize(round(self._left() + 2 * _EDGE * self._look.text_scale), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the levels, the lines, the marks and the days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_levels(painter)
        tests = self._tests[-self._room() :]
        xs = [self._x(index, len(tests)) for index in range(len(tests))]
        unit, ground = self._look.text_scale, self._look.theme.surface
        for side in Side:
            points = [
                QPointF(x, self._y(side, thigh))
                for x, test in zip(xs, tests, strict=True)
                if (thigh := test.thighs[side]) is not None
            ]
            painter.setPen(side_pen(self._look, side, unit))
            painter.drawPolyline(points)
            for point in points:
                paint_side_mark(painter, side, point, self._look, unit, ground)
        for x, test in zip(xs, tests, strict=True):
            self._paint_day(painter, x, test)

    def _paint_levels(self, painter: QPainter) -> None:
        theme = self._look.theme
        painter.setFont(self._font())
        for thigh, word in self._levels.items():
            y = self._level(thigh)
            painter.setPen(colour(theme.text2))
            painter.drawText(QRectF(0, y - 20, self._left(), 40), Qt.AlignmentFlag.AlignVCenter, word)
            painter.setPen(QPen(colour(theme.line), 1.5))
            painter.drawLine(QPointF(self._left(), y), QPointF(self.width(), y))

    def _paint_day(self, painter: QPainter, x: float, test: ChartTest) -> None:
        scale, theme = self._look.text_scale, self._look.theme
        painter.setPen(colour(theme.text if test.strong else theme.text2))
        painter.setFont(self._font(700 if test.strong else 400))
        box = QRectF(x - _EDGE * scale, self.height() - 26 * scale, 2 * _EDGE * scale, 26 * scale)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, test.day)

    def _room(self) -> int:
        """How many days stand side by side."""
        scale = self._look.text_scale
        return max(int((self.width() - self._left() - 2 * _EDGE * scale) / (_COLUMN * scale)) + 1, 1)

    def _x(self, index: int, count: int) -> float:
        edge = _EDGE * self._look.text_scale
        left, right = self._left() + edge, self.width() - edge
        return left + (right - left) * index / max(count - 1, 1)

    def _y(self, side: Side, thigh: Thigh) -> float:
        apart = _APART * self._look.text_scale
        return self._level(thigh) + (apart if side is Side.RIGHT else -apart)

    def _level(self, thigh: Thigh) -> float:
        return (_TOP + _ROW * (Thigh.LOT.level - thigh.level)) * self._look.text_scale

    def _left(self) -> float:
        metrics = QFontMetricsF(self._font())
        return max(metrics.horizontalAdvance(word) for word in self._levels.values()) + 18 * self._look.text_scale

    def _font(self, weight: int = 400) -> QFont:
        return text_font(14 * self._look.text_scale, weight, tabular=True)
