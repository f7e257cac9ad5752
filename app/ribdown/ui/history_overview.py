"""Fills the upper part of the history page: the calendar first, then the charts, with pyqtgraph when it is there."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from importlib import import_module
from typing import NamedTuple

from PySide6.QtCore import QLocale, QObject, QTimer

from ribdown.core.nudges.pulses import GUIDES
from ribdown.core.programme.state import ProgrammeState
from ribdown.core.session_list import SessionFilter
from ribdown.core.statistics.balance import SideRow, balances
from ribdown.core.statistics.nudge_days import NudgeRow, nudge_days
from ribdown.core.statistics.practice import DayRow, counted_days, practice_weeks
from ribdown.core.statistics.scores import ScoreRow, week_scores
from ribdown.core.statistics.week_targets import week_targets
from ribdown.ui.history_reader import Asked, HistoryReader
from ribdown.ui.pages.chart_card import ChartView
from ribdown.ui.pages.history_calendar import calendar_of, lately, shown_weeks
from ribdown.ui.pages.history_charts import (
    WeekFrame,
    balance_chart,
    effort_chart,
    minutes_chart,
    nudges_chart,
    pain_chart,
)
from ribdown.ui.pages.history_page import HistoryPage

CHARTS = 5
_YEAR = timedelta(days=371)
_NUDGES = {False: timedelta(days=13), True: timedelta(days=83)}  # by whether a year is shown


class Plan(NamedTuple):
    """What the programme asks for: its state, and the minutes of a session in its daily weeks and after them."""

    state: ProgrammeState
    lengths: tuple[float, float]


class _Sums(NamedTuple):
    scores: list[ScoreRow]
    sides: list[SideRow]
    nudges: list[NudgeRow]


class HistoryOverview(QObject):
    """Asks `reader`; `plan` is asked at each refresh. `titles` are the exercises' by id."""

    def __init__(
        self,
        page: HistoryPage,
        reader: HistoryReader,
        plan: Callable[[], Plan],
        titles: Mapping[str, str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._reader = reader
        self._ask_plan = plan
        self._titles = titles
        self._plan = plan()
        self._today = date.min
        self._year = False
        self._days: Sequence[DayRow] | None = None
        self._views: dict[int, ChartView] = {}
        self._plots: list[int] | None = None
        self._drawing = QTimer(self, singleShot=True, interval=0)
        self._drawing.timeout.connect(self._draw)
        self._after_paint = QTimer(self, singleShot=True, interval=0)
        self._after_paint.timeout.connect(self._ask_charts)
        page.header.range_changed.connect(self._show_range)

    def refresh(self, today: date) -> None:
        """Show what there is now."""
        self._today, self._plan = today, self._ask_plan()
        since = min(today - _YEAR, self._plan.state.started or today)
        self._reader.ask("days", lambda asked: asked.sums.days(since, date.max, GUIDES), self._take_days)
        self._reader.ask("kept", _kept, lambda kept: self._page.show_kept(*kept))

    def stop(self) -> None:
        """Draw nothing more."""
        self._drawing.stop()
        self._after_paint.stop()

    def _take_days(self, days: Sequence[DayRow]) -> None:
        self._days = days
        if days:
            self._page.show_begun()
        self._show_days(days)
        self._after_paint.start()

    def _begin_plots(self, _: object) -> None:
        self._plots = []
        self._plot_all()

    def _show_range(self, year: bool) -> None:
        self._year = year
        if self._days is not None:
            self._show_days(self._days)
            self._ask_charts()

    def _show_days(self, days: Sequence[DayRow]) -> None:
        state, today, weekday = self._plan.state, self._today, _first_weekday()
        first, last = self._range()
        weeks = practice_weeks(days, first, last, weekday)
        counted = counted_days(days)
        targets = week_targets([week.first for week in weeks], state, counted, today)
        calendar = calendar_of(weeks, targets, state, today, year=self._year)
        self._page.calendar.show_calendar(calendar, lately(counted, today))
        self._views[0] = minutes_chart(self._frame(), weeks, targets, self._plan.lengths)
        self._page.show_chart(0, self._views[0])
        self._plot(0)

    def _ask_charts(self) -> None:
        """Once the calendar is painted."""
        first, last = self._range()
        since = self._today - _NUDGES[self._year]
        today = self._today
        self._reader.ask(
            "sums",
            lambda asked: _Sums(
                asked.sums.scores(first, last), asked.sums.sides(first, last), asked.sums.nudges(since, today)
            ),
            self._show_sums,
        )
        if self._plots is None:
            self._reader.ask("plots", lambda _: import_module("ribdown.ui.plots"), self._begin_plots)

    def _show_sums(self, sums: _Sums) -> None:
        frame = self._frame()
        first, last = self._range()
        scores = week_scores(sums.scores, first, last, _first_weekday())
        sides = balances(sums.sides)
        self._views |= {
            1: pain_chart(frame, scores),
            2: balance_chart(sides, [self._titles.get(one.exercise, one.exercise) for one in sides]),
            3: effort_chart(frame, scores),
            4: nudges_chart(nudge_days(sums.nudges, self._today - _NUDGES[self._year], self._today)),
        }
        for number in range(1, CHARTS):
            self._page.show_chart(number, self._views[number])
        self._plot_all()

    def _plot_all(self) -> None:
        for number in sorted(self._views):
            self._plot(number)

    def _plot(self, number: int) -> None:
        if self._plots is not None:
            if number not in self._plots:
                self._plots.append(number)
            self._drawing.start()

    def _draw(self) -> None:
        """One chart at a time: between two of them the window answers."""
        if self._plots:
            from ribdown.ui.plots import PlotView

            self._page.plot(self._plots.pop(0), PlotView)
            self._drawing.start()

    def _frame(self) -> WeekFrame:
        first, last = self._range()
        count = ((last - first).days + 1) // 7
        return WeekFrame(
            tuple(first + timedelta(weeks=number) for number in range(count)), self._plan.state, self._today
        )

    def _range(self) -> tuple[date, date]:
        return shown_weeks(self._today, self._plan.state, _first_weekday(), year=self._year)


def _kept(asked: Asked) -> tuple[int, int]:
    """How many sessions there are, and how many rehearsals besides."""
    sessions = asked.sums.totals().sessions
    return sessions, asked.list.count(SessionFilter(rehearsals=True)) - sessions


def _first_weekday() -> int:
    """The locale's, 0 for Monday."""
    return QLocale().firstDayOfWeek().value - 1
