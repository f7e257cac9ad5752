"""The days of the week, each of which is on or off."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.pages.dates import weekday_letter, weekday_name
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.return_key import pressed_by_return

_WIDE, _TALL, _GAP = 34, 36, 6
_RADIUS = 10


class DayTile(QAbstractButton):
    """One day, filled where it is on."""

    def __init__(self, look: Look, day: int) -> None:
        super().__init__(checkable=True)
        self._look = look
        self.setText(weekday_letter(day))
        self.setAccessibleName(weekday_name(day))
        self.setToolTip(weekday_name(day))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A tile; in large text it grows less than the text."""
        scale = max(self._look.text_scale * 0.85, 1.0)
        return QSize(round(_WIDE * scale), round(_TALL * scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return switches it too."""
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile, its letter and the focus ring."""
        painter, theme, on = QPainter(self), self._look.theme, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(colour(theme.edge), 1))
        fill = (theme.accent_hover if self.underMouse() else theme.accent) if on else theme.raised
        painter.setBrush(colour(fill) if on or self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.hasFocus():
            ring = theme.on_accent if on else theme.focus
            paint_focus_ring(painter, box.adjusted(2.5, 2.5, -2.5, -2.5), _RADIUS - 2.5, ring)
        painter.setPen(colour(theme.on_accent if on else theme.text2))
        painter.setFont(text_font(14 * max(self._look.text_scale * 0.85, 1.0), 600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class DayTiles(QWidget):
    """`picked` carries the days that are on, in order; Monday is 0."""

    picked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = [DayTile(look, day) for day in range(7)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for tile in self._tiles:
            row.addWidget(tile)
            tile.clicked.connect(self._pick)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        for tile in self._tiles:
            tile.set_look(look)

    def show_value(self, days: tuple[int, ...]) -> None:
        """Show which days are on."""
        for day, tile in enumerate(self._tiles):
            tile.setChecked(day in days)

    def _pick(self) -> None:
        self.picked.emit(tuple(day for day, tile in enumerate(self._tiles) if tile.isChecked()))
