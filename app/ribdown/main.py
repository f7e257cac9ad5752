"""Composes the app: nothing imports this module but the command line and the self-test."""

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from ribdown import __version__
from ribdown.core.binding import unsound_binding
from ribdown.core.errors import UserError
from ribdown.core.settings import BackgroundChoice
from ribdown.desktop.instance.contact import Contact
from ribdown.desktop.instance.message import Request
from ribdown.desktop.instance.place import instance_place
from ribdown.desktop.instance.single_instance import SingleInstance
from ribdown.infra.paths import SETTINGS
from ribdown.infra.paths import data_folder as usual_data_folder
from ribdown.infra.settings_file import SettingsFile
from ribdown.infra.themes import load_theme
from ribdown.ui.appearance import Appearance
from ribdown.ui.main_window import MainWindow
from ribdown.ui.preferences import Preferences
from ribdown.ui.resting_store import RestingStore
from ribdown.ui.translation import translate

if TYPE_CHECKING:
    from ribdown.core.history import HistoryError
    from ribdown.core.settings import Settings
    from ribdown.core.start_request import StartRequest
    from ribdown.ui.application import Application
    from ribdown.ui.services import Services
    from ribdown.ui.session_sound import Voices

_QUIET_MS = 2000  # after the start
# Qt aborts the process where it finds none of these.
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run_window(data_folder: Path, start: "StartRequest | None", *, background: bool = False) -> int:
    """Open the window, with a session at once where one is asked for; with `background` there is none until it is
    asked for. Where a Ribdown runs on this data folder already, it is told what is wanted. Returns the exit code.

    Raises UserError where there is nothing to show it on, where a session that was asked for is not kept, and where
    the one that runs can't do what is wanted.
    """
    if start is not None and start.screenshot and not Path(start.screenshot).absolute().parent.is_dir():
        raise UserError(f"There is no folder for {start.screenshot}.", "Make it first, or name another file.")
    app = qt_application()
    instance = SingleInstance(instance_place(data_folder))
    other = instance.claim(Request("status") if background else _wanted(start))
    if other is not None:
        return _handed_over(other, start)
    opening = Opening(app, data_folder)
    sys.excepthook = opening.say_bug
    if background:
        opening.refuse_to_do_nothing()
        opening.furnish()
        opening.stay(instance)
    elif start is None:
        opening.window.first_painted.connect(opening.furnish)
        opening.window.first_painted.connect(lambda: QTimer.singleShot(0, lambda: opening.stay(instance)))
        QTimer.singleShot(_QUIET_MS, opening.prepare)
    else:
        opening.furnish().start(start)
        if start.speed == 1 and not start.exit:
            opening.stay(instance)
        else:  # a rehearsal is nobody's day
            instance.serve(opening.answer_alone)
    if not background:
        opening.window.show()
    code = app.exec()
    unsaved = opening.close()
    instance.close()
    if start is not None and unsaved is not None:
        raise unsaved
    return code


def _wanted(start: "StartRequest | None") -> Request:
    """What a Ribdown that runs is asked for in place of a window of our own."""
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    if start is None:
        return Request("show", token=token)
    values = {"routine": start.routine, "side": start.side.value, "speed": start.speed}
    return Request("start" if not (start.exit or start.screenshot) else "status", values, token)


def _handed_over(other: Contact, start: "StartRequest | None") -> int:
    from ribdown.remote import reply_of

    reply_of(other)
    if start is not None and (start.exit or start.screenshot):
        raise UserError("Ribdown runs already.", "Quit it first, or leave --exit and --screenshot out.")
    return 0


def qt_application() -> QApplication:
    """The Qt application. Raises UserError where this PySide6 would abort the interpreter."""
    if unsound_binding(sys.version_info[:2], PySide6.__version__):
        raise UserError(
            f"PySide6 {PySide6.__version__} aborts Python {sys.version_info[0]}.{sys.version_info[1]} after a while.",
            "Install PySide6 6.11.3, or use Python 3.12 or newer.",
        )
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _DISPLAYS):
        raise UserError("There is no display.", "Start Ribdown in a desktop session, or set DISPLAY.")
    # Nothing here multiplies matrices: numpy's threads for that would only spin, for a third of a second at its import.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    QCoreApplication.setApplicationName("Ribdown")
    QCoreApplication.setApplicationVersion(__version__)
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setDesktopFileName("ribdown")
    return app


