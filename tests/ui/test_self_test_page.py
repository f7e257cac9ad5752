"""The self-test's page: answers by keyboard, the trend in words and lines, notes, deleting with undo, any text size."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from on_screen import cut_off, press, reads_in_order, settle, show, tab_stops, unnamed
from ribdown.core.errors import UserError
from ribdown.core.statistics.thigh_trend import thigh_trend
from ribdown.core.thomas_test import Thigh, ThomasTest
from ribdown.core.timeline import Side
from ribdown.infra.themes import load_theme
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look, colour
from ribdown.ui.pages.self_test_page import SelfTestPage
from ribdown.ui.pages.self_test_row import SelfTestRow
from ribdown.ui.pages.self_test_words import chart_day, trend_line, trend_title
from ribdown.ui.widgets.figure_view import FigureView
from ribdown.ui.widgets.note_field import NoteField
from ribdown.ui.widgets.side_mark import side_ink
from ribdown.ui.widgets.text import Text
from ribdown.ui.widgets.thigh_chart import ThighChart

NOW = datetime(2026, 12, 20, 8, 30, tzinfo=UTC)
TODAY = NOW.date()
FLAT, LITTLE, LOT = Thigh


def looked(days_ago: int, left: Thigh | None, right: Thigh | None, note: str = "") -> ThomasTest:
    return ThomasTest(f"test-{days_ago}", NOW - timedelta(days=days_ago), left, right, note)


SEVERAL = (
    looked(21, LOT, LOT),
    looked(14, LOT, LITTLE, "after a run"),
    looked(7, LITTLE, None),
    looked(0, LITTLE, FLAT),
)


class Desk:
    """What the desk does: keeps, changes and deletes, and shows what there is."""

    def __init__(self, page: SelfTestPage, tests: Sequence[ThomasTest]) -> None:
        self.page, self.tests, self.deleted = page, list(tests), list[ThomasTest]()
        page.delete_requested.connect(self._delete)
        page.undo_requested.connect(self._undo)
        page.note_changed.connect(self._edit)
        self.show()

    def show(self) -> None:
        self.tests.sort(key=lambda test: test.tested)
        self.page.show_tests(self.tests, TODAY)
        settle()

    def _delete(self, test: ThomasTest) -> None:
        self.tests.remove(test)
        self.deleted.append(test)
        self.show()

    def _undo(self) -> None:
        self.tests.append(self.deleted.pop())
        self.show()

    def _edit(self, test: ThomasTest, note: str) -> None:
        self.tests[self.tests.index(test)] = replace(test, note=note)
        self.show()


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> SelfTestPage:
    page = SelfTestPage(look, Figures())
    show(qtbot, page)
    return page


@pytest.fixture
def several(page: SelfTestPage) -> Desk:
    """The page with several results."""
    return Desk(page, SEVERAL)


def control(page: SelfTestPage, name: str) -> QAbstractButton:
    """The visible button of that name."""
    buttons = (button for button in page.findChildren(QAbstractButton) if button.isVisible())
    return next(button for button in buttons if name in (button.accessibleName(), button.text()))


def texts(page: SelfTestPage) -> list[str]:
    return [text.plain for text in page.findChildren(Text) if text.isVisible()]


def found(page: SelfTestPage) -> list[Thigh | None]:
    """What is chosen left and right."""
    return [page.form.sides[side].value for side in Side]


def visible_rows(page: SelfTestPage) -> list[str]:
    return [row.test.id for row in page.findChildren(SelfTestRow) if row.isVisible()]


# -- how it goes


def test_it_says_what_it_is_and_how_it_goes(page: SelfTestPage) -> None:
    said = texts(page)
    assert "A look at one position, not a diagnosis" in said
    assert "Free thigh: level, or hovering?" in said
    assert "thigh" in page.findChildren(FigureView)[0].accessibleName()


def test_start_asks_for_the_guided_test(page: SelfTestPage) -> None:
    spy = QSignalSpy(page.start_requested)
    page.take_focus()
    press(Qt.Key.Key_Space)
    assert spy.count() == 1


def test_who_should_skip_it_is_one_press_away(page: SelfTestPage) -> None:
    seek = "Stop if something hurts. Pain that stays is a reason to see a clinician."
    assert seek not in texts(page)
    control(page, "Who should skip this").click()
    settle()
    assert seek in texts(page)
    control(page, "Who should skip this").click()
    settle()
    assert seek not in texts(page)


# -- answering


def test_a_result_is_said_by_keyboard_alone(page: SelfTestPage) -> None:
    spy = QSignalSpy(page.saved)
    page.form.sides[Side.LEFT].take_focus()
    press("2", Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Tab, "sat all day", Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert spy.count() == 1
    assert spy.at(0) == [LITTLE, LITTLE, "sat all day"]


def test_an_answer_is_taken_back(page: SelfTestPage) -> None:
    page.form.sides[Side.LEFT].take_focus()
    press("3")
    assert found(page)[0] is LOT
    press(Qt.Key.Key_Backspace)
    assert found(page)[0] is None
    press("1", Qt.Key.Key_Space)
    assert found(page)[0] is None
    press(Qt.Key.Key_Return)
    assert found(page)[0] is FLAT


def test_digits_beyond_the_answers_choose_nothing(page: SelfTestPage) -> None:
    left = page.form.sides[Side.LEFT]
    left.take_focus()
    press("0", "4", "9")
    assert left.value is None


def test_one_side_is_enough_and_none_is_not(page: SelfTestPage) -> None:
    assert not control(page, "Save result").isEnabled()
    page.form.sides[Side.RIGHT].choose_number(1)
    assert control(page, "Save result").isEnabled()
    assert "Not saved yet." in texts(page)
    spy = QSignalSpy(page.saved)
    control(page, "Save result").click()
    assert spy.at(0) == [None, FLAT, ""]


def test_what_was_guided_is_filled_in_and_the_keyboard_is_where_something_is_left(page: SelfTestPage) -> None:
    page.show_found({Side.RIGHT: LOT})
    assert (page.form.sides[Side.RIGHT].value, page.form.sides[Side.LEFT].value) == (LOT, None)
    assert QApplication.focusWidget() is control(page, "Left thigh: Rests flat")
    page.show_found({Side.RIGHT: LOT, Side.LEFT: FLAT})
    assert isinstance(QApplication.focusWidget(), NoteField)


def test_a_saved_result_empties_the_form(page: SelfTestPage) -> None:
    page.show_found({Side.RIGHT: LOT, Side.LEFT: FLAT})
    page.form.note.setPlainText("a note")
    page.show_saved()
    assert [choices.value for choices in page.form.sides.values()] == [None, None]
    assert page.form.note.toPlainText() == ""
    assert "Saved." in texts(page)


def test_a_failed_save_leaves_the_form_as_it_is(page: SelfTestPage) -> None:
    page.form.sides[Side.RIGHT].choose_number(2)
    page.form.note.setPlainText("a note")
    page.show_error(UserError("The result could not be saved: the disk is full.", "Make room, then save again."))
    settle()
    assert "The result could not be saved: the disk is full." in texts(page)
    assert (page.form.sides[Side.RIGHT].value, page.form.note.toPlainText()) == (LITTLE, "a note")
    spy = QSignalSpy(page.saved)
    press(Qt.Key.Key_Return)  # the keyboard is on Save
    assert spy.at(0) == [None, LITTLE, "a note"]
    assert "The result could not be saved: the disk is full." not in texts(page)


# -- the trend


def test_without_a_result_it_is_the_first_look(page: SelfTestPage) -> None:
    page.show_tests((), TODAY)
    assert "First look" in texts(page)
    assert "Trend" not in texts(page)
    assert not page.findChildren(ThighChart)[0].isVisible()


def test_one_result_is_said_without_a_chart(page: SelfTestPage) -> None:
    page.show_tests((looked(0, None, FLAT),), TODAY)
    settle()
    assert "Right rests flat today." in texts(page)
    assert texts(page).count("First look at this side.") == 1
    assert not page.findChildren(ThighChart)[0].isVisible()


def test_several_are_said_and_painted(page: SelfTestPage) -> None:
    page.show_tests(SEVERAL, TODAY)
    settle()
    said = texts(page)
    assert [text for text in said if text.startswith(("Right rests", "Closer"))] == [
        "Right rests flat today.",
        "Closer to flat than on 6 December.",
    ]
    assert [text for text in said if text.startswith(("Left floats a little today", "Same"))] == [
        "Left floats a little today.",
        "Same as on 13 December.",
    ]
    chart = page.findChildren(ThighChart)[0]
    assert chart.isVisible()
    assert chart.accessibleDescription().startswith(
        "Sunday 20 December, 08:30, Left: floats a little, Right: rests flat"
    )


@pytest.mark.parametrize(
    ("before", "now", "line"),
    [
        (looked(3, None, LITTLE), looked(1, None, LOT), "Higher than on 17 December."),
        (looked(400, None, LOT), looked(1, None, LOT), "Same as on 15 November 2025."),
        (looked(1, None, LOT), replace(looked(1, None, FLAT), id="z"), "Closer to flat than earlier that day."),
    ],
)
def test_a_look_is_put_beside_the_one_before(before: ThomasTest, now: ThomasTest, line: str) -> None:
    trend = thigh_trend([before, now], Side.RIGHT)
    assert trend is not None
    assert trend_line(trend, TODAY) == line


def test_every_finding_has_its_own_words() -> None:
    titles = {
        trend_title(side, trend, TODAY)
        for side in Side
        for thigh in Thigh
        if (trend := thigh_trend([looked(2, thigh, thigh)], side))
    }
    assert len(titles) == 6
    assert "Left floats clearly on 18 December." in titles


def test_days_of_another_year_say_so() -> None:
    assert chart_day(date(2026, 12, 13), TODAY) == "13 Dec"
    assert chart_day(date(2025, 12, 13), TODAY) == "13 Dec 25"
    assert chart_day(TODAY, TODAY) == "today"


def marks(image: QImage, ink: str) -> list[QPoint]:
    """Where a side's colour is."""
    wanted = QColor(colour(ink)).rgb()
    points = (QPoint(x, y) for x in range(image.width()) for y in range(image.height()))
    return [point for point in points if image.pixel(point) == wanted]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_chart_shows_each_side_at_its_level(qtbot: QtBot, theme: str) -> None:
    look = Look(load_theme(theme))
    page = SelfTestPage(look, Figures())
    show(qtbot, page)
    page.show_tests((looked(7, LOT, FLAT), looked(0, LOT, FLAT)), TODAY)
    settle()
    image = page.findChildren(ThighChart)[0].grab().toImage()
    left, right = (marks(image, side_ink(look, side)) for side in Side)
    assert left
    assert right
    assert max(point.y() for point in left) < min(point.y() for point in right)


