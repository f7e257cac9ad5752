"""What there is of a notification service: org.freedesktop.Notifications, as the Desktop Notifications Specification
1.2 has it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ribdown.desktop.bus.bus import BUS, Body, Bus, Call, Service
from ribdown.desktop.bus.name_watch import NameWatch
from ribdown.desktop.notifications.notifier import Channel, ChannelKind

SERVER = Service("org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications")
START_MS = 5000  # a service that is started for it has to be loaded first


class FdoServer(QObject):
    """`gone` says that what was shown before is shown no more; `changed`, that the channel is another one."""

    gone = Signal()
    changed = Signal()

    def __init__(self, bus: Bus, parent: QObject) -> None:
        super().__init__(parent)
        self.channel = Channel(ChannelKind.NONE)
        self._bus = bus
        self._owner = ""
        self._capabilities: frozenset[str] | None = None
        NameWatch(bus, SERVER.name, self).changed.connect(self._meet)

    def probe(self) -> None:
        """Ask what it is and can do; nothing is started for that."""
        if self._owner:
            self._bus.call(Call(SERVER, "GetCapabilities", returns="as"), self._learn)
        else:
            self._bus.call(Call(BUS, "ListActivatableNames", returns="as"), self._hope)

    def with_capabilities(self, use: Callable[[frozenset[str] | None], None]) -> None:
        """Call `use` with what the service can do, which starts it where need be; with None where there is none."""
        if self._capabilities is not None:
            use(self._capabilities)
            return

        def hear(body: Body | None) -> None:
            self._learn(body)
            use(self._capabilities)

        self._bus.call(Call(SERVER, "GetCapabilities", returns="as", starts=True, limit_ms=START_MS), hear)

    def _meet(self, owner: str) -> None:
        before, self._owner = self._owner, owner
        self._capabilities = None
        if before:
            self.gone.emit()
        self.probe()

    def _hope(self, body: Body | None) -> None:
        if self._owner:  # it has come meanwhile
            return
        can_start = body is not None and SERVER.name in body[0]
        self._set(Channel(ChannelKind.SERVICE, has_actions=None) if can_start else Channel(ChannelKind.NONE))

    def _learn(self, body: Body | None) -> None:
        self._capabilities = None if body is None else frozenset(body[0])
        if self._capabilities is None:  # it has gone, or hangs: then it shows nothing
            self._set(Channel(ChannelKind.NONE))
            return
        self._bus.call(Call(SERVER, "GetServerInformation", returns="ssss"), self._hear_name)

    def _hear_name(self, body: Body | None) -> None:
        if self._capabilities is not None:
            name = "" if body is None else body[0]
            self._set(Channel(ChannelKind.SERVICE, name, has_actions="actions" in self._capabilities))

    def _set(self, channel: Channel) -> None:
        if channel != self.channel:
            self.channel = channel
            self.changed.emit()
