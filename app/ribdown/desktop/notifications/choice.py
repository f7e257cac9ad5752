"""The one place that chooses what shows notifications."""

import sys

from PySide6.QtCore import QObject

from ribdown.desktop.bus.bus import Bus
from ribdown.desktop.notifications.fdo_notifier import FdoNotifier
from ribdown.desktop.notifications.notifier import NoNotifier, Notifier
from ribdown.desktop.notifications.tray_notifier import TrayNotifier
from ribdown.desktop.tray.tray import Tray


def choose_notifier(
    bus: Bus, tray: Tray, application: str, title: str, parent: QObject | None = None, platform: str = sys.platform
) -> Notifier:
    """On Linux never the tray's message: without a tray it is lost in silence, and on GNOME with one, too.

    `application` is the name of the installed .desktop file, `title` the program's name as it is shown.
    """
    if platform == "linux":
        return FdoNotifier(bus, application, title, parent)
    if platform in ("win32", "darwin"):
        return TrayNotifier(tray, parent)
    return NoNotifier()
