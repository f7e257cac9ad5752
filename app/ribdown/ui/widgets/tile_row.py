"""What the rows of tiles have in common: the keyboard and the pointer go through them."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ribdown.ui.look import Look


class TileRow(QWidget):
    """Left and Right go through the tiles, as the pointer does; `pointed` carries the index of the one pointed at, -1
    for none. A row says how many tiles there are, where each is, and at which one the keyboard begins."""

    pointed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._index = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def tile_box(self, index: int) -> QRectF:
        """Where a tile is."""
        raise NotImplementedError

    def _count(self) -> int:
        raise NotImplementedError

    def _first_in_focus(self) -> int:
        """The tile at which the keyboard begins, where there are any."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the tile before or after."""
        step = (event.key() == Qt.Key.Key_Right) - (event.key() == Qt.Key.Key_Left)
        if not step or not self._count():
            super().keyPressEvent(event)
        else:
            self._point(min(max(self._index + step, 0), self._count() - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point at the first one."""
        super().focusInEvent(event)
        self._point(self._first_in_focus() if self._count() else -1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at none."""
        super().focusOutEvent(event)
        self._point(-1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the tile under the pointer."""
        self._point_to(event.position())

    def enterEvent(self, event: QEnterEvent) -> None:
        """As when it moves there."""
        self._point_to(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Point at none."""
        if not self.hasFocus():
            self._point(-1)

    def _point_to(self, place: QPointF) -> None:
        self._point(next((index for index in range(self._count()) if self.tile_box(index).contains(place)), -1))

    def _point(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self.pointed.emit(index)
            self.update()
