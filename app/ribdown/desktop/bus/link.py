"""One connection to a bus: a socket that Qt's event loop watches. No thread, and no wake-up while nothing is said."""

from itertools import count
from socket import AF_UNIX, SOCK_STREAM, socket

from jeepney import HeaderFields, Message, MessageType, Parser
from jeepney.auth import BEGIN, Authenticator
from jeepney.bus_messages import message_bus
from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

_CONTACT_MS = 5000
_CHUNK = 65_536


class Link(QObject):
    """`opened` comes when the bus has said who we are, `received` with each message after that, `lost` at the end.

    It never connects again: that is what another link is for.
    """

    opened = Signal()
    received = Signal(object)
    lost = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._serials = count(1)
        self._sign_in = Authenticator()
        self._parser = Parser()
        self._outgoing = b""
        self._open = False
        self._hello = 0
        self._socket = socket(AF_UNIX, SOCK_STREAM)
        self._socket.settimeout(0)
        self._can_read = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._can_write = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Write, self)
        self._can_read.setEnabled(False)
        self._can_write.setEnabled(False)
        self._can_read.activated.connect(self._read)
        self._can_write.activated.connect(self._flush)
        self._contact = QTimer(self, singleShot=True, interval=_CONTACT_MS)
        self._contact.timeout.connect(self._lose)

    def connect_to(self, address: str) -> bool:
        """Start to connect. Returns whether something listens there."""
        try:
            self._socket.connect(address)
        except OSError:  # also where its queue is full: then it hangs
            self._socket.close()
            return False
        self._can_read.setEnabled(True)
        self._contact.start()
        self._write(self._sign_in.data_to_send() or b"")
        return True

    def send(self, message: Message) -> int:
        """Send a message. Returns its serial number, which its reply names."""
        serial = next(self._serials)
        self._write(message.serialise(serial))
        return serial

    def close(self) -> None:
        """End it; `lost` is not said."""
        self._contact.stop()
        for notifier in (self._can_read, self._can_write):
            notifier.setEnabled(False)
        self._socket.close()

    def _lose(self) -> None:
        self.close()
        self.lost.emit()

    def _write(self, data: bytes) -> None:
        self._outgoing += data
        self._flush()

    def _flush(self) -> None:
        try:
            self._outgoing = self._outgoing[self._socket.send(self._outgoing) :]
        except BlockingIOError:
            pass
        except OSError:  # reading says that it has gone, when nobody is in the middle of a call
            self._outgoing = b""
        self._can_write.setEnabled(bool(self._outgoing))

    def _read(self) -> None:
        try:
            data = self._socket.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._lose()
        elif self._sign_in.authenticated:
            self._parser.add_data(data)
            while (message := self._parser.get_next_message()) is not None:
                self._take(message)
        else:
            self._go_on_signing_in(data)

    def _go_on_signing_in(self, data: bytes) -> None:
        try:
            self._sign_in.feed(data)
        except ValueError:  # this bus does not want us
            self._lose()
            return
        if self._sign_in.authenticated:
            self._write(BEGIN)
            self._hello = self.send(message_bus.Hello())

    def _take(self, message: Message) -> None:
        if self._open:
            self.received.emit(message)
        elif message.header.fields.get(HeaderFields.reply_serial) == self._hello:
            if message.header.message_type is MessageType.method_return:
                self._open = True
                self._contact.stop()
                self.opened.emit()
            else:
                self._lose()