def test_a_long_past_shows_its_newest_days(page: SelfTestPage) -> None:
    chart = page.findChildren(ThighChart)[0]
    page.show_tests([looked(days, LITTLE, LITTLE) for days in range(300, -1, -7)], TODAY)
    settle()
    assert 2 <= chart._room() < 12
    assert chart.grab().width() == chart.width()


# -- what is kept


def test_the_newest_comes_first_and_a_few_are_enough_at_first(page: SelfTestPage) -> None:
    page.show_tests([looked(days, FLAT, FLAT) for days in range(10, -1, -1)], TODAY)
    settle()
    assert visible_rows(page) == [f"test-{days}" for days in range(8)]
    control(page, "Show 3 more").click()
    settle()
    assert len(visible_rows(page)) == 11
    assert QApplication.focusWidget() is page.earlier.rows[8].edit


def test_a_deleted_result_comes_back(page: SelfTestPage, several: Desk) -> None:
    page.earlier.rows[1].delete.setFocus()
    press(Qt.Key.Key_Return)
    assert [test.id for test in several.tests] == ["test-21", "test-14", "test-0"]
    assert "Result deleted." in texts(page)
    assert QApplication.focusWidget() is page.earlier.rows[1].edit
    control(page, "Undo").click()
    settle()
    assert several.tests == list(SEVERAL)
    assert "Result deleted." not in texts(page)


