"""Where a dialog for files opens."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents_folder() -> Path:
    """The person's documents, or their home where that folder is not there: a dialog would take its name for a file's,
    or open wherever the app was started."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()