class Opening:
    """The window, painted with as little as it takes, and then what stands in it."""

    def __init__(self, app: QApplication, data_folder: Path) -> None:
        self._app = app
        self._data_folder = data_folder
        self._closing = ExitStack()
        self._application: Application | None = None
        self._services: Services | None = None
        file = SettingsFile(data_folder / SETTINGS)
        settings, self._notices = file.load()
        self._store = RestingStore(file, app)
        self._preferences = Preferences(settings, self._store, app)
        self._store.failed.connect(self._preferences.not_kept)
        self._appearance = Appearance(app, load_theme, settings)
        self.window = MainWindow(self._appearance.look, settings.window)

    def say_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An error of ours: the details go to the terminal, and the window goes on."""
        sys.__excepthook__(kind, error, trace)
        self.window.banner.warn(
            UserError(
                translate("words", "Something went wrong in Ribdown."),
                translate("words", "What was done so far is kept. Close it and start it again."),
            )
        )

    def close(self) -> "HistoryError | None":
        """Write the settings that still wait, and let go of the history. Returns why the last session is not in it as
        it stands, None where it is."""
        try:
            self._closing.close()
        finally:
            self._store.write()
        return self._application.unsaved if self._application is not None else None

    def furnish(self) -> "Application":
        """Open content and history, and show the start page. What can't be used is said in the window's banner."""
        from ribdown.desktop.keep_awake import WakepyKeepAwake
        from ribdown.desktop.picture import own_picture
        from ribdown.desktop.power.psutil_power import PsutilPower
        from ribdown.infra.library import load_library
        from ribdown.infra.opening import open_history
        from ribdown.infra.system_clock import SystemClock
        from ribdown.infra.translations import bundled_translations
        from ribdown.ui.application import Application
        from ribdown.ui.figures import Figures
        from ribdown.ui.language import use_language
        from ribdown.ui.services import Services

        # Nothing has a word before.
        if missing := use_language(self._app, self._preferences.settings.language, bundled_translations()):
            self._notices.append(missing)
        clock = SystemClock()
        history, notice = open_history(self._data_folder, clock.local_time().date())
        self._closing.callback(history.close)
        library = load_library(self._data_folder)
        services = Services(
            clock, library, history, notice, WakepyKeepAwake(), Figures(), _voices, self._data_folder, PsutilPower()
        )
        self._services = services
        for line in self._notices:
            self.window.banner.warn(UserError(line))
        self._application = Application(self.window, services, self._appearance, self._preferences)
        self.window.setWindowIcon(own_picture())
        return self._application

    def prepare(self) -> None:
        """The first click on History would wait for its modules, which are the most."""
        import ribdown.ui.history_desk  # noqa: F401

    def refuse_to_do_nothing(self) -> None:
        """Raises UserError where nobody wants anything without a window."""
        settings = self._preferences.settings
        if not settings.nudges and settings.background is not BackgroundChoice.YES:
            raise UserError("Nudges are off, so there is nothing to do without a window.", "Turn them on in Settings.")

    def answer_alone(self, request: Request) -> dict[str, str]:
        """What a Ribdown that is started later hears while a rehearsal runs."""
        if request.command != "show":
            return {"problem": "A rehearsal runs.", "next_step": "End it first."}
        self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()
        return {}

    def stay(self, instance: SingleInstance) -> None:
        """Nudge from now on, and answer a Ribdown that is started later."""
        from ribdown.desktop.autostart.choice import choose_autostart, own_command
        from ribdown.ui.nudges.desktop_nudges import desktop_nudges
        from ribdown.ui.resident import Resident

        if self._application is None or self._services is None:
            return
        desktop = desktop_nudges(self._application)
        own = self._data_folder == usual_data_folder(None)
        folder = () if own else ("--data-dir", str(self._data_folder.absolute()))
        autostart = choose_autostart(own_command(*folder, "--background"))
        resident = Resident(
            self._application, self.window, desktop, autostart, self._services, self._appearance, self._preferences
        )
        self._closing.callback(resident.close)
        instance.serve(resident.handle)


def _voices(settings: "Settings") -> "Voices":
    from ribdown.ui.voices import desktop_voices  # with the first session

    return desktop_voices(settings)
