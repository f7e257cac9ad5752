"""Who has a name on the bus: a service that starts, stops or is replaced is noticed without asking again."""

from PySide6.QtCore import QObject, Signal

from ribdown.desktop.bus.bus import BUS, Body, Bus, Call, Rule


class NameWatch(QObject):
    """`changed` comes as soon as the owner is known, and whenever it is another one; "" means nobody."""

    changed = Signal(str)

    def __init__(self, bus: Bus, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = bus
        self._name = name
        self._owner: str | None = None
        bus.listen(Rule(BUS, "NameOwnerChanged", "sss", name), lambda body: self._know(body[2]))
        bus.events.opened.connect(self._ask)
        bus.events.lost.connect(lambda: self._know(""))
        self._ask()

    @property
    def owner(self) -> str:
        """The connection that has the name; "" for nobody, or as long as that is not known."""
        return self._owner or ""

    def _ask(self) -> None:
        # However long a busy bus takes: with a limit, its silence would pass for "nobody".
        self._bus.call(Call(BUS, "GetNameOwner", "s", (self._name,), "s", limit_ms=None), self._hear)

    def _hear(self, body: Body | None) -> None:
        self._know("" if body is None else body[0])

    def _know(self, owner: str) -> None:
        if owner != self._owner:
            self._owner = owner
            self.changed.emit(owner)
