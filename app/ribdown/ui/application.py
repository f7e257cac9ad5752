"""Puts the window, its pages and the sessions together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.errors import UserError
from ribdown.core.history import HistoryError
from ribdown.core.session import SessionState
from ribdown.core.start_request import StartRequest
from ribdown.ui.appearance import Appearance
from ribdown.ui.banner_desk import BannerDesk
from ribdown.ui.desks import Desks
from ribdown.ui.first_start import FirstStart
from ribdown.ui.main_window import MainWindow
from ribdown.ui.past_sessions import PastSessions
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.today_desk import TodayDesk
from ribdown.ui.translation import translate
from ribdown.ui.words import content

if TYPE_CHECKING:  # imported when first needed: not on the way to the start page
    from ribdown.ui.nudges.background import Background
    from ribdown.ui.nudges.nudge_check import NudgeCheck
    from ribdown.ui.session_flow import SessionFlow


class Application(QObject):
    """One window and at most one session. `session_ended` carries its record; `today_shown` follows each time that the
    start page is filled."""

    session_began = Signal()
    session_ended = Signal(object)
    today_shown = Signal()

    def __init__(
        self, window: MainWindow, services: Services, appearance: Appearance, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._appearance = appearance
        self._preferences = preferences
        self._flow: SessionFlow | None = None
        self._closing = False
        self._past = PastSessions(services.history, self)
        self._back = "today"  # where the end of a session leads
        self._today = TodayDesk(appearance.look, services, preferences, self._past, self)
        self.start_page = self._today.page
        today = self._today
        self._desks = Desks(
            window,
            services,
            appearance,
            preferences,
            self._past,
            lambda: today.programme_state,
            lambda: today.in_today,
        )
        self._first = FirstStart(window, services, appearance, preferences, self)
        self._background: Background | None = None
        self._banner = BannerDesk(window.banner, self._past, services.data_folder, self)
        self._wire()
        services.figures.problem.connect(window.banner.warn)
        self.show_today()
        for told in (services.history_notice, self._today.notice):
            if told is not None:
                window.banner.warn(told, folder=True)

    def show_today(self) -> None:
        """Show what today holds; on the first start, what comes before it."""
        if self._first.needed:
            self._first.show()
            return
        self._first.close()
        self._today.open()
        if not self._window.shows(self.start_page):
            self._window.show_page(self.start_page, "today")
            self.start_page.take_focus()
            self.today_shown.emit()

    def turn_day(self) -> None:
        """It may be another day by now."""
        if self._window.shows(self.start_page):
            self._today.turn()

    def show(self, name: str) -> None:
        """Show one of the rail's pages."""
        if name == "today":
            self.show_today()
        elif name == "first-start":
            self._first.show(translate("words", "Settings"))
        else:
            self._window.show_page(self._desks.open(name), name)

    def start(self, request: StartRequest) -> None:
        """Start a session, where none is under way. The first one waits until the first start is done; a guided
        self-test makes way."""
        if self._flow is not None:
            return
        if self._desks.guided is not None:
            self._desks.guided.end()
        if self._first.needed and not request.exit:
            self._first.wait(request, self._title(request))
            return
        self._first.close()
        from ribdown.ui.session_start import session_flow

        flow = session_flow(request, self._today.switched, self._services, self._appearance, self._preferences)
        flow.setParent(self)
        flow.page_changed.connect(self._window.show_alone)
        flow.problem.connect(self._window.banner.warn)
        flow.discarded.connect(self._banner.offer_undo)
        flow.closed.connect(self._window.close if request.exit else self._session_closed)
        if request.screenshot:
            from ribdown.ui.halfway_shot import HalfwayShot

            HalfwayShot(self._window, flow.player, request.screenshot)
        flow.player.ended.connect(lambda: self.session_ended.emit(flow.record))
        flow.settled.connect(self._window.banner.unsay)
        self._flow = flow
        self.session_began.emit()
        self._window.setWindowTitle(f"Ribdown · {flow.title}")
        flow.start()

    def running(self) -> tuple[str, float] | None:
        """The title of the session in the window and its seconds left; None where there is none. A guided self-test
        takes as long as the person does."""
        if self._desks.guided is not None:
            return translate("words", "Self-test"), 0.0
        flow = self._flow
        if flow is None or flow.player.session.state is SessionState.ENDED:
            return None
        return flow.title, flow.player.session.remaining

    def check_start(self, routine: str) -> None:
        """Raises UserError where a routine can't be started now, by its id."""
        self._services.library.routine(routine)
        if self.running() is not None:
            raise UserError("A session runs already.", "End it first.")
        if self._flow is not None:
            raise UserError("A session is not saved yet.", "Save it first.")
        if self._first.needed:
            raise UserError("“Who should change or skip this” is not read yet.", "Read it in the window first.")

    def attend(self, background: Background, check: NudgeCheck) -> None:
        """From now on there are nudges: closing the window need not be the end."""
        self._background = background
        self._desks.attend(check)
        self._first.attend(check)

    @property
    def unsaved(self) -> HistoryError | None:
        """Why the running or last session is not in the history as it stands; None where it is."""
        return self._flow.unsaved if self._flow is not None else None

    def _wire(self) -> None:
        window, page = self._window, self.start_page
        window.page_asked.connect(self.show)
        self._desks.page_requested.connect(self.show)
        self._desks.start_requested.connect(self._start_from)
        self._desks.today_requested.connect(self.start_today)
        self._desks.problem.connect(window.banner.warn)
        self._desks.run_began.connect(self._begin_self_test)
        self._desks.run_ended.connect(self._end_self_test)
        self._past.changed.connect(self._show_past)
        window.closing.connect(self._close)
        window.quit_asked.connect(lambda: self._background.quit() if self._background else window.close())
        window.covered.connect(lambda: shown.stand() if (shown := self._flow or self._desks.guided) else None)
        window.minimised.connect(lambda: shown.hide() if (shown := self._flow or self._desks.guided) else None)
        page.start_requested.connect(lambda routine: self.start(StartRequest(routine)))
        page.history_requested.connect(lambda: self.show("history"))
        self._first.through.connect(lambda request: self.start(request) if request else self.show_today())
        self._first.left.connect(lambda: self.show("settings"))
        self._today.filled.connect(self.today_shown)
        self._today.not_kept.connect(window.banner.warn)
        self._preferences.changed.connect(self._settings_changed)
        self._preferences.not_kept.connect(window.banner.warn)
        self._appearance.changed.connect(self._dress)

    def _begin_self_test(self, page: QWidget) -> None:
        self.session_began.emit()
        self._window.setWindowTitle("Ribdown · " + translate("words", "Self-test"))
        self._window.show_alone(page)

    def _end_self_test(self) -> None:
        self.session_ended.emit(None)  # nothing was practised
        self._window.setWindowTitle("Ribdown")
        self.show("self-test")

    def _title(self, request: StartRequest) -> str:
        library = self._services.library
        named = library.exercises if request.alone else library.routines
        return content(named[request.routine].title)

    def _start_from(self, request: StartRequest, page: str) -> None:
        self.start(request)
        self._back = page

    def _dress(self) -> None:
        for part in (self._window, self.start_page, self._desks, self._first):
            part.set_look(self._appearance.look)

    def _settings_changed(self) -> None:
        self._appearance.use(self._preferences.settings)
        if self._flow is None and not self._closing and self._window.shows(self.start_page):
            self.show_today()

    def start_today(self) -> None:
        """Start what today holds, where no session is under way."""
        if self._flow is not None:
            return
        self.show_today()
        self._today.start()

    def _session_closed(self) -> None:
        flow, self._flow = self._flow, None
        if flow is not None:
            flow.deleteLater()
        self._window.setWindowTitle("Ribdown")
        back, self._back = self._back, "today"
        self.show(back)

    def _show_past(self) -> None:
        """What is kept has changed: the start page says so."""
        if self._window.shows(self.start_page):
            self.show_today()

    def _close(self, event: QCloseEvent) -> None:
        if self._flow is not None and (self._flow.holds_back() or not self._flow.leave()):
            event.ignore()
            return
        if not self._desks.leave():
            event.ignore()
            return
        # Nothing nudges anybody who has not read for whom it is.
        if self._background is not None and not self._first.needed and not self._background.closes():
            event.ignore()
            return
        self._closing = True
        self._desks.close()
        if not self._window.isMaximized():
            self._preferences.change(window=(self._window.width(), self._window.height()))
