"""Charts. The only module that imports pyqtgraph, which takes a while: import it beside the window's thread."""

from collections.abc import Sequence
from itertools import groupby

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ribdown.ui.chart_values import FAINT, Bars, Chart, Goal, Ink, Line, SideBars
from ribdown.ui.look import Look, colour, mix, text_font
from ribdown.ui.widgets.focus_ring import paint_focus_ring

_ROOMY = 26  # places between which there is room for large points
_WIDE = 0.68  # of a place
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class PlotView(QWidget):
    """A chart that the pointer and the arrows go through: `pointed` carries the index of the place, -1 for none."""

    pointed = Signal(int)

    def __init__(self, look: Look, shown: Chart | SideBars, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = shown
        self._index = -1
        self._plot = pg.GraphicsView()
        self._plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for part in (self._plot, self._plot.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        self._plot.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._box, self._axes = self._frame()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self._plot)
        self._draw()

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self._draw()

    def show_values(self, shown: Chart | SideBars) -> None:
        """Draw other values."""
        if shown != self._shown:
            self._shown = shown
            self._point(-1)
            self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the place before or after."""
        step, last = _STEPS.get(Qt.Key(event.key())), len(self._shown.spoken) - 1
        if step is None or last < 0:
            super().keyPressEvent(event)
        else:
            self._point(last if self._index < 0 else min(max(self._index + step, 0), last))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at none."""
        super().focusOutEvent(event)
        self._point(-1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the place under the pointer."""
        self._point(self.index_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at none."""
        if not self.hasFocus():
            self._point(-1)

    def index_at(self, place: QPointF) -> int:
        """The place at a point of this widget; -1 where there is none."""
        inner = self._plot.mapFrom(self, place.toPoint())
        there = self._box.mapSceneToView(self._plot.mapToScene(inner))
        index = round(there.y() if isinstance(self._shown, SideBars) else there.x())
        return index if 0 <= index < len(self._shown.spoken) else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring of the keyboard; the chart paints itself."""
        if self.hasFocus():
            paint_focus_ring(QPainter(self), QRectF(self.rect()), 8, self._look.theme.focus)

    def _point(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self._pointer.setVisible(index >= 0)
            self._pointer.setValue(max(index, 0))
            self.pointed.emit(index)

    def _frame(self) -> tuple[pg.ViewBox, dict[str, pg.AxisItem]]:
        """A view and its axes. A PlotItem would bring its menus too, which take longer than all of this."""
        layout = pg.GraphicsLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        box = pg.ViewBox(enableMenu=False, enableMouse=False)
        axes = {side: pg.AxisItem(side) for side in ("left", "bottom")}
        for axis in axes.values():
            # Looking for k and M writes the axis' own label again, which is not shown, at each of a view's changes.
            axis.enableAutoSIPrefix(enable=False)
            axis.linkToView(box)
        layout.addItem(box, 0, 1)
        layout.addItem(axes["left"], 0, 0)
        layout.addItem(axes["bottom"], 1, 1)
        self._plot.setCentralItem(layout)
        return box, axes

    def _draw(self) -> None:
        box, shown = self._box, self._shown
        box.clear()
        self._plot.setBackground(colour(self._look.theme.surface))
        across = isinstance(shown, SideBars)
        self._pointer = pg.InfiniteLine(angle=0 if across else 90, pen=QPen(colour(self._look.theme.text3), 0))
        self._pointer.hide()
        if isinstance(shown, SideBars):
            self._draw_sides(shown)
        else:
            self._draw_chart(shown)
        box.addItem(self._pointer)

    def _draw_chart(self, chart: Chart) -> None:
        self._axis("left", chart.beside)
        self._axis("bottom", chart.below)
        self._box.setXRange(-0.6, max(len(chart.spoken) - 0.4, 0.6), padding=0)
        self._box.setYRange(chart.bottom, chart.top, padding=0.03)
        heights = [height for height, _ in chart.beside for _ in "ab"]
        ends = [-0.6, max(len(chart.spoken) - 0.4, 0.6)] * len(chart.beside)
        self._box.addItem(pg.PlotCurveItem(ends, heights, connect="pairs", pen=self._pen(self._look.theme.line)))
        for bars in chart.bars:
            self._add_bars(bars)
        for line in chart.lines:
            self._add_line(line)
        for goal in chart.goals:
            self._add_goal(goal)

    def _draw_sides(self, sides: SideBars) -> None:
        rows = len(sides.titles)
        longest = max((*sides.left, *sides.right, 1.0))
        self._axes["left"].hide()
        ends = ((-longest, f"{longest:.0f}"), (0.0, "0"), (longest, f"{longest:.0f}"))
        self._axis("bottom", ends)
        self._box.setXRange(-longest, longest, padding=0.06)
        self._box.setYRange(-0.62, rows - 0.5, padding=0)
        self._box.invertY(b=True)
        middle = pg.InfiniteLine(0, angle=90, pen=self._pen(self._look.theme.edge))
        for values, sign, ink in ((sides.left, -1, Ink.STRONG), (sides.right, 1, Ink.BEFORE)):
            widths = [sign * value for value in values]
            self._box.addItem(
                pg.BarGraphItem(
                    x0=[0.0] * rows, y=[row + 0.14 for row in range(rows)], width=widths, height=0.36,
                    brush=self._colour(ink), pen=None,
                )
            )  # fmt: skip
        for row, title in enumerate(sides.titles):
            self._write(title, -longest * 1.05, row - 0.04, (0, 1), self._look.theme.text)
        self._box.addItem(middle)

    def _add_bars(self, bars: Bars) -> None:
        places = range(len(bars.values))
        brushes = [self._colour(ink) for ink in bars.inks]
        item = pg.BarGraphItem(x=list(places), height=list(bars.values), width=_WIDE, brushes=brushes, pen=None)
        self._box.addItem(item)
        for place, value in enumerate(bars.values) if bars.numbers else ():
            if round(value):
                theme = self._look.theme
                ink = theme.on_accent if bars.inks[place] is Ink.STRONG else theme.text
                self._write(f"{value:.0f}", place, 0, (0.5, 1), ink, 600)

    def _add_line(self, line: Line) -> None:
        ink = self._colour(line.ink)
        dashed = line.ink is Ink.BEFORE
        pen = QPen(ink, 2.5, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        pen.setCosmetic(True)
        mark = {"symbol": "s" if dashed else "o", "symbolBrush": ink, "symbolPen": None}
        size = 8 if len(line.values) <= _ROOMY else 4
        # One item for each run of points: Qt may crash on a line that has no number in it.
        for said, run in groupby(enumerate(line.values), lambda point: point[1] is not None):
            if said:
                places, heights = zip(*run, strict=True)
                self._box.addItem(
                    pg.PlotDataItem(list(places), list(heights), pen=pen, antialias=True, symbolSize=size, **mark)
                )

    def _add_goal(self, goal: Goal) -> None:
        left, right = goal.place - 0.5, goal.place + 0.5
        ink = self._look.theme.text
        if goal.least == goal.most:
            self._box.addItem(pg.PlotCurveItem([left, right], [goal.least] * 2, pen=self._pen(ink, 2.5)))
            return
        pen = self._pen(ink, 2.0)
        pen.setDashPattern([1.4, 1.8])
        left, right = left + 0.08, right - 0.08
        heights = [goal.least, goal.least, goal.most, goal.most, goal.least]
        self._box.addItem(pg.PlotCurveItem([left, right, right, left, left], heights, pen=pen, antialias=True))

    def _write(self, text: str, x: float, y: float, anchor: tuple[float, float], ink: str, weight: int = 500) -> None:
        item = pg.TextItem(text, color=colour(ink), anchor=anchor)
        item.setFont(text_font(13 * self._look.text_scale, weight, tabular=True))
        item.setPos(x, y)
        self._box.addItem(item, ignoreBounds=True)

    def _axis(self, side: str, labels: Sequence[tuple[float, str]]) -> None:
        axis = self._axes[side]
        axis.setTicks([list(labels)])
        axis.setPen(QPen(Qt.PenStyle.NoPen))
        axis.setTextPen(colour(self._look.theme.text2))
        font = text_font(13 * self._look.text_scale, 500, tabular=True)
        axis.setStyle(tickFont=font, tickLength=0, tickAlpha=0, tickTextOffset=6, hideOverlappingLabels=False)

    def _pen(self, ink: str, width: float = 1.0) -> QPen:
        pen = QPen(colour(ink), width)
        pen.setCosmetic(True)
        return pen

    def _colour(self, ink: Ink) -> QColor:
        theme = self._look.theme
        return mix(theme.accent, theme.surface, FAINT) if ink is Ink.FAINT else colour(getattr(theme, ink.value))
