"""The page of routines: what is listed, what can be done with each, and how it looks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from on_screen import cut_off, press, reads_in_order, settle, show, tab_stops, unnamed
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look
from ribdown.ui.pages.own_routines_page import OwnRoutinesPage
from ribdown.ui.pages.own_routines_row import OwnRoutinesRow
from ribdown.ui.pages.own_routines_view import OwnRoutine, OwnRoutinesView
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.text import Text

LONG = "A routine of my own with a title as long as it may be, sixty."
OWN = (
    OwnRoutine("evening", "Evening", "4 min · 1 exercise"),
    OwnRoutine("long", LONG, "12 min 5 s · " + "words " * 30),
)
BUNDLED = (OwnRoutine("daily-mini", "Daily mini", "4 min 30 s · 2 exercises"),)
OFFERS = (("hip-lift", "Hip lift"), ("bridge", "Bridge"))
BROKEN = "bad.toml: exercises[0].id: no exercise is called 'brige'; allowed: bridge, couch-stretch, hip-lift"
FULL = OwnRoutinesView(OWN, BUNDLED, (BROKEN,), OFFERS)
EMPTY = OwnRoutinesView((), BUNDLED, (), OFFERS)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> OwnRoutinesPage:
    page = OwnRoutinesPage(look)
    page.show_view(FULL)
    show(qtbot, page)
    return page


def shown(page: OwnRoutinesPage) -> set[str]:
    return {text.plain for text in page.findChildren(Text) if text.isVisible()}


def test_own_and_bundled_routines_are_listed(page: OwnRoutinesPage) -> None:
    assert {"Evening", LONG, "Daily mini", "4 min · 1 exercise", "1 file can’t be used", BROKEN} <= shown(page)
    page.show_view(EMPTY)
    assert any(text.startswith("Nothing here yet.") for text in shown(page))
    assert BROKEN not in shown(page)
    page.show_view(OwnRoutinesView((), (), (BROKEN, BROKEN), ()))
    assert "2 files can’t be used" in shown(page)


def test_the_buttons_stand_in_the_middle_of_their_row_or_below_its_words(page: OwnRoutinesPage) -> None:
    page.resize(1072, 732)
    settle()
    for row in page.own.rows:
        for button in row.buttons.values():
            over = button.mapTo(row, button.rect().center()).y()
            assert abs(over - row.height() / 2) <= 2
    page.set_look(page._look._replace(text_scale=1.5))
    page.resize(552, 560)
    settle()
    row = page.own.rows[0]
    lines = {button.mapTo(row, QPoint(0, 0)).y() for button in row.buttons.values()}
    assert 1 < len(lines) < len(row.buttons), "as many in a line as there is room for"


def test_each_routine_says_what_can_be_done_with_it(page: OwnRoutinesPage) -> None:
    asked: list[tuple[str, str]] = []
    page.asked.connect(lambda action, id: asked.append((action, id)))
    for row in (page.own.rows[0], page.bundled.rows[0]):
        for button in row.buttons.values():
            button.click()
    assert asked == [
        *((action, "evening") for action in ("start", "edit", "duplicate", "export", "delete")),
        ("start", "daily-mini"),
        ("duplicate", "daily-mini"),
    ]
    assert page.own.rows[0].buttons["edit"].accessibleName() == "Edit: Evening"


def test_a_new_routine_begins_with_an_exercise(page: OwnRoutinesPage) -> None:
    asked = QSignalSpy(page.new_asked)
    menu = page.new.menu_of()
    heading, *lines = menu.actions()
    assert (menu.accessibleName(), heading.isEnabled()) == ("Begin with", False)
    assert [action.text() for action in lines] == ["Bridge", "Hip lift"]  # by title, however they are offered
    lines[1].trigger()
    assert asked.at(0) == ["hip-lift"]


def test_a_deleted_routine_can_be_brought_back_while_the_page_is_shown(page: OwnRoutinesPage) -> None:
    asked = QSignalSpy(page.undo_asked)
    page.say_deleted("Evening")
    settle()
    assert "Evening is deleted." in shown(page)
    press("z", modifier=Qt.KeyboardModifier.ControlModifier)
    assert asked.count() == 1
    page.say_deleted("Evening")
    page.hide()
    assert page.undo.isHidden()


def middle(page: OwnRoutinesPage, row: OwnRoutinesRow) -> QPoint:
    delete = row.buttons["delete"]
    return delete.mapTo(page, delete.rect().center())


@pytest.mark.parametrize("place", [0, 1, 2])
def test_no_row_slides_under_the_pointer_that_deleted_one(page: OwnRoutinesPage, qtbot: QtBot, place: int) -> None:
    view = replace(FULL, own=(*OWN, OwnRoutine("late", "Late", "3 min · 1 exercise")))
    page.show_view(view)
    settle()
    undone, asked = QSignalSpy(page.undo_asked), QSignalSpy(page.asked)
    pointer = middle(page, page.own.rows[place])
    page.own.rows[place].buttons["delete"].click()
    page.show_view(replace(view, own=view.own[:place] + view.own[place + 1 :]))
    for row in page.own.rows:  # as it is where the pointer has not moved
        row.buttons["delete"].setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    page.say_deleted("It")
    assert not any(row.buttons["delete"].underMouse() for row in page.own.rows)
    settle()
    there = page.childAt(pointer)
    assert there is None or not any(row.isAncestorOf(there) for row in page.own.rows)
    # A second click at once is none on Undo either; the keyboard is there.
    undo = page.undo.findChildren(Button)[0]
    assert undo.hasFocus()
    over = undo.mapTo(page, undo.rect().center())
    assert page.childAt(over) is not undo
    qtbot.waitUntil(lambda: page.childAt(over) is undo, timeout=5000)
    assert (asked.count(), undone.count()) == (1, 0)
    page.take_focus()
    assert reads_in_order(page, tab_stops())


def test_the_last_row_leaves_its_place_to_the_undo(page: OwnRoutinesPage) -> None:
    page.own.rows[0].buttons["delete"].click()
    page.show_view(EMPTY)
    page.say_deleted("Evening")
    settle()
    assert page.own.isAncestorOf(page.undo)
    assert page.undo.isVisible()


def test_one_thing_is_said_at_a_time_and_nothing_above_it_moves(page: OwnRoutinesPage) -> None:
    row = page.own.rows[0]
    before = middle(page, row)
    row.buttons["export"].click()
    page.say_exported("Evening", "evening.toml")
    settle()
    assert page.exported.isVisible()
    assert middle(page, row) == before
    page.say_deleted("Evening")
    assert (page.undo.isVisible(), page.exported.isVisible()) == (True, False)
    page.say_exported("Evening", "evening.toml")
    assert (page.undo.isVisible(), page.exported.isVisible()) == (False, True)


def test_what_was_exported_is_said_while_the_page_is_shown(page: OwnRoutinesPage) -> None:
    page.say_exported("Evening", "evening.toml")
    settle()
    assert "Evening is written to evening.toml." in shown(page)
    page.hide()
    assert page.exported.isHidden()


def test_the_keyboard_goes_to_the_routine_that_is_asked_for(page: OwnRoutinesPage) -> None:
    page.take_focus("long")
    assert page.own.rows[1].buttons["edit"].hasFocus()
    page.take_focus("daily-mini", "start")
    assert page.bundled.rows[0].buttons["start"].hasFocus()
    page.take_focus("gone")
    assert page.new.hasFocus()


def test_the_folder_and_an_import_are_asked_for(page: OwnRoutinesPage) -> None:
    folder, imported = QSignalSpy(page.folder_asked), QSignalSpy(page.import_asked)
    for button in page.findChildren(Button):
        if button.text() in ("Open folder", "Import"):
            button.click()
    assert (folder.count(), imported.count()) == (1, 1)


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(552, 560), (1072, 732), (1712, 1000)])
@pytest.mark.parametrize("view", [FULL, EMPTY], ids=["full", "empty"])
@pytest.mark.parametrize("deleted", [True, False])
def test_nothing_is_cut_off(
    page: OwnRoutinesPage, theme: str, text_scale: float, size: tuple[int, int], view: OwnRoutinesView, *, deleted: bool
) -> None:
    page.show_view(view)
    if deleted:
        page.say_deleted(LONG)
    else:
        page.say_exported(LONG, "a-routine-of-my-own.toml")
    page.set_look(Look(load_theme(theme), text_scale))
    page.resize(*size)
    for _ in range(3):
        settle()
    assert cut_off(page) == []


@pytest.mark.parametrize("width", [1072, 552])
def test_tab_goes_through_everything_in_reading_order(page: OwnRoutinesPage, width: int) -> None:
    page.show_view(EMPTY)
    page.show_view(FULL)  # with rows that are newer than those below
    page.resize(width, 2000)
    page.say_exported("Evening", "evening.toml")
    settle()
    page.take_focus()
    stops = tab_stops()
    assert len(stops) == 2 + 1 + 1 + 5 * len(OWN) + 2 * len(BUNDLED)
    assert reads_in_order(page, stops)
    assert unnamed(page) == []
