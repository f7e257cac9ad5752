"""Where Tab goes through what is added later."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from on_screen import show, tab_stops
from ribdown.ui.widgets.tab_order import stop_before, tab_after


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    for name in ("first", "second"):
        field = QLineEdit()
        field.setObjectName(name)
        column.addWidget(field)
    show(qtbot, page)
    return page


def test_what_is_added_later_comes_where_it_stands(page: QWidget) -> None:
    first, second = page.findChildren(QLineEdit)
    before = stop_before(second)
    assert before is first
    part = QWidget()
    row = QVBoxLayout(part)
    for name in ("third", "fourth"):
        button = QPushButton(name)
        button.setObjectName(name)
        row.addWidget(button)
    layout = page.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.insertWidget(1, part)
    tab_after(before, part)
    part.show()
    first.setFocus()
    assert [stop.objectName() for stop in tab_stops()] == ["first", "third", "fourth", "second"]


def test_alone_there_is_nothing_before(qtbot: QtBot) -> None:
    alone = QWidget()
    qtbot.addWidget(alone)
    assert stop_before(alone) is alone
