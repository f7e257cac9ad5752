"""The field for a line: its undo is the page's, and what is typed stays as it is typed."""

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from on_screen import press, settle, show
from ribdown.ui.look import Look
from ribdown.ui.widgets.line_field import LineField
from ribdown.ui.widgets.text import HEADING


@pytest.fixture
def field(qtbot: QtBot, look: Look) -> LineField:
    page = QWidget()
    field = LineField(look, HEADING, "Title", "Title", 10)
    QVBoxLayout(page).addWidget(field)
    show(qtbot, page)
    field.setFocus()
    return field


@pytest.mark.parametrize("key", ["Ctrl+Z", "Ctrl+Shift+Z"])
def test_undo_and_redo_are_the_pages(field: LineField, key: str) -> None:
    page = field.parentWidget()
    assert page is not None
    shortcut = QShortcut(QKeySequence(key), page)
    asked = QSignalSpy(shortcut.activated)
    press("abc")
    QTest.keySequence(field, QKeySequence(key))
    settle()
    assert (asked.count(), field.text()) == (1, "abc")


def test_what_is_typed_stays_where_it_says_the_same(field: LineField) -> None:
    press("My ")
    field.show_text("My")
    press("day")
    assert field.text() == "My day"
    field.show_text("Other")
    assert (field.text(), field.cursorPosition()) == ("Other", 0)


def test_it_holds_no_more_than_it_may(field: LineField) -> None:
    press("x" * 20)
    assert len(field.text()) == 10
