"""The first start: shown until the safety text has been read, and again where it is asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ribdown.core.start_request import StartRequest
from ribdown.ui.appearance import Appearance
from ribdown.ui.look import Look
from ribdown.ui.main_window import MainWindow
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.translation import translate

if TYPE_CHECKING:  # who has read the text does not wait for it
    from ribdown.ui.first_start_desk import FirstStartDesk
    from ribdown.ui.nudges.nudge_check import NudgeCheck


class FirstStart(QObject):
    """`through` follows the last step, with the StartRequest that waited for it or None; `left` asks for the page that
    led here."""

    through = Signal(object)
    left = Signal()

    def __init__(
        self, window: MainWindow, services: Services, appearance: Appearance, preferences: Preferences, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._services = services
        self._appearance = appearance
        self._preferences = preferences
        self._check: NudgeCheck | None = None
        self._desk: FirstStartDesk | None = None
        self._waiting: StartRequest | None = None

    @property
    def needed(self) -> bool:
        """Whether nothing else may come before it."""
        return not self._preferences.settings.safety_read

    def attend(self, check: "NudgeCheck") -> None:
        """Whether Ribdown starts with the desktop can be said from now on."""
        self._check = check
        if self._desk is not None:
            self._desk.attend(check)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        if self._desk is not None:
            self._desk.page.set_look(look)

    def show(self, origin: str = "") -> None:
        """Show the first step, unless one is shown already. `origin` is what the page that led here is called."""
        if self._desk is not None:
            return
        from ribdown.ui.first_start_desk import FirstStartDesk

        self._desk = desk = FirstStartDesk(self._appearance.look, self._services, self._preferences, self)
        desk.through.connect(self._end)
        desk.left.connect(self._leave)
        desk.page.lead_back(origin)
        if self._check is not None:
            desk.attend(self._check)
        self._window.setWindowTitle("Ribdown · " + translate("words", "First start"))
        self._window.show_alone(desk.page)
        desk.page.take_focus()

    def wait(self, request: StartRequest, title: str) -> None:
        """A session is to start after it, by its title."""
        self.show()
        self._waiting = request
        if self._desk is not None:
            self._desk.page.show_waiting(title)

    def close(self) -> None:
        """Another page takes its place."""
        self._waiting = None
        if self._desk is not None:
            self._desk.deleteLater()
            self._desk = None
            self._window.setWindowTitle("Ribdown")

    def _end(self) -> None:
        request = self._waiting
        self.close()
        self.through.emit(request)

    def _leave(self) -> None:
        self.close()
        self.left.emit()
