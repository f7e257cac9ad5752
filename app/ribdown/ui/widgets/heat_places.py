"""Where the cells of a heat-map stand: weeks down, days across, in one column of weeks or in several."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF

DAYS = 7
_HEAD = 30  # px at 100 % text: the weekdays
_LARGE, _SMALL = (42, 6), (26, 3)  # from row to row, and the gap in it
_TITLE, _NARROW_TITLE = 90, 40
_SHORT_TITLE = 58
_END, _SHORT_END, _MARK_END = 109, 54, 24
_WIDEST, _NARROWEST = 58, 28  # from cell to cell
_BETWEEN = 22


class HeatPlaces:
    """The places for `weeks` in a width, in pixels. `large` cells have a title before them and a number behind,
    and where there is room `wordy` ones; small ones stand in as many columns as there is room for."""

    def __init__(self, weeks: int, width: float, scale: float, *, large: bool) -> None:
        self._scale = scale
        self._large = large
        self._columns = 1 if large else max(int((width + _BETWEEN * scale) // self._least_column(scale)), 1)
        self._rows = max(ceil(weeks / self._columns), 1)
        self._column = (width - (self._columns - 1) * _BETWEEN * scale) / self._columns
        self.wordy = large and self._column >= (_TITLE + _END + DAYS * _NARROWEST) * scale
        self.title = (_TITLE if self.wordy else _SHORT_TITLE if large else _NARROW_TITLE) * scale
        self._end = (_END if self.wordy else _SHORT_END if large else _MARK_END) * scale
        across = (self._column - self.title - self._end) / DAYS
        self._across = min(across, _WIDEST * scale)
        self._down, self._gap = (size * scale for size in (_LARGE if large else _SMALL))

    @property
    def height(self) -> int:
        """The height of all of it."""
        return round(_HEAD * self._scale + self._rows * self._down)

    def head(self, column: int, day: int) -> QRectF:
        """Where a weekday's name stands over a column of weeks."""
        return QRectF(self._left(column) + self.title + day * self._across, 0, self._across, _HEAD * self._scale)

    @property
    def columns(self) -> int:
        """How many columns of weeks there are."""
        return self._columns

    def row(self, week: int) -> QRectF:
        """A week's whole row."""
        column, row = divmod(week, self._rows)
        return QRectF(self._left(column), _HEAD * self._scale + row * self._down, self._column, self._down - self._gap)

    def cell(self, week: int, day: int) -> QRectF:
        """A day's cell."""
        row = self.row(week)
        return QRectF(row.left() + self.title + day * self._across, row.top(), self._across - self._gap, row.height())

    def end(self, week: int) -> QRectF:
        """What is left of the row behind its last day."""
        row = self.row(week)
        left = row.left() + self.title + DAYS * self._across
        return QRectF(left + (13 if self._large else 2) * self._scale, row.top(), self._end, row.height())

    def at(self, place: QPointF, weeks: int) -> tuple[int, int] | None:
        """The week and day whose cell is there."""
        found = ((week, day) for week in range(weeks) for day in range(DAYS) if self.cell(week, day).contains(place))
        return next(found, None)

    def _least_column(self, scale: float) -> float:
        return (_NARROW_TITLE + _MARK_END + DAYS * _NARROWEST + _BETWEEN) * scale

    def _left(self, column: int) -> float:
        return column * (self._column + _BETWEEN * self._scale)
