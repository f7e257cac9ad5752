"""The history page on a real history: what is listed, narrowed, opened, changed, taken out and brought back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from history_bench import HistoryBench
from on_screen import cut_off, reads_in_order, settle, tab_stops, unnamed
from plausible_history import plausible_nudges, plausible_sessions
from records import session_record
from ribdown.core.history import PressEffort, SessionRecord, Status
from ribdown.core.nudges.pulses import GUIDES
from ribdown.core.programme.plan import day_of
from ribdown.core.programme.practice import days_done
from ribdown.core.programme.state import ProgrammeState
from ribdown.core.statistics.weeks import local_day
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look
from ribdown.ui.pages.history_sessions import FIRST
from ribdown.ui.widgets.undo_bar import UndoBar

Opened = Callable[..., HistoryBench]
TODAY = date(2026, 12, 18)


@pytest.fixture
def opened(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[Opened]:
    benches: list[HistoryBench] = []

    def open_(records: list[SessionRecord] | None = None, **more: Any) -> HistoryBench:
        some = [session_record(number) for number in range(1, 6)] if records is None else records
        benches.append(HistoryBench(qtbot, tmp_path, more.pop("look", look), some, **more))
        return benches[-1]

    yield open_
    for bench in benches:
        bench.close()


def a_year(opened: Opened, **more: Any) -> HistoryBench:
    sessions = list(plausible_sessions(364, TODAY))
    nudges = list(plausible_nudges(364, TODAY))
    state = ProgrammeState(started=date(2026, 11, 16))
    return opened(sessions, nudges=nudges, today=TODAY, state=state, **more)


# -- the list


def test_it_lists_the_newest_first_and_says_how_many_are_kept(opened: Opened) -> None:
    bench = opened()
    assert bench.rows() == [f"session-{number}" for number in (5, 4, 3, 2, 1)]
    assert "5 kept on this computer only" in bench.texts()


def test_more_comes_when_it_is_asked_for_and_then_by_itself(opened: Opened) -> None:
    bench = opened([session_record(number) for number in range(150)])
    assert len(bench.rows()) == FIRST
    bench.click("Show more")
    assert len(bench.rows()) == FIRST + 50
    bar = bench.page.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    bench.wait()
    bar.setValue(bar.maximum())
    bench.wait()
    assert bench.rows() == [f"session-{number}" for number in range(149, -1, -1)]
    bench.go_to(0)
    bench.press(Qt.Key.Key_End)
    assert bench.page.sessions.list.current is not None
    assert bench.page.sessions.list.current.id == "session-0"
    assert bar.value() > bar.maximum() / 2
    bench.press(Qt.Key.Key_PageUp)
    assert bench.page.sessions.list.current.id == "session-10"


def test_it_is_narrowed_by_words_and_choices_and_widened_again(opened: Opened) -> None:
    bench = opened(
        [
            session_record(1, note="Left hip"),
            session_record(2, status=Status.PARTIAL),
            session_record(3, routine="three-day", title="Three days a week"),
        ]
    )
    chosen = bench.page.sessions.filter
    for narrow, rows in (
        ({"text": "HIP"}, ["session-1"]),
        ({"text": "", "status": Status.PARTIAL}, ["session-2"]),
        ({"status": None, "routine": "three-day"}, ["session-3"]),
    ):
        chosen.narrow(**narrow)
        bench.wait()
        assert bench.rows() == rows
    assert "1 of 3" in bench.texts()
    chosen.narrow(exercise="bridge")
    bench.wait()
    assert bench.rows() == []
    bench.click("Show all")
    assert len(bench.rows()) == 3


def test_the_lists_offer_what_there_is(opened: Opened) -> None:
    bench = opened([session_record(1), session_record(2, routine="three-day", title="Three days a week")])
    routines = bench.page.sessions.filter._routines
    texts = [routines.itemText(index) for index in range(routines.count())]
    assert texts == ["Any routine", "Daily mini", "Three days a week"]
    exercises = bench.page.sessions.filter._exercises
    assert exercises.count() == 2
    assert exercises.itemText(1) != "couch-stretch"


def test_a_day_chosen_in_the_calendar_narrows_the_list_and_once_more_widens_it(opened: Opened) -> None:
    other = session_record(9, started=datetime(2026, 10, 30, 20, tzinfo=UTC))
    bench = opened([session_record(1), other])
    heat_map = bench.page.calendar.heat_map
    heat_map.setFocus()
    for _ in range(3):
        QTest.keyClick(heat_map, Qt.Key.Key_Left)
    assert heat_map.accessibleDescription() == "Friday 30 October, 1 min"
    QTest.keyClick(heat_map, Qt.Key.Key_Return)
    bench.wait()
    assert bench.rows() == ["session-9"]
    assert bench.page.sessions.filter._ranges.currentText() == "Fri 30 Oct"
    QTest.keyClick(heat_map, Qt.Key.Key_Space)
    bench.wait()
    assert len(bench.rows()) == 2


def test_rehearsals_are_apart_until_they_are_asked_for(opened: Opened) -> None:
    bench = opened([session_record(3), session_record(2, speed=40.0), session_record(1)])
    assert "2 kept on this computer only" in bench.texts()
    bench.click("Show rehearsals (1)")
    assert bench.rows() == ["session-3", "session-2", "session-1"]


# -- empty


def test_an_empty_history_offers_a_start(opened: Opened, qtbot: QtBot) -> None:
    bench = opened([])
    assert {"Nothing here yet", "Your first session lands here when you press Save."} <= set(bench.texts())
    assert not bench.page.calendar.isVisible()
    with qtbot.waitSignal(bench.desk.start_requested):
        bench.control("Start").click()


def test_a_history_of_rehearsals_says_so(opened: Opened) -> None:
    bench = opened([session_record(1, speed=40.0)])
    assert "Only rehearsals so far, and they are not shown." in bench.texts()
    bench.click("Show rehearsals (1)")
    assert "Nothing here yet" not in bench.texts()
    assert bench.rows() == ["session-1"]


# -- one session in full


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_opens_walks_through_and_closes(opened: Opened, key: Qt.Key) -> None:
    bench = opened()
    bench.go_to(0)
    bench.press(key)
    assert {"Sunday 1 November, 13:00", "Couch stretch, left"} <= set(bench.texts())
    bench.press(Qt.Key.Key_Down)
    assert "Sunday 1 November, 12:00" in bench.texts()
    bench.press(Qt.Key.Key_Escape)
    assert not bench.page.drawers.isVisible()
    assert QApplication.focusWidget() is bench.page.sessions.list


def test_a_click_opens_and_the_cross_closes(opened: Opened) -> None:
    bench = opened()
    list_ = bench.page.sessions.list
    QTest.mouseClick(
        list_.viewport(), Qt.MouseButton.LeftButton, pos=list_.visualRect(list_.model().index(2, 0)).center()
    )
    bench.wait()
    assert "Sunday 1 November, 11:00" in bench.texts()
    bench.click("Close")
    assert not bench.page.drawers.isVisible()


def test_it_says_what_the_person_said(opened: Opened) -> None:
    said = {"effort": PressEffort.LIGHT, "pain_before": 4, "pain_after": 2, "gentler": True, "stopped_for_pain": True}
    bench = opened([session_record(9, note="Easier today.", **said)])
    bench.go_to(0)
    bench.press(Qt.Key.Key_Return)
    assert {"Easier today.", "light", "4 → 2", "Gentler mode", "something hurt", "completed"} <= set(bench.texts())


def test_note_and_scores_can_be_changed(opened: Opened) -> None:
    bench = opened([session_record(1, note="Stiff", pain_before=3)])
    bench.go_to(0)
    bench.press(Qt.Key.Key_Return)
    bench.click("Edit note")
    form = bench.page.drawers.detail._form
    assert form is not None
    assert form.note.toPlainText() == "Stiff"
    form.note.setPlainText(" Softer now. ")
    bench.control("Pressed: About a third").click()
    bench.control("Pain after: 2 of 10").click()
    bench.click("Save")
    (record,) = bench.records()
    assert (record.note, record.effort, record.pain_before, record.pain_after) == (
        "Softer now.",
        PressEffort.ABOUT_A_THIRD,
        3,
        2,
    )
    assert {"Softer now.", "3 → 2"} <= set(bench.texts())
    assert bench.page.sessions.list.sessions[0].pain_after == 2
    assert QApplication.focusWidget() is bench.control("Edit note")


def test_escape_leaves_the_form_then_the_drawer(opened: Opened) -> None:
    bench = opened([session_record(1, note="Stiff")])
    bench.go_to(0)
    bench.press(Qt.Key.Key_Return)
    bench.click("Edit note")
    form = bench.page.drawers.detail._form
    assert form is not None
    form.note.setPlainText("Other")
    QTest.keyClick(form.note, Qt.Key.Key_Escape)
    settle()
    assert "Stiff" in bench.texts()
    assert bench.page.drawers.isVisible()
    QTest.keyClick(bench.control("Go on editing"), Qt.Key.Key_Escape)
    assert not bench.page.drawers.isVisible()
    assert bench.records()[0].note == "Stiff"


def test_what_was_typed_is_there_again_until_it_is_saved_or_cancelled(opened: Opened) -> None:
    bench = opened([session_record(1, note="Stiff"), session_record(2)])
    detail = bench.page.drawers.detail
    bench.go_to(1)
    bench.press(Qt.Key.Key_Return)
    bench.click("Edit note")
    assert detail._form is not None
    detail._form.note.setPlainText("Other")
    bench.page.close_drawer()
    bench.go_to(0)
    bench.press(Qt.Key.Key_Return)
    bench.click("Edit note")
    assert detail._form.note.toPlainText() == ""
    bench.click("Cancel")
    assert bench.control("Edit note").hasFocus()
    bench.page.close_drawer()
    bench.go_to(1)
    bench.press(Qt.Key.Key_Return)
    bench.click("Go on editing")
    assert detail._form.note.toPlainText() == "Other"
    bench.click("Save")
    assert [record.note for record in bench.records()] == ["", "Other"]
    bench.click("Edit note")
    bench.click("Cancel")
    assert "Other" in bench.texts()


@pytest.mark.parametrize("size", [(1072, 766), (552, 560)])
def test_a_session_with_a_note_can_be_read_when_it_is_opened_again(opened: Opened, size: tuple[int, int]) -> None:
    full = next(record for record in plausible_sessions(30, TODAY) if len(record.blocks) > 10)
    bench = opened([replace(full, note="Stiff today")], today=TODAY, size=size)
    bench.page.close_drawer()
    for button in ("Cancel", "Save"):
        bench.go_to(0)
        bench.press(Qt.Key.Key_Return)
        assert cut_off(bench.page) == []
        assert bench.control("Delete").geometry().right() == bench.control("Close").geometry().right()
        bench.click("Edit note")
        bench.click(button)
        assert cut_off(bench.page) == []
        bench.page.close_drawer()
    bench.go_to(0)
    bench.press(Qt.Key.Key_Return)
    assert cut_off(bench.page) == []


def test_what_is_being_changed_outlives_a_refresh(opened: Opened) -> None:
    bench = opened()
    bench.go_to(0)
    bench.press(Qt.Key.Key_Return)
    bench.click("Edit note")
    form = bench.page.drawers.detail._form
    assert form is not None
    form.note.setPlainText("Half a sen")
    bench.desk.refresh()
    bench.page.session_wanted.emit("session-5")
    bench.wait()
    assert form.note.toPlainText() == "Half a sen"
    assert form.isVisible()


# -- deleting


def test_deleting_keeps_the_place_and_undo_brings_it_back(opened: Opened) -> None:
    bench = opened()
    bench.go_to(1)
    bench.press(Qt.Key.Key_Delete)
    assert "Session deleted." in bench.texts()
    assert [record.id for record in bench.records()] == ["session-5", "session-3", "session-2", "session-1"]
    assert bench.page.sessions.list.current is not None
    assert bench.page.sessions.list.current.id == "session-3"
    QTest.keyClick(bench.page.sessions.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    bench.wait()
    assert len(bench.rows()) == 5
    assert bench.page.sessions.list.current.id == "session-4"
    assert bench.page.sessions.list.hasFocus()
    assert len(bench.records()[1].blocks) == 2
    assert not bench.page.undo_bar.isVisible()


def test_delete_from_the_detail_closes_it(opened: Opened) -> None:
    bench = opened()
    bench.go_to(0)
    bench.press(Qt.Key.Key_Return)
    bench.click("Delete")
    assert not bench.page.drawers.isVisible()
    assert bench.page.undo_bar.isVisible()
    assert "session-5" not in bench.rows()


def test_the_last_session_can_go_and_come_back(opened: Opened) -> None:
    bench = opened([session_record(1)])
    bench.go_to(0)
    bench.press(Qt.Key.Key_Delete)
    assert {"Nothing here yet", "Session deleted."} <= set(bench.texts())
    bench.click("Undo")
    assert bench.rows() == ["session-1"]


def test_the_keyboard_goes_to_the_session_that_came_back(opened: Opened) -> None:
    bench = opened([session_record(number) for number in range(FIRST + 2)])
    bench.go_to(0)
    bench.press(Qt.Key.Key_End)
    bench.press(Qt.Key.Key_Return)
    bench.click("Delete")
    bench.page.cards[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    bench.page.cards[0].setFocus()
    bench.control("Undo").click()
    bench.wait()
    assert bench.page.sessions.list.hasFocus()
    assert bench.page.sessions.list.current is not None
    assert bench.page.sessions.list.current.id == "session-2"


def test_a_session_that_cannot_be_deleted_is_said_and_offers_no_undo(opened: Opened) -> None:
    bench = opened()
    bench.past.problem.connect(bench.problems.append)
    bench.store._connection.execute("PRAGMA query_only = ON")
    bench.go_to(0)
    bench.press(Qt.Key.Key_Delete)
    assert len(bench.problems) == 1
    assert not bench.page.undo_bar.isVisible()


def test_the_page_opens_with_the_keyboard_on_the_calendar(opened: Opened) -> None:
    bench = opened()
    assert bench.page.calendar.heat_map.hasFocus()
    bench.go_to(1)
    bench.desk.refresh()
    bench.wait()
    assert bench.page.sessions.list.hasFocus()


def test_an_empty_page_opens_with_the_keyboard_on_the_way_to_a_first_session(opened: Opened) -> None:
    bench = opened([])
    assert bench.control("Start").hasFocus()


def test_undo_stays_while_the_keyboard_is_on_it(opened: Opened) -> None:
    bench = opened()
    bench.go_to(0)
    bench.press(Qt.Key.Key_Delete)
    bar = bench.page.undo_bar
    assert bar._timer.interval() >= 20_000
    bench.control("Undo").setFocus()
    bar._timer.timeout.emit()
    assert bar.isVisible()
    bench.page.sessions.list.setFocus()
    bar._timer.timeout.emit()
    assert not bar.isVisible()


@pytest.mark.parametrize("action", ["open", "leave", "wait"])
def test_undo_goes_with_the_next_action_or_in_time(opened: Opened, action: str) -> None:
    bench = opened()
    bench.go_to(0)
    bench.press(Qt.Key.Key_Delete)
    bar = bench.page.undo_bar
    assert isinstance(bar, UndoBar)
    if action == "open":
        bench.press(Qt.Key.Key_Return)
    elif action == "leave":
        bench.page.hide()
        bench.page.show()
    else:
        bar._timer.timeout.emit()
    assert not bar.isVisible()


# -- charts and calendar


def test_charts_come_after_the_page_each_with_words(opened: Opened) -> None:
    bench = a_year(opened)
    bench.charts()
    texts = bench.texts()
    for title in ("Minutes per week", "Pain before and after", "Left and right", "How hard you pressed"):
        assert title in texts
    assert any(text.startswith("Practice on ") for text in texts)
    for card in bench.page.cards:
        assert card._plot is not None
        assert card._plot.accessibleName()
        assert card._plot.accessibleDescription()
    card = bench.page.cards[0]
    assert card._plot is not None
    card._plot.setFocus()
    QTest.keyClick(card._plot, Qt.Key.Key_Left)
    assert card._pointed.plain.startswith("Week of 19 Dec: ")
    QTest.keyClick(card._plot, Qt.Key.Key_Left)
    assert card._pointed.plain.startswith("Week of 12 Dec: ")


def test_a_week_is_the_same_here_as_on_today(opened: Opened) -> None:
    """Fourteen days from a Tuesday on, one of them missed, make weeks that begin on Wednesdays."""
    started = date(2026, 11, 17)
    done = [day for day in range(31) if (day < 15 and day != 3) or day in (16, 18, 23, 25)]
    more = {"done_seconds": 900.0, "planned_seconds": 900.0}
    records = [
        session_record(day, started=datetime(2026, 11, 17, 8, tzinfo=UTC) + timedelta(days=day), **more) for day in done
    ]
    light = {"routine": "first-steps", "title": "First steps"} | more
    alone = {"routine": "couch-stretch", "title": "Couch stretch"} | more
    records.append(session_record(90, started=datetime(2026, 12, 16, 8, tzinfo=UTC), **light))
    records.append(session_record(91, started=datetime(2026, 12, 17, 8, tzinfo=UTC), **alone))
    state = ProgrammeState(started=started)
    bench = opened(records, today=TODAY, state=state)
    weeks = bench.page.calendar.heat_map._calendar.weeks
    for today in (date(2026, 12, 8), date(2026, 12, 15), TODAY):
        day = day_of(state, days_done(bench.records(), GUIDES), today)
        shown = next(week for week in weeks if week.days[0].day <= today <= week.days[-1].day)
        assert [tile.day for tile in day.strip] == [one.day for one in shown.days]
        assert (shown.number, shown.asked) == (str(day.number), "of 3–4")


def test_a_year_is_shown_when_it_is_asked_for(opened: Opened) -> None:
    bench = a_year(opened)
    six = bench.page.calendar.heat_map._calendar
    assert [week.days[0].day for week in six.weeks] == [date(2026, 11, 14) + timedelta(weeks=n) for n in range(6)]
    bench.control("Shown: Year").click()
    bench.wait()
    bench.charts()
    year = bench.page.calendar.heat_map._calendar
    assert len(year.weeks) == 53
    counted = {day.day: day.minutes for week in year.weeks for day in week.days if day.minutes}
    lived: dict[date, float] = {}
    for record in bench.records():
        if not record.rehearsal:
            day = local_day(record.started)
            lived[day] = lived.get(day, 0.0) + record.done_seconds / 60
    assert counted == {day: max(round(minutes), 1) for day, minutes in lived.items() if minutes}


def test_a_session_over_midnight_and_one_across_a_change_of_the_clocks_land_on_their_days(opened: Opened) -> None:
    late = session_record(1, started=datetime.fromisoformat("2026-10-24T23:55:00+02:00"), done_seconds=1200.0)
    change = session_record(2, started=datetime.fromisoformat("2026-10-25T02:58:00+02:00"), done_seconds=600.0)
    away = session_record(3, started=datetime.fromisoformat("2026-10-28T23:30:00-08:00"), done_seconds=300.0)
    bench = opened([late, change, away])
    shown = {day.day: day.minutes for week in bench.page.calendar.heat_map._calendar.weeks for day in week.days}
    assert {day: minutes for day, minutes in shown.items() if minutes} == {
        date(2026, 10, 24): 20,
        date(2026, 10, 25): 10,
        date(2026, 10, 28): 5,
    }


# -- keys, reading order, room


def test_find_and_export_have_keys(opened: Opened, qtbot: QtBot) -> None:
    bench = opened()
    bench.go_to(0)
    QTest.keySequence(bench.page.sessions.list, QKeySequence(QKeySequence.StandardKey.Find))
    assert QApplication.focusWidget() is bench.page.sessions.filter.search
    bench.page.header.export_asked.disconnect()
    with qtbot.waitSignal(bench.page.header.export_asked):
        QTest.keySequence(bench.page.sessions.list, QKeySequence("Ctrl+E"))


@pytest.mark.parametrize("width", [552, 1072, 1712])
def test_everything_has_a_name_and_tab_reads_the_column_in_order(opened: Opened, width: int) -> None:
    bench = a_year(opened, size=(width, 766))
    bench.charts()
    bench.control("Shown: Weeks").setFocus()
    stops = tab_stops()
    assert unnamed(bench.page) == []
    column = [stop for stop in stops if bench.page.sessions.isAncestorOf(stop)]
    assert len(column) >= 6
    assert reads_in_order(bench.page, column)
    assert stops.index(bench.page.calendar.heat_map) < stops.index(column[0])


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("width", [552, 900, 1072, 1712])
def test_nothing_is_cut_off(opened: Opened, width: int, scale: float, theme: str) -> None:
    records = [session_record(number) for number in range(1, 30)] + [session_record(50, speed=8.0)]
    bench = opened(records, look=Look(load_theme(theme), scale), size=(width, 560))
    assert cut_off(bench.page) == []
    bench.go_to(0)
    bench.press(Qt.Key.Key_Delete)
    assert cut_off(bench.page) == []
    bench.press(Qt.Key.Key_Return)
    assert cut_off(bench.page) == []
    bench.click("Edit note")
    settle()
    assert cut_off(bench.page) == []


def test_another_look_reaches_everything(opened: Opened) -> None:
    bench = a_year(opened)
    bench.charts()
    light = Look(load_theme("light"), 1.5)
    bench.page.set_look(light)
    settle()
    assert bench.page.sessions.list._look == light
    assert all(card._plot._look == light for card in bench.page.cards if card._plot is not None)  # type: ignore[attr-defined]
    assert cut_off(bench.page) == []
