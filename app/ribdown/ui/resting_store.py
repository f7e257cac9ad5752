"""Between the settings in use and their file: a drag of a slider is not written at every step."""

from PySide6.QtCore import QObject, QTimer, Signal

from ribdown.core.errors import UserError
from ribdown.core.settings import Settings
from ribdown.ui.preferences import SettingsStore

_REST_MS = 400


class RestingStore(QObject):
    """Writes a change at once, and of those that follow quickly the last, when they rest. `failed` carries the
    UserError of one that was to be written later."""

    failed = Signal(object)

    def __init__(self, store: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._waiting: Settings | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.write)

    def save(self, settings: Settings) -> None:
        """Write these, now or when nothing has changed for a moment. Raises UserError."""
        soon = self._rest.isActive()
        self._rest.start()
        self._waiting = settings if soon else None
        if not soon:
            self._store.save(settings)

    def write(self) -> None:
        """Write now what still waits."""
        self._rest.stop()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            try:
                self._store.save(waiting)
            except UserError as error:
                self.failed.emit(error)
