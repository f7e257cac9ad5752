"""What a notification is, and who shows it. One is shown at a time; the next takes its place."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

OPEN = "default"  # the action of a click on the notification itself, as the desktops call it


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be answered: a button, or the click on the notification itself (`OPEN`)."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Notification:
    """`key` is the caller's own name for it. `text_alone` is shown instead of `text` where nothing can be pressed."""

    key: str
    title: str
    text: str
    text_alone: str
    actions: tuple[Action, ...]


class Closed(StrEnum):
    """Why it is no longer shown, without an answer."""

    EXPIRED = "expired"
    DISMISSED = "dismissed"
    LOST = "lost"  # what showed it has gone
    UNKNOWN = "unknown"


class ChannelKind(StrEnum):
    """What shows notifications."""

    SERVICE = "service"  # the desktop's own notification service
    TRAY = "tray"  # the tray icon's message
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Channel:
    """What is there now. `program` is the service's own name, "" where unknown; `has_actions` is None as long as a
    service that is started when it is needed has not been."""

    kind: ChannelKind
    program: str = ""
    has_actions: bool | None = False


class NotifierEvents(QObject):
    """Each names the notification by its key. After `failed` nothing shows it, and nothing will; `answered` carries the
    action's key. A notification that was withdrawn or replaced is not heard of again. `changed` says that the channel
    is another one."""

    delivered = Signal(str)
    failed = Signal(str)
    answered = Signal(str, str)
    closed = Signal(str, Closed)
    changed = Signal()


class Notifier(Protocol):
    """Shows notifications. No call blocks; every notification ends in `delivered` or `failed`, unless it is withdrawn
    or replaced before."""

    @property
    def events(self) -> NotifierEvents:
        """What becomes of them."""
        ...

    @property
    def channel(self) -> Channel:
        """What shows them, as far as it is known by now."""
        ...

    def probe(self) -> None:
        """Find out anew what is there."""
        ...

    def notify(self, notification: Notification) -> None:
        """Show it instead of the one before."""
        ...

    def withdraw(self) -> None:
        """Take back what is shown, or about to be."""
        ...


class NoNotifier:
    """Where nothing can show them."""

    channel = Channel(ChannelKind.NONE)

    def __init__(self) -> None:
        self.events = NotifierEvents()

    def probe(self) -> None:
        """There is nothing to find."""

    def notify(self, notification: Notification) -> None:
        """Say that it failed."""
        QTimer.singleShot(0, lambda: self.events.failed.emit(notification.key))

    def withdraw(self) -> None:
        """Do nothing."""
