"""What the window's banner leads to: the folder with the data, and a session that was not kept or deleted."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from ribdown.core.history import SessionRecord
from ribdown.ui.past_sessions import PastSessions
from ribdown.ui.translation import translate
from ribdown.ui.widgets.banner import Banner


class BannerDesk(QObject):
    """Does what is pressed on the banner, and ends its offer where that is done with."""

    def __init__(self, banner: Banner, past: PastSessions, data_folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._banner = banner
        self._past = past
        self._data_folder = data_folder
        banner.folder_asked.connect(self._open_folder)
        banner.undo_asked.connect(past.bring_back)
        past.changed.connect(banner.end_offer)
        past.problem.connect(lambda error: banner.warn(error, folder=True))

    def offer_undo(self, record: SessionRecord) -> None:
        """A session is not kept: offer to keep it after all."""
        self._past.remember(record)
        self._banner.offer_undo(translate("words", "This session is not kept."))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data_folder)))
