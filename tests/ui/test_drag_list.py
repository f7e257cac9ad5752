"""The list that is put in order: by the pointer, by Alt and the arrows; one row is chosen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from on_screen import press, settle, show, tab_stops
from ribdown.ui.look import Look
from ribdown.ui.widgets.drag_list import DragList
from ribdown.ui.widgets.drag_row import DragRow, DragText

ROWS = [DragText(name, "8 reps", "0:58") for name in ("Bridge", "Hold", "Walk", "Rest")]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def drag_list(qtbot: QtBot, look: Look) -> DragList:
    one = DragList(look)
    one.show_rows(ROWS, 0)
    show(qtbot, one, 400, 260)
    return one


def moves(one: DragList) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    one.moved.connect(lambda index, to: found.append((index, to)))
    return found


def drag(one: DragList, row: DragRow, to: int) -> None:
    """Drag a row's middle to a height in the list, without letting go."""
    start = row.rect().center()
    QTest.mousePress(row, LEFT, pos=start)
    for y in (start.y() + 4, start.y() + 20, to - row.y()):
        QTest.mouseMove(row, QPoint(start.x(), y))
        settle()


def let_go(row: DragRow, y: int = 0) -> None:
    QTest.mouseRelease(row, LEFT, pos=QPoint(50, y))
    settle()


@pytest.mark.parametrize(
    ("row", "onto", "below", "moved"),
    [
        (0, 2, True, [(0, 2)]),
        (0, 2, False, [(0, 1)]),
        (3, 0, False, [(3, 0)]),
        (3, 1, True, [(3, 2)]),
        (1, 1, True, []),
        (1, 0, True, []),
        (1, 2, False, []),
        (0, 3, True, [(0, 3)]),
    ],
)
def test_a_row_is_dragged(drag_list: DragList, row: int, onto: int, below: bool, moved: list[tuple[int, int]]) -> None:
    found = moves(drag_list)
    dragged, target = drag_list.rows[row], drag_list.rows[onto].geometry()
    y = target.center().y() + (10 if below else -10)
    drag(drag_list, dragged, y)
    assert drag_list._mark.isVisible()
    assert drag_list._mark.geometry().center().y() == pytest.approx(target.bottom() if below else target.top(), abs=4)
    let_go(dragged, y - dragged.y())
    assert found == moved
    assert not drag_list._mark.isVisible()
    assert not any(one.isDown() for one in drag_list.rows)


def test_escape_ends_a_drag(drag_list: DragList) -> None:
    found = moves(drag_list)
    drag(drag_list, drag_list.rows[0], 200)
    drag_list.rows[0].setFocus()
    press(Qt.Key.Key_Escape)
    assert not drag_list._mark.isVisible()
    let_go(drag_list.rows[0], 200)
    assert found == []


def test_a_press_without_a_drag_chooses(drag_list: DragList) -> None:
    found, picked = moves(drag_list), QSignalSpy(drag_list.picked)
    QTest.mouseClick(drag_list.rows[2], LEFT)
    assert (found, [picked.at(at) for at in range(picked.count())]) == ([], [[2]])
    assert drag_list.rows[2].isChecked()


def test_alt_and_an_arrow_move_a_row_and_the_keyboard_goes_with_it(drag_list: DragList) -> None:
    found = moves(drag_list)
    drag_list.rows[0].setFocus()
    press(Qt.Key.Key_Up, modifier=Qt.KeyboardModifier.AltModifier)
    assert found == [], "it is the first"
    press(Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    assert found == [(0, 1)]
    drag_list.show_rows([ROWS[1], ROWS[0], *ROWS[2:]], 1)
    assert drag_list.rows[1].hasFocus()
    press(Qt.Key.Key_Up, modifier=Qt.KeyboardModifier.AltModifier)
    assert found == [(0, 1), (1, 0)]


def test_arrows_choose_and_tab_leaves(drag_list: DragList) -> None:
    picked = QSignalSpy(drag_list.picked)
    drag_list.rows[0].setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert [picked.at(at)[0] for at in range(picked.count())] == [1, 2, 1]
    assert tab_stops() == [drag_list.rows[1]]


def test_delete_asks_for_a_row_to_go(drag_list: DragList) -> None:
    asked = QSignalSpy(drag_list.removal_asked)
    drag_list.rows[1].click()
    drag_list.rows[1].setFocus()
    press(Qt.Key.Key_Delete)
    assert asked.at(0) == [1]


def test_rows_come_and_go_and_the_keyboard_stays_in_the_list(drag_list: DragList) -> None:
    drag_list.rows[3].setFocus()
    drag_list.show_rows(ROWS[:2], 1)
    settle()
    assert QApplication.focusWidget() is drag_list.rows[1]
    drag_list.show_rows(ROWS, 3)
    assert [row.accessibleName() for row in drag_list.rows][2] == "Walk, 8 reps, 0:58"
    assert [row.accessibleDescription() for row in drag_list.rows] == ["1 of 4", "2 of 4", "3 of 4", "4 of 4"]
    assert drag_list.rows[3].isChecked()
