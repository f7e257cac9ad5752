"""The one place that chooses what shows the tray icon."""

import sys

from PySide6.QtCore import QObject

from ribdown.desktop.bus.bus import Bus
from ribdown.desktop.picture import own_picture
from ribdown.desktop.tray.qt_tray import QtTray
from ribdown.desktop.tray.tray_host import FixedHost, StatusNotifierHost


def choose_tray(bus: Bus, parent: QObject | None = None, platform: str = sys.platform) -> QtTray:
    """Needs a QApplication. On Linux, the icon follows the panel, which may come late or start anew."""
    host = StatusNotifierHost(bus, parent) if platform == "linux" else FixedHost()
    return QtTray(own_picture(mask=platform == "darwin"), host, parent)
