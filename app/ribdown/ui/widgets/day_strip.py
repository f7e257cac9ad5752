"""The programme's days in a row: done, today, and to come."""

from datetime import date
from math import ceil

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ribdown.core.programme.day import Tile, TileState
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.tile_row import TileRow

TILE, PITCH, TALL = 36, 46, 62
_SMALLEST = 27  # px at 100 % text: below this the tiles stand in two rows
_RADIUS = 10
_LETTER_TOP, _LETTER = 42, 18  # the weekday below its tile
_ROW_GAP = 6


class DayStrip(TileRow):
    """In one row, or in two where there is no room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._tiles: tuple[Tile, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_tiles(self, tiles: tuple[Tile, ...]) -> None:
        """Show these, in order."""
        if tiles != self._tiles:
            self._tiles = tiles
            self._point(-1)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """All in one row."""
        s = self._look.text_scale
        return QSize(round((max(len(self._tiles), 1) * PITCH - (PITCH - TILE)) * s), round(TALL * s))

    def minimumSizeHint(self) -> QSize:
        """Two rows."""
        s = self._look.text_scale
        return QSize(round(ceil(len(self._tiles) / 2) * _SMALLEST * s), round(TALL * s))

    def heightForWidth(self, width: int) -> int:
        """One row or two."""
        s = self._look.text_scale
        return round(TALL * s) if self._columns(width) >= len(self._tiles) else round((2 * TALL + _ROW_GAP) * s)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a tile for each day, and its weekday below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, tile in enumerate(self._tiles):
            box = self.tile_box(index)
            self._paint_tile(painter, box, tile)
            self._paint_weekday(painter, box, tile)
            if index == self._index and self.hasFocus():
                done = tile.state is TileState.DONE
                gap, ink = (2.5, self._look.theme.on_accent) if done else (0, self._look.theme.focus)
                paint_focus_ring(painter, box.adjusted(gap, gap, -gap, -gap), self._radius() - gap, ink)

    def tile_box(self, index: int) -> QRectF:
        """Where a tile is."""
        s, columns = self._look.text_scale, max(self._columns(self.width()), 1)
        pitch = min(PITCH * s, _pitch(self.width(), columns))
        side = min(TILE * s, pitch * TILE / PITCH)
        row, column = divmod(index, columns)
        top = row * (TALL + _ROW_GAP) * s + (TILE * s - side) / 2
        return QRectF(column * pitch, top, side, side)

    def _columns(self, width: int) -> int:
        """How many stand in a row: all of them, or half."""
        s, count = self._look.text_scale, len(self._tiles)
        side = _pitch(width, max(count, 1)) * TILE / PITCH
        return count if side >= _SMALLEST * s else ceil(count / 2)

    def _paint_tile(self, painter: QPainter, box: QRectF, tile: Tile) -> None:
        theme, s = self._look.theme, self._look.text_scale
        pen, fill, ink, weight = QPen(colour(theme.edge), 1.5 * s), "", theme.text2, 500
        if tile.state is TileState.DONE:
            pen, fill = QPen(Qt.PenStyle.NoPen), theme.accent
        elif tile.state is TileState.TODAY:
            pen, fill, ink, weight = QPen(colour(theme.accent), 3 * s), theme.accent_tint, theme.text, 700
        elif tile.state is TileState.OFF:
            pen, fill = QPen(Qt.PenStyle.NoPen), theme.raised
        half = pen.widthF() / 2 if pen.style() is not Qt.PenStyle.NoPen else 0
        painter.setPen(pen)
        painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), self._radius() - half, self._radius() - half)
        if tile.state is TileState.DONE:
            arm = QPointF(box.width(), box.width()) * 0.26
            paint_icon(painter, "check", QRectF(box.center() - arm, box.center() + arm), colour(theme.on_accent), 2.8)
            return
        number = tile.number or (tile.day.day if tile.day is not None else 0)
        painter.setPen(colour(ink))
        painter.setFont(text_font(min(16 * s, box.width() * 0.5), weight, tabular=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number) if number else "")

    def _paint_weekday(self, painter: QPainter, box: QRectF, tile: Tile) -> None:
        if tile.day is None:
            return
        theme, s = self._look.theme, self._look.text_scale
        painter.setPen(colour(theme.text if tile.today else theme.text2))
        painter.setFont(text_font(14 * s, 700 if tile.today else 400))
        row_top = box.center().y() - TILE * s / 2
        below = QRectF(box.left(), row_top + _LETTER_TOP * s, box.width(), _LETTER * s)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, _letter(tile.day))

    def _radius(self) -> float:
        return min(_RADIUS * self._look.text_scale, self.tile_box(0).width() * 0.28)

    def _count(self) -> int:
        return len(self._tiles)

    def _first_in_focus(self) -> int:
        return next((index for index, tile in enumerate(self._tiles) if tile.today), 0)


def _pitch(width: int, columns: int) -> float:
    """How far apart so many tiles stand that fill this width, in pixels."""
    return width / (columns - 1 + TILE / PITCH)


def _letter(day: date) -> str:
    """A weekday's letter; where the locale has a number for it, the first of its short name."""
    narrow = QLocale().dayName(day.isoweekday(), QLocale.FormatType.NarrowFormat)
    return narrow if not narrow.isdigit() else QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)[:1]
