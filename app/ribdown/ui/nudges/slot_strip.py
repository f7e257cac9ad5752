"""The day's nudges in a row: one tile each, with what became of it in words below."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ribdown.core.nudges.record import Outcome
from ribdown.core.nudges.state import Phase
from ribdown.core.nudges.summary import SlotLine
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour
from ribdown.ui.nudges.nudge_words import slot_words
from ribdown.ui.translation import translate
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.tile_row import TileRow

_TALL = 30.0
_WIDEST, _GAP = 30.0, 5.0
_RADIUS = 8.0
_DONE = (Outcome.DONE, Outcome.FILLED)


class SlotStrip(TileRow):
    """`pointed` is emitted as well where the words of the one pointed at are other ones."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._slots: tuple[SlotLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("words", "Today’s nudges"))

    @property
    def words(self) -> str:
        """Those of the slot that is pointed at, "" for none."""
        return slot_words(self._slots[self._index]) if self._index >= 0 else ""

    def show_slots(self, slots: tuple[SlotLine, ...]) -> None:
        """Show these, in order."""
        if slots != self._slots:
            self._slots = slots
            self.setAccessibleDescription(". ".join(map(slot_words, slots)))
            if self._index >= len(slots):
                self._index = -1
            self.pointed.emit(self._index)
            self.update()

    def sizeHint(self) -> QSize:
        """One row of tiles."""
        return QSize(200, round(_TALL * self._look.text_scale) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a tile for each slot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, line in enumerate(self._slots):
            self._paint_tile(painter, self.tile_box(index), line)
            if index == self._index:
                paint_focus_ring(painter, self.tile_box(index), self._radius(), self._look.theme.focus)

    def _paint_tile(self, painter: QPainter, box: QRectF, line: SlotLine) -> None:
        theme, radius = self._look.theme, self._radius()
        inset = min(3.0, box.width() * 0.15)
        inner = box.adjusted(inset, inset, -inset, -inset)
        pen, fill, icon, ink = QPen(colour(theme.edge), 1.5), None, "", theme.text2
        if line.outcome in _DONE:
            pen, fill, icon, ink = QPen(Qt.PenStyle.NoPen), theme.accent, "check", theme.on_accent
        elif line.outcome is Outcome.SKIPPED or line.outcome is Outcome.DISMISSED:
            icon = "cross"
        elif line.outcome is not None:
            pen.setDashPattern([2.4, 2.4])
        elif line.phase is Phase.SNOOZED or line.phase is Phase.HELD:
            pen, icon = QPen(colour(theme.accent), 2), "clock"
        elif line.phase is not None:
            pen, icon, ink = QPen(colour(theme.accent), 2.5), "bell", theme.accent
        painter.setPen(pen)
        painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner, radius, radius)
        if icon:
            side = min(inner.width(), inner.height()) * 0.62
            centre = inner.center()
            paint_icon(
                painter,
                icon,
                QRectF(centre - QPointF(side, side) / 2, centre + QPointF(side, side) / 2),
                colour(ink),
                2.8,
            )

    def tile_box(self, index: int) -> QRectF:
        """Where a tile is."""
        s, count = self._look.text_scale, max(len(self._slots), 1)
        gap = min(_GAP * s, self.width() / count * 0.12)
        wide = min(_WIDEST * s, (self.width() + gap) / count - gap)
        return QRectF(index * (wide + gap), 1, wide, _TALL * s)

    def _radius(self) -> float:
        return min(_RADIUS * self._look.text_scale, self.tile_box(0).width() / 3)

    def _count(self) -> int:
        return len(self._slots)

    def _first_in_focus(self) -> int:
        """The last one that is not to come."""
        return max((index for index, line in enumerate(self._slots) if line.outcome or line.phase), default=0)
