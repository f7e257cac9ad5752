"""The pages behind the rail, but for today's: each is built when it is first shown, with what keeps it in step."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ribdown.core.programme.state import ProgrammeState
from ribdown.core.start_request import StartRequest
from ribdown.ui.appearance import Appearance
from ribdown.ui.look import Look
from ribdown.ui.pages.start_view import plan_options
from ribdown.ui.past_sessions import PastSessions
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services

if TYPE_CHECKING:
    from ribdown.ui.history_desk import HistoryDesk
    from ribdown.ui.nudges.nudge_check import NudgeCheck
    from ribdown.ui.self_test_desk import SelfTestDesk
    from ribdown.ui.self_test_run import SelfTestRun


class DressedPage(Protocol):
    """A page of a desk."""

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        ...


class Desks(QObject):
    """`start_requested` carries a StartRequest and the name of the page that its end leads back to; `problem` a
    UserError; `page_requested` the name of another page; `today_requested` asks to start what today holds. `run_began`
    carries the page of a guided self-test, which has the window to itself until `run_ended`. `in_today` gives the
    exercises of today's routine, by id."""

    start_requested = Signal(object, str)
    run_began = Signal(QWidget)
    run_ended = Signal()
    page_requested = Signal(str)
    today_requested = Signal()
    problem = Signal(object)

    def __init__(
        self,
        window: QWidget,
        services: Services,
        appearance: Appearance,
        preferences: Preferences,
        past: PastSessions,
        state: Callable[[], ProgrammeState],
        in_today: Callable[[], Collection[str]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._appearance = appearance
        self._preferences = preferences
        self._past = past
        self._state = state
        self._in_today = in_today
        self._past_desk: HistoryDesk | None = None
        self._check: NudgeCheck | None = None
        self._tests: SelfTestDesk | None = None
        self._pages: dict[str, tuple[QWidget, Callable[[], None]]] = {}
        self._builders: dict[str, Callable[[], tuple[QWidget, Callable[[], None]]]] = {
            "exercises": self._exercises,
            "routines": self._routines,
            "history": self._history,
            "self-test": self._self_test,
            "settings": self._settings,
        }

    def attend(self, check: "NudgeCheck") -> None:
        """The settings can say from now on what would show a nudge."""
        self._check = check

    @property
    def guided(self) -> "SelfTestRun | None":
        """The guided self-test that runs."""
        return self._tests.run if self._tests is not None else None

    def leave(self) -> bool:
        """The window closes. False where something was answered that is not saved yet."""
        return self._tests is None or self._tests.leave()

    def close(self) -> None:
        """Let go of the history."""
        if self._past_desk is not None:
            self._past_desk.close()

    def open(self, name: str) -> QWidget:
        """The page of this name, filled with what holds now."""
        if name not in self._pages:
            self._pages[name] = self._builders[name]()
        page, fill = self._pages[name]
        fill()
        return page

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        for page, _ in self._pages.values():
            page.set_look(look)  # type: ignore[attr-defined]

    def _exercises(self) -> tuple[QWidget, Callable[[], None]]:
        from ribdown.core.exercise_history import exercise_history
        from ribdown.ui.exercises_desk import ExercisesDesk

        services = self._services
        desk = ExercisesDesk(
            self._appearance.look,
            services.figures,
            services.clock,
            services.library.exercises,
            services.library.routines,
            lambda exercise: exercise_history(exercise, self._past.read() or []),
        )
        desk.start_requested.connect(
            lambda exercise: self.start_requested.emit(StartRequest(exercise, alone=True), "exercises")
        )
        desk.problem.connect(self.problem)
        desk.self_test_requested.connect(lambda: self.page_requested.emit("self-test"))

        def fill() -> None:
            settings = self._preferences.settings
            options, routines = plan_options(settings), services.library.routines
            desk.show_values(options, routines, self._in_today(), gentler=settings.gentler)
            desk.take_focus()

        return desk, fill

    def _routines(self) -> tuple[QWidget, Callable[[], None]]:
        from ribdown.ui.own_routines import OwnRoutines
        from ribdown.ui.routine_desk import RoutineDesk
        from ribdown.ui.routine_dialogs import RoutineDialogs

        own = OwnRoutines(self._services.library, self._services.data_folder, self)

        def take() -> None:
            self._services.library = own.library

        own.changed.connect(take)
        dialogs = RoutineDialogs(self._window)
        desk = RoutineDesk(self._appearance.look, own, lambda: self._preferences.settings, dialogs, self)
        desk.start_requested.connect(lambda request: self.start_requested.emit(request, "routines"))
        desk.problem.connect(self.problem)
        return desk.page, desk.open

    def _history(self) -> tuple[QWidget, Callable[[], None]]:
        from ribdown.ui.history_desk import HistoryDesk

        self._past_desk = desk = HistoryDesk(
            self._appearance.look, self._services, self._preferences, self._past, self._state, self
        )
        desk.start_requested.connect(self.today_requested)
        desk.problem.connect(self.problem)
        return desk.page, desk.refresh

    def _self_test(self) -> tuple[QWidget, Callable[[], None]]:
        from ribdown.ui.self_test_desk import SelfTestDesk

        services = self._services
        tests = services.history.thomas_tests
        self._tests = desk = SelfTestDesk(tests, services, self._appearance, self._preferences, self)
        desk.run_began.connect(self.run_began)
        desk.run_ended.connect(self.run_ended)
        desk.problem.connect(self.problem)
        return desk.page, desk.show

    def _settings(self) -> tuple[QWidget, Callable[[], None]]:
        from ribdown.ui.settings_desk import SettingsDesk

        desk = SettingsDesk(self._appearance.look, self._services, self._preferences, self._check, self)
        desk.first_start_asked.connect(lambda: self.page_requested.emit("first-start"))
        return desk.page, lambda: None
