"""Notifications by the desktop's own service, on one lasting connection: GNOME tells answers only to the connection
that asked, and takes the notification away when that connection leaves."""

from dataclasses import dataclass
from functools import cached_property, partial
from html import escape

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QImage

from ribdown.desktop.bus.bus import Body, Bus, Call, Rule
from ribdown.desktop.notifications.fdo_server import SERVER, START_MS, FdoServer
from ribdown.desktop.notifications.notifier import Channel, Closed, Notification, NotifierEvents
from ribdown.desktop.picture import own_picture

_LIMIT_MS = START_MS + 1000
_NORMAL = ("y", 1)  # a byte: as any other type, GNOME takes it for "low" and shows no banner
_AS_THE_SERVER_LIKES = -1
_PICTURE = QSize(64, 64)
_REASONS = {1: Closed.EXPIRED, 2: Closed.DISMISSED, 3: Closed.DISMISSED}  # 3: another program took it away


@dataclass(slots=True, eq=False)
class _Shown:
    """One notification on its way, or on the screen. `number` is the service's own for it; before `delivered`, that of
    the one whose place it takes, 0 for none."""

    notification: Notification
    number: int
    delivered: bool = False


class FdoNotifier(QObject):
    """`application` is the name of the installed .desktop file, without its ending."""

    def __init__(self, bus: Bus, application: str, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.events = NotifierEvents(self)
        self._bus = bus
        self._application = application
        self._title = title
        self._shown: _Shown | None = None
        self._server = FdoServer(bus, self)
        self._server.changed.connect(self.events.changed)
        self._server.gone.connect(self._lose)
        self._limit = QTimer(self, singleShot=True, interval=_LIMIT_MS)
        self._limit.timeout.connect(self._fail)
        bus.listen(Rule(SERVER, "ActionInvoked", "us"), self._answer)
        bus.listen(Rule(SERVER, "NotificationClosed", "uu"), self._close)

    @property
    def channel(self) -> Channel:
        """What the service is and can do."""
        return self._server.channel

    def probe(self) -> None:
        """Ask it again."""
        self._server.probe()

    def notify(self, notification: Notification) -> None:
        """Show it; where no answer comes, it failed, and is taken back should it appear later."""
        self._shown = shown = _Shown(notification, self._shown.number if self._shown is not None else 0)
        self._limit.start()
        self._server.with_capabilities(partial(self._send, shown))

    def withdraw(self) -> None:
        """What is on its way is taken back as soon as its number is known."""
        self._limit.stop()
        shown, self._shown = self._shown, None
        if shown is not None:
            self._take_back(shown.number)

    # -- showing

    def _send(self, shown: _Shown, capabilities: frozenset[str] | None) -> None:
        if shown is not self._shown:
            return
        if capabilities is None:
            self._fail()
            return
        words = shown.notification
        has_actions = "actions" in capabilities
        text = words.text if has_actions else words.text_alone
        if "body-markup" in capabilities:
            text = escape(text, quote=False)
        actions = [part for one in words.actions for part in (one.key, one.label)] if has_actions else []
        hints = {
            "desktop-entry": ("s", self._application),
            "urgency": _NORMAL,
            "category": ("s", f"x-{self._application}.nudge"),
            "image-data": ("(iiibiiay)", self._image),  # where the application is not installed, its name has no icon
        }
        head = (self._title, shown.number, self._application, words.title, text)
        call = Call(
            SERVER,
            "Notify",
            "susssasa{sv}i",
            (*head, actions, hints, _AS_THE_SERVER_LIKES),
            "u",
            starts=True,
            limit_ms=None,
        )
        self._bus.call(call, partial(self._sent, shown))

    @cached_property
    def _image(self) -> tuple[int, int, int, bool, int, int, bytes]:
        """Ribdown's picture as the specification has it: size, bytes a row, with alpha, bits, channels, pixels."""
        image = own_picture().pixmap(_PICTURE).toImage().convertToFormat(QImage.Format.Format_RGBA8888)
        return image.width(), image.height(), image.bytesPerLine(), True, 8, 4, bytes(image.constBits())

    def _sent(self, shown: _Shown, body: Body | None) -> None:
        if shown is not self._shown:
            if body is not None and (self._shown is None or self._shown.number != body[0]):
                self._take_back(body[0])
        elif body is None:
            self._fail()
        else:
            self._limit.stop()
            shown.number, shown.delivered = body[0], True
            self.events.delivered.emit(shown.notification.key)

    def _fail(self) -> None:
        self._limit.stop()
        shown, self._shown = self._shown, None
        if shown is not None:
            self._take_back(shown.number)
            self._server.probe()
            self.events.failed.emit(shown.notification.key)

    def _take_back(self, number: int) -> None:
        if number:
            self._bus.call(Call(SERVER, "CloseNotification", "u", (number,)), lambda _: None)

    # -- what becomes of it

    def _answer(self, body: Body) -> None:
        if (shown := self._on_screen(body)) is not None:
            self._shown = None
            self._take_back(shown.number)  # some services leave it there
            self.events.answered.emit(shown.notification.key, body[1])

    def _close(self, body: Body) -> None:
        if (shown := self._on_screen(body)) is not None:
            self._shown = None
            self.events.closed.emit(shown.notification.key, _REASONS.get(body[1], Closed.UNKNOWN))

    def _lose(self) -> None:
        if self._shown is not None and self._shown.delivered:
            shown, self._shown = self._shown, None
            self.events.closed.emit(shown.notification.key, Closed.LOST)

    def _on_screen(self, body: Body) -> _Shown | None:
        """What is on the screen, if the signal is about that; other programs' notifications are heard of, too."""
        shown = self._shown
        return shown if shown is not None and shown.delivered and shown.number == body[0] else None
