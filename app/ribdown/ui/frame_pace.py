"""How many frames a session shows: fewer on battery."""

from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, QTimer

from ribdown.desktop.power.power import Power
from ribdown.ui.session_player import FRAME_MS, SessionPlayer

BATTERY_MS = 50
_FIRST_MS = 1_000  # the session's first second has enough to do
_ANSWER_MS = 200
_AGAIN_MS = 30_000


class FramePace(QObject):
    """Asks where the power comes from while the session runs, on a thread that nobody waits for: a battery may answer
    late or never, and neither a frame nor the session's end must wait for it. Belongs to `player`."""

    def __init__(self, player: SessionPlayer, power: Power) -> None:
        super().__init__(player)
        self._player = player
        self._power = power
        self._asked: SimpleQueue[bool] | None = None
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._look)
        player.runs_changed.connect(self._follow)

    def _follow(self, runs: bool) -> None:
        if runs:
            self._next.start(_FIRST_MS)
        else:
            self._next.stop()

    def _look(self) -> None:
        if self._asked is None:
            self._asked = asked = SimpleQueue[bool]()
            power = self._power
            Thread(target=lambda: asked.put(power.on_battery()), daemon=True).start()
        elif not self._asked.empty():
            self._player.set_frame_ms(BATTERY_MS if self._asked.get() else FRAME_MS)
            self._asked = None
        self._next.start(_AGAIN_MS if self._asked is None else _ANSWER_MS)
