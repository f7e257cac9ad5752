"""The window: the rail, a banner, and the page that is shown. A session has it to itself."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ribdown.ui.look import Look, colour
from ribdown.ui.translation import translate

if TYPE_CHECKING:
    from ribdown.ui.widgets.banner import Banner
    from ribdown.ui.widgets.nav_rail import NavRail
    from ribdown.ui.widgets.question import Question

MINIMUM = QSize(760, 560)


class MainWindow(QWidget):
    """Emits what the person asks for; knows no session and no history. `first_painted` follows its first paint, once:
    what is not needed for that is made then."""

    first_painted = Signal()
    page_asked = Signal(str)
    closing = Signal(QCloseEvent)
    quit_asked = Signal()
    minimised = Signal()
    covered = Signal()

    def __init__(self, look: Look, size: tuple[int, int]) -> None:
        super().__init__()
        self._look = look
        self._dressed: list[NavRail | Banner | Question] = []
        self._stack = QStackedWidget()
        self._passing: QWidget | None = None
        self._painted = False
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addLayout(self._column, 1)
        self.setWindowTitle("Ribdown")
        self.setMinimumSize(MINIMUM)
        self.resize(*size)

    # The first paint is the ground alone: what is on it is made when it is first needed.
    @cached_property
    def _rail(self) -> "NavRail":
        from PySide6.QtGui import QKeySequence, QShortcut

        from ribdown.ui.widgets.nav_rail import NavRail

        pages = {
            "today": (translate("words", "Today"), "today"),
            "exercises": (translate("words", "Exercises"), "exercises"),
            "routines": (translate("words", "Routines"), "routines"),
            "history": (translate("words", "History"), "history"),
            "self-test": (translate("words", "Self-test"), "self-test"),
            "settings": (translate("words", "Settings"), "settings"),
        }
        rail = NavRail(pages, self._look)
        self._dressed.append(rail)
        self._row.insertWidget(0, rail)
        rail.page_chosen.connect(self.page_asked)
        for index, name in enumerate(pages, 1):  # a page has the number of its place
            QShortcut(QKeySequence(f"Ctrl+{index}"), self).activated.connect(lambda name=name: self._ask_page(name))
        QShortcut(QKeySequence("Ctrl+Q"), self, autoRepeat=False).activated.connect(self.quit_asked)
        for key in ("F1", "?"):
            QShortcut(QKeySequence(key), self, autoRepeat=False).activated.connect(self.show_keys)
        return rail

    @cached_property
    def banner(self) -> "Banner":
        """What is said over the page."""
        from ribdown.ui.widgets.banner import Banner

        rail = self._rail  # Tab goes through it first
        banner = Banner(self._look)
        self._dressed.append(banner)
        self._column.insertWidget(0, banner)
        QWidget.setTabOrder(rail, banner)
        return banner

    @cached_property
    def _keys(self) -> "Question":
        from ribdown.ui.widgets.question import Question

        keys = Question(self._look, self)
        self._dressed.append(keys)
        return keys

    def set_look(self, look: Look) -> None:
        """Paint with another look. The pages are their owners' to dress."""
        self._look = look
        for part in self._dressed:
            part.set_look(look)
        self.update()

    def show_page(self, page: QWidget, name: str) -> None:
        """Show one of the rail's pages, by its name there."""
        self._rail.show()
        self._rail.show_page(name)
        self._show(page)

    def show_note(self, title: str, large: str, small: str) -> None:
        """Say at the rail's foot when the next nudge comes."""
        self._rail.show_note(title, large, small)

    def show_alone(self, page: QWidget) -> None:
        """Show a page that has the window to itself; it goes when another is shown."""
        self._rail.hide()
        self._show(page)
        self._passing = page

    def _show(self, page: QWidget) -> None:
        passed, self._passing = self._passing, None
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if passed is not None and passed is not page:
            self._stack.removeWidget(passed)
            passed.deleteLater()

    def shown_page(self) -> QWidget | None:
        """The page that is shown; None before there is one."""
        return self._stack.currentWidget()

    def shows(self, page: QWidget) -> bool:
        """Whether this page is the one that is shown."""
        return self._stack.currentWidget() is page

    def show_keys(self) -> None:
        """List the keys."""
        from ribdown.ui import words
        from ribdown.ui.widgets.button import ButtonKind

        rows = "\n".join(f"{key}: {meaning}" for key, meaning in words.key_list())
        close = (translate("words", "Close"), "check", ButtonKind.PRIMARY, lambda: None)
        self.covered.emit()
        self._keys.ask(translate("words", "Keys"), rows, (close,))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(event.rect(), colour(self._look.theme.bg))
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the list of keys over the whole window."""
        if "_keys" in vars(self):
            self._keys.cover_host()

    def changeEvent(self, event: QEvent) -> None:
        """Say that the window was minimised."""
        if event.type() is QEvent.Type.WindowStateChange and self.isMinimized():
            self.minimised.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so before the window goes; who hears it may ignore the event."""
        self.closing.emit(event)

    def _ask_page(self, name: str) -> None:
        if self._rail.isVisible():
            self.page_asked.emit(name)
