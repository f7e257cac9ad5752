"""Keeps the start page in step with the programme, the settings and what was done."""

from datetime import date, timedelta

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from ribdown.core.programme.state import ProgrammeState
from ribdown.infra.programme_file import programme_file
from ribdown.ui.look import Look
from ribdown.ui.pages.start_page import StartPage
from ribdown.ui.pages.start_view import plan_options, start_view
from ribdown.ui.past_sessions import PastSessions
from ribdown.ui.preferences import Preferences
from ribdown.ui.programme import Programme
from ribdown.ui.services import Services

_RECENT = timedelta(days=60)  # how far back it looks for the last sessions


class TodayDesk(QObject):
    """`page` can be shown. `filled` follows each time that it was filled; `not_kept` carries the UserError where the
    programme could not be written, and `notice` the one of its file at the start. `switched` is what the person
    switched on or off, by routine and exercise, and `in_today` the exercises of the routine that is proposed."""

    filled = Signal()
    not_kept = Signal(object)

    def __init__(
        self,
        look: Look,
        services: Services,
        preferences: Preferences,
        past: PastSessions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.page = page = StartPage(look, services.figures)
        self.switched: dict[tuple[str, str], bool] = {}
        self.in_today: frozenset[str] = frozenset()
        self._services = services
        self._preferences = preferences
        self._past = past
        self._shown: date | None = None
        file = programme_file(services.data_folder)
        state, self.notice = file.load(self._today())
        self._programme = Programme(state, file, self)
        self._programme.changed.connect(self.open)
        self._programme.not_kept.connect(self.not_kept)
        page.option_switched.connect(self._switch)
        page.gentler_switched.connect(lambda on: preferences.change(gentler=on))
        page.programme_asked.connect(lambda wish: self._programme.follow(wish, self._today()))
        page.routine_chosen.connect(lambda routine: self._programme.choose(routine, self._today()))
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        space = QShortcut(QKeySequence("Space"), page, context=context, autoRepeat=False)
        space.activated.connect(page.start_featured)

    @property
    def programme_state(self) -> ProgrammeState:
        """When the programme began, and when it stood still."""
        return self._programme.state

    def open(self) -> None:
        """Fill the page with what holds now."""
        services, settings, programme = self._services, self._preferences.settings, self._programme
        self._shown = today = self._today()
        records = self._past.read(since=min(today - _RECENT, programme.state.started or today)) or []
        guides = {routine.id for routine in services.library.routines.values() if routine.guide}
        view = start_view(
            services.library.routines.values(),
            services.library.exercises,
            plan_options(settings),
            gentler=settings.gentler,
            switched=self.switched,
            records=records,
            today=today,
            broken=[broken.message for broken in services.library.broken],
            day=programme.day(records, guides, today),
            chosen=programme.chosen(today),
        )
        featured = view.featured.exercises if view.featured is not None else ()
        self.in_today = frozenset(one.id for one in featured if one.included)
        self.page.show_view(view)
        self.filled.emit()

    def turn(self) -> None:
        """Fill the page anew where it is another day by now."""
        if self._shown != self._today():
            self.open()

    def start(self) -> None:
        """Start what today holds."""
        self.open()
        self.page.start_featured()

    def _switch(self, routine: str, exercise: str, on: bool) -> None:
        self.switched[routine, exercise] = on
        self.open()

    def _today(self) -> date:
        return self._services.clock.local_time().date()
