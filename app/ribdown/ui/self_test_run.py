"""One guided self-test from Start to its result. It is no session: nothing in it is practice, so none is recorded."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ribdown.core.events import PauseReason
from ribdown.core.session import Session
from ribdown.core.settings import DeviceLost
from ribdown.core.thomas_guide import guide_plan
from ribdown.core.thomas_test import Thigh
from ribdown.core.timeline import Side
from ribdown.desktop.keep_awake import NoKeepAwake
from ribdown.ui.appearance import Appearance
from ribdown.ui.frame_pace import FramePace
from ribdown.ui.pages.self_test_guide import SelfTestGuide
from ribdown.ui.preferences import Preferences
from ribdown.ui.self_test_voice import SelfTestVoice
from ribdown.ui.services import Services
from ribdown.ui.session_player import SessionPlayer
from ribdown.ui.session_sound import SessionSound
from ribdown.ui.sound_controls import SoundControls
from ribdown.ui.voices import voice_manner


class SelfTestRun(QObject):
    """`page` can be shown. `problem` carries a UserError on the way; `ended` follows once; `found` holds then."""

    problem = Signal(object)
    ended = Signal()

    def __init__(
        self,
        exercise_id: str,
        services: Services,
        appearance: Appearance,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        settings = preferences.settings
        plan = guide_plan(services.library.exercises[exercise_id], gentler=settings.gentler)
        self.player = SessionPlayer(Session(plan), services.clock, self)
        if settings.battery:
            FramePace(self.player, services.power)
        self.page = SelfTestGuide(appearance.look, self.player, services.figures)
        self._appearance = appearance
        self._keep_awake = services.keep_awake if settings.keep_awake else NoKeepAwake()
        self._sound = SessionSound(
            self.player,
            replace(services.voices(settings), wording=SelfTestVoice()),
            tones=settings.tones,
            ticks=settings.ticks,
            voice=settings.voice,
            manner=voice_manner(settings),
            pause_when_lost=settings.device_lost is DeviceLost.PAUSE,
        )
        controls = SoundControls(self._sound, self.page, preferences)  # type: ignore[arg-type]
        controls.silence.connect(self.problem)
        self.player.paused.connect(self._keep_awake.release)
        self.player.resumed.connect(self._keep_awake.hold)
        self.page.left.connect(self.end)
        appearance.changed.connect(self._dress)

    @property
    def found(self) -> dict[Side, Thigh]:
        """What was answered so far."""
        return self.page.found

    def start(self) -> None:
        """Begin; the page is shown."""
        self._keep_awake.hold()
        self.page.start()

    def stand(self) -> None:
        """Something covers it: stand still."""
        if self.player.running:
            self.player.pause()

    def hide(self) -> None:
        """The window went out of sight: stand still."""
        if self.player.running:
            self.player.pause(PauseReason.HIDDEN)

    def end(self) -> None:
        """End here, and let go of everything."""
        self._appearance.changed.disconnect(self._dress)
        self.page.left.disconnect(self.end)
        self.player.end()
        self._keep_awake.release()
        self._sound.close()
        self.ended.emit()

    def _dress(self) -> None:
        self.page.set_look(self._appearance.look)
