"""Whatever happens to sound and voice, a session runs to its end, is kept, and its window never waits."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from command import SRC
from fakes import breathing, exercise, plan_of
from live_session import LiveSession
from ribdown.core.history import Status
from ribdown.core.plan import PlanOptions
from ribdown.desktop.audio.output import Backend, Reason
from ribdown.desktop.speech.output import SpeechState
from ribdown.desktop.speech.process_speech import ProcessSpeech
from sound_server import MISSING, SoundServer, SpeechService

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.skipif(bool(MISSING), reason=f"no sound server here: {MISSING} not installed"),
]

# Something changes every two seconds, and the last time long after a server that hangs is given up.
PLAN = plan_of(exercise(breathing(5, 2.0, 2.0)), options=PlanOptions(get_ready=3.0))
LIMIT = 60_000  # ms
BLOCKED = 0.4  # seconds: a hanging call takes longer, and whatever else a busy machine does takes less


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    with SoundServer() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("PYTHONPATH", str(SRC))
        monkeypatch.setenv("ALSA_CONFIG_PATH", "/nonexistent")  # simpleaudio has nothing to play on
        monkeypatch.setenv("SPEECHD_ADDRESS", "unix_socket:/nonexistent")
        yield server
        server.thaw()


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., LiveSession]]:
    """Starts a session and lets it come to 2 s."""
    lives: list[LiveSession] = []

    def start(*, spoken: bool = False) -> LiveSession:
        live = LiveSession(qapp, tmp_path, PLAN, spoken=spoken)
        lives.append(live)
        live.start()
        qtbot.waitUntil(lambda: live.place > 2.0, timeout=LIMIT)
        live.heartbeat.start()  # building the window took its time
        return live

    yield start
    for live in lives:
        live.close()


def to_its_end(live: LiveSession, qtbot: QtBot) -> None:
    """The session ends by itself when it should, and nothing was held up."""
    qtbot.waitUntil(lambda: live.ended, timeout=LIMIT)
    assert live.record.status is Status.COMPLETED
    assert live.record.done_seconds == pytest.approx(PLAN.end, abs=0.1)
    assert live.heartbeat.longest < BLOCKED


def meanwhile(step: Callable[[], None], qtbot: QtBot) -> None:
    """Do this beside the window, which must not be held up by the test itself."""
    thread = Thread(target=step)
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive(), timeout=LIMIT)


def heard(live: LiveSession) -> bool:
    return live.voices.audio.name is Backend.QT


def warned(live: LiveSession, qtbot: QtBot, why: str) -> None:
    """One banner says why, and from then on the edge lights up at each change."""
    qtbot.waitUntil(lambda: bool(live.warned), timeout=LIMIT)
    assert [line.partition(": ")[2].partition(".")[0] for line in live.warned] == [why]
    qtbot.waitUntil(lambda: live.lit, timeout=LIMIT)


def test_the_sound_server_is_killed_in_mid_play_and_started_again(
    server: SoundServer, begin: Callable[..., LiveSession], qtbot: QtBot
) -> None:
    live = begin()
    qtbot.waitUntil(lambda: heard(live), timeout=LIMIT)
    meanwhile(server.kill, qtbot)
    warned(live, qtbot, "the sound service does not answer")
    meanwhile(server.start, qtbot)
    qtbot.waitUntil(lambda: not live.unheard, timeout=LIMIT)
    assert heard(live)
    to_its_end(live, qtbot)


def test_the_sound_server_hangs_from_the_start(
    server: SoundServer, begin: Callable[..., LiveSession], qtbot: QtBot
) -> None:
    server.freeze()
    live = begin()
    warned(live, qtbot, "the sound service does not answer")
    to_its_end(live, qtbot)


def test_the_sound_server_hangs_in_mid_play(
    server: SoundServer, begin: Callable[..., LiveSession], qtbot: QtBot
) -> None:
    live = begin()
    qtbot.waitUntil(lambda: heard(live), timeout=LIMIT)
    server.freeze()
    warned(live, qtbot, "the sound service does not answer")
    to_its_end(live, qtbot)


def test_the_output_is_removed(server: SoundServer, begin: Callable[..., LiveSession], qtbot: QtBot) -> None:
    live = begin()
    qtbot.waitUntil(lambda: heard(live), timeout=LIMIT)
    meanwhile(server.remove_all_outputs, qtbot)
    warned(live, qtbot, "the sound service does not answer")  # Qt goes on listing the last output
    qtbot.waitUntil(lambda: live.voices.audio.reason is Reason.NO_DEVICE, timeout=LIMIT)
    to_its_end(live, qtbot)


def test_there_is_no_output_and_no_voice(server: SoundServer, begin: Callable[..., LiveSession], qtbot: QtBot) -> None:
    server.kill()
    live = begin(spoken=True)
    warned(live, qtbot, "no speaker or headphones are found")
    qtbot.waitUntil(lambda: live.voices.speech.state is SpeechState.NO_ENGINE, timeout=LIMIT)
    to_its_end(live, qtbot)


def test_qt_multimedia_is_not_there(
    server: SoundServer,
    begin: Callable[..., LiveSession],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hide = "import sys\nsys.modules.update({'PySide6.QtMultimedia': None, 'PySide6.QtTextToSpeech': None})\n"
    (tmp_path / "sitecustomize.py").write_text(hide)
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{SRC}")
    live = begin(spoken=True)
    warned(live, qtbot, "a library for it is missing")
    qtbot.waitUntil(lambda: live.voices.speech.state is SpeechState.NO_LIBRARY, timeout=LIMIT)
    to_its_end(live, qtbot)
    assert live.voices.audio.reason is Reason.NO_LIBRARY


@pytest.mark.skipif(bool(SpeechService.MISSING), reason=f"no voice here: {SpeechService.MISSING} not installed")
def test_the_voice_is_killed_in_mid_sentence(
    server: SoundServer, begin: Callable[..., LiveSession], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with SpeechService(server) as service:
        for name, value in service.environment.items():
            monkeypatch.setenv(name, value)
        live = begin(spoken=True)
        speech = live.voices.speech
        assert isinstance(speech, ProcessSpeech)
        qtbot.waitUntil(lambda: speech.state is SpeechState.READY and speech._lines > 0, timeout=LIMIT)
        assert speech._child is not None
        os.kill(speech._child._process.processId(), signal.SIGKILL)
        qtbot.waitUntil(lambda: speech.state is SpeechState.STARTING, timeout=LIMIT)
        qtbot.waitUntil(lambda: speech.state is SpeechState.READY, timeout=LIMIT)
        to_its_end(live, qtbot)
        assert live.warned == []
