"""What goes on beside the window: nudges, the tray, and what a second Ribdown asks for."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from ribdown.core.start_request import StartRequest
from ribdown.desktop.autostart.autostart import Autostart
from ribdown.desktop.instance.message import Request
from ribdown.infra.backup import Backups
from ribdown.infra.paths import HISTORY
from ribdown.ui.appearance import Appearance
from ribdown.ui.application import Application
from ribdown.ui.long_task import LongTask
from ribdown.ui.main_window import MainWindow
from ribdown.ui.nudges.background import Background
from ribdown.ui.nudges.desktop_nudges import DesktopNudges, nudging
from ribdown.ui.nudges.guide import Guide
from ribdown.ui.nudges.guide_view import GuideView
from ribdown.ui.nudges.nudge_check import NudgeCheck
from ribdown.ui.nudges.remote_commands import RemoteCommands
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.session_start import nudge_guide
from ribdown.ui.translation import translate


class Resident(QObject):
    """Lives as long as the process, whether the window can be seen or not."""

    def __init__(
        self,
        application: Application,
        window: MainWindow,
        desktop: DesktopNudges,
        autostart: Autostart,
        services: Services,
        appearance: Appearance,
        preferences: Preferences,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._window = window
        self._services = services
        self._preferences = preferences
        self.nudging, notice = nudging(desktop, services, appearance, preferences, self._guide, self)
        self.background = Background(window, desktop.tray, self.nudging, preferences)
        self._commands = RemoteCommands(self.nudging, application.running, application.check_start, preferences, self)
        self._wire()
        check = NudgeCheck(desktop.notifier, desktop.presence, autostart, self.nudging.card, self)
        application.attend(self.background, check)
        if notice is not None:
            window.banner.warn(notice, folder=True)
        self.nudging.start()
        self._copying = LongTask(self)
        self._copying.failed.connect(window.banner.warn)
        backups, today = Backups(services.data_folder / HISTORY), services.clock.local_time().date()
        self._copying.run(lambda _: backups.make_weekly(today), lambda _: None)
        self._show()

    def handle(self, request: Request) -> Mapping[str, Any]:
        """Do what a second Ribdown asks for. Returns the reply."""
        return self._commands.handle(request)

    def close(self) -> None:
        """Nudges end here."""
        self.nudging.close()
        self._copying.close()

    def _wire(self) -> None:
        application, nudging, commands = self._application, self.nudging, self._commands
        application.session_began.connect(nudging.session_began)
        application.session_ended.connect(nudging.session_ended)
        application.today_shown.connect(self._show)
        page = application.start_page
        page.pulse_requested.connect(nudging.pulse_now)
        page.nudges_paused.connect(nudging.pause)
        page.nudges_resumed.connect(nudging.keeper.resume)
        page.nudges_turned_on.connect(lambda: self._preferences.change(nudges=True))
        nudging.changed.connect(self._show)
        nudging.looked.connect(application.turn_day)
        nudging.looked.connect(self._show)
        nudging.problem.connect(self._window.banner.warn)
        self._preferences.changed.connect(self._show)
        self.background.start_asked.connect(application.start_today)
        commands.show_asked.connect(self.background.show_window)
        commands.start_asked.connect(self._start)

    def _show(self) -> None:
        if not self._window.isVisible():
            return
        settings, page = self._preferences.settings, self._application.start_page
        view = self.nudging.view(on=settings.nudges)
        wanted = view.on and settings.safety_read
        self._window.show_note(translate("words", "Next nudge") if wanted else "", view.headline, view.below)
        if page.isVisible() and settings.safety_read:
            page.show_nudges(view)

    def _start(self, request: StartRequest, token: str) -> None:
        self.background.show_window(token)
        self._application.start(request)

    def _guide(self, routine: str, view: GuideView) -> Guide:
        return nudge_guide(routine, view, self._services, self._preferences.settings)
