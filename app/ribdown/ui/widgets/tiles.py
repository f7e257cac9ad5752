"""Widgets of one width in rows, as many in a row as there is room for."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_KEPT = 8  # widths for which the rows are known

_Row = tuple[tuple[QWidget, ...], int]


class Tiles(QWidget):
    """At most `most` in a row, each at least `narrowest` pixels wide; rows are as even as they can be."""

    def __init__(self, most: int, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._gap = gap
        self._narrowest = 0
        self._least: int | None = None
        self._known: dict[int, list[_Row]] = {}
        self.tiles: tuple[QWidget, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_narrowest(self, width: int) -> None:
        """Make no tile narrower than this, in pixels, where there is room for one."""
        if width != self._narrowest:
            self._narrowest = width
            self._changed()

    def set_tiles(self, tiles: Sequence[QWidget]) -> None:
        """Show these instead of the ones before."""
        for old in self.tiles:
            old.setParent(None)
        self.tiles = tuple(tiles)
        for tile in self.tiles:
            tile.setParent(self)
            tile.show()
        self._changed()

    def columns(self, width: int) -> int:
        """How many tiles stand in a row at this width."""
        count = len(self.tiles)
        room = (width + self._gap) // max(self._tile_width() + self._gap, 1)
        fitting = max(min(room, self._most, count), 1)
        return ceil(count / ceil(count / fitting)) if count else 1

    def heightForWidth(self, width: int) -> int:
        """The rows' heights and the gaps between them."""
        rows = self._rows(width)
        return sum(height for _, height in rows) + self._gap * max(len(rows) - 1, 0)

    def sizeHint(self) -> QSize:
        """All tiles that may stand in a row, side by side."""
        columns = min(self._most, max(len(self.tiles), 1))
        width = columns * (self._tile_width() + self._gap) - self._gap
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The widest tile as narrow as it can be: where there is no room for `narrowest`, it gives way."""
        return QSize(self._least_width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the tiles out anew."""
        self._place()

    def event(self, event: QEvent) -> bool:
        """A tile that changed its size changes the rows."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._changed()
        return super().event(event)

    def _changed(self) -> None:
        self._least = None
        self._known.clear()
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        top, width = 0, self._column_width(self.width())
        for tiles, height in self._rows(self.width()):
            for column, tile in enumerate(tiles):
                left = round(column * (width + self._gap))
                tile.setGeometry(left, top, round((column + 1) * (width + self._gap)) - self._gap - left, height)
            top += height + self._gap

    def _rows(self, width: int) -> list[_Row]:
        """The rows with their heights, measured once for a width until something changes."""
        if width not in self._known:
            if len(self._known) == _KEPT:
                self._known.clear()
            self._known[width] = self._measured(width)
        return self._known[width]

    def _measured(self, width: int) -> list[_Row]:
        columns, tile_width = self.columns(width), int(self._column_width(width))
        starts = range(0, len(self.tiles), columns)
        rows = [self.tiles[start : start + columns] for start in starts]
        return [(row, max(_height(tile, tile_width) for tile in row)) for row in rows]

    def _column_width(self, width: int) -> float:
        columns = self.columns(width)
        return (width - self._gap * (columns - 1)) / columns

    def _tile_width(self) -> int:
        return max(self._narrowest, self._least_width())

    def _least_width(self) -> int:
        if self._least is None:
            self._least = max((tile.minimumSizeHint().width() for tile in self.tiles), default=0)
        return self._least


def _height(tile: QWidget, width: int) -> int:
    return tile.heightForWidth(width) if tile.hasHeightForWidth() else tile.sizeHint().height()
