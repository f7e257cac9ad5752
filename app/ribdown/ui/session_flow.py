"""From Start to Save: plays one session, keeps its record, and asks how it went."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ribdown.core.errors import UserError
from ribdown.core.events import PauseReason
from ribdown.core.history import HistoryError, SessionRecord
from ribdown.core.recorder import Answers, Recorder
from ribdown.desktop.keep_awake import KeepAwake
from ribdown.ui.appearance import Appearance
from ribdown.ui.figures import Figures
from ribdown.ui.pages.finish_page import FinishPage
from ribdown.ui.pages.player_page import PlayerPage
from ribdown.ui.preferences import Preferences
from ribdown.ui.session_player import SessionPlayer
from ribdown.ui.session_sound import SessionSound
from ribdown.ui.sound_controls import SoundControls


class SessionFlow(QObject):
    """`page_changed` carries the page to show, `problem` a UserError on the way, `discarded` the record that was not
    kept, with its answers; `closed` follows Save or Don't keep; `settled` carries a problem that is none any more.

    With `ask` False the session is kept as it is when it ends, without a word.
    """

    page_changed = Signal(QWidget)
    problem = Signal(object)
    discarded = Signal(object)
    closed = Signal()
    settled = Signal(object)

    def __init__(
        self,
        player: SessionPlayer,
        recorder: Recorder,
        keep_awake: KeepAwake,
        figures: Figures,
        sound: SessionSound | None,
        appearance: Appearance,
        preferences: Preferences,
        *,
        title: str,
        ask: bool,
    ) -> None:
        super().__init__()
        self.player = player
        self.title = title
        self._recorder = recorder
        self._keep_awake = keep_awake
        self._figures = figures
        self._sound = sound
        self._appearance = appearance
        self._preferences = preferences
        self._ask = ask
        self._refused = self._held_back = False
        self._silence: UserError | None = None
        self._page: PlayerPage | FinishPage | None = None
        appearance.changed.connect(self._dress)
        player.setParent(self)
        player.block_ended.connect(self._write)
        player.paused.connect(self._stand)
        player.resumed.connect(self._resume)
        player.ended.connect(self._end)
        if sound is not None:
            self.closed.connect(sound.close)

    def start(self) -> None:
        """Show the player and start the session."""
        far = frozenset(self._preferences.settings.far_view)
        page = PlayerPage(self._appearance.look, self.player, self._figures, far)
        page.far_view_chosen.connect(self._remember_far_view)
        if self._sound is not None:
            SoundControls(self._sound, page, self._preferences).silence.connect(self._say_silence)
        self._show(page)
        self._keep_awake.hold()
        page.start()
        self._write()

    def stand(self) -> None:
        """Something covers the session: stand still."""
        if self.player.running:
            self.player.pause()

    def hide(self) -> None:
        """The window went out of sight: stand still."""
        if self.player.running:
            self.player.pause(PauseReason.HIDDEN)

    @property
    def record(self) -> SessionRecord:
        """The session as it stands, without what is said after it."""
        return self._recorder.record()

    @property
    def unsaved(self) -> HistoryError | None:
        """Why the session is not in the history as it stands; None where it is."""
        return self._recorder.problem

    def holds_back(self) -> bool:
        """The window is to be closed: in the middle of a session that is asked about first, once. Whether it was."""
        if self._held_back or not self._ask or not isinstance(self._page, PlayerPage):
            return False
        self._held_back = True
        self._page.ask_end()
        return True

    def leave(self) -> bool:
        """The window closes: end here and keep what was done and said. False where that fails for the first time,
        so that nothing is lost unseen."""
        if self._sound is not None:
            self._sound.close()
        if isinstance(self._page, FinishPage):
            return self._keep(self._page, self._page.answers()) or self._refused_before()
        self._ask = False
        self.player.end()
        return True

    def _refused_before(self) -> bool:
        before, self._refused = self._refused, True
        return before

    def _stand(self) -> None:
        self._keep_awake.release()
        self._write()

    def _resume(self) -> None:
        self._held_back = False
        self._keep_awake.hold()

    def _say_silence(self, error: UserError) -> None:
        self._silence = error
        self.problem.emit(error)

    def _end(self) -> None:
        self._keep_awake.release()
        if self._silence is not None:
            self.settled.emit(self._silence)
        self._write()
        if not self._ask:
            self.closed.emit()
            return
        page = FinishPage(self._appearance.look)
        page.saved.connect(lambda answers: self._save(page, answers))
        page.discarded.connect(lambda: self._discard(page))
        page.gentler_switched.connect(lambda on: self._preferences.change(gentler=on))
        self._show(page)
        session = self.player.session
        page.show_session(self._recorder.record(), session.plan, session.done_seconds)
        page.take_focus()

    def _show(self, page: PlayerPage | FinishPage) -> None:
        self._page = page
        self.page_changed.emit(page)

    def _dress(self) -> None:
        if self._page is not None:
            self._page.set_look(self._appearance.look)

    def _write(self) -> None:
        known = self._recorder.problem
        self._recorder.update()
        problem = self._recorder.problem
        if problem is not None and str(problem) != str(known):
            self.problem.emit(problem)

    def _save(self, page: FinishPage, answers: Answers) -> None:
        if self._keep(page, answers):
            self.closed.emit()

    def _keep(self, page: FinishPage, answers: Answers) -> bool:
        try:
            self._recorder.save(answers)
        except HistoryError as error:
            page.show_error(error)
            return False
        return True

    def _discard(self, page: FinishPage) -> None:
        try:
            self._recorder.discard()
        except HistoryError as error:
            self.problem.emit(error)
        else:
            self.discarded.emit(self._recorder.record(page.answers()))
        self.closed.emit()

    def _remember_far_view(self, exercise: str, on: bool) -> None:
        others = set(self._preferences.settings.far_view) - {exercise}
        self._preferences.change(far_view=tuple(sorted(others | {exercise} if on else others)))
