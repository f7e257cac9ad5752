"""The card with the calendar: minutes per day, what their colours mean, and how regular it was."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.translation import translate
from ribdown.ui.widgets.flow import Flow
from ribdown.ui.widgets.heat_map import SHARES, Calendar, HeatMap
from ribdown.ui.widgets.legend import LegendKey, Sample
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import SMALL, TITLE, Text


class CalendarCard(Panel):
    """`day_chosen` carries the day that the person chose."""

    day_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.heat_map = HeatMap(look)
        self.heat_map.setAccessibleName(translate("words", "Minutes per day"))
        self.heat_map.chosen.connect(self.day_chosen)
        self._title = Text(look, TITLE, translate("words", "Minutes per day"))
        self._summary = Text(look, SMALL, wrap=True)
        levels = (
            translate("words", "under 10"),
            translate("words", "10–12"),
            translate("words", "13 and up"),
        )
        self._legend = Flow(16)
        for text, share in zip(levels, SHARES, strict=True):
            self._legend.addWidget(LegendKey(look, Sample.SQUARE, "accent", text, share))
        self._header = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._header.setSpacing(8)
        self._header.addWidget(self._title, 1)
        self._header.addLayout(self._legend)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(22, 17, 22, 18)
        rows.setSpacing(8)
        rows.addLayout(self._header)
        rows.addWidget(self.heat_map)
        rows.addWidget(self._summary)

    def show_calendar(self, calendar: Calendar, summary: str) -> None:
        """Show these weeks, and what they come to."""
        self.heat_map.show_calendar(calendar)
        self._summary.set_text(summary)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the legend beside the title or below it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self._title.sizeHint().width() + self._legend.sizeHint().width() + 60 <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._header.setDirection(direction)
