"""The page of routines: what is listed, what can be done with each, and how it looks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from on_screen import cut_off, press, reads_in_order, settle, show, tab_stops, unnamed
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look
from ribdown.ui.pages.own_routines_page import OwnRoutinesPage
from ribdown.ui.pages.own_routines_view import OwnRoutine, OwnRoutinesView
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.text import Text

LONG = "A routine of my own with a title as long as it may be, sixty."
OWN = (
    OwnRoutine("evening", "Evening", "4 min · 1 exercise"),
    OwnRoutine("long", LONG, "12 min 5 s · " + "words " * 30),
)
BUNDLED = (OwnRoutine("daily-mini", "Daily mini", "4 min 30 s · 2 exercises"),)
OFFERS = (("bridge", "Bridge"), ("hip-lift", "Hip lift"))
BROKEN = "bad.toml: $.exercises[0].id: no exercise is called 'brige'; allowed: bridge, couch-stretch, hip-lift"
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


def test_each_routine_says_what_can_be_done_with_it(page: OwnRoutinesPage) -> None:
    asked: list[tuple[str, str]] = []
    page.asked.connect(lambda action, id: asked.append((action, id)))
    for row in (page.own.rows[0], page.bundled.rows[0]):
        for button in row.buttons.values():
            button.click()
    assert asked == [
        *((action, "evening") for action in ("edit", "duplicate", "export", "delete")),
        ("duplicate", "daily-mini"),
    ]
    assert page.own.rows[0].buttons["edit"].accessibleName() == "Edit: Evening"


def test_a_new_routine_begins_with_an_exercise(page: OwnRoutinesPage) -> None:
    asked = QSignalSpy(page.new_asked)
    menu = page.new.menu_of()
    assert [action.text() for action in menu.actions()] == ["Bridge", "Hip lift"]
    menu.actions()[1].trigger()
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


def test_the_keyboard_stays_where_a_row_was_deleted(page: OwnRoutinesPage) -> None:
    page.own.rows[1].buttons["delete"].setFocus()
    page.show_view(OwnRoutinesView(OWN[:1], BUNDLED, (), OFFERS))
    assert page.own.rows[0].buttons["delete"].hasFocus()
    page.show_view(EMPTY)
    assert page.new.hasFocus()


def test_what_was_exported_is_said_while_the_page_is_shown(page: OwnRoutinesPage) -> None:
    page.say_exported("Evening", "evening.toml")
    settle()
    assert "Evening is written to evening.toml." in shown(page)
    page.hide()
    assert page.exported.isHidden()


def test_the_keyboard_goes_to_the_routine_that_is_asked_for(page: OwnRoutinesPage) -> None:
    page.take_focus("long")
    assert page.own.rows[1].buttons["edit"].hasFocus()
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
def test_nothing_is_cut_off(
    page: OwnRoutinesPage, theme: str, text_scale: float, size: tuple[int, int], view: OwnRoutinesView
) -> None:
    page.show_view(view)
    page.say_deleted(LONG)
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
    page.say_deleted("Evening")
    page.say_exported("Evening", "evening.toml")
    settle()
    page.take_focus()
    stops = tab_stops()
    assert len(stops) == 2 + 1 + 1 + 1 + 4 * len(OWN) + len(BUNDLED)
    assert reads_in_order(page, stops)
    assert unnamed(page) == []
