"""A card with a chart, what its marks mean, what is pointed at, and the whole of it in words."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ribdown.ui.chart_values import Chart, SideBars, height_of
from ribdown.ui.look import Look
from ribdown.ui.widgets.flow import Flow
from ribdown.ui.widgets.legend import LegendKey, Sample
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import SMALL, TITLE, Text, TextStyle

_POINTED = TextStyle(13, 600)


class ChartView(NamedTuple):
    """`values` are None where there is nothing to draw yet; `summary` says what the chart shows."""

    title: str
    values: Chart | SideBars | None
    summary: str
    legend: tuple[tuple[Sample, str, str, float], ...] = ()


# Makes the widget that draws, from a look and values. It emits `pointed` with a place's index.
Plotter = Callable[[Look, Chart | SideBars], QWidget]


class ChartRoom(QWidget):
    """Kept free for the chart, so that nothing moves when it comes. It has no layout: the page need not be laid out
    again for what comes into it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot: QWidget | None = None

    def take(self, plot: QWidget) -> None:
        """Show the chart."""
        self._plot = plot
        plot.setParent(self)
        plot.setGeometry(self.rect())
        plot.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chart fills it."""
        if self._plot is not None:
            self._plot.setGeometry(self.rect())


class ChartCard(Panel):
    """Shows title and summary at once, and the chart as soon as there is a plotter."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._view: ChartView | None = None
        self._plot: QWidget | None = None
        self._title = Text(look, TITLE)
        self._pointed = Text(look, _POINTED)
        self._summary = Text(look, SMALL, wrap=True)
        self._keys: list[LegendKey] = []
        self._legend = Flow(14)
        self._room = ChartRoom()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(22, 17, 22, 18)
        rows.setSpacing(8)
        rows.addWidget(self._title)
        rows.addWidget(self._pointed)
        rows.addWidget(self._room)
        rows.addLayout(self._legend)
        rows.addWidget(self._summary)
        rows.addStretch(1)

    @property
    def drawn(self) -> bool:
        """Whether there is nothing left to draw."""
        return self._view is not None and (self._view.values is None or self._plot is not None)

    def show_view(self, view: ChartView) -> None:
        """Show other words; the chart follows with `plot`."""
        if self._view is None or self._view.legend != view.legend:
            self._show_legend(view)
        self._view = view
        self._title.set_text(view.title)
        self._pointed.set_text("")
        self._summary.set_text(view.summary)
        for part in (self._room, self._pointed, *self._keys):
            if part.isHidden() == (view.values is not None):  # Qt lays out the page each time that it is told
                part.setVisible(view.values is not None)
        self._fit()

    def plot(self, plotter: Plotter) -> None:
        """Draw the values."""
        if self._view is None or self._view.values is None:
            return
        if self._plot is None:
            self._plot = plotter(self._look, self._view.values)
            self._plot.pointed.connect(self._point)  # type: ignore[attr-defined]
            self._room.take(self._plot)
        else:
            self._plot.show_values(self._view.values)  # type: ignore[attr-defined]
        self._plot.setAccessibleName(self._view.title)
        self._plot.setAccessibleDescription(self._view.summary)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._fit()

    def _fit(self) -> None:
        if self._view is not None and self._view.values is not None:
            self._room.setFixedHeight(round(height_of(self._view.values) * self._look.text_scale))

    def _point(self, index: int) -> None:
        if self._view is None or self._view.values is None or self._plot is None:
            return
        said = self._view.values.spoken[index] if index >= 0 else ""
        self._pointed.set_text(said)
        self._plot.setAccessibleDescription(said or self._view.summary)

    def _show_legend(self, view: ChartView) -> None:
        for key in self._keys:
            self._legend.removeWidget(key)
            key.deleteLater()
        self._keys = [LegendKey(self._look, *entry, parent=self) for entry in view.legend]
        for key in self._keys:
            self._legend.addWidget(key)
