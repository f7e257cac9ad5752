"""One run of a nudge's guide: the session player in the card, from Start to the count."""

from PySide6.QtCore import QObject, QTimer, Signal

from ribdown.core.events import SessionEnded
from ribdown.core.history import HistoryError, SessionRecord, Status
from ribdown.core.recorder import Recorder
from ribdown.ui.nudges.guide_view import GuideView
from ribdown.ui.session_player import SessionPlayer
from ribdown.ui.session_sound import SessionSound

_AGAIN_MS = 10_000  # another program writes to the history; only for that long, if all is well


class Guide(QObject):
    """Kept in the history like any session, without a question afterwards. `ended` carries whether it was done to its
    end, `problem` a UserError where it could not be kept: then it is tried again until it is."""

    ended = Signal(bool)
    problem = Signal(object)

    def __init__(self, player: SessionPlayer, recorder: Recorder, sound: SessionSound | None, view: GuideView) -> None:
        super().__init__()
        player.setParent(self)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._go)
        self.player = player
        self._recorder = recorder
        self._sound = sound
        self._view = view
        player.moved.connect(self._show)
        player.block_ended.connect(self._write)
        player.paused.connect(lambda _: player.end())  # the computer slept: half a minute is not taken up again
        player.ended.connect(self._end)

    @property
    def record(self) -> SessionRecord:
        """The session as it stands."""
        return self._recorder.record()

    def start(self) -> None:
        """Begin."""
        self.player.start()
        self.player.show_frames(wanted=True)
        self._write()

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """How loud, 0–1; nothing is heard while `muted`."""
        if self._sound is not None:
            self._sound.set_volume(volume, muted=muted)

    def stop(self) -> None:
        """End it here."""
        self.player.end()

    def close(self) -> None:
        """Let go of everything. Its last tone is heard until then."""
        self.stop()
        if self._sound is not None:
            self._sound.close()
            self._sound = None
        self._go()

    def _go(self) -> None:
        if self._recorder.problem is not None:
            self._write()
        if self._recorder.problem is None:
            self.deleteLater()
        else:
            self._again.start()

    def _show(self) -> None:
        player = self.player
        self._view.show_moment(player.session, player.moment, player.before)

    def _write(self) -> None:
        known = self._recorder.problem
        self._recorder.update()
        problem: HistoryError | None = self._recorder.problem
        if problem is not None and str(problem) != str(known):
            self.problem.emit(problem)

    def _forget(self) -> None:
        try:
            self._recorder.discard()
        except HistoryError as error:  # then it is kept as a session in which nothing was done
            self.problem.emit(error)

    def _end(self, event: SessionEnded) -> None:
        if any(block.done_seconds for block in self.record.blocks):
            self._write()
        else:  # stopped while getting ready
            self._forget()
        self.ended.emit(self.record.status is Status.COMPLETED)
