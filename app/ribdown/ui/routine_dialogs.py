"""Asks for the file that a routine comes from or goes to."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ribdown.ui.documents_folder import documents_folder
from ribdown.ui.translation import translate

_SUFFIX = ".toml"


class RoutineDialogs:
    """The desktop's own dialogs, over `parent`."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def to_open(self) -> Path | None:
        """The file to import; None where the person thinks better of it."""
        title = translate("words", "Import a routine")
        name, _ = QFileDialog.getOpenFileName(self._parent, title, str(documents_folder()), self._kinds())
        return Path(name) if name else None

    def to_save(self, id: str) -> Path | None:
        """The file to write a routine of this id to; None where the person thinks better of it."""
        title = translate("words", "Export the routine")
        file = documents_folder() / f"{id}{_SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(self._parent, title, str(file), self._kinds())
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_name(f"{path.name}{_SUFFIX}")

    def _kinds(self) -> str:
        return translate("words", "Routines") + f" (*{_SUFFIX})"
