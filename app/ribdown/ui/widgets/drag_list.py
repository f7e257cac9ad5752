"""A list that is put in order by dragging a row, or with Alt and the arrows; one row of it is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QScrollArea, QVBoxLayout, QWidget

from ribdown.ui.look import Look, colour
from ribdown.ui.translation import translate
from ribdown.ui.widgets.drag_row import DragRow, DragText
from ribdown.ui.widgets.dressing import dress

_SPACING = 2
_NEAR = 40  # px from the edge of what can be seen, where a drag scrolls


class _Mark(QWidget):
    """The line where a dragged row would go."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), colour(self._look.theme.accent))


class DragList(QWidget):
    """`picked` carries the row that the person chose, `moved` a row and its new place, `removal_asked` a row."""

    picked = Signal(int)
    moved = Signal(int, int)
    removal_asked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.picked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_SPACING)
        self._pressed_at: QPoint | None = None
        self._dragged: DragRow | None = None
        self.rows: list[DragRow] = []
        self._mark = _Mark(look, self)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)

    def show_rows(self, texts: Sequence[DragText], chosen: int) -> None:
        """Show these rows. The keyboard stays in the list, on the chosen one, where it was in the list."""
        self._drop(None)
        had_focus = any(row.hasFocus() for row in self.rows)
        while len(self.rows) > len(texts):
            self._take_away(self.rows.pop())
        while len(self.rows) < len(texts):
            self._add()
        for index, (row, text) in enumerate(zip(self.rows, texts, strict=True)):
            row.show_texts(text, translate("words", "{} of {}").format(index + 1, len(texts)))
        self.rows[chosen].setChecked(True)
        if had_focus:
            self.rows[chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a row that is dragged."""
        if isinstance(watched, DragRow) and isinstance(event, QMouseEvent):
            return self._follow(watched, event)
        if self._dragged is not None and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._drop(None)
            return True
        return False

    def _follow(self, row: DragRow, event: QMouseEvent) -> bool:
        place = row.mapTo(self, event.position().toPoint())
        if event.type() is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = place
        elif event.type() is QEvent.Type.MouseMove and self._pressed_at is not None:
            far = (place - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
            if self._dragged is None and far:
                self._lift(row)
            if self._dragged is not None:
                self._show_mark(place)
                return True
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._pressed_at = None
            if self._dragged is not None:
                self._drop(place)
                return True
        return False

    def _lift(self, row: DragRow) -> None:
        self._dragged = row
        row.setDown(False)
        row.lift(lifted=True)

    def _drop(self, place: QPoint | None) -> None:
        """End a drag, at a place or where it began."""
        row, self._dragged, self._pressed_at = self._dragged, None, None
        self._mark.hide()
        if row is None:
            return
        row.setDown(False)
        row.lift(lifted=False)
        index = self.rows.index(row)
        if place is not None and (to := self._target(index, place)) != index:
            self.moved.emit(index, to)

    def _gap(self, place: QPoint) -> int:
        """Between which rows a place is: the number of rows above it."""
        return sum(place.y() > row.geometry().center().y() for row in self.rows)

    def _target(self, index: int, place: QPoint) -> int:
        gap = self._gap(place)
        return gap - 1 if gap > index else gap

    def _show_mark(self, place: QPoint) -> None:
        gap = self._gap(place)
        y = self.rows[gap].y() - 2 if gap < len(self.rows) else self.rows[-1].geometry().bottom() - 1
        self._mark.setGeometry(0, max(y, 0), self.width(), 3)
        self._mark.show()
        self._mark.raise_()
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not None and (content := parent.widget()) is not None:
            spot = self.mapTo(content, place)
            parent.ensureVisible(spot.x(), spot.y(), 0, _NEAR)

    def _add(self) -> None:
        row = DragRow(self._look)
        row.setToolTip(translate("words", "Drag, or press Alt with Up or Down"))
        row.installEventFilter(self)
        row.step_asked.connect(lambda step, row=row: self._step(row, step))
        row.removal_asked.connect(lambda row=row: self.removal_asked.emit(self.rows.index(row)))
        self._group.addButton(row, len(self.rows))
        self.rows.append(row)
        self._column.addWidget(row)

    def _take_away(self, row: DragRow) -> None:
        self._group.removeButton(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _step(self, row: DragRow, step: int) -> None:
        index = self.rows.index(row)
        if 0 <= index + step < len(self.rows):
            self.moved.emit(index, index + step)
