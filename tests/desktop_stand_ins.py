"""What a desktop offers for nudges, played by a test: each part says what the real one says, and as late."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer

from ribdown.desktop.notifications.notifier import Channel, ChannelKind, Closed, Notification, NotifierEvents
from ribdown.desktop.presence.presence import Presence, PresenceEvents
from ribdown.desktop.tray.tray import SEPARATOR, MenuItem, TrayEvents


class StandInNotifier:
    """A notification service. `shows` is whether it can show anything."""

    channel = Channel(ChannelKind.SERVICE, "stand-in", has_actions=True)

    def __init__(self) -> None:
        self.events = NotifierEvents()
        self.shows = True
        self.shown: Notification | None = None
        self.notified: list[str] = []

    def probe(self) -> None:
        self.events.changed.emit()

    def notify(self, notification: Notification) -> None:
        self.shown = notification
        self.notified.append(notification.key)
        QTimer.singleShot(0, self.events, lambda: self._bring(notification))

    def withdraw(self) -> None:
        self.shown = None

    def is_shown(self) -> bool:
        """Whether anything is."""
        return self.shown is not None

    def press(self, action: str) -> None:
        """The person answers what is shown."""
        notification, self.shown = self.shown, None
        assert notification is not None, "nothing is shown"
        assert action in [one.key for one in notification.actions]
        self.events.answered.emit(notification.key, action)

    def end(self, why: Closed) -> None:
        """What is shown goes without an answer."""
        notification, self.shown = self.shown, None
        assert notification is not None, "nothing is shown"
        self.events.closed.emit(notification.key, why)

    def _bring(self, notification: Notification) -> None:
        if self.shown is notification:
            if not self.shows:
                self.shown = None
            (self.events.delivered if self.shows else self.events.failed).emit(notification.key)


class StandInPresence:
    """Knows what the test says."""

    def __init__(self) -> None:
        self.events = PresenceEvents()
        self.known = Presence(idle_seconds=3)
        self.asked = 0

    def ask(self, answer: Callable[[Presence], None]) -> None:
        self.asked += 1
        QTimer.singleShot(0, self.events, lambda: answer(self.known))


class StandInTray:
    """A tray icon, with or without a place for it."""

    def __init__(self) -> None:
        self.events = TrayEvents()
        self.available = True
        self.shown = False
        self.tip = ""
        self.items: list[MenuItem] = []

    def show(self, tip: str, items: Sequence[MenuItem]) -> None:
        self.shown, self.tip, self.items = True, tip, list(items)

    def hide(self) -> None:
        self.shown = False

    def say(self, title: str, text: str) -> None:
        raise AssertionError("nudges do not come as messages of the tray here")

    def labels(self) -> list[str]:
        """The menu's lines."""
        return ["-" if item == SEPARATOR else item.label for item in self.items]

    def choose(self, label: str) -> None:
        """The person chooses a line."""
        (key,) = [item.key for item in self.items if item.label == label and item.key]
        self.events.chosen.emit(key)

    def move(self, *, available: bool) -> None:
        """The panel comes, or goes."""
        self.available = available
        self.events.changed.emit()
