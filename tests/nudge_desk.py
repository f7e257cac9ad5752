"""Nudges as the app puts them together, on real files and a clock moved by hand."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop_stand_ins import StandInNotifier, StandInPresence, StandInTray
from fakes import FakeClock
from on_screen import settle
from ribdown.core.errors import UserError
from ribdown.core.history import SessionRecord
from ribdown.core.settings import MotionChoice, Settings, ThemeChoice
from ribdown.desktop.keep_awake import NoKeepAwake
from ribdown.desktop.notifications.notifier import Notifier
from ribdown.desktop.suspend import NoSuspend
from ribdown.infra.library import load_library
from ribdown.infra.opening import open_history
from ribdown.infra.settings_file import SettingsFile
from ribdown.infra.themes import load_theme
from ribdown.ui.appearance import Appearance
from ribdown.ui.figures import Figures
from ribdown.ui.nudges import desktop_nudges
from ribdown.ui.nudges.nudge_words import slot_words
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.session_start import nudge_guide
from ribdown.ui.voices import no_voices

Outcomes = dict[str, tuple[str, str | None]]


class NudgeDesk:
    """One run of nudges on a data folder. The clock begins on a Monday at 8:00; nudges come from 9:00 on, each hour."""

    def __init__(
        self, app: QApplication, data: Path, clock: FakeClock, notifier: Notifier | None = None, **settings: object
    ) -> None:
        self.clock = clock
        self._over = False
        self.notifier, self.presence, self.tray = StandInNotifier(), StandInPresence(), StandInTray()
        self.suspend = NoSuspend()
        self.store, _ = open_history(data, clock.local_time().date())
        self.services = Services(clock, load_library(data), self.store, None, NoKeepAwake(), Figures(), no_voices, data)
        chosen = Settings(theme=ThemeChoice.DARK, motion=MotionChoice.FULL, safety_read=True)._replace(**settings)  # type: ignore[arg-type]
        self.preferences = Preferences(chosen, SettingsFile(data / "settings.toml"))
        self.appearance = Appearance(app, load_theme, chosen)
        self.preferences.changed.connect(lambda: self.appearance.use(self.preferences.settings))
        self._root = QObject()
        desktop = desktop_nudges.DesktopNudges(notifier or self.notifier, self.presence, self.tray, self.suspend)
        self.nudging, self.notice = desktop_nudges.nudging(
            desktop,
            self.services,
            self.appearance,
            self.preferences,
            lambda routine, view: nudge_guide(routine, view, self.services, self.preferences.settings),
            self._root,
        )
        self.problems: list[UserError] = []
        self.nudging.problem.connect(self.problems.append)
        self.card = self.nudging.card
        self.nudging.start()
        settle()

    def close(self) -> None:
        """Ribdown ends."""
        if not self._over:
            self.nudging.close()
            self.crash()

    def crash(self) -> None:
        """It is killed: nothing more is written."""
        self._over = True
        self.nudging.keeper._timer.stop()
        self.nudging.keeper._asked = False
        self.card.gone.disconnect()
        self.card.hide()
        if self.nudging._guide is not None:
            self.nudging._guide.player._timer.stop()
        self.card.deleteLater()
        self._root.deleteLater()
        self.appearance.deleteLater()
        self.store.close()

    def wait(self, seconds: float) -> None:
        """Let time pass: a guide that runs sees each second, the rules each half minute."""
        for second in range(1, round(seconds) + 1):
            self.clock.advance(1)
            if self.nudging._guide is not None:
                self.nudging._guide.player.tick()
            if second % 30 == 0:
                self.look()
        self.look()

    def wait_to(self, hour: int, minute: int, second: int = 0) -> None:
        """Let time pass to this time of the day."""
        local = self.clock.local_time()
        self.wait((local.replace(hour=hour, minute=minute, second=second) - local).total_seconds())

    def look(self) -> None:
        """As the keeper's timer does."""
        self.nudging.keeper.look()
        settle()

    def run_guide(self) -> None:
        """Let the guide that runs come to its end."""
        assert self.nudging._guide is not None
        while self.nudging._guide is not None and self.nudging._guide.player.running:
            self.clock.advance(0.5)
            self.nudging._guide.player.tick()
        settle()

    def today(self) -> list[str]:
        """What is said of the day's slots that are not to come."""
        lines = self.nudging.keeper.summary().today
        return [slot_words(line) for line in lines if line.outcome or line.phase]

    def outcomes(self) -> Outcomes:
        """What the history has, by the time of day."""
        return {one.slot.clock: (one.outcome.value, one.reason and one.reason.value) for one in self.store.nudges()}

    def sessions(self) -> list[SessionRecord]:
        """The sessions in the history, newest first."""
        return self.store.sessions()
