"""What tests of the interface share: a look, a session on a clock moved by hand, and a clean end after each test."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from fakes import FakeClock
from on_screen import settle
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import choose_doses
from ribdown.core.session import Session
from ribdown.core.timeline import Timeline
from ribdown.infra.library import load_library
from ribdown.infra.themes import load_theme
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.main_window import MainWindow
from ribdown.ui.pages.player_page import PlayerPage
from ribdown.ui.session_player import SessionPlayer


@pytest.fixture(autouse=True)
def clean_end(qapp: QApplication) -> Iterator[None]:
    """Fails a test that leaves a window or a running timer behind."""
    gc.freeze()  # so that only what this test makes is looked through
    palette, font = QApplication.palette(), QApplication.font()
    yield
    if (QApplication.palette(), QApplication.font()) != (palette, font):  # the next test has its own look
        QApplication.setPalette(palette)
        QApplication.setFont(font)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    gc.collect()
    timers = [one for one in gc.get_objects() if issubclass(type(one), QTimer) and isValid(one) and one.isActive()]
    for window in windows:
        window.hide()  # only the test that left them fails
    for timer in timers:
        timer.stop()
    assert (windows, timers) == ([], [])


@pytest.fixture
def look() -> Look:
    """The dark one."""
    return Look(load_theme("dark"))


@pytest.fixture
def clock() -> FakeClock:
    """The clock of every player of the test."""
    return FakeClock()


@pytest.fixture
def make_player(clock: FakeClock) -> Iterator[Callable[[Timeline], SessionPlayer]]:
    """Makes players of a plan. They go with the test, as they go with their session in the app."""
    players: list[SessionPlayer] = []

    def make(plan: Timeline) -> SessionPlayer:
        players.append(SessionPlayer(Session(plan), clock))
        return players[-1]

    yield make
    for player in players:
        player.deleteLater()


@pytest.fixture
def run(clock: FakeClock) -> Callable[[SessionPlayer, float], None]:
    """Lets time pass, in ticks of at most one second."""

    def passes(player: SessionPlayer, seconds: float) -> None:
        while seconds > 1e-9:
            step = min(seconds, 1.0)
            seconds -= step
            clock.advance(step)
            player.tick()

    return passes


@pytest.fixture
def open_page(qtbot: QtBot, look: Look, make_player: Callable[[Timeline], SessionPlayer]) -> Callable[..., PlayerPage]:
    """Opens the main window on the page of a plan, with the session started."""

    def open_on(
        plan: Timeline,
        size: tuple[int, int] = (1280, 766),
        *,
        dressed: Look = look,
        far_for: frozenset[str] = frozenset(),
    ) -> PlayerPage:
        window = MainWindow(dressed, size)
        qtbot.addWidget(window)
        page = PlayerPage(dressed, make_player(plan), Figures(), far_for)
        window.show_alone(page)
        window.show()
        window.activateWindow()
        settle()
        page.start()
        settle()
        return page

    return open_on


class PaintLog(QObject):
    """Notes what a widget is asked to paint."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note it, and let it through."""
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


@pytest.fixture
def painted() -> Callable[[QWidget, Callable[[], object]], QRegion]:
    """What a widget that is shown paints because of a step."""

    def because_of(widget: QWidget, step: Callable[[], object]) -> QRegion:
        settle()
        log = PaintLog(widget)
        step()
        settle()
        widget.removeEventFilter(log)
        return log.region

    return because_of


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Timeline]:
    """The plan of a bundled routine, with all that is optional."""
    library = load_library(Path(tmp_path_factory.mktemp("data")))

    def plan(routine: str) -> Timeline:
        return compile_timeline(choose_doses(library.routine(routine), library.exercises, gentler=False), PlanOptions())

    return plan
