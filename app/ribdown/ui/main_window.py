"""The window: the rail, a banner, and the page that is shown. A session has it to itself."""

from PySide6.QtCore import QEvent, QPoint, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ribdown.ui.look import Look, colour
from ribdown.ui.translation import translate
from ribdown.ui.widgets.banner import Banner
from ribdown.ui.widgets.button import ButtonKind
from ribdown.ui.widgets.nav_rail import NavRail
from ribdown.ui.widgets.question import Question

MINIMUM = QSize(760, 560)


class MainWindow(QWidget):
    """Emits what the person asks for; knows no session and no history. `first_painted` follows its first paint, once:
    what is not needed for that is made then."""

    first_painted = Signal()
    page_asked = Signal(str)
    view_asked = Signal(QPoint)
    closing = Signal(QCloseEvent)
    minimised = Signal()
    covered = Signal()

    def __init__(self, look: Look, size: tuple[int, int]) -> None:
        super().__init__()
        self._look = look
        pages = {
            "today": (translate("words", "Today"), "today"),
            "history": (translate("words", "History"), "history"),
        }
        self._rail = NavRail(pages, look)
        self.banner = Banner(look)
        self._stack = QStackedWidget()
        self._passing: QWidget | None = None
        self._painted = False
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
        self._keys = Question(look, self)
        self._rail.page_chosen.connect(self.page_asked)
        self._rail.view_asked.connect(self.view_asked)
        for index, name in enumerate(pages, 1):
            QShortcut(QKeySequence(f"Ctrl+{index}"), self).activated.connect(lambda name=name: self._ask_page(name))
        for key in ("F1", "?"):
            QShortcut(QKeySequence(key), self, autoRepeat=False).activated.connect(self.show_keys)
        self.setWindowTitle("Ribdown")
        self.setMinimumSize(MINIMUM)
        self.resize(*size)

    def set_look(self, look: Look) -> None:
        """Paint with another look. The pages are their owners' to dress."""
        self._look = look
        for part in (self._rail, self.banner, self._keys):
            part.set_look(look)
        self.update()

    def show_page(self, page: QWidget, name: str) -> None:
        """Show one of the rail's pages, by its name there."""
        self._rail.show()
        self._rail.show_page(name)
        self._show(page)

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
        from ribdown.ui import words  # the words of the session are not needed before

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
