"""The rail: pages, the one that is shown, and the way to the view menu."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from on_screen import cut_off, reads_in_order, settle, show, tab_stops, unnamed
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.nav_rail import WIDTH, NavButton, NavRail
from ribdown.ui.widgets.rail_note import RailNote

PAGES = {"today": ("Today", "today"), "history": ("History", "history")}


@pytest.fixture
def rail(qtbot: QtBot, look: Look) -> NavRail:
    rail = NavRail(PAGES, look)
    show(qtbot, rail, WIDTH, 560)
    return rail


def button(rail: NavRail, text: str) -> NavButton:
    return next(one for one in rail.findChildren(NavButton) if one.text() == text)


def test_it_says_which_page_is_chosen(rail: NavRail) -> None:
    chosen: list[str] = []
    rail.page_chosen.connect(chosen.append)
    QTest.mouseClick(button(rail, "History"), Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(button(rail, "Today"), key)
    assert chosen == ["history", "today", "today"]


def test_only_the_page_that_is_shown_is_marked(rail: NavRail) -> None:
    for name, text in (("history", "History"), ("today", "Today")):
        rail.show_page(name)
        assert [one.text() for one in rail.findChildren(NavButton) if one.isChecked()] == [text]


def test_showing_a_page_does_not_choose_it(rail: NavRail) -> None:
    chosen: list[str] = []
    rail.page_chosen.connect(chosen.append)
    rail.show_page("history")
    assert chosen == []


def test_the_mark_is_a_bar_of_the_accent(rail: NavRail, look: Look) -> None:
    rail.show_page("history")
    at = {text: button(rail, text).grab().toImage().pixelColor(2, 22).name() for text in ("Today", "History")}
    assert at["History"] == colour(look.theme.accent).name() != at["Today"]


def test_the_note_at_the_foot_leads_to_the_first_page(rail: NavRail) -> None:
    chosen: list[str] = []
    rail.page_chosen.connect(chosen.append)
    note = rail.findChildren(RailNote)[0]
    assert note.isHidden()
    rail.show_note("Next nudge", "14:00", "in 23 min")
    assert note.accessibleName() == "Next nudge: 14:00 in 23 min"
    QTest.mouseClick(note, Qt.MouseButton.LeftButton)
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert chosen == ["today", "today"]
    rail.show_note("", "", "")
    assert note.isHidden()


def test_the_note_is_painted_in_the_themes_inks(rail: NavRail, look: Look) -> None:
    rail.show_note("Next nudge", "14:00", "in 23 min")
    note = rail.findChildren(RailNote)[0]
    before = note.grab().toImage()
    rail.show_note("Next nudge", "15:00", "in 83 min")
    after = note.grab().toImage()
    assert before != after
    inks = {after.pixelColor(x, y).name() for x in range(after.width()) for y in range(after.height())}
    assert {colour(look.theme.text).name(), colour(look.theme.text2).name()} <= inks


def test_the_keyboard_goes_from_top_to_bottom_and_shows_where_it_is(rail: NavRail, look: Look) -> None:
    button(rail, "Today").setFocus(Qt.FocusReason.TabFocusReason)
    stops = tab_stops()
    assert [stop.text() for stop in stops if isinstance(stop, NavButton)] == ["Today"]
    assert reads_in_order(rail, stops)
    assert unnamed(rail) == []
    focused = QApplication.focusWidget()
    assert isinstance(focused, NavButton)
    assert focused.grab().toImage().pixelColor(100, 2) == colour(look.theme.focus)


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_in_a_low_window_the_note_is_whole(qtbot: QtBot, look: Look, text_scale: float) -> None:
    pages = {name: (name, "today") for name in ("Today", "Exercises", "Routines", "History", "Self-test", "Settings")}
    rail = NavRail(pages, look._replace(text_scale=text_scale))
    rail.show_note("Next nudge", "09:00", "Mon")
    show(qtbot, rail, WIDTH, 560)
    note = rail.findChildren(RailNote)[0]
    assert note.height() == note.sizeHint().height()
    entries = [one.geometry() for one in rail.findChildren(NavButton)]
    assert all(one.bottom() < other.top() for one, other in pairwise([*entries, note.geometry()]))
    assert rail.rect().contains(note.geometry())
    assert cut_off(rail) == []


@pytest.mark.parametrize(("text_scale", "high"), [(1.0, 44), (1.5, 56), (2.0, 68)])
def test_nothing_is_cut_off(rail: NavRail, look: Look, text_scale: float, high: int) -> None:
    rail.set_look(look._replace(text_scale=text_scale))
    settle()
    assert cut_off(rail) == []
    for one in rail.findChildren(NavButton):
        assert one.height() == high
        needed = 46 + one.fontMetrics().horizontalAdvance(one.text()) * 15 * text_scale / one.fontInfo().pixelSize()
        assert needed < one.width()
