"""Life without the window: the tray, what closing the window means, and the end."""

from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from ribdown.core.settings import BackgroundChoice
from ribdown.desktop.activation import take_over
from ribdown.desktop.tray.tray import SEPARATOR, MenuItem, Tray
from ribdown.ui.main_window import MainWindow
from ribdown.ui.nudges.nudge_view import NudgeView
from ribdown.ui.nudges.nudging import Nudging
from ribdown.ui.preferences import Preferences
from ribdown.ui.translation import translate


class Background(QObject):
    """`start_asked` asks for today's routine."""

    start_asked = Signal()

    def __init__(self, window: MainWindow, tray: Tray, nudging: Nudging, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._tray = tray
        self._nudging = nudging
        self._preferences = preferences
        self._asking = self._ending = self._said = False
        window.banner.answered.connect(self._decide)
        tray.events.chosen.connect(self._choose)
        tray.events.clicked.connect(self.show_window)
        tray.events.changed.connect(self._tray_changed)
        nudging.changed.connect(self.refresh)
        nudging.looked.connect(self.refresh)  # what is today's becomes tomorrow's
        preferences.changed.connect(self.refresh)
        # The end closes the card, as a person would; what it offers is kept for the next run.
        cast(QGuiApplication, QGuiApplication.instance()).lastWindowClosed.connect(nudging.close)
        self.refresh()

    def closes(self) -> bool:
        """The person closes the window: whether Ribdown ends with it. Otherwise the window is out of the way, or asks
        what is meant."""
        settings = self._preferences.settings
        if self._ending or not settings.nudges or settings.background is BackgroundChoice.NO:
            return True
        if settings.background is BackgroundChoice.YES:
            self._put_away()
            return False
        if self._asking and self._window.banner.isVisibleTo(self._window):  # closed once more instead of an answer
            return True
        self._asking = True
        self.show_window()  # it can be closed from the task bar while it is minimised
        self._window.banner.ask(
            translate("words", "Keep nudging when the window is closed? It can be changed in Settings."),
            translate("words", "Keep nudging"),
            translate("words", "Quit"),
        )
        return False

    def show_window(self, token: str = "") -> None:
        """Bring the window to the front. `token` is the desktop's permission, where it wants one."""
        take_over(token)
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def quit(self) -> None:
        """End Ribdown, if the window lets go of what it shows."""
        self._ending = True
        if self._window.close():
            self._nudging.close()
            QCoreApplication.quit()
        else:
            self.show_window()  # it says why
        self._ending = False

    def refresh(self) -> None:
        """Say in the tray how things stand."""
        settings = self._preferences.settings
        if not settings.nudges and settings.background is not BackgroundChoice.YES:
            self._tray.hide()
            return
        view = self._nudging.view(on=settings.nudges)
        now = _standing(view)
        pause = (
            MenuItem("resume", translate("words", "Nudge again"))
            if view.paused
            else MenuItem("pause", translate("words", "Pause for 1 h"))
        )
        items = [
            MenuItem("", now),
            SEPARATOR,
            MenuItem("now", translate("words", "Do one now")),
            pause,
            SEPARATOR,
            MenuItem("start", translate("words", "Start today’s routine")),
            MenuItem("show", translate("words", "Open Ribdown")),
            MenuItem("quit", translate("words", "Quit")),
        ]
        self._tray.show(f"Ribdown · {now}", items)

    def _choose(self, key: str) -> None:
        match key:
            case "now":
                self._nudging.start_now()
            case "pause":
                self._nudging.pause("1 h")
            case "resume":
                self._nudging.keeper.resume()
            case "start":
                self.show_window()
                self.start_asked.emit()
            case "show":
                self.show_window()
            case "quit":
                self.quit()

    def _decide(self, yes: bool) -> None:
        if not self._asking:
            return
        self._asking = False
        self._preferences.change(background=BackgroundChoice.YES if yes else BackgroundChoice.NO)
        if yes:
            self._put_away()
        else:
            self.quit()

    def _put_away(self) -> None:
        if self._tray.available:
            self._window.hide()
            return
        self._window.showMinimized()  # without a tray, a hidden window could not be found again
        if not self._said:
            self._said = True
            self._window.banner.say(
                translate("words", "There is no tray here: closing puts the window into the task bar. Ctrl+Q quits.")
            )

    def _tray_changed(self) -> None:
        # The icon was the way back.
        if not self._tray.available and not self._window.isVisible():
            self._window.showMinimized()


def _standing(view: NudgeView) -> str:
    if not view.on:
        return view.below
    if view.paused:
        return translate("words", "Nudges are paused {}").format(view.when)
    return translate("words", "Next nudge: {}").format(f"{view.when} {view.headline}".strip())
