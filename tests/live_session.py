"""A session of one's own plan at its real speed: the real window, clock, history and sound, in this process."""

import time
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from fakes import routine
from ribdown.core.history import SessionRecord
from ribdown.core.recorder import Recorder
from ribdown.core.session import Session, SessionState
from ribdown.core.settings import Settings
from ribdown.core.timeline import Timeline
from ribdown.desktop.keep_awake import NoKeepAwake
from ribdown.infra.opening import open_history
from ribdown.infra.settings_file import SettingsFile
from ribdown.infra.system_clock import SystemClock
from ribdown.infra.themes import load_theme
from ribdown.ui.appearance import Appearance
from ribdown.ui.figures import Figures
from ribdown.ui.main_window import MainWindow
from ribdown.ui.preferences import Preferences
from ribdown.ui.session_flow import SessionFlow
from ribdown.ui.session_player import SessionPlayer
from ribdown.ui.session_sound import SessionSound
from ribdown.ui.voices import desktop_voices
from ribdown.ui.widgets.edge_band import EdgeBand


class Heartbeat(QObject):
    """Notes the longest time in which the event loop did not come round, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.monotonic()
        self.timer = QTimer(self, interval=5, timerType=Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self._beat)

    def start(self) -> None:
        """From now on."""
        self.longest, self._last = 0.0, time.monotonic()
        self.timer.start()

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


class LiveSession:
    """`spoken` starts the voice, too. `warned` has what the banner was given; `lit` says whether the edge lit up."""

    def __init__(self, app: QApplication, data: Path, plan: Timeline, *, spoken: bool = False) -> None:
        settings = Settings(voice=spoken, safety_read=True)
        clock = SystemClock()
        appearance = Appearance(app, load_theme, settings)
        self.history, _ = open_history(data, clock.local_time().date())
        self.session = Session(plan)
        self.player = SessionPlayer(self.session, clock)
        self.voices = desktop_voices(settings)
        self.sound = SessionSound(self.player, self.voices, tones=True, ticks=False, voice=spoken)
        self.window = MainWindow(appearance.look, settings.window)
        self.flow = SessionFlow(
            self.player,
            Recorder(
                self.session,
                routine("drill"),
                self.history,
                id=uuid4().hex,
                started=clock.local_time(),
                gentler=False,
            ),
            NoKeepAwake(),
            Figures(),
            self.sound,
            appearance,
            Preferences(settings, SettingsFile(data / "settings.toml")),
            title="Drill",
            ask=False,
        )
        self.warned: list[str] = []
        self.unheard = self.lit = False
        self.heartbeat = Heartbeat()
        self.heartbeat.timer.timeout.connect(self._look)
        self.sound.unheard.connect(self._note)
        self.flow.page_changed.connect(self.window.show_alone)
        self.flow.problem.connect(lambda error: self.warned.append(str(error)))
        self.flow.problem.connect(self.window.banner.warn)
        self.flow.setParent(self.window)

    @property
    def place(self) -> float:
        """Seconds on the timeline."""
        return self.session.position.elapsed

    @property
    def began(self) -> float:
        """The instant of the timeline's start, where the session has not stood still."""
        return self.player.instant.monotonic - self.place

    @property
    def ended(self) -> bool:
        """Whether it is over."""
        return self.session.state is SessionState.ENDED

    @property
    def record(self) -> SessionRecord:
        """What the history has of it."""
        (record,) = self.history.sessions()
        return record

    def start(self) -> None:
        """Show the window and begin."""
        self.window.show()
        self.flow.start()

    def close(self) -> None:
        """Let go of everything."""
        self.heartbeat.timer.stop()
        self.sound.close()
        self.window.close()
        self.window.deleteLater()
        self.history.close()

    def _note(self, unheard: bool) -> None:
        self.unheard = unheard

    def _look(self) -> None:
        self.lit = self.lit or any(band.isVisible() for band in self.window.findChildren(EdgeBand))
