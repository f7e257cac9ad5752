"""A button that opens the list of exercises to put in."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ribdown.ui.look import Look
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.menu import Menu


class ExerciseChoice(Button):
    """`chosen` carries an exercise's id; `heading` says above the exercises what they are for."""

    chosen = Signal(str)

    def __init__(self, text: str, look: Look, kind: ButtonKind, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(text, look, kind, "", 40, 15, parent)
        self._heading = heading
        self._offers: tuple[tuple[str, str], ...] = ()
        self.clicked.connect(lambda: self.menu_of().popup(self.mapToGlobal(QPoint(0, self.height()))))

    def offer(self, offers: Sequence[tuple[str, str]]) -> None:
        """Offer these exercises, by id and title. They are found by their titles."""
        self._offers = tuple(sorted(offers, key=lambda offer: offer[1].casefold()))

    def menu_of(self) -> Menu:
        """The exercises. It goes when it is closed."""
        menu = Menu(self._look, self)
        menu.add_heading(self._heading)
        for id, title in self._offers:
            action = QAction(title, menu)
            action.triggered.connect(lambda _=False, id=id: self.chosen.emit(id))
            menu.addAction(action)
        return menu
