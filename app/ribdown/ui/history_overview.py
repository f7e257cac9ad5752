"""Fills the upper part of the history page: the calendar first, then the charts, with pyqtgraph when it is there."""

import gc
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from importlib import import_module
from typing import NamedTuple

from PySide6.QtCore import QLocale, QObject, QTimer

from ribdown.core.nudges.pulses import GUIDES
from ribdown.core.programme.plan import week_begins
from ribdown.core.programme.practice import DaysDone
from ribdown.core.programme.state import ProgrammeState
from ribdown.core.session_list import SessionFilter
from ribdown.core.statistics.balance import SideRow, balances
from ribdown.core.statistics.nudge_days import NudgeRow, nudge_days
from ribdown.core.statistics.practice import DayRow, counted_days, main_days, practice_weeks
from ribdown.core.statistics.scores import ScoreRow, week_scores
from ribdown.core.statistics.week_targets import towards_targets, week_targets
from ribdown.ui.history_reader import Asked, HistoryReader
from ribdown.ui.long_task import LongTask
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
from ribdown.ui.widgets.laid_out import laid_out_once

CHARTS = 5
_YEAR = timedelta(days=371)
_UNTIL_PAINTED = 20  # ms: Qt paints some milliseconds after a change
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
        self._plan = Plan(ProgrammeState(), (0.0, 0.0))
        self._today = date.min
        self._year = False
        self._weekday = _first_weekday()
        self._days: Sequence[DayRow] | None = None
        self._shown = self._filled = self._beside = False
        self._views: dict[int, ChartView] = {}
        self._plots: list[int] | None = None
        self._importing = LongTask(self)
        self._drawing = QTimer(self, singleShot=True, interval=0)
        self._drawing.timeout.connect(self._draw)
        self._after_paint = QTimer(self, singleShot=True, interval=_UNTIL_PAINTED)
        self._after_paint.timeout.connect(self._import_plots)
        page.header.range_changed.connect(self._show_range)

    def refresh(self, today: date) -> None:
        """Show what there is now."""
        self._today, self._plan = today, self._ask_plan()
        since = min(today - _YEAR, self._plan.state.started or today)
        uncounted = GUIDES | self._titles.keys()  # neither they nor an exercise done alone are what it asks for
        self._reader.ask("days", lambda asked: asked.sums.days(since, date.max, uncounted), self._take_days)

    def show_first(self) -> None:
        """Calendar and list are painted before anything else is asked."""
        if not self._shown and self._days is not None and self._page.sessions.answers:
            self._shown = True
            self._page.show_now()
            self._ask_rest()

    def go_on(self) -> None:
        """The rest of the page is there."""
        self._beside = True
        self._begin_import()

    def stop(self) -> None:
        """Draw nothing more."""
        self._drawing.stop()
        self._after_paint.stop()
        self._importing.close()

    def _take_days(self, days: Sequence[DayRow]) -> None:
        self._days = days
        if days:
            self._page.show_begun()
        # Weeks begin here on the day on which they do on Today.
        begins = week_begins(self._plan.state, DaysDone(counted_days(days), main_days(days)), self._today)
        self._weekday = _first_weekday() if begins is None else begins.weekday()
        self._show_days(days)
        if self._shown:
            self._ask_rest()
        else:
            self.show_first()

    def _ask_rest(self) -> None:
        self._ask_sums()
        self._reader.ask("kept", _kept, self._take_kept)

    def _take_kept(self, kept: tuple[int, int]) -> None:
        self._page.show_kept(*kept)
        self._filled = True
        self._begin_import()

    def _begin_import(self) -> None:
        """Once the window has nothing else to do: the import and the window can't both run Python."""
        if self._plots is None and self._filled and self._beside:
            self._after_paint.start()

    def _import_plots(self) -> None:
        self._importing.run(lambda _: _import_plots(), self._begin_plots)

    def _begin_plots(self, _: object) -> None:
        self._plots = []
        self._plot_all()

    def _show_range(self, year: bool) -> None:
        self._year = year
        if self._days is not None:
            self._show_days(self._days)
            self._ask_sums()

    def _show_days(self, days: Sequence[DayRow]) -> None:
        state, today, weekday = self._plan.state, self._today, self._weekday
        first, last = self._range()
        weeks = practice_weeks(towards_targets(days, state, weekday), first, last, weekday)
        counted = counted_days(days)
        targets = week_targets([week.first for week in weeks], state, counted, today)
        calendar = calendar_of(weeks, targets, today, year=self._year)
        self._page.calendar.show_calendar(calendar, lately(counted, today))
        self._views[0] = minutes_chart(self._frame(), weeks, targets, self._plan.lengths)
        self._page.show_chart(0, self._views[0])
        self._plot(0)

    def _ask_sums(self) -> None:
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

    def _show_sums(self, sums: _Sums) -> None:
        frame = self._frame()
        first, last = self._range()
        scores = week_scores(sums.scores, first, last, self._weekday)
        sides = balances(sums.sides)
        self._views |= {
            1: pain_chart(frame, scores),
            2: balance_chart(sides, [self._titles.get(one.exercise, one.exercise) for one in sides]),
            3: effort_chart(frame, scores),
            4: nudges_chart(nudge_days(sums.nudges, self._today - _NUDGES[self._year], self._today)),
        }
        with laid_out_once(self._page.area.body):
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
        return WeekFrame(tuple(first + timedelta(weeks=number) for number in range(count)), self._today)

    def _range(self) -> tuple[date, date]:
        return shown_weeks(self._today, self._plan.state, self._weekday, year=self._year)


def _import_plots() -> None:
    """Beside the window's thread. What is made here stays for good: looking for rubbish in it meanwhile would hold up
    the window."""
    gc.disable()
    try:
        import_module("ribdown.ui.plots")
    finally:
        gc.enable()


def _kept(asked: Asked) -> tuple[int, int]:
    """How many sessions there are, and how many rehearsals besides."""
    sessions = asked.sums.totals().sessions
    return sessions, asked.list.count(SessionFilter(rehearsals=True)) - sessions


def _first_weekday() -> int:
    """The system's, 0 for Monday: the words may be in another language."""
    return QLocale.system().firstDayOfWeek().value - 1
