"""Puts the window, its pages and the sessions together."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QShortcut

from ribdown.core.history import HistoryError, SessionRecord
from ribdown.core.start_request import StartRequest
from ribdown.ui.appearance import Appearance
from ribdown.ui.main_window import MainWindow
from ribdown.ui.pages.start_page import StartPage
from ribdown.ui.pages.start_view import plan_options, start_view
from ribdown.ui.past_sessions import PastSessions
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.translation import translate
from ribdown.ui.view_menu import view_menu

if TYPE_CHECKING:  # imported when first needed: not on the way to the start page
    from ribdown.ui.pages.history_page import HistoryPage
    from ribdown.ui.session_flow import SessionFlow

_RECENT = timedelta(days=60)  # how far back the start page looks for the last sessions


class Application(QObject):
    """One window and at most one session."""

    def __init__(
        self, window: MainWindow, services: Services, appearance: Appearance, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._appearance = appearance
        self._preferences = preferences
        self._flow: SessionFlow | None = None
        self._switched: dict[tuple[str, str], bool] = {}
        self._closing = False
        self._waiting: StartRequest | None = None
        self._past = PastSessions(services.history, self)
        self._history_page: HistoryPage | None = None
        self._start_page = StartPage(appearance.look, services.figures)
        self._wire()
        services.figures.problem.connect(window.banner.warn)
        self.show_today()
        if services.history_notice is not None:
            window.banner.warn(services.history_notice, folder=True)

    def show_today(self) -> None:
        """Show the routines."""
        services, settings = self._services, self._preferences.settings
        today = services.clock.local_time().date()
        self._start_page.show_view(
            start_view(
                services.library.routines.values(),
                services.library.exercises,
                plan_options(settings),
                gentler=settings.gentler,
                switched=self._switched,
                records=self._past.read(since=today - _RECENT) or [],
                today=today,
                acknowledged=settings.safety_read,
                broken=[broken.message for broken in services.library.broken],
            )
        )
        if not self._window.shows(self._start_page):
            self._window.show_page(self._start_page, "today")
            self._start_page.take_focus()

    def show_history(self) -> None:
        """Show what was done. The page is built when it is first shown."""
        if self._history_page is None:
            from ribdown.ui.pages.history_page import HistoryPage

            titles = {exercise.id: exercise.title for exercise in self._services.library.exercises.values()}
            self._history_page = page = HistoryPage(self._appearance.look, titles)
            page.delete_requested.connect(self._delete)
            page.undo_requested.connect(self._past.bring_back)
            page.start_requested.connect(self._start_featured)
        self._fill_history(self._history_page)
        self._window.show_page(self._history_page, "history")

    def start(self, request: StartRequest) -> None:
        """Start a session. The first one waits until the safety text has been read."""
        if not self._preferences.settings.safety_read and not request.exit:
            self._waiting = request
            self.show_today()
            return
        from ribdown.ui.session_start import session_flow

        flow = session_flow(request, self._switched, self._services, self._appearance, self._preferences)
        flow.setParent(self)
        flow.page_changed.connect(self._window.show_alone)
        flow.problem.connect(self._window.banner.warn)
        flow.discarded.connect(self._offer_undo)
        flow.closed.connect(self._window.close if request.exit else self._session_closed)
        if request.screenshot:
            from ribdown.ui.halfway_shot import HalfwayShot

            HalfwayShot(self._window, flow.player, request.screenshot)
        self._flow = flow
        self._window.setWindowTitle(f"Ribdown · {flow.title}")
        flow.start()

    @property
    def unsaved(self) -> HistoryError | None:
        """Why the running or last session is not in the history as it stands; None where it is."""
        return self._flow.unsaved if self._flow is not None else None

    def _wire(self) -> None:
        window, page = self._window, self._start_page
        window.page_asked.connect(lambda name: self.show_today() if name == "today" else self.show_history())
        window.view_asked.connect(lambda at: view_menu(self._preferences, window).popup(at))
        window.banner.folder_asked.connect(self._open_folder)
        window.banner.undo_asked.connect(self._past.bring_back)
        self._past.changed.connect(self._show_past)
        self._past.problem.connect(lambda error: window.banner.warn(error, folder=True))
        window.closing.connect(self._close)
        window.covered.connect(lambda: self._flow.stand() if self._flow else None)
        window.minimised.connect(lambda: self._flow.hide() if self._flow else None)
        page.start_requested.connect(lambda routine: self.start(StartRequest(routine)))
        page.option_switched.connect(self._switch_option)
        page.gentler_switched.connect(lambda on: self._preferences.change(gentler=on))
        page.acknowledged.connect(self._acknowledge)
        page.history_requested.connect(self.show_history)
        self._preferences.changed.connect(self._settings_changed)
        self._preferences.not_kept.connect(window.banner.warn)
        self._appearance.changed.connect(self._dress)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        space = QShortcut(QKeySequence("Space"), page, context=context, autoRepeat=False)
        space.activated.connect(page.start_featured)

    def _dress(self) -> None:
        for part in (self._window, self._start_page, self._history_page):
            if part is not None:
                part.set_look(self._appearance.look)

    def _settings_changed(self) -> None:
        self._appearance.use(self._preferences.settings)
        if self._flow is None and not self._closing and self._window.shows(self._start_page):
            self.show_today()

    def _acknowledge(self) -> None:
        self._preferences.change(safety_read=True)
        request, self._waiting = self._waiting, None
        if request is not None:
            self.start(request)

    def _switch_option(self, routine: str, exercise: str, on: bool) -> None:
        self._switched[routine, exercise] = on
        self.show_today()

    def _start_featured(self) -> None:
        self.show_today()
        self._start_page.start_featured()

    def _session_closed(self) -> None:
        if self._flow is not None:
            self._flow.deleteLater()
        self._flow = None
        self._window.setWindowTitle("Ribdown")
        self.show_today()

    def _offer_undo(self, record: SessionRecord) -> None:
        self._past.remember(record)
        self._window.banner.offer_undo(translate("words", "This session is not kept."))

    def _delete(self, session_id: str) -> None:
        self._window.banner.end_offer()
        self._past.take_out(session_id)

    def _show_past(self) -> None:
        """What is kept has changed: the banner's offer is done with, and the page that is shown says so."""
        self._window.banner.end_offer()
        if self._window.shows(self._start_page):
            self.show_today()
        elif self._history_page is not None:
            self._fill_history(self._history_page)

    def _fill_history(self, page: HistoryPage) -> None:
        records = self._past.read()
        if records is not None:
            page.show_records(records)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._services.data_folder)))

    def _close(self, event: QCloseEvent) -> None:
        if self._flow is not None and not self._flow.leave():
            event.ignore()
            return
        self._closing = True
        if not self._window.isMaximized():
            self._preferences.change(window=(self._window.width(), self._window.height()))
