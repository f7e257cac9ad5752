"""The head of Today: the date, where the person is, and the ways to the programme and to the safety text."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ribdown.core.programme.day import Day, Standing
from ribdown.core.programme.state import Wish
from ribdown.ui.look import Look
from ribdown.ui.pages.today_words import date_line, headline
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import ButtonKind
from ribdown.ui.widgets.menu import Menu
from ribdown.ui.widgets.menu_button import MenuButton
from ribdown.ui.widgets.text import PAGE, Text, TextStyle
from ribdown.ui.widgets.wrapping_button import WrappingButton

_DATE = TextStyle(15, ink="text2")
_GAP = 18
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class TodayHeader(QWidget):
    """`safety_asked` asks for the safety text, `wished` carries a Wish: what the person asks of the programme."""

    safety_asked = Signal()
    wished = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._standing: Standing | None = None
        self._date = Text(look, _DATE, wrap=True)
        self._title = Text(look, PAGE, wrap=True)
        self._programme = MenuButton(translate("words", "Programme"), look)
        self._programme.clicked.connect(self._open_menu)
        self.link = WrappingButton(
            translate("words", "Who should change or skip this"), look, ButtonKind.QUIET, "shield", 40, 15
        )
        self.link.clicked.connect(self.safety_asked)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._date)
        titles.addWidget(self._title)
        self._links = QBoxLayout(_ACROSS)
        self._links.setSpacing(4)
        for button in (self._programme, self.link):
            self._links.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._links.addStretch(1)
        self._row = QBoxLayout(_ACROSS, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(titles, 1)
        self._row.addLayout(self._links)
        self._row.setAlignment(self._links, Qt.AlignmentFlag.AlignBottom)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        for part in (self._date, self._title, self._programme, self.link):
            part.set_look(look)

    def show_day(self, day: Day | None, today: date) -> None:
        """Show where the person is."""
        self._standing = day.standing if day is not None else None
        self._date.set_text(date_line(day, today))
        self._title.set_text(headline(day, today))
        self._programme.setVisible(self._standing not in (None, Standing.NOT_BEGUN))

    def fit(self, width: int) -> None:
        """Put the links beside the title or below it, as this width in pixels has room for."""
        titles = max(text.fontMetrics().horizontalAdvance(text.plain) for text in (self._date, self._title))
        shown = (button for button in (self._programme, self.link) if not button.isHidden())
        links = sum(button.sizeHint().width() + self._links.spacing() for button in shown)
        narrow = width < titles + links + _GAP
        self._row.setDirection(_DOWN if narrow else _ACROSS)
        self._links.setDirection(_DOWN if links > width else _ACROSS)

    def menu(self) -> Menu:
        """What can be asked of the programme now. It goes when it is closed."""
        menu = Menu(self._look, self)
        begin = (Wish.BEGIN, translate("words", "Follow the programme"))
        pause = (Wish.PAUSE, translate("words", "Pause the programme"))
        go_on = (Wish.RESUME, translate("words", "Go on with the programme"))
        more = ((Wish.START_OVER, translate("words", "Start over")), (Wish.LEAVE, translate("words", "No programme")))
        wishes = {Standing.RUNNING: (pause, *more), Standing.PAUSED: (go_on, *more)}
        for wish, text in wishes.get(self._standing or Standing.LEFT, (begin,)):
            action = QAction(text, menu)
            action.triggered.connect(lambda _=False, wish=wish: self.wished.emit(wish))
            menu.addAction(action)
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self._programme.mapToGlobal(QPoint(0, self._programme.height())))
