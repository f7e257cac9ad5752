"""Says whether this installation works: named checks, and how long the first window takes.

What only a check needs is imported there, so that the timed window takes no longer than anybody's.
"""

import os
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ribdown.core.errors import UserError
from ribdown.infra.process import memory_megabytes, seconds_since_start
from ribdown.main import Opening, qt_application

_PAINTER_CALLS = 10_000
_SOUND_MS = 20_000  # a sound service that does not answer is given up before
_LOST_AT_MOST = 50  # references to None that other code may take meanwhile


def run(data_folder: Path, *, as_json: bool, first_window: bool) -> int:
    """Run the checks, or time the first window; print the result. Returns the exit code."""
    return _time_first_window(data_folder) if first_window else _check_all(as_json=as_json)


def _check_all(*, as_json: bool) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # the checks need fonts and a painter, but no screen
    app = qt_application()
    results = [(name, *_result(check)) for name, check in _CHECKS.items()]
    if as_json:
        import json

        print(json.dumps([{"check": name, "ok": ok, "detail": detail} for name, ok, detail in results], indent=2))
    else:
        for name, ok, detail in results:
            print(f"{'ok  ' if ok else 'FAIL'}  {name:<10}  {detail}")
    app.quit()
    return 0 if all(ok for _, ok, _ in results) else 1


def _result(check: Callable[[], str]) -> tuple[bool, str]:
    try:
        return True, check()
    except (UserError, OSError) as error:
        return False, str(error)


def _resources() -> str:
    from ribdown.infra.resources import resource_folder
    from ribdown.infra.themes import load_theme

    for name in ("light", "dark"):
        load_theme(name)
    return str(resource_folder())


def _content() -> str:
    import tempfile

    from ribdown.infra.library import load_library

    with tempfile.TemporaryDirectory() as folder:
        library = load_library(Path(folder))
    return f"{len(library.exercises)} exercises, {len(library.routines)} routines"


def _figures() -> str:
    import tempfile

    from ribdown.infra.figure_colours import load_figure_colours
    from ribdown.infra.figures import BundledFigures
    from ribdown.infra.library import load_library

    figures = BundledFigures()
    with tempfile.TemporaryDirectory() as folder:
        known = [exercise for exercise in load_library(Path(folder)).exercises if figures.figure_of(exercise)]
    return f"{len(known)} exercises have a figure, in {len(load_figure_colours())} themes"


def _audio() -> str:
    """Silence is no fault of the installation, so this tells what plays and why, and fails never."""
    from PySide6.QtCore import QEventLoop

    from ribdown.desktop.audio.choice import choose_audio
    from ribdown.desktop.audio.output import Backend

    waiting = QEventLoop()
    audio = choose_audio(Backend.QT)
    audio.events.changed.connect(waiting.quit)
    QTimer.singleShot(_SOUND_MS, waiting.quit)
    waiting.exec()
    found = f"{audio.name}: {audio.reason}"
    audio.close()
    return found


def _voice() -> str:
    """Like `audio`: a computer without a voice is no fault of the installation."""
    from PySide6.QtCore import QEventLoop

    from ribdown.desktop.speech.output import SpeechState
    from ribdown.desktop.speech.process_speech import ProcessSpeech

    waiting = QEventLoop()
    speech = ProcessSpeech("en")
    speech.start()
    speech.events.changed.connect(lambda: waiting.quit() if speech.state is not SpeechState.STARTING else None)
    QTimer.singleShot(_SOUND_MS, waiting.quit)
    waiting.exec()
    # One that still starts by now hangs.
    found = (SpeechState.NO_ANSWER if speech.state is SpeechState.STARTING else speech.state).value
    if speech.state is SpeechState.READY:
        first = next(iter(speech.voices), "none")
        found = f"{', '.join(speech.engines)}: {len(speech.voices)} voices, the first is {first}"
    speech.close()
    return found


def _database() -> str:
    import tempfile

    from ribdown.infra.opening import open_history

    with tempfile.TemporaryDirectory() as folder:
        store, notice = open_history(Path(folder), datetime.now(UTC).date())
        with closing(store):
            if notice is not None:
                raise notice
            return f"{len(store.sessions())} sessions in a new file"


def _power() -> str:
    """Mains or no battery is no fault: this tells only that asking works."""
    from ribdown.desktop.power.psutil_power import PsutilPower

    return "on battery" if PsutilPower().on_battery() else "on mains power, or no battery that can be asked"


def _painting() -> str:
    """PySide6 6.12.0 loses a reference to None with each call on Python < 3.12, until the interpreter aborts."""
    from PySide6.QtGui import QImage, QPainter

    image = QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(_PAINTER_CALLS):
        painter.setOpacity(1.0)
    lost = before - sys.getrefcount(None)
    painter.end()
    if lost > _LOST_AT_MOST:
        raise UserError(f"{_PAINTER_CALLS} calls lost {lost} references to None.", "Install PySide6 6.11.3.")
    return f"{_PAINTER_CALLS} calls lost {max(lost, 0)} references to None"


def _fonts() -> str:
    from PySide6.QtGui import QFontDatabase

    families = QFontDatabase.families()
    if not families:
        raise UserError("There is no font.", "Install one, such as DejaVu Sans.")
    return next((family for family in ("Inter", "Noto Sans", "DejaVu Sans") if family in families), families[0])


_CHECKS = {
    "resources": _resources,
    "content": _content,
    "figures": _figures,
    "database": _database,
    "painting": _painting,
    "fonts": _fonts,
    "audio": _audio,
    "voice": _voice,
    "power": _power,
}


class _FirstPaint(QObject):
    """Prints what it took to paint the window and then the start page, and quits."""

    def __init__(self, app: QApplication, opening: Opening) -> None:
        super().__init__(app)
        self._app = app
        self._opening = opening
        self._page: QWidget | None = None
        self._window: dict[str, float | None] = {}
        opening.window.first_painted.connect(self._furnish)

    def _furnish(self) -> None:
        self._window = {"milliseconds": round(seconds_since_start() * 1000), "megabytes": memory_megabytes()}
        self._opening.furnish()
        self._page = self._opening.window.shown_page()
        self._app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the start page's first paint: of its content, which covers the page itself."""
        page = self._page
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget) and page and page.isAncestorOf(watched):
            self._app.removeEventFilter(self)
            QTimer.singleShot(0, self._report)
        return False

    def _report(self) -> None:
        page = {
            "start_page_milliseconds": round(seconds_since_start() * 1000),
            "start_page_megabytes": memory_megabytes(),
        }
        import json

        print(json.dumps(self._window | page))
        self._app.quit()


def _time_first_window(data_folder: Path) -> int:
    app = qt_application()
    opening = Opening(app, data_folder)
    _FirstPaint(app, opening)
    opening.window.show()
    code = app.exec()
    opening.close()
    return code
