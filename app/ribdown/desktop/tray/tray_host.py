"""Whether the desktop has a place for tray icons. At log-in that often comes after the programs which start by
themselves."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from ribdown.desktop.bus.bus import Body, Bus, Rule, Service, property_of
from ribdown.desktop.bus.name_watch import NameWatch

_WATCHER = Service("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", "org.kde.StatusNotifierWatcher")


class HostEvents(QObject):
    """`changed`: it came, went, or is another one; whatever was shown by the one before is shown no more."""

    changed = Signal()


class TrayHost(Protocol):
    """The place for tray icons."""

    @property
    def there(self) -> bool:
        """Whether there is one now."""
        ...

    @property
    def events(self) -> HostEvents:
        """What happens to it."""
        ...


class FixedHost:
    """Where the system itself has a tray, as on Windows and macOS."""

    def __init__(self) -> None:
        self.events = HostEvents()
        self.there = QSystemTrayIcon.isSystemTrayAvailable()


class StatusNotifierHost(QObject):
    """A panel that shows StatusNotifierItems, and the old X11 tray where nothing on the bus knows of one.

    Qt is asked only where that can't block: it waits for an answer of the watcher.
    """

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.events = HostEvents(self)
        self.there = False
        self._bus = bus
        self._watch = NameWatch(bus, _WATCHER.name, self)
        self._watch.changed.connect(self._start_over)
        for member in ("StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"):
            bus.listen(Rule(_WATCHER, member, ""), lambda _: self._ask())

    def _start_over(self, owner: str) -> None:
        self._set(there=False)
        if owner:
            self._ask()
        else:
            self._set(there=QSystemTrayIcon.isSystemTrayAvailable())

    def _ask(self) -> None:
        # Without a limit: while somebody logs in, an answer can take long, and nobody would ask again.
        self._bus.call(property_of(_WATCHER, "IsStatusNotifierHostRegistered", limit_ms=None), self._hear)

    def _hear(self, body: Body | None) -> None:
        if self._watch.owner:
            self._set(there=body is not None and body[0] == ("b", True))

    def _set(self, *, there: bool) -> None:
        if there != self.there:
            self.there = there
            self.events.changed.emit()
