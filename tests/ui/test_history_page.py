"""The history page: rows newest first, one session in full, rehearsals apart, and deleting with undo."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from on_screen import cut_off, reads_in_order, settle, show, tab_stops, unnamed
from records import block_record, session_record
from ribdown.core.history import PressEffort, SessionRecord, Status
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look, colour
from ribdown.ui.pages.history_fields import FieldPlan
from ribdown.ui.pages.history_model import sentence
from ribdown.ui.pages.history_page import HistoryPage
from ribdown.ui.pages.session_blocks import block_groups
from ribdown.ui.widgets.mark import Outcome
from ribdown.ui.widgets.text import Text

TITLES = {"couch-stretch": "Couch stretch"}


def records(count: int = 5) -> list[SessionRecord]:
    """Newest first."""
    return [session_record(number) for number in range(count, 0, -1)]


@pytest.fixture
def look() -> Look:
    return Look(load_theme("dark"))


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> HistoryPage:
    page = HistoryPage(look, TITLES)
    page.show_records(records())
    show(qtbot, page)
    page._list.setFocus()
    go_to(page, "session-5")
    return page


def keep_in_store(page: HistoryPage, kept: list[SessionRecord]) -> None:
    """What the window does: delete, undo, and show what there is."""
    before = list(kept)

    def delete(session_id: str) -> None:
        kept[:] = [record for record in kept if record.id != session_id]
        page.show_records(kept)

    page.delete_requested.connect(delete)
    page.undo_requested.connect(lambda: page.show_records(before))


def control(page: HistoryPage, name: str) -> QAbstractButton:
    """The visible button or switch of that name."""
    buttons = (button for button in page.findChildren(QAbstractButton) if button.isVisible())
    return next(button for button in buttons if name in (button.accessibleName(), button.text()))


def texts(page: HistoryPage) -> list[str]:
    return [text.plain for text in page.findChildren(Text) if text.isVisible()]


def go_to(page: HistoryPage, session_id: str) -> None:
    page._list._go(page._list._model.row_of(session_id))


def current(page: HistoryPage) -> str:
    record = page._list.current
    return record.id if record else ""


# -- rows


def test_a_row_reads_as_one_sentence() -> None:
    record = session_record(
        started=datetime(2026, 12, 16, 12, 41, tzinfo=UTC),
        status=Status.PARTIAL,
        done_seconds=850.0,
        effort=PressEffort.ABOUT_A_THIRD,
        pain_before=2,
        pain_after=1,
    )
    assert sentence(record) == (
        "Wednesday 16 December, 12:41, Daily mini, 14 min 10 s, part, pressed about a third, pain 2 → 1"
    )
    assert "rehearsal 40×" in sentence(replace(record, speed=40.0))
    assert "pain 2 → –" in sentence(replace(record, pain_after=None))


def test_it_says_how_many_are_kept(page: HistoryPage) -> None:
    assert "5 kept on this computer only" in texts(page)


@pytest.mark.parametrize(
    ("width", "lines", "fields"),
    [(940, 1, "effort"), (720, 1, "status"), (610, 1, "mark"), (480, 2, "what"), (340, 3, "what")],
)
def test_a_row_gives_up_fields_then_takes_more_lines(look: Look, width: int, lines: int, fields: str) -> None:
    layout = FieldPlan(look, years=False).lines(width)
    assert len(layout) == lines
    assert fields in [name for line in layout for name in line]


@pytest.mark.parametrize("width", [340, 480, 610, 720, 940])
def test_fields_stand_side_by_side(look: Look, width: int) -> None:
    plan = FieldPlan(look, years=True)
    for names in plan.lines(width):
        places = list(plan.places(names, QRectF(0, 0, width, 40)).values())
        assert places[0].left() == 0
        assert places[-1].right() == pytest.approx(width)
        assert all(one.right() < other.left() for one, other in pairwise(places))


def test_rehearsals_are_apart_until_they_are_asked_for(page: HistoryPage) -> None:
    mixed = [session_record(3), session_record(2, speed=40.0), session_record(1)]
    page.show_records(mixed)
    settle()
    assert "2 kept on this computer only" in texts(page)
    QTest.keyClick(control(page, "Show rehearsals (1)"), Qt.Key.Key_Space)
    assert "3 kept on this computer only" in texts(page)
    page.show_records([session_record(1)])
    assert not page._rehearsals.isVisible()


def test_the_last_of_thousands_of_rows_is_reached(page: HistoryPage) -> None:
    page.show_records(records(5000))
    settle()
    go_to(page, "session-1")
    settle()
    assert current(page) == "session-1"


# -- empty


def test_an_empty_history_offers_a_start(page: HistoryPage, qtbot: QtBot) -> None:
    page.show_records([])
    settle()
    assert "Nothing here yet" in texts(page)
    with qtbot.waitSignal(page.start_requested):
        control(page, "Start").click()
    page.show_records([session_record(1, speed=40.0)])
    settle()
    assert "Only rehearsals so far, and they are not shown." in texts(page)
    control(page, "Show rehearsals (1)").click()
    settle()
    assert "Nothing here yet" not in texts(page)


# -- one session in full


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_opens_walks_through_and_closes(page: HistoryPage, key: Qt.Key) -> None:
    QTest.keyClick(page._list, key)
    settle()
    assert {"Sunday 1 November, 13:00", "Couch stretch, left"} <= set(texts(page))
    QTest.keyClick(page._list, Qt.Key.Key_Down)
    settle()
    assert "Sunday 1 November, 12:00" in texts(page)
    QTest.keyClick(page._list, Qt.Key.Key_Escape)
    assert not page._detail.isVisible()
    assert QApplication.focusWidget() is page._list


def test_a_click_opens_and_the_cross_closes(page: HistoryPage) -> None:
    place = page._list.visualRect(page._list.model().index(2, 0)).center()
    QTest.mouseClick(page._list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert current(page) == "session-3"
    control(page, "Close").click()
    assert not page._detail.isVisible()


def test_it_says_what_the_person_said(page: HistoryPage) -> None:
    said = session_record(
        9,
        note="Easier today.",
        effort=PressEffort.LIGHT,
        pain_before=4,
        pain_after=2,
        gentler=True,
        stopped_for_pain=True,
    )
    page.show_records([said, *records()])
    go_to(page, "session-9")
    QTest.keyClick(page._list, Qt.Key.Key_Return)
    settle()
    assert {"Easier today.", "light", "4 → 2", "Gentler mode", "something hurt", "completed"} <= set(texts(page))


def test_what_is_on_a_card_takes_another_look_too(page: HistoryPage) -> None:
    light = Look(load_theme("light"), 1.5)
    page.set_look(light)
    heading = next(text for text in page.findChildren(Text) if text.plain == "Sessions")
    assert heading.palette().windowText().color() == colour(light.theme.text)
    assert page._list._look == light


def test_a_note_keeps_its_lines(page: HistoryPage) -> None:
    page.show_records([session_record(9, note="One.\n<b>Two.</b>"), session_record(8, note="One. <b>Two.</b>")])
    heights = []
    for row in (0, 1):
        page._list._go(row)
        QTest.keyClick(page._list, Qt.Key.Key_Return)
        settle()
        heights.append(next(text for text in page.findChildren(Text) if "Two" in text.plain).height())
    assert heights[0] > 1.5 * heights[1]


def test_blocks_are_gathered_by_exercise_and_side() -> None:
    full = {"done_seconds": 30.0, "done_reps": 3}
    blocks = (
        block_record(round=1, **full),
        block_record(round=2),
        block_record(side=None, exercise="hip-lift", kind="walk", done_seconds=0.0, done_reps=0, planned_reps=1),
        block_record(exercise="couch-stretch", **full),
    )
    left, lift, again = block_groups(blocks, TITLES)
    assert (left.title, left.outcome, left.length) == ("Couch stretch, left", Outcome.PART, "0:43 of 1:00")
    assert [(line.name, line.done) for line in left.lines] == [
        ("Presses, round 1", "3 of 3"),
        ("Presses, round 2", "1 of 3"),
    ]
    assert (lift.title, lift.outcome, lift.lines[0].name) == ("Hip lift", Outcome.NONE, "Walk")
    assert again.outcome is Outcome.DONE


# -- deleting


def test_deleting_keeps_the_place_and_undo_brings_it_back(page: HistoryPage) -> None:
    keep_in_store(page, records())
    go_to(page, "session-4")
    QTest.keyClick(page._list, Qt.Key.Key_Delete)
    settle()
    assert "Session deleted." in texts(page)
    assert current(page) == "session-3"
    assert QApplication.focusWidget() is page._list
    QTest.keyClick(page._list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "5 kept on this computer only" in texts(page)
    assert not page._undo.isVisible()


def test_delete_from_the_detail_closes_it(page: HistoryPage, qtbot: QtBot) -> None:
    keep_in_store(page, records())
    QTest.keyClick(page._list, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.delete_requested) as deleted:
        control(page, "Delete").click()
    assert deleted.args == ["session-5"]
    assert not page._detail.isVisible()
    assert page._undo.isVisible()


def test_a_session_that_could_not_be_deleted_offers_no_undo(page: HistoryPage) -> None:
    QTest.keyClick(page._list, Qt.Key.Key_Delete)
    page.show_records(records())
    assert not page._undo.isVisible()


def test_the_last_session_can_go_and_come_back(page: HistoryPage) -> None:
    page.show_records([session_record(1)])
    keep_in_store(page, [session_record(1)])
    page._list.setFocus()
    QTest.keyClick(page._list, Qt.Key.Key_Delete)
    settle()
    assert {"Nothing here yet", "Session deleted."} <= set(texts(page))
    control(page, "Undo").click()
    settle()
    assert "Nothing here yet" not in texts(page)


@pytest.mark.parametrize("action", ["open", "leave", "wait"])
def test_undo_goes_with_the_next_action_or_in_time(page: HistoryPage, qtbot: QtBot, action: str) -> None:
    keep_in_store(page, records())
    QTest.keyClick(page._list, Qt.Key.Key_Delete)
    undone = QSignalSpy(page.undo_requested)
    assert page._undo.isVisible()
    if action == "open":
        QTest.keyClick(page._list, Qt.Key.Key_Return)
    elif action == "leave":
        page.hide()
        page.show()
    else:
        assert page._undo._timer.interval() == 10_000
        page._undo._timer.timeout.emit()
    settle()
    assert not page._undo.isVisible()
    QTest.keyClick(page._list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone.count() == 0


# -- everywhere


@pytest.mark.parametrize("width", [760, 1072, 1712])
def test_tab_follows_reading_order_and_everything_has_a_name(page: HistoryPage, width: int) -> None:
    page.show_records([session_record(9, speed=40.0), *records()])
    page.resize(width, 766)
    page._rehearsals.setFocus()
    settle()
    assert reads_in_order(page, tab_stops())
    page._list.setFocus()
    QTest.keyClick(page._list, Qt.Key.Key_Return)
    settle()
    assert unnamed(page) == []
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    assert {"Close", "Delete"} <= {stop.accessibleName() or getattr(stop, "text", str)() for stop in tab_stops()}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("width", [552, 900, 1072, 1712])
def test_nothing_is_cut_off(page: HistoryPage, width: int, scale: float, theme: str) -> None:
    keep_in_store(page, records())
    page.resize(width, 560)
    page.set_look(Look(load_theme(theme), scale))
    page.show_records([session_record(9, speed=40.0), *records()])
    settle()
    assert cut_off(page) == []
    QTest.keyClick(page._list, Qt.Key.Key_Delete)
    settle()
    assert cut_off(page) == []
    page._open()
    settle()
    assert cut_off(page) == []
    page.show_records([])
    settle()
    assert cut_off(page) == []
