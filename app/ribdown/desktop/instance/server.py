"""The socket of the Ribdown that runs: brings it what later ones ask for."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ribdown.desktop.instance.message import MOST_BYTES, Request, line_of, read_request

_REQUEST_MS = 2000

Handler = Callable[[Request], Mapping[str, Any]]


class InstanceServer(QObject):
    """Listens at `name`, where the one before may have left its socket; only who holds the lock may do that. `handle`
    is called with each request of a later one, and returns the reply at once."""

    def __init__(self, name: str, handle: Handler, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handle = handle
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        QLocalServer.removeServer(name)  # one that was killed leaves its socket there
        self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Visit(socket, self._handle)


class _Visit(QObject):
    """One connection: a request, a reply, and the end."""

    def __init__(self, socket: QLocalSocket, handle: Handler) -> None:
        super().__init__(socket)
        self._socket = socket
        self._handle = handle
        socket.setReadBufferSize(MOST_BYTES)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)
        QTimer.singleShot(_REQUEST_MS, self, socket.abort)
        self._read()

    def _read(self) -> None:
        socket = self._socket
        if not socket.canReadLine():
            if socket.bytesAvailable() >= MOST_BYTES:
                socket.abort()
            return
        socket.readyRead.disconnect(self._read)
        request = read_request(bytes(socket.readLine().data()))
        # While this one was busy, the other may have given up and said so: then nothing is done any more.
        socket.waitForReadyRead(0)
        if socket.state() is not QLocalSocket.LocalSocketState.ConnectedState:
            return
        reply = {"understood": False} if request is None else {"understood": True, **self._handle(request)}
        socket.write(line_of(reply))
        socket.disconnectFromServer()
