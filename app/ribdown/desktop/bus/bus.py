"""A message bus as the adapters see it: calls that are answered, and signals that are heard. Nothing here blocks.

Bodies are tuples of plain values; a variant is a pair of its signature and its value, such as `("y", 1)`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

Body = tuple[Any, ...]
Answer = Callable[[Body | None], None]

_LIMIT_MS = 5000


class Service(NamedTuple):
    """Whom a call goes to, or a signal comes from."""

    name: str
    path: str
    interface: str


BUS = Service("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


@dataclass(frozen=True, slots=True)
class Call:
    """One question. An answer whose signature is not `returns` is none.

    `starts`: the bus may start the service for it. `limit_ms`: after that there is no answer; None waits for as long as
    the connection holds.
    """

    service: Service
    member: str
    signature: str = ""
    body: Body = ()
    returns: str = ""
    starts: bool = False
    limit_ms: int | None = _LIMIT_MS


@dataclass(frozen=True, slots=True)
class Rule:
    """A signal that is listened to. `first` is what its first argument has to be, "" for anything."""

    service: Service
    member: str
    signature: str
    first: str = ""


class BusEvents(QObject):
    """`opened`: there is a connection, for the first time or again. `lost`: it has gone; all calls were answered."""

    opened = Signal()
    lost = Signal()


class Bus(Protocol):
    """One lasting connection."""

    @property
    def events(self) -> BusEvents:
        """What happens to the connection."""
        ...

    def call(self, call: Call, answer: Answer) -> None:
        """Ask. `answer` is called once, later: with the body, or with None where no such answer came."""
        ...

    def listen(self, rule: Rule, hear: Callable[[Body], None]) -> None:
        """Have `hear` called with the body of each such signal, as long as this object lives."""
        ...

    def close(self) -> None:
        """Leave the bus for good."""
        ...


class NoBus:
    """Where there is none: no call has an answer."""

    def __init__(self) -> None:
        self.events = BusEvents()

    def call(self, call: Call, answer: Answer) -> None:
        """Answer with None."""
        QTimer.singleShot(0, lambda: answer(None))

    def listen(self, rule: Rule, hear: Callable[[Body], None]) -> None:
        """Nothing will be heard."""

    def close(self) -> None:
        """Do nothing."""


def property_of(service: Service, name: str, limit_ms: int | None = _LIMIT_MS) -> Call:
    """The call that reads a property; its answer's body is one variant."""
    properties = service._replace(interface="org.freedesktop.DBus.Properties")
    return Call(properties, "Get", "ss", (service.interface, name), "v", limit_ms=limit_ms)
