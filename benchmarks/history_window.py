"""What a long history costs the person at the window: from the click to the painted page and its charts, scrolling,
filtering, and how long the window stands still while files are written and read. Prints JSON, in milliseconds.

Usage: python benchmarks/history_window.py FOLDER   (with a history.sqlite3; it is read, and imported into elsewhere)
"""

import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "app"), str(ROOT / "tests")]

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from ribdown.core.clock import Instant  # noqa: E402
from ribdown.core.programme.state import ProgrammeState  # noqa: E402
from ribdown.core.settings import Settings  # noqa: E402
from ribdown.infra.library import load_library  # noqa: E402
from ribdown.infra.opening import open_history  # noqa: E402
from ribdown.infra.paths import HISTORY  # noqa: E402
from ribdown.infra.themes import load_theme  # noqa: E402
from ribdown.ui.figures import Figures  # noqa: E402
from ribdown.ui.look import Look  # noqa: E402
from ribdown.ui.main_window import MainWindow  # noqa: E402
from ribdown.ui.pages.start_page import StartPage  # noqa: E402
from ribdown.ui.past_sessions import PastSessions  # noqa: E402
from ribdown.ui.preferences import Preferences  # noqa: E402
from ribdown.ui.services import Services  # noqa: E402

if TYPE_CHECKING:
    from ribdown.ui.pages.history_page import HistoryPage
    from ribdown.ui.pages.history_sessions import HistorySessions

TODAY = date(2026, 11, 20)
LIMIT = 120.0  # seconds


class Day:
    """A clock that always has the same day."""

    def now(self) -> Instant:
        """As ever."""
        return Instant(time.perf_counter(), time.time())

    def local_time(self) -> datetime:
        """Noon."""
        return datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)