def test_undo_can_be_seen_wherever_the_page_is_scrolled_to(page: SelfTestPage, several: Desk) -> None:
    page.ensureWidgetVisible(page.earlier.rows[0])
    page.earlier.rows[0].delete.click()
    settle()
    undo = control(page, "Undo")
    assert page.rect().contains(undo.mapTo(page, undo.rect().center()))
    undo.click()
    assert len(several.tests) == 4


def test_the_last_one_deleted_leaves_the_first_look(page: SelfTestPage) -> None:
    desk = Desk(page, SEVERAL[:1])
    page.earlier.rows[0].delete.click()
    settle()
    assert desk.tests == []
    assert "First look" in texts(page)
    assert not page.earlier.isVisible()
    assert QApplication.focusWidget() is control(page, "Start")


def test_leaving_the_page_ends_the_undo(page: SelfTestPage, several: Desk) -> None:
    page.earlier.rows[0].delete.click()
    assert "Result deleted." in texts(page)
    page.hide()
    page.show()
    settle()
    assert "Result deleted." not in texts(page)


@pytest.mark.parametrize("by_key", [True, False])
def test_a_note_is_changed(page: SelfTestPage, several: Desk, *, by_key: bool) -> None:
    page.earlier.rows[2].edit.setFocus()
    press(Qt.Key.Key_Return, ", uphill")
    if by_key:
        press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    else:
        control(page, "Save").click()
    settle()
    assert several.tests[1].note == "after a run, uphill"
    assert "after a run, uphill" in texts(page)
    assert QApplication.focusWidget() is page.earlier.rows[2].edit


