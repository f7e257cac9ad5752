"""The day's nudges in a row: one tile each, with what became of it in words below."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ribdown.core.nudges.record import Outcome
from ribdown.core.nudges.state import Phase
from ribdown.core.nudges.summary import SlotLine
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour
from ribdown.ui.nudges.nudge_words import slot_words
from ribdown.ui.translation import translate
from ribdown.ui.widgets.focus_ring import paint_focus_ring

_TALL = 30.0
_WIDEST, _GAP = 30.0, 5.0
_RADIUS = 8.0
_DONE = (Outcome.DONE, Outcome.FILLED)


class SlotStrip(QWidget):
    """Left and Right go through the slots, as the pointer does; `pointed` carries the words of the one pointed at, ""
    for none."""

    pointed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._slots: tuple[SlotLine, ...] = ()
        self._index = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("words", "Today’s nudges"))

    @property
    def words(self) -> str:
        """Those of the slot that is pointed at."""
        return slot_words(self._slots[self._index]) if self._index >= 0 else ""

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_slots(self, slots: tuple[SlotLine, ...]) -> None:
        """Show these, in order."""
        if slots != self._slots:
            self._slots = slots
            self.setAccessibleDescription(". ".join(map(slot_words, slots)))
            if self._index >= len(slots):
                self._index = -1
            self.pointed.emit(self.words)
            self.update()

    def sizeHint(self) -> QSize:
        """One row of tiles."""
        return QSize(200, round(_TALL * self._look.text_scale) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the slot before or after."""
        step = (event.key() == Qt.Key.Key_Right) - (event.key() == Qt.Key.Key_Left)
        if not step or not self._slots:
            super().keyPressEvent(event)
        else:
            self._point(min(max(self._index + step, 0), len(self._slots) - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point at the last one that is not to come."""
        super().focusInEvent(event)
        past = [index for index, line in enumerate(self._slots) if line.outcome or line.phase]
        self._point(past[-1] if past else 0 if self._slots else -1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at none."""
        super().focusOutEvent(event)
        self._point(-1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the tile under the pointer."""
        self._point_at(event.position())

    def enterEvent(self, event: QEnterEvent) -> None:
        """As when it moves there."""
        self._point_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Point at none."""
        if not self.hasFocus():
            self._point(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a tile for each slot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, line in enumerate(self._slots):
            self._paint_tile(painter, self._tile(index), line)
            if index == self._index:
                paint_focus_ring(painter, self._tile(index), self._radius(), self._look.theme.focus)

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

    def _tile(self, index: int) -> QRectF:
        s, count = self._look.text_scale, max(len(self._slots), 1)
        gap = min(_GAP * s, self.width() / count * 0.12)
        wide = min(_WIDEST * s, (self.width() + gap) / count - gap)
        return QRectF(index * (wide + gap), 1, wide, _TALL * s)

    def _radius(self) -> float:
        return min(_RADIUS * self._look.text_scale, self._tile(0).width() / 3)

    def _point_at(self, place: QPointF) -> None:
        self._point(next((i for i in range(len(self._slots)) if self._tile(i).contains(place)), -1))

    def _point(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self.pointed.emit(self.words)
            self.update()
