"""A voice through speech-dispatcher and espeak-ng, recorded; and all the ways in which there is none."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from ctypes.util import find_library
from importlib.util import find_spec

import pytest
from pytestqt.qtbot import QtBot

from command import SRC
from ribdown.desktop.speech.output import NullSpeech, Speech, SpeechState
from ribdown.desktop.speech.process_speech import OWN_COMMAND, ProcessSpeech
from sound_server import RATE, SoundServer, SpeechService

needs_engine = pytest.mark.skipif(
    bool(SpeechService.MISSING), reason=f"no voice here: {SpeechService.MISSING} not installed"
)
needs_library = pytest.mark.skipif(
    find_spec("PySide6.QtTextToSpeech") is None or find_library("pulse") is None,
    reason="Qt's speech module or libpulse is not installed",
)
LIMIT = 60_000  # ms
BLOCKED = 0.6  # seconds: far below what a hanging call takes
LOUD = 1000
LINE = "Let go, and breathe out slowly."


@pytest.fixture(autouse=True)
def own_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(SRC))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    with SoundServer() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture
def service(server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[SpeechService]:
    with SpeechService(server) as service:
        for name, value in service.environment.items():
            monkeypatch.setenv(name, value)
        yield service


@pytest.fixture
def speech(qtbot: QtBot) -> Iterator[ProcessSpeech]:
    speech = ProcessSpeech("en")
    yield speech
    begin = time.monotonic()
    speech.close()
    assert time.monotonic() - begin < BLOCKED


def process_of(speech: ProcessSpeech) -> int:
    assert speech._child is not None
    return speech._child._process.processId()


def quick(speech: Speech) -> None:
    """Everything that a session asks of it, without waiting for anything."""
    begin = time.monotonic()
    speech.start()
    speech.say(LINE)
    speech.stop()
    speech.say(LINE)
    speech.set("", "", 0.2, 0.8)
    assert time.monotonic() - begin < BLOCKED


@pytest.mark.xvfb
@needs_engine
def test_a_line_is_heard_and_nothing_before_and_after(
    server: SoundServer, service: SpeechService, speech: ProcessSpeech, qtbot: QtBot
) -> None:
    speech.start()
    assert speech.state is SpeechState.STARTING
    qtbot.waitUntil(lambda: speech.state is SpeechState.READY, timeout=LIMIT)
    assert "speechd" in speech.engines
    assert "mock" not in speech.engines
    assert any("English" in voice for voice in speech.voices)
    with server.recording() as recording:
        qtbot.waitUntil(lambda: len(recording.samples) > RATE // 2, timeout=LIMIT)
        asked = len(recording.samples) / RATE
        speech.say(LINE)
        qtbot.waitUntil(lambda: recording.loudest(asked, 60.0) > LOUD, timeout=LIMIT)
        qtbot.waitUntil(lambda: len(recording.samples) / RATE > recording.last_sound(LOUD) + 2.0, timeout=LIMIT)
    assert recording.loudest(0.0, asked) == 0
    assert 0.8 < recording.last_sound(LOUD) - recording.onsets(LOUD)[0] < 5.0


@pytest.mark.xvfb
@needs_engine
def test_a_line_that_is_asked_for_in_the_last_moment_of_starting_is_heard(
    server: SoundServer, service: SpeechService, speech: ProcessSpeech, qtbot: QtBot
) -> None:
    with server.recording() as recording:
        speech.start()
        while speech.state is SpeechState.STARTING:  # said again and again, as the last of several lines
            speech.say(LINE)
            qtbot.wait(100)
        qtbot.waitUntil(lambda: recording.loudest(0.0, 60.0) > LOUD, timeout=LIMIT)


@pytest.mark.xvfb
@needs_engine
def test_stop_cuts_the_sentence(
    server: SoundServer, service: SpeechService, speech: ProcessSpeech, qtbot: QtBot
) -> None:
    speech.start()
    qtbot.waitUntil(lambda: speech.state is SpeechState.READY, timeout=LIMIT)
    with server.recording() as recording:
        speech.say(LINE * 20)
        qtbot.waitUntil(lambda: recording.loudest(0.0, 60.0) > LOUD, timeout=LIMIT)
        speech.stop()
        end = len(recording.samples) / RATE + 4.0
        qtbot.waitUntil(lambda: len(recording.samples) / RATE > end, timeout=LIMIT)
    assert recording.loudest(end - 2.0, end) < LOUD


@pytest.mark.xvfb
@needs_engine
def test_killed_in_mid_sentence_it_comes_back_and_speaks(
    server: SoundServer, service: SpeechService, speech: ProcessSpeech, qtbot: QtBot
) -> None:
    speech.start()
    qtbot.waitUntil(lambda: speech.state is SpeechState.READY, timeout=LIMIT)
    with server.recording() as recording:
        speech.say(LINE * 20)
        qtbot.waitUntil(lambda: recording.loudest(0.0, 60.0) > LOUD, timeout=LIMIT)
        os.kill(process_of(speech), signal.SIGKILL)
        qtbot.waitUntil(lambda: speech.state is SpeechState.STARTING, timeout=LIMIT)
    qtbot.waitUntil(lambda: speech.state is SpeechState.READY, timeout=LIMIT)
    with server.recording() as recording:
        speech.say(LINE)
        qtbot.waitUntil(lambda: recording.loudest(0.0, 60.0) > LOUD, timeout=LIMIT)


@pytest.mark.xvfb
@needs_engine
def test_a_service_that_hangs_blocks_nothing(
    server: SoundServer, service: SpeechService, speech: ProcessSpeech, qtbot: QtBot
) -> None:
    speech.start()
    qtbot.waitUntil(lambda: speech.state is SpeechState.READY, timeout=LIMIT)
    service.freeze()
    quick(speech)
    qtbot.waitUntil(lambda: speech.state is not SpeechState.READY, timeout=LIMIT)
    quick(speech)


@needs_library
def test_killed_each_time_it_is_given_up_until_the_next_start(speech: ProcessSpeech, qtbot: QtBot) -> None:
    speech.set("mock", "", 0.0, 1.0)
    starts = []
    speech.start()
    while speech.state is not SpeechState.NO_ANSWER:
        qtbot.waitUntil(lambda: speech.state in (SpeechState.READY, SpeechState.NO_ANSWER), timeout=LIMIT)
        if speech.state is SpeechState.READY:
            starts.append(process_of(speech))
            os.kill(starts[-1], signal.SIGKILL)
            qtbot.waitUntil(lambda: speech.state is not SpeechState.READY, timeout=LIMIT)
    assert len(set(starts)) == 3
    speech.say(LINE)
    speech.start()
    qtbot.waitUntil(lambda: speech.state is SpeechState.READY, timeout=LIMIT)


@needs_library
def test_the_sham_engine_is_never_taken_by_itself(
    speech: ProcessSpeech, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPEECHD_ADDRESS", "unix_socket:/nonexistent")  # and so no engine is ready
    speech.start()
    speech.say(LINE)
    qtbot.waitUntil(lambda: speech.state is SpeechState.NO_ENGINE, timeout=LIMIT)
    assert speech.engines == speech.voices == ()
    speech.say(LINE)


def test_without_libpulse_there_is_no_voice(qtbot: QtBot) -> None:
    hide = "import runpy, sys; sys.modules['PySide6.QtTextToSpeech'] = None; "
    run = f"runpy.run_module({OWN_COMMAND[-1]!r}, run_name='__main__')"
    speech = ProcessSpeech("en", (sys.executable, "-c", hide + run))
    quick(speech)
    qtbot.waitUntil(lambda: speech.state is SpeechState.NO_LIBRARY, timeout=LIMIT)
    speech.close()
    assert speech.state is SpeechState.OFF


def test_a_process_that_cannot_start_is_silence(qtbot: QtBot) -> None:
    speech = ProcessSpeech("en", ("/no/such/program",))
    quick(speech)
    qtbot.waitUntil(lambda: speech.state is SpeechState.NO_ANSWER, timeout=LIMIT)
    speech.close()


def test_no_voice_does_nothing() -> None:
    speech = NullSpeech()
    quick(speech)
    speech.close()
    assert (speech.state, speech.engines, speech.voices) == (SpeechState.OFF, (), ())
