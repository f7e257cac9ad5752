"""Keeps the history page in step with the history: asks beside the window's thread, and shows what comes."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ribdown.core.history import SessionRecord
from ribdown.core.programme.plan import MAIN, MINI
from ribdown.core.programme.state import ProgrammeState
from ribdown.core.session_list import ListedSession
from ribdown.infra.paths import HISTORY
from ribdown.ui.history_overview import CHARTS, HistoryOverview, Plan
from ribdown.ui.history_reader import HistoryReader
from ribdown.ui.look import Look
from ribdown.ui.pages.history_page import HistoryPage
from ribdown.ui.pages.history_sessions import FIRST
from ribdown.ui.pages.start_view import plan_options, routine_view
from ribdown.ui.past_sessions import PastSessions
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.translation import translate

if TYPE_CHECKING:
    from ribdown.ui.history_files import HistoryFiles


class HistoryDesk(QObject):
    """`page` can be shown after `refresh`. `state` gives the programme's state. `problem` carries the UserError of what
    went wrong; `close` lets go of the history."""

    problem = Signal(object)
    start_requested = Signal()

    def __init__(
        self,
        look: Look,
        services: Services,
        preferences: Preferences,
        past: PastSessions,
        state: Callable[[], ProgrammeState],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._preferences = preferences
        self._past = past
        self._state = state
        self._opens = self._choices_due = False
        self._taken_out = self._returns = ""  # ids of sessions
        self._titles = {exercise.id: exercise.title for exercise in services.library.exercises.values()}
        self._history = history = services.data_folder / HISTORY
        self.page = HistoryPage(look, self._titles, CHARTS)
        # What adds up a lot must not keep the list waiting.
        self._lines, self._sums = HistoryReader(history, self), HistoryReader(history, self)
        self._overview = HistoryOverview(self.page, self._sums, self._plan, self._titles, self)
        self._wire()

    @cached_property
    def files(self) -> "HistoryFiles":
        """Writes and reads files; made when it is first needed."""
        from ribdown.ui.history_files import HistoryFiles

        files = HistoryFiles(self.page, self._history, self._services.clock, self)
        files.changed.connect(self._past.changed)
        files.problem.connect(self.problem)
        return files

    def refresh(self) -> None:
        """Show what there is now."""
        self._opens = not self.page.isVisible()
        today = self._services.clock.local_time().date()
        self.page.sessions.filter.show_today(today)
        self._overview.refresh(today)
        self._choices_due = True
        more = bool(self._returns)  # the one that comes back may be the last
        self._ask_list(max(FIRST, len(self.page.sessions.list.sessions) + more))

    def close(self) -> None:
        """Ask nothing more, and end what is under way."""
        self._overview.stop()
        if "files" in vars(self):
            self.files.close()
        for reader in (self._lines, self._sums):
            reader.close()

    def _wire(self) -> None:
        page = self.page
        page.sessions.filter.changed.connect(self._narrow)
        page.sessions.more_asked.connect(self._ask_more)
        page.session_wanted.connect(self._ask_session)
        page.delete_wanted.connect(self._ask_to_delete)
        page.drawers.delete_asked.connect(self._delete)
        page.drawers.edited.connect(self._keep)
        page.header.export_asked.connect(lambda: self.files.ask_export())
        page.header.import_asked.connect(lambda: self.files.ask_import())
        page.header.backups_asked.connect(lambda: self.files.list_backups())
        page.undo_bar.undone.connect(self._bring_back)
        page.start_requested.connect(self.start_requested)
        self._past.changed.connect(self._follow)
        for reader in (self._lines, self._sums):
            reader.failed.connect(self.problem)

    def _follow(self) -> None:
        if self.page.isVisible():
            self.refresh()

    def _narrow(self) -> None:
        self.page.sessions.begin_anew()
        self._ask_list(FIRST)

    def _ask_list(self, size: int) -> None:
        chosen = self.page.sessions.filter.chosen
        self._lines.forget("more")
        self._lines.ask(
            "list",
            lambda asked: asked.list.first_page(chosen, size),
            lambda found: self._show_list(*found),
        )

    def _show_list(self, sessions: Sequence[ListedSession], found: int) -> None:
        self.page.sessions.show_sessions(sessions, found)
        if self._returns:
            self.page.sessions.list.return_to(self._returns)
            self._returns = ""
        self._overview.show_first()
        if self._choices_due:
            self._choices_due = False
            self._lines.ask(
                "choices",
                lambda asked: (asked.list.routines(), asked.list.exercises()),
                lambda choices: self._offer(*choices),
            )
        if self._opens and self.page.isVisible():
            self._opens = False
            self.page.take_focus()

    def _offer(self, routines: Sequence[tuple[str, str]], exercises: Sequence[str]) -> None:
        self.page.sessions.filter.offer(routines, exercises, self._titles)
        self._overview.go_on()

    def _ask_more(self) -> None:
        chosen, last = self.page.sessions.filter.chosen, self.page.sessions.list.sessions[-1]
        self._lines.ask("more", lambda asked: asked.list.page(chosen, last), self.page.sessions.add_sessions)

    def _ask_session(self, id: str) -> None:
        self._lines.ask("session", lambda asked: asked.list.session(id), self._show_session)

    def _ask_to_delete(self, id: str) -> None:
        self._lines.ask("to delete", lambda asked: asked.list.session(id), self._delete)

    def _show_session(self, record: SessionRecord | None) -> None:
        if record is not None:
            self.page.show_session(record)

    def _delete(self, record: SessionRecord | None) -> None:
        if record is not None and self._past.take_out(record):
            self._taken_out = record.id
            self.page.close_drawer()
            self.page.undo_bar.show_text(translate("words", "Session deleted."))

    def _bring_back(self) -> None:
        self._returns = self._taken_out
        self._past.bring_back()

    def _keep(self, record: SessionRecord) -> None:
        if self._past.edit(record):
            self.page.drawers.detail.show_saved(record)

    def _plan(self) -> Plan:
        return Plan(self._state(), (self._minutes(MINI), self._minutes(MAIN)))

    def _minutes(self, routine: str) -> float:
        """How long a routine takes with the settings in use."""
        library, settings = self._services.library, self._preferences.settings
        view = routine_view(
            library.routine(routine), library.exercises, plan_options(settings), gentler=settings.gentler
        )
        return view.seconds / 60
