"""The settings in use: changed at once, then written."""

from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from ribdown.core.errors import UserError
from ribdown.core.settings import Settings


class SettingsStore(Protocol):
    """Where settings are kept."""

    def save(self, settings: Settings) -> None:
        """Write them. Raises UserError."""
        ...


class Preferences(QObject):
    """`changed` follows every change; `not_kept` carries the UserError where a change could not be written."""

    changed = Signal()
    not_kept = Signal(object)

    def __init__(self, settings: Settings, store: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._store = store

    def change(self, **values: Any) -> None:
        """Use these values from now on, by the names of Settings."""
        wanted = self.settings._replace(**values)
        if wanted == self.settings:
            return
        self.settings = wanted
        self.changed.emit()
        try:
            self._store.save(self.settings)
        except UserError as error:
            self.not_kept.emit(error)
