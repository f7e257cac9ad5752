"""One Ribdown for each data folder: a lock decides who is first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile

from ribdown.desktop.instance.contact import PATIENCE_MS, Contact, Standing
from ribdown.desktop.instance.message import Request
from ribdown.desktop.instance.place import InstancePlace

if TYPE_CHECKING:  # half of what it costs: only where somebody is first, or is asked
    from ribdown.desktop.instance.server import Handler, InstanceServer

_START_MS = 3000  # from taking the lock to listening: in between, nobody answers
_LOCK_MS = 50


class SingleInstance:
    """Claimed before there is a window; `serve` comes when there is somebody to answer."""

    def __init__(self, place: InstancePlace) -> None:
        self._place = place
        self._lock = QLockFile(str(place.lock))
        self._lock.setStaleLockTime(0)  # a lock is stale where its process has gone, however old it is
        self._server: InstanceServer | None = None

    def claim(self, request: Request, patience_ms: int = PATIENCE_MS) -> Contact | None:
        """Be the one that runs: None. Otherwise what the one that runs answers to the request.

        Does not wait longer than some seconds.
        """
        if self._lock.tryLock(_LOCK_MS) or not self._is_taken():
            return None
        from ribdown.desktop.instance.ask import ask_instance

        limit = QDeadlineTimer(_START_MS)
        while (contact := ask_instance(self._place.server, request, patience_ms)).standing is Standing.NOBODY:
            if limit.hasExpired():
                return Contact(Standing.SILENT)
            if self._lock.tryLock(_LOCK_MS):
                return None
        return contact

    def serve(self, handle: "Handler") -> None:
        """Answer later ones from now on."""
        from ribdown.desktop.instance.server import InstanceServer

        self._server = InstanceServer(self._place.server, handle)

    def close(self) -> None:
        """Let another one be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _is_taken(self) -> bool:
        """Otherwise no lock can be made at all, on a full disk for instance: that keeps nobody from starting."""
        return self._lock.error() is QLockFile.LockError.LockFailedError
