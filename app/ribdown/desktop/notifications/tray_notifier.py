"""Notifications as messages of the tray icon, where the desktop has no service of its own: they have no buttons, and
can't be taken back."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from ribdown.desktop.notifications.notifier import OPEN, Channel, ChannelKind, Notification, NotifierEvents
from ribdown.desktop.tray.tray import Tray


class TrayNotifier(QObject):
    """A click on the message is the answer `OPEN`."""

    def __init__(self, tray: Tray, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.events = NotifierEvents(self)
        self._tray = tray
        self._key: str | None = None
        tray.events.message_clicked.connect(self._answer)
        tray.events.changed.connect(self.events.changed)

    @property
    def channel(self) -> Channel:
        """Whether there is a tray."""
        return Channel(ChannelKind.TRAY if self._tray.available else ChannelKind.NONE)

    def probe(self) -> None:
        """The tray knows by itself."""

    def notify(self, notification: Notification) -> None:
        """Show it, where there is a tray. Whether the system lets it be seen, nobody says."""
        self._key = notification.key
        QTimer.singleShot(0, self, partial(self._show, notification))

    def withdraw(self) -> None:
        """It stays where it is, but a click means nothing any more."""
        self._key = None

    def _show(self, notification: Notification) -> None:
        if notification.key != self._key:
            return
        if self._tray.available:
            self._tray.say(notification.title, notification.text_alone)
            self.events.delivered.emit(notification.key)
        else:
            self._key = None
            self.events.failed.emit(notification.key)

    def _answer(self) -> None:
        key, self._key = self._key, None
        if key is not None:
            self.events.answered.emit(key, OPEN)
