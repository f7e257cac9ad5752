"""How many frames a session shows: fewer on battery."""

from PySide6.QtCore import QObject, QTimer

from ribdown.desktop.power.power import Power
from ribdown.ui.long_task import LongTask
from ribdown.ui.session_player import FRAME_MS, SessionPlayer

BATTERY_MS = 50
_FIRST_MS = 1_000  # the session's first second has enough to do
_AGAIN_MS = 30_000


class FramePace(QObject):
    """Asks where the power comes from while the session runs, on a worker: a battery may answer late, and a frame must
    not wait for it. Belongs to `player`."""

    def __init__(self, player: SessionPlayer, power: Power) -> None:
        super().__init__(player)
        self._player = player
        self._power = power
        self._task = LongTask(self)
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._ask)
        player.runs_changed.connect(self._follow)
        player.ended.connect(self._task.close)

    def _follow(self, runs: bool) -> None:
        if runs:
            self._next.start(_FIRST_MS)
        else:
            self._next.stop()

    def _ask(self) -> None:
        self._task.run(lambda _: self._power.on_battery(), self._take)

    def _take(self, on_battery: bool) -> None:
        self._player.set_frame_ms(BATTERY_MS if on_battery else FRAME_MS)
        if self._player.running:
            self._next.start(_AGAIN_MS)
