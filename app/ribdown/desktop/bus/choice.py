"""The one place that chooses the buses."""

import sys

from PySide6.QtCore import QObject

from ribdown.desktop.bus.bus import Bus, NoBus


def session_bus(parent: QObject | None = None) -> Bus:
    """The person's desktop."""
    if sys.platform != "linux":
        return NoBus()
    from ribdown.desktop.bus.address import session_address
    from ribdown.desktop.bus.jeepney_bus import JeepneyBus

    return JeepneyBus(session_address, parent)


def system_bus(parent: QObject | None = None) -> Bus:
    """The computer."""
    if sys.platform != "linux":
        return NoBus()
    from ribdown.desktop.bus.address import system_address
    from ribdown.desktop.bus.jeepney_bus import JeepneyBus

    return JeepneyBus(system_address, parent)
