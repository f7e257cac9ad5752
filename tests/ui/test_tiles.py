"""Tiles in rows: measured once for a width, and anew when one changes."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from on_screen import settle, show
from ribdown.ui.widgets.tiles import Tiles


class Box(QWidget):
    """Counts how often it is measured."""

    def __init__(self) -> None:
        super().__init__()
        self.high = 40
        self.measured = 0

    def sizeHint(self) -> QSize:
        """As high as it was told to be."""
        self.measured += 1
        return QSize(50, self.high)


@pytest.fixture
def boxes() -> list[Box]:
    return [Box() for _ in range(3)]


@pytest.fixture
def tiles(qtbot: QtBot, boxes: list[Box]) -> Tiles:
    tiles = Tiles(3, 10)
    tiles.set_narrowest(100)
    tiles.set_tiles(boxes)
    show(qtbot, tiles, 320, 400)
    return tiles


def test_as_many_in_a_row_as_there_is_room_for(tiles: Tiles, boxes: list[Box]) -> None:
    assert tiles.heightForWidth(320) == 40
    assert tiles.heightForWidth(319) == 90
    assert tiles.heightForWidth(100) == 140
    assert [box.geometry().getRect() for box in boxes] == [(0, 0, 100, 40), (110, 0, 100, 40), (220, 0, 100, 40)]


def test_nothing_is_measured_twice(tiles: Tiles, boxes: list[Box]) -> None:
    for box in boxes:
        box.measured = 0
    for _ in range(5):
        tiles.set_narrowest(100)
        assert tiles.heightForWidth(333) == 40
    assert [box.measured for box in boxes] == [1, 1, 1]


def test_what_changes_is_measured_anew(tiles: Tiles, boxes: list[Box]) -> None:
    boxes[1].high = 70
    boxes[1].updateGeometry()
    settle()
    assert tiles.heightForWidth(320) == 70
    assert boxes[0].height() == 70
    tiles.set_narrowest(150)
    assert tiles.heightForWidth(320) == 120
    tiles.set_tiles(boxes[:2])
    assert tiles.heightForWidth(320) == 70


def test_many_widths_are_no_burden(tiles: Tiles) -> None:
    assert [tiles.heightForWidth(width) for width in range(320, 360)] == [40] * 40
    assert len(tiles._known) <= 8


def test_a_tile_gives_way_where_the_narrowest_has_no_room(tiles: Tiles, boxes: list[Box]) -> None:
    tiles.set_narrowest(580)
    assert tiles.minimumSizeHint().width() < 320
    tiles.resize(320, 400)
    assert [box.width() for box in boxes] == [320, 320, 320]
