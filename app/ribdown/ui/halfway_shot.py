"""Saves a picture of the window in the middle of a session."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ribdown.ui.session_player import SessionPlayer


class HalfwayShot(QObject):
    """Writes a PNG file once, when half of the session is over."""

    def __init__(self, window: QWidget, player: SessionPlayer, path: str) -> None:
        super().__init__(player)
        self._window = window
        self._player = player
        self._path = path
        player.moved.connect(self._look)

    def _look(self) -> None:
        session = self._player.session
        if session.remaining <= session.timeline.planned_seconds / 2:
            self._player.moved.disconnect(self._look)
            self._window.grab().save(self._path)
