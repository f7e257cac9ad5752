"""The button that takes another routine instead."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.pages.start_view import RoutineView
from ribdown.ui.translation import translate
from ribdown.ui.widgets.menu import Menu
from ribdown.ui.widgets.menu_button import MenuButton


class RoutineChoice(MenuButton):
    """`chosen` carries a routine's id."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(translate("words", "Another routine"), look, height=32, parent=parent)
        self._choices: tuple[RoutineView, ...] = ()
        self._shown = ""
        self.clicked.connect(lambda: self.menu_of().popup(self.mapToGlobal(QPoint(0, self.height()))))

    def show_choices(self, choices: Sequence[RoutineView], shown: str) -> None:
        """Offer these; `shown` is the id of the one that is shown now."""
        self._choices, self._shown = tuple(choices), shown
        self.setVisible(len(choices) > 1)

    def menu_of(self) -> Menu:
        """The routines with their lengths. It goes when it is closed."""
        menu = Menu(self._look, self)
        group = QActionGroup(menu)
        for routine in self._choices:
            text = f"{routine.title}, {words.duration(routine.seconds)}"
            action = QAction(text, group, checkable=True, checked=routine.id == self._shown)
            action.triggered.connect(lambda _=False, id=routine.id: self.chosen.emit(id))
            menu.addAction(action)
        return menu
