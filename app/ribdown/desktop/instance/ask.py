"""Asking the Ribdown that runs. Blocks for as long as is said, so it belongs into what has no window yet."""

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtNetwork import QLocalSocket

from ribdown.desktop.instance.contact import PATIENCE_MS, Contact, Standing
from ribdown.desktop.instance.message import MOST_BYTES, Request, read_line, request_line


def ask_instance(server: str, request: Request, patience_ms: int = PATIENCE_MS) -> Contact:
    """Send a request to whoever listens there, and wait for the answer."""
    limit = QDeadlineTimer(patience_ms)
    socket = QLocalSocket()
    socket.connectToServer(server)
    if not socket.waitForConnected(patience_ms):
        busy = socket.error() is QLocalSocket.LocalSocketError.SocketTimeoutError
        return Contact(Standing.SILENT if busy else Standing.NOBODY)
    socket.write(request_line(request))
    while not socket.canReadLine() and socket.bytesAvailable() <= MOST_BYTES:
        if limit.hasExpired() or not socket.waitForReadyRead(max(limit.remainingTime(), 1)):
            break
    reply = read_line(bytes(socket.readLine(MOST_BYTES).data())) if socket.canReadLine() else None
    socket.abort()
    return Contact(Standing.SILENT) if reply is None else Contact(Standing.ANSWERED, reply)
