"""What the player costs: processor time of a frame without the figure, and the share of one core at 30 frames a second
without and with it. Prints JSON.

The bare window in the same run repaints an orb's rectangle at the same rate with one flat circle.
Needs a display, or QT_QPA_PLATFORM=offscreen. Usage: python benchmarks/pacer.py [SECONDS]
"""

import json
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ribdown.core.clock import Instant
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import choose_doses, included
from ribdown.core.session import Session
from ribdown.infra.library import load_library
from ribdown.infra.system_clock import SystemClock
from ribdown.infra.themes import load_theme
from ribdown.ui.appearance import palette
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.pages.player_page import PlayerPage
from ribdown.ui.session_player import FRAME_MS, SessionPlayer

SIZE = (1280, 766)


class SteppedClock:
    """A clock that stands until it is moved on."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> Instant:
        """Both clocks, in step."""
        return Instant(self.seconds, self.seconds)

    def local_time(self) -> datetime:
        """A fixed day."""
        return datetime(2026, 1, 1, tzinfo=UTC)


class NoFigures(Figures):
    """None for any exercise."""

    def figure_of(self, exercise_id: str) -> None:
        """None."""


class BareOrb(QWidget):
    """The least a pacer could do."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint one circle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor("#7ADBC4"))
        painter.drawEllipse(QRect(460, 120, 320, 320))
        painter.end()


def main() -> None:
    """Step through the first minutes frame by frame, then run in real time."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 15.0
    app = QApplication([])
    app.setStyle("Fusion")
    theme = load_theme("dark")
    app.setPalette(palette(theme))
    look, figures, without = Look(theme), Figures(), NoFigures()
    costs = frame_costs(app, look, without)
    share = core_share(app, look, without, seconds)
    whole = core_share(app, look, figures, seconds)
    bare = bare_share(app, seconds)
    report = {
        "platform": app.platformName(),
        "frame_cpu_ms": costs,
        "core_share_percent": {"player": share, "with_figure": whole, "bare": bare},
        "ratio_to_bare": {"player": round(share / bare, 2), "with_figure": round(whole / bare, 2)} if bare else None,
    }
    print(json.dumps(report, indent=2))


def player_page(look: Look, figures: Figures, clock: SteppedClock | SystemClock) -> tuple[SessionPlayer, PlayerPage]:
    """A window with a session of the couch stretch."""
    with tempfile.TemporaryDirectory() as folder:
        library = load_library(Path(folder))
    routine = included(library.routine("couch-stretch-only"))
    plan = compile_timeline(choose_doses(routine, library.exercises, gentler=False), PlanOptions())
    player = SessionPlayer(Session(plan), clock)
    page = PlayerPage(look, player, figures, frozenset())
    page.resize(*SIZE)
    page.show()
    return player, page


def frame_costs(app: QApplication, look: Look, figures: Figures) -> dict[str, float]:
    """Processor milliseconds of each frame over two minutes of a session: pose, paint and copy to the screen."""
    clock = SteppedClock()
    player, page = player_page(look, figures, clock)
    page.start()
    settle(app)
    costs = []
    while clock.seconds < 130:
        clock.seconds += FRAME_MS / 1000
        began = time.thread_time()
        player.tick()
        app.processEvents()
        if player.session.position.elapsed > 10:
            costs.append((time.thread_time() - began) * 1000)
    page.close()
    page.deleteLater()
    player.deleteLater()
    settle(app)
    cuts = quantiles(costs, n=100)
    return {"frames": len(costs), "p50": round(cuts[49], 2), "p99": round(cuts[98], 2), "max": round(max(costs), 2)}


def core_share(app: QApplication, look: Look, figures: Figures, seconds: float) -> float:
    """Per cent of one core over `seconds` of real pacing, after the get-ready."""
    player, page = player_page(look, figures, SystemClock())
    page.start()
    player.skip()
    share = share_while(app, seconds)
    page.close()
    page.deleteLater()
    player.deleteLater()
    settle(app)
    return share


def bare_share(app: QApplication, seconds: float) -> float:
    """The same for the bare orb."""
    window = BareOrb()
    window.resize(*SIZE)
    window.show()
    timer = QTimer(window, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: window.update(440, 100, 360, 360))
    timer.start()
    share = share_while(app, seconds)
    window.close()
    return share


def share_while(app: QApplication, seconds: float) -> float:
    """Per cent of one core that the process takes over `seconds`."""
    settle(app)
    began, began_cpu = time.perf_counter(), time.process_time()
    QTimer.singleShot(round(seconds * 1000), app.quit)
    app.exec()
    return round(100 * (time.process_time() - began_cpu) / (time.perf_counter() - began), 2)


def settle(app: QApplication) -> None:
    """Let the window be mapped and painted."""
    for _ in range(20):
        app.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    main()
