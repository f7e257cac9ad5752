"""The trend of the self-test: each side in words, and a chart as soon as there are several tests."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.statistics.thigh_trend import thigh_trend
from ribdown.core.statistics.weeks import local_day
from ribdown.core.thomas_test import Thigh, ThomasTest
from ribdown.core.timeline import Side
from ribdown.ui.look import Look
from ribdown.ui.pages.self_test_words import (
    chart_day,
    level_text,
    side_of,
    side_title,
    trend_line,
    trend_title,
    whole_text,
)
from ribdown.ui.translation import translate
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.side_mark import SideMark
from ribdown.ui.widgets.text import QUIET, SMALL, TITLE, Text, TextStyle
from ribdown.ui.widgets.thigh_chart import ChartTest, ThighChart

_HEADLINE = TextStyle(20, 600, display=True)
_SAID = 300  # px at 100 % text size: the words beside the chart
_BESIDE = 680  # px at 100 % text size: below this the words stand under the chart
_HEADER_ROW = 300  # px at 100 % text size: below this the legend stands under the title
_READ_OUT = 12  # tests, at most, in the chart's description


class SideTrend(QWidget):
    """One side's newest look, and that beside the one before."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.headline = Text(look, _HEADLINE, wrap=True)
        self.line = Text(look, QUIET, wrap=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(self.headline)
        rows.addWidget(self.line)


class SelfTestTrend(Panel):
    """In place of the trend it says `First look` until there is a result."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._title = Text(look, TITLE)
        self._legend = QWidget()
        self._chart = ThighChart(look, {thigh: level_text(thigh) for thigh in Thigh})
        self._sides = {side: SideTrend(look) for side in (Side.RIGHT, Side.LEFT)}
        self._none = Text(look, QUIET, wrap=True)
        self._said = QWidget()
        self._lay_out()
        self.show_tests((), date.min)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._fit()

    def show_tests(self, tests: Sequence[ThomasTest], today: date) -> None:
        """Show these tests, oldest first."""
        self._title.set_text(translate("words", "Trend") if tests else translate("words", "First look"))
        self._none.set_text(translate("words", "Your first result stands here, and each later one beside it."))
        self._none.setVisible(not tests)
        for side, part in self._sides.items():
            trend = thigh_trend(tests, side)
            part.setVisible(trend is not None)
            if trend is not None:
                part.headline.set_text(trend_title(side, trend, today))
                part.line.set_text(trend_line(trend, today))
        several = len(tests) > 1
        self._chart.setVisible(several)
        self._legend.setVisible(several)
        shown = [
            ChartTest(
                chart_day(local_day(test.tested), today),
                {side: side_of(test, side) for side in Side},
                strong=test is tests[-1],
            )
            for test in tests
        ]
        described = ". ".join(map(whole_text, reversed(tests[-_READ_OUT:])))
        self._chart.show_tests(shown, translate("words", "Trend of both thighs"), described)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words beside the chart, or under it."""
        self._fit()

    def _lay_out(self) -> None:
        look = self._look
        legend = QHBoxLayout(self._legend)
        legend.setContentsMargins(0, 0, 0, 0)
        legend.setSpacing(8)
        for side in Side:
            legend.addSpacing(8)
            legend.addWidget(SideMark(look, side, line=True))
            legend.addWidget(Text(look, SMALL, side_title(side)))
        legend.addStretch()
        self._header = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._header.addWidget(self._title, 1)
        self._header.addWidget(self._legend)
        said = QVBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(12)
        said.addStretch()
        for part in self._sides.values():
            said.addWidget(part)
        said.addWidget(self._none)
        said.addStretch()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(40)
        self._columns.addWidget(self._chart, 1)
        self._columns.addWidget(self._said)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 16, 24, 16)
        rows.setSpacing(10)
        rows.addLayout(self._header)
        rows.addLayout(self._columns)

    def _fit(self) -> None:
        scale = self._look.text_scale
        beside = self.width() >= _BESIDE * scale and not self._chart.isHidden()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._header.setDirection(across if self.width() >= _HEADER_ROW * scale else down)
        self._columns.setDirection(across if beside else down)
        self._columns.setSpacing(40 if beside else 12)
        self._said.setMinimumWidth(round(_SAID * scale) if beside else 0)
        self._said.setMaximumWidth(round(_SAID * scale) if beside else self.maximumWidth())