class Painted(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def more_than(self, times: int) -> bool:
        """Whether it was painted more often than this."""
        return self.times > times

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count it, and let it through."""
        self.times += event.type() == QEvent.Type.Paint
        return False


class Beat(QObject):
    """Measures how long the window's thread does not come round."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=2)
        self._timer.timeout.connect(self._note)
        self.worst = 0.0
        self._last = time.perf_counter()

    def begin(self) -> None:
        self.worst, self._last = 0.0, time.perf_counter()
        self._timer.start()

    def end(self) -> float:
        self._timer.stop()
        return round(self.worst, 1)

    def _note(self) -> None:
        now = time.perf_counter()
        self.worst, self._last = max(self.worst, (now - self._last) * 1000), now


class Kept(NamedTuple):
    """Settings that are kept nowhere."""

    def save(self, settings: Settings) -> None:
        """Nothing."""


def main() -> None:
    """Open the page as a click does, and use it."""
    folder = Path(sys.argv[1])
    app = QApplication([])
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the app does
    app.setStyle("Fusion")
    history, _ = open_history(folder, TODAY)
    look = Look(load_theme("dark"))
    window = MainWindow(look, (1280, 766))
    window.show()
    services = Services(Day(), load_library(folder), history, None, None, Figures(), None, folder)  # type: ignore[arg-type]
    preferences, past = Preferences(Settings(), Kept()), PastSessions(history)
    window.show_page(StartPage(look, services.figures), "today")  # where the click comes from
    from ribdown.ui.history_desk import HistoryDesk  # as the app does soon after its start

    settle(0.3)
    beat = Beat()
    beat.begin()
    began = time.perf_counter()
    desk = HistoryDesk(look, services, preferences, past, lambda: ProgrammeState(started=date(2026, 10, 12)))
    page = desk.page
    painted = Painted(page.sessions.list.viewport()), Painted(page.calendar.heat_map)
    desk.refresh()
    window.show_page(page, "history")
    wait(lambda: all(one.times for one in painted) and bool(page.sessions.list.sessions))
    found: dict[str, object] = {"page_painted": since(began), "pyqtgraph_before_that": "pyqtgraph" in sys.modules}
    found["longest_stall_until_then"] = beat.end()
    beat.begin()
    wait(lambda: all(card.drawn for card in page.cards))
    settle(0.0)
    found["charts_painted"] = since(began)
    found["longest_stall_from_page_to_charts"] = beat.end()
    found["again"] = again(desk.refresh, page.sessions.list.viewport())
    found |= filtered(page) | scrolled(page)
    found |= {"files": moved(page, folder, beat)}
    desk.close()
    with closing(history):
        print(json.dumps(found, indent=2))


def _shown(painted: Painted, before: int, sessions: "HistorySessions", answers: int) -> bool:
    return painted.times > before and sessions.answers > answers


def again(refresh: Callable[[], None], list_: QWidget) -> dict[str, float]:
    """From a refresh to the painted list."""
    return per_try(refresh, Painted(list_))


def filtered(page: "HistoryPage") -> dict[str, object]:
    """From a choice to the painted list."""
    chosen = page.sessions.filter
    painted = Painted(page.sessions)
    tries: dict[str, Callable[[], None]] = {
        "text": lambda: chosen.search.setText("hüfte"),
        "text_not_there": lambda: chosen.search.setText("nowhere"),
        "routine": lambda: chosen.narrow(routine="no-couch"),
        "exercise": lambda: chosen.narrow(exercise="bridge"),
        "day": lambda: chosen.choose_day(TODAY),
        "none": chosen.clear,
    }
    took = {}
    for name, choose in tries.items():
        chosen.clear()
        settle(0.3)
        answers = page.sessions.answers
        began, before = time.perf_counter(), painted.times
        choose() if name != "none" else chosen.choose_day(TODAY)
        wait(partial(_shown, painted, before, page.sessions, answers))
        took[name] = since(began)
    chosen.clear()
    settle(0.3)
    return {"filtered": took}


def scrolled(page: "HistoryPage") -> dict[str, object]:
    """A thousand rows down, a wheel's step at a time."""
    page.sessions.want_more()
    settle(0.2)
    bar, steps = page.area.verticalScrollBar(), []
    while len(page.sessions.list.sessions) < 1500:
        began = time.perf_counter()
        bar.setValue(bar.value() + 120)
        QApplication.processEvents()
        steps.append((time.perf_counter() - began) * 1000)
    return {"scroll_step": {"p50": round(median(steps), 1), "max": round(max(steps), 1), "steps": len(steps)}}


def moved(page: "HistoryPage", folder: Path, beat: Beat) -> dict[str, object]:
    """How long the window stands still while a file is written, read, brought in elsewhere and taken out again, and
    while a backup is put back."""
    from ribdown.infra.backup import Backups
    from ribdown.ui.history_files import HistoryFiles

    file, elsewhere = folder / "out.json", folder / "elsewhere" / HISTORY
    open_history(elsewhere.parent, TODAY)[0].close()
    out, into = (HistoryFiles(page, history, Day(), page) for history in (folder / HISTORY, elsewhere))
    backups, found = Backups(elsewhere), dict[str, object]()
    acts: dict[str, Callable[[], None]] = {
        "export": lambda: out.export_to(file),
        "preview": lambda: into.import_from(file),
        "import": page.task_bar.agreed.emit,
        "undo": page.task_bar.undone.emit,
        "restore": lambda: into.restore(backups.all()[0]),
    }
    for name, act in acts.items():
        if name == "undo":
            backups.make_weekly(TODAY)
        beat.begin()
        began = time.perf_counter()
        act()
        wait(lambda: not (out.busy or into.busy))
        found[name] = {"s": round(time.perf_counter() - began, 1), "longest_stall": beat.end()}
    out.close()
    into.close()
    return found


def per_try(act: Callable[[], None], painted: Painted, tries: int = 9) -> dict[str, float]:
    """The middle and the slowest of some tries."""
    took = []
    for _ in range(tries):
        settle(0.1)
        began, before = time.perf_counter(), painted.times
        act()
        wait(partial(painted.more_than, before))
        took.append(since(began))
    return {"p50": median(took), "max": max(took)}


def wait(done: Callable[[], bool]) -> None:
    """Let the window live until then."""
    end = time.perf_counter() + LIMIT
    loop, ask = QEventLoop(), QTimer(interval=2)
    ask.timeout.connect(lambda: loop.quit() if done() or time.perf_counter() > end else None)
    ask.start()
    loop.exec()
    ask.stop()
    if not done():
        raise TimeoutError


def settle(seconds: float) -> None:
    """Let the window live for a while."""
    end = time.perf_counter() + seconds
    for _ in range(4):
        QApplication.processEvents()
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.0005)


def since(began: float) -> float:
    """Milliseconds."""
    return round((time.perf_counter() - began) * 1000, 1)


if __name__ == "__main__":
    main()
