"""Composes the app: nothing imports this module but the command line and the self-test."""

import os
import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ribdown import __version__
from ribdown.core.binding import unsound_binding
from ribdown.core.errors import UserError
from ribdown.core.start_request import StartRequest
from ribdown.desktop.keep_awake import WakepyKeepAwake
from ribdown.infra.library import load_library
from ribdown.infra.opening import open_history
from ribdown.infra.paths import SETTINGS
from ribdown.infra.settings_file import SettingsFile
from ribdown.infra.system_clock import SystemClock
from ribdown.infra.themes import load_theme
from ribdown.ui.appearance import Appearance
from ribdown.ui.application import Application, Services
from ribdown.ui.preferences import Preferences

# Qt aborts the process where it finds none of these.
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run_window(data_folder: Path, start: StartRequest | None) -> int:
    """Open the window, with a session at once where one is asked for. Returns the exit code."""
    app = qt_application()
    application = compose(app, data_folder)
    application.window.show()
    if start is not None:
        application.start(start)
    return app.exec()


def qt_application() -> QApplication:
    """The Qt application. Raises UserError where this PySide6 would abort the interpreter."""
    if unsound_binding(sys.version_info[:2], PySide6.__version__):
        raise UserError(
            f"PySide6 {PySide6.__version__} aborts Python {sys.version_info[0]}.{sys.version_info[1]} after a while.",
            "Install PySide6 6.11.3, or use Python 3.12 or newer.",
        )
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _DISPLAYS):
        raise UserError("There is no display.", "Start Ribdown in a desktop session, or set DISPLAY.")
    QCoreApplication.setApplicationName("Ribdown")
    QCoreApplication.setApplicationVersion(__version__)
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setDesktopFileName("ribdown")
    return app


def compose(app: QApplication, data_folder: Path) -> Application:
    """The window and what it stands on. What can't be used is said in the window's banner."""
    clock = SystemClock()
    store = SettingsFile(data_folder / SETTINGS)
    settings, settings_notices = store.load()
    history, history_notice = open_history(data_folder, clock.local_time().date())
    services = Services(clock, load_library(data_folder), history, WakepyKeepAwake(), data_folder)
    themes = {name: load_theme(name) for name in ("light", "dark")}
    application = Application(services, Appearance(app, themes, settings), Preferences(settings, store), app)
    for notice in settings_notices:
        application.window.banner.warn(UserError(notice))
    if history_notice is not None:
        application.window.banner.warn(history_notice, folder=True)
    return application
