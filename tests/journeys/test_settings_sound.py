"""The tests of sound and voice on the settings page, through the real processes, recorded."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from command import SRC
from ribdown.core.settings import Settings
from ribdown.infra.system_clock import SystemClock
from ribdown.ui.sound_check import SoundCheck
from ribdown.ui.voices import desktop_voices
from sound_server import MISSING, RATE, SoundServer, SpeechService

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.skipif(bool(MISSING), reason=f"no sound server here: {MISSING} not installed"),
]
needs_engine = pytest.mark.skipif(
    bool(SpeechService.MISSING), reason=f"no voice here: {SpeechService.MISSING} not installed"
)
LIMIT = 60_000  # ms
LOUD = 1000


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    monkeypatch.setenv("PYTHONPATH", str(SRC))
    with SoundServer() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("SPEECHD_ADDRESS", "unix_socket:/nonexistent")
        yield server


@pytest.fixture
def check(qapp: QApplication) -> Iterator[SoundCheck]:
    """Leaves no process behind."""
    check = SoundCheck(desktop_voices, SystemClock())
    yield check
    check.close()
    assert children() == []


def children() -> list[str]:
    """The processes that this one has started and that still run, by their modules."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            parent = int((entry / "stat").read_text().rpartition(") ")[2].split()[1]) if entry.name.isdigit() else 0
            command = (entry / "cmdline").read_text() if parent == os.getpid() else ""
        except OSError:  # it has just ended
            continue
        found += [part for part in command.split("\0") if part.startswith("ribdown.desktop")]
    return sorted(found)


def test_an_exhale_and_a_tick_are_heard_and_what_plays_is_said(
    server: SoundServer, check: SoundCheck, qtbot: QtBot
) -> None:
    check.open(Settings(voice=False))
    assert check.output == "Looking for speakers"
    with server.recording() as recording:
        check.play_tones()  # before there is an output
        qtbot.waitUntil(lambda: recording.loudest(0.0, 60.0) > LOUD, timeout=LIMIT)
        end = recording.onsets(LOUD)[0] + 4.0
        qtbot.waitUntil(lambda: len(recording.samples) / RATE > end, timeout=LIMIT)
    assert check.output == "Qt plays through this computer’s sound service."
    assert check.tones_told == "An exhale and a tick are played."
    begin = recording.onsets(LOUD)[0]
    assert recording.loudest(begin + 0.5, begin + 2.0) > LOUD
    assert 3.4 < recording.last_sound(LOUD) - begin < 3.8, "the tick is the last that is heard"
    assert children() == ["ribdown.desktop.audio.sink_process"]


def test_a_server_that_dies_is_said_and_one_that_comes_is_found(
    server: SoundServer, check: SoundCheck, qtbot: QtBot
) -> None:
    check.open(Settings(voice=False))
    qtbot.waitUntil(lambda: check.output.startswith("Qt plays"), timeout=LIMIT)
    server.kill()
    check.play_tones()
    qtbot.waitUntil(lambda: check.output.startswith("There is no sound"), timeout=LIMIT)
    check.play_tones()
    qtbot.waitUntil(lambda: check.tones_told.startswith("There is no sound"), timeout=LIMIT)
    server.start()
    qtbot.waitUntil(lambda: check.output.startswith("Qt plays"), timeout=LIMIT)


@needs_engine
def test_a_line_is_spoken(
    server: SoundServer, check: SoundCheck, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with SpeechService(server) as service:
        for name, value in service.environment.items():
            monkeypatch.setenv(name, value)
        check.open(Settings())
        assert check.speech == "Looking for voices"
        with server.recording() as recording:
            check.say_line()  # before there is a voice
            assert check.voice_told == "Looking for voices"
            qtbot.waitUntil(lambda: recording.loudest(0.0, 60.0) > LOUD, timeout=LIMIT)
        assert "speechd" in check.engines
        assert any("English" in speaker for speaker in check.speakers)
        assert check.voice_told == "One line is spoken."
        check.close()


@needs_engine
def test_without_a_speech_service_it_is_said_what_to_install(
    server: SoundServer, check: SoundCheck, qtbot: QtBot
) -> None:
    check.open(Settings())
    check.say_line()
    qtbot.waitUntil(lambda: check.speech.startswith("There is no voice: no speech engine"), timeout=LIMIT)
    assert "install speech-dispatcher" in check.voice_told
    assert (check.engines, check.speakers) == ((), ())
