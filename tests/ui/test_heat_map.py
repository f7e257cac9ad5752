"""The heat-map: every day has its cell, the keyboard reaches it, and a screen reader hears it."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from on_screen import show
from ribdown.core.contrast import strengthened
from ribdown.core.programme.state import ProgrammeState
from ribdown.core.statistics.practice import DayRow, WeekTarget, counted_days, practice_weeks
from ribdown.core.statistics.week_targets import week_targets
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look
from ribdown.ui.pages.history_calendar import calendar_of, shown_weeks
from ribdown.ui.widgets.heat_map import SHARES, Calendar, DayKind, HeatMap, level_ink
from ribdown.ui.widgets.heat_places import HeatPlaces
from ribdown.ui.widgets.mark import Outcome

TODAY = date(2026, 12, 18)
STARTED = ProgrammeState(started=date(2026, 11, 16))
MINUTES = {date(2026, 11, 16) + timedelta(days=number): 13.2 for number in range(13)} | {
    date(2026, 11, 30): 9.4,  # the fourteenth
    date(2026, 12, 14): 9.4,
}


def calendar(*, year: bool = False, state: ProgrammeState = STARTED) -> Calendar:
    rows = [DayRow(day, minutes * 60, 1) for day, minutes in MINUTES.items()]
    first, last = shown_weeks(TODAY, state, 0, year=year)
    weeks = practice_weeks(rows, first, last, 0)
    targets = week_targets([week.first for week in weeks], state, counted_days(rows), TODAY)
    return calendar_of(weeks, targets, TODAY, year=year)


@pytest.fixture
def heat_map(qtbot: QtBot, look: Look) -> HeatMap:
    heat_map = HeatMap(look)
    heat_map.show_calendar(calendar())
    show(qtbot, heat_map, 590, 290)
    return heat_map


def test_it_says_how_each_week_stands() -> None:
    weeks = calendar().weeks
    assert [(week.title, week.below) for week in weeks[:2]] == [("Week of", "16 Nov"), ("Week of", "23 Nov")]
    assert [(week.number, week.asked, week.outcome) for week in weeks] == [
        ("7", "of 7", Outcome.DONE),
        ("6", "of 7", Outcome.DONE),
        ("1", "of 7", Outcome.PART),
        ("0", "of 3–4", Outcome.PART),
        ("1", "of 3–4", Outcome.PART),
        ("", "3–4", None),
    ]


def test_more_days_than_the_plan_asks_for_are_just_days() -> None:
    first = date(2026, 12, 7)
    [week] = practice_weeks([DayRow(first + timedelta(days=number), 600.0, 1) for number in range(5)], first, first, 0)
    for target, asked in ((WeekTarget(3, 4), "days"), (WeekTarget(4, 5, daily=True), "of 5")):
        [shown] = calendar_of([week], [target], TODAY, year=False).weeks
        assert (shown.number, shown.asked, shown.outcome) == ("5", asked, Outcome.DONE)


def test_without_a_programme_weeks_have_their_days_alone() -> None:
    weeks = calendar(state=ProgrammeState()).weeks
    assert len(weeks) == 6
    assert [(week.title, week.number, week.asked, week.outcome) for week in weeks][1:3] == [
        ("Week of", "7", "days", None),
        ("Week of", "6", "days", None),
    ]
    assert weeks[-1].asked == "day"


def test_days_say_what_they_are() -> None:
    days = {day.day: day for week in calendar().weeks for day in week.days}
    assert (days[date(2026, 11, 16)].kind, days[date(2026, 11, 16)].minutes) == (DayKind.DONE, 13)
    assert days[date(2026, 11, 29)].kind is DayKind.MISSED
    assert days[date(2026, 12, 15)].kind is DayKind.NONE
    assert days[TODAY].spoken == "Friday 18 December, today, nothing done"
    assert days[TODAY].today
    assert days[date(2026, 12, 27)].spoken == "Sunday 27 December, to come"


def test_arrows_go_through_the_days_and_a_choice_carries_one(heat_map: HeatMap) -> None:
    heat_map.setFocus()
    chosen = QSignalSpy(heat_map.chosen)
    assert heat_map.accessibleDescription().startswith("Friday 18 December")
    QTest.keyClick(heat_map, Qt.Key.Key_Up)
    QTest.keyClick(heat_map, Qt.Key.Key_Right)
    assert heat_map.accessibleDescription() == "Saturday 12 December, nothing done"
    QTest.keyClick(heat_map, Qt.Key.Key_Return)
    assert chosen.at(0) == [date(2026, 12, 12)]
    for _ in range(60):
        QTest.keyClick(heat_map, Qt.Key.Key_Left)
    assert heat_map.accessibleDescription() == "Monday 16 November, 13 min"
    QTest.keyClick(heat_map, Qt.Key.Key_Up)
    assert heat_map.accessibleDescription() == "Monday 16 November, 13 min"


def test_the_pointer_chooses_a_day_and_nothing_between_days(heat_map: HeatMap) -> None:
    chosen = QSignalSpy(heat_map.chosen)
    QTest.mouseClick(heat_map, Qt.MouseButton.LeftButton, pos=heat_map.cell_box(date(2026, 11, 20)).center().toPoint())
    QTest.mouseClick(heat_map, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert [chosen.at(index) for index in range(chosen.count())] == [[date(2026, 11, 20)]]


@pytest.mark.parametrize("year", [False, True])
@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("width", [460, 590, 900, 1200])
def test_cells_lie_apart_inside_their_row(width: int, scale: float, year: bool) -> None:
    weeks = 53 if year else 6
    places = HeatPlaces(weeks, width, scale, large=not year)
    cells = [places.cell(week, day) for week in range(weeks) for day in range(7)]
    assert all(cell.left() >= 0 and cell.right() <= width and cell.bottom() <= places.height for cell in cells)
    assert not any(one.intersects(other) for index, one in enumerate(cells) for other in cells[:index])
    assert min(cell.width() for cell in cells) >= 20 * scale
    assert all(places.end(week).left() >= places.cell(week, 6).right() for week in range(weeks))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_minutes_can_be_read_on_every_level(theme: str) -> None:
    look = Look(load_theme(theme))
    for level in range(len(SHARES)):
        fill, ink = level_ink(look, level)
        assert contrast(QColor(fill), QColor(ink)) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_day_has_an_edge_that_is_seen_at_high_contrast(qtbot: QtBot, theme: str) -> None:
    look = Look(strengthened(load_theme(theme)))
    heat_map = HeatMap(look)
    heat_map.show_calendar(calendar())
    show(qtbot, heat_map, 590, 290)
    image = heat_map.grab().toImage()
    for day in (date(2026, 12, 9), date(2026, 11, 29), date(2026, 11, 30)):  # one off, one missed, one done
        cell = heat_map.cell_box(day).toRect()
        edge = [image.pixelColor(x, cell.center().y()) for x in range(cell.left() - 1, cell.left() + 3)]
        assert max(contrast(ink, QColor(look.theme.surface)) for ink in edge) >= 3


def contrast(one: QColor, other: QColor) -> float:
    """WCAG's."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    return sum(
        weight * (part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4))
        for weight, part in ((0.2126, colour.redF()), (0.7152, colour.greenF()), (0.0722, colour.blueF()))
    )
