"""The charts' values and words, from sums; and that they are drawn, pointed at and read."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from command import SRC
from on_screen import settle, show
from ribdown.core.nudges.record import Outcome
from ribdown.core.statistics.balance import Balance
from ribdown.core.statistics.nudge_days import NudgeRow, nudge_days
from ribdown.core.statistics.practice import PracticeWeek, WeekTarget
from ribdown.core.statistics.scores import WeekScores
from ribdown.infra.themes import load_theme
from ribdown.ui.chart_values import Chart, Goal, Ink, SideBars, scale_to
from ribdown.ui.look import Look, colour
from ribdown.ui.pages.history_charts import (
    WeekFrame,
    balance_chart,
    effort_chart,
    minutes_chart,
    nudges_chart,
    pain_chart,
)

TODAY = date(2026, 12, 18)
FIRST = date(2026, 11, 16)
FIRSTS = tuple(FIRST + timedelta(weeks=number) for number in range(6))
FRAME = WeekFrame(FIRSTS, TODAY)


def week(number: int, minutes: float, days: int) -> PracticeWeek:
    return PracticeWeek(FIRSTS[number], (minutes, *(0.0,) * 6), tuple(day < days for day in range(7)))


def minutes_of_six_weeks() -> Chart:
    weeks = [week(number, minutes, 6) for number, minutes in enumerate((82, 74, 51, 42, 28, 0))]
    targets = [WeekTarget(6, 7, daily=True)] * 2 + [WeekTarget(3, 4)] * 4
    view = minutes_chart(FRAME, weeks, targets, (13.0, 14.0))
    assert isinstance(view.values, Chart)
    assert view.summary == "277 min in 5 weeks, 55 a week. 5 of 5 weeks have the days that the plan asks for."
    assert [text for _, _, text, _ in view.legend] == ["daily plan", "3–4 a week"]
    return view.values


def test_minutes_stand_beside_what_the_programme_asks_for() -> None:
    chart = minutes_of_six_weeks()
    assert chart.below == ((0, "16 Nov"), (2, "30 Nov"), (4, "14 Dec"))
    assert chart.goals[0] == Goal(0, 91.0, 91.0)
    assert chart.goals[5] == Goal(5, 42.0, 56.0)
    assert chart.bars[0].inks == (*(Ink.STRONG,) * 4, Ink.FAINT, Ink.FAINT)
    assert chart.spoken[1] == "Week of 23 Nov: 74 min"
    assert chart.top >= 91


def test_pain_says_its_course() -> None:
    said = [WeekScores(first, None, 4.0 - number, 2.5) for number, first in enumerate(FIRSTS[:3])]
    none = [WeekScores(first, None, None, None) for first in FIRSTS[3:]]
    view = pain_chart(FRAME, [*said, *none])
    assert view.summary == (
        "Before a session: 4.0 in the first week, 2.0 in the last. After it: 2.5 in the first week, 2.5 in the last."
    )
    assert isinstance(view.values, Chart)
    assert view.values.spoken[3] == "Week of 7 Dec: before –, after –"
    assert pain_chart(FRAME, none).values is None


def test_effort_says_its_mean() -> None:
    said = [WeekScores(FIRST, level, None, None) for level in (1.0, 2.0, 2.4, None, None, None)]
    view = effort_chart(FRAME, said)
    assert view.summary == "On average about a third. About a third is what is asked for."
    assert isinstance(view.values, Chart)
    assert view.values.spoken[2:4] == ("Week of 30 Nov: About a third", "Week of 7 Dec: not said")


def test_balance_names_what_is_uneven() -> None:
    even, uneven = Balance("a", 600.0, 610.0), Balance("b", 300.0, 180.0)
    view = balance_chart([even, uneven], ["Couch stretch", "Split squat"])
    assert view.summary == "Split squat: 62 % left."
    assert isinstance(view.values, SideBars)
    assert view.values.spoken[1] == "Split squat: left 5 min, right 3 min"
    assert "about as many minutes" in balance_chart([even], ["Couch stretch"]).summary
    assert balance_chart([], []).values is None


def test_nudges_count_the_days_without_any() -> None:
    rows = [NudgeRow(TODAY, Outcome.DONE, 3), NudgeRow(TODAY, Outcome.EXPIRED, 2)]
    view = nudges_chart(nudge_days(rows, TODAY - timedelta(days=13), TODAY))
    assert view.summary == "3 of 5 answered in 14 days."
    assert isinstance(view.values, Chart)
    assert view.values.spoken[-1] == "Fri 18 Dec: 3 of 5"
    assert nudges_chart(nudge_days([], TODAY, TODAY)).values is None


@pytest.mark.parametrize("largest", [0.0, 1.0, 10.0, 30.5, 99.0, 101.0, 4000.0])
def test_a_scale_has_few_round_heights_and_holds_the_largest(largest: float) -> None:
    heights = scale_to(largest)
    assert 2 <= len(heights) <= 5
    assert heights[0] == 0
    assert heights[-1] >= largest


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_chart_is_drawn_pointed_at_and_drawn_anew(qtbot: QtBot, theme: str) -> None:
    from ribdown.ui.plots import PlotView

    look, chart = Look(load_theme(theme)), minutes_of_six_weeks()
    plot = PlotView(look, chart)
    show(qtbot, plot, 300, 206)
    image = plot.grab().toImage()
    strong = colour(look.theme.accent)
    assert sum(image.pixelColor(x, 150) == strong for x in range(image.width())) > 60
    pointed = QSignalSpy(plot.pointed)
    for x in (120, 160):
        QTest.mouseMove(plot, QPoint(x, 90))
        settle()
    assert 0 <= pointed.at(pointed.count() - 1)[0] < 6
    assert plot.index_at(QPointF(1, 90)) == -1
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Left)
    other = look._replace(text_scale=1.5)
    plot.set_look(other)
    plot.show_values(SideBars(("One", "Two"), (3.0, 2.0), (1.0, 2.0), ("one", "two")))
    settle()
    assert not plot.grab().toImage().isNull()
    plot.show_values(chart)
    settle()
    assert sum(plot.grab().toImage().pixelColor(x, 120) == strong for x in range(300)) > 20


def test_the_page_itself_does_not_import_what_draws() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys, ribdown.ui.history_desk; print('pyqtgraph' in sys.modules)"],
        env={"PYTHONPATH": str(SRC), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.strip() == "False"
