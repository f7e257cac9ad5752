"""Cards of one width in columns, with arrow keys from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class CardGrid(QWidget):
    """At most `most` columns. Tab stops at one card only, the one that had the keyboard last; `moved` carries a card
    that an arrow key went to."""

    moved = Signal(QWidget)

    def __init__(self, most: int, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._gap = gap
        self._narrowest = 1
        self._current: QWidget | None = None
        self.cards: tuple[QWidget, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def current(self) -> QWidget | None:
        """The card that Tab stops at; None where there is no card."""
        return self._current

    def set_narrowest(self, width: int) -> None:
        """Make no card narrower than this, in pixels, where there is room for one."""
        self._narrowest = width
        self._changed()

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these, and hide those that were shown before."""
        for card in {*self.cards} - {*cards}:
            card.hide()
        self.cards = tuple(cards)
        for card in self.cards:
            if card.parentWidget() is not self:
                card.setParent(self)
                card.installEventFilter(self)
            card.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            card.show()
        if self._current not in self.cards:
            self._current = self.cards[0] if self.cards else None
        self._stop_at(self._current)
        self._changed()

    def columns(self, width: int) -> int:
        """How many cards stand side by side at this width."""
        return max(min((width + self._gap) // (self._narrowest + self._gap), self._most), 1)

    def heightForWidth(self, width: int) -> int:
        """The rows and the gaps between them."""
        heights = [height for _, height in self._rows(width)]
        return sum(heights) + self._gap * max(len(heights) - 1, 0)

    def sizeHint(self) -> QSize:
        """All columns."""
        width = self._most * (self._narrowest + self._gap) - self._gap
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One card."""
        return QSize(self._narrowest, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards out anew."""
        self._place()

    def event(self, event: QEvent) -> bool:
        """A card that changed its size changes all."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._changed()
        return super().event(event)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """A card that has the keyboard is the one that Tab comes back to."""
        if event.type() == QEvent.Type.FocusIn:
            self._stop_at(watched)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbour, Home and End to the first and the last card."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns(self.width()),
            Qt.Key.Key_Down: self.columns(self.width()),
            Qt.Key.Key_Home: -len(self.cards),
            Qt.Key.Key_End: len(self.cards),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or self._current is None:
            super().keyPressEvent(event)
            return
        here, last = self.cards.index(self._current), len(self.cards) - 1
        there = here + step
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not 0 <= there <= last:
            # From above the last row's gap, down is its end.
            there = last if there > last and here // step < last // step else here
        card = self.cards[min(max(there, 0), last)]
        card.setFocus(Qt.FocusReason.TabFocusReason)
        self.moved.emit(card)

    def _stop_at(self, card: QWidget | None) -> None:
        if self._current is not None:
            self._current.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = card
        if card is not None:
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _changed(self) -> None:
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        top, width = 0, self._column_width(self.width())
        for cards, height in self._rows(self.width()):
            for column, card in enumerate(cards):
                left = round(column * (width + self._gap))
                card.setGeometry(left, top, round((column + 1) * (width + self._gap)) - self._gap - left, height)
            top += height + self._gap

    def _rows(self, width: int) -> list[tuple[tuple[QWidget, ...], int]]:
        columns, inside = self.columns(width), int(self._column_width(width))
        rows = [self.cards[start : start + columns] for start in range(0, len(self.cards), columns)]
        return [(row, max(card.heightForWidth(inside) for card in row)) for row in rows]

    def _column_width(self, width: int) -> float:
        columns = self.columns(width)
        return (width - self._gap * (columns - 1)) / columns