def test_a_change_of_a_note_is_taken_back(page: SelfTestPage, several: Desk) -> None:
    page.earlier.rows[2].edit.setFocus()
    press(Qt.Key.Key_Return, "never mind", Qt.Key.Key_Escape)
    assert several.tests == list(SEVERAL)
    assert "after a run" in texts(page)
    assert QApplication.focusWidget() is page.earlier.rows[2].edit


def test_a_note_that_is_not_changed_is_not_written(page: SelfTestPage, several: Desk) -> None:
    spy = QSignalSpy(page.note_changed)
    page.earlier.rows[2].edit.click()
    control(page, "Save").click()
    assert spy.count() == 0


def test_a_half_written_note_stays_when_another_result_is_saved(page: SelfTestPage) -> None:
    desk = Desk(page, SEVERAL[:3])
    page.earlier.rows[1].edit.setFocus()
    press(Qt.Key.Key_Return, " and")
    desk.tests.append(SEVERAL[3])
    desk.show()
    fields = [field for field in page.earlier.findChildren(NoteField) if field.isVisible()]
    assert [field.toPlainText() for field in fields] == ["after a run and"]


# -- any size, any text size, and without a pointer


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(552, 560), (1072, 766)])
def test_nothing_is_cut_off(qtbot: QtBot, theme: str, text_scale: float, size: tuple[int, int]) -> None:
    page = SelfTestPage(Look(load_theme(theme), text_scale), Figures())
    show(qtbot, page, *size)
    desk = Desk(page, SEVERAL)
    page.show_found({Side.LEFT: LITTLE})
    page.show_care()
    page.earlier.rows[1].edit.click()
    settle()
    assert cut_off(page) == []
    page.earlier.rows[0].delete.click()
    settle()
    assert len(desk.tests) == len(SEVERAL) - 1
    assert cut_off(page) == []


def test_another_look_fits_too(page: SelfTestPage, several: Desk) -> None:
    page.set_look(Look(load_theme("light"), 2.0))
    settle()
    assert cut_off(page) == []
    page.set_look(Look(load_theme("dark")))
    settle()
    assert cut_off(page) == []


def test_everything_has_a_name_and_tab_follows_reading_order(page: SelfTestPage, several: Desk) -> None:
    page.show_found({Side.LEFT: LITTLE})
    page.take_focus()
    assert unnamed(page) == []
    stops = tab_stops()
    assert len(stops) == 5 + 1 + 2 * len(SEVERAL)
    cards = [stop for stop in stops if not page.earlier.isAncestorOf(stop)]
    assert cards[0] is control(page, "Start")
    assert cards[-1] is control(page, "Save result")
    assert reads_in_order(page, [stop for stop in stops if page.earlier.isAncestorOf(stop)])
