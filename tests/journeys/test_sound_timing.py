"""Tones sound when they should: a click track, recorded from a real sound server."""

import os
import signal
import time
from array import array
from collections.abc import Callable, Iterator
from statistics import median

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from command import SRC
from ribdown.desktop.audio.choice import OWN_COMMAND, choose_audio
from ribdown.desktop.audio.output import AudioOutput, Backend
from ribdown.desktop.audio.process_audio import ProcessAudio
from sound_server import EVERY, MISSING, RATE, SoundServer, clicks

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.skipif(bool(MISSING), reason=f"no sound server here: {MISSING} not installed"),
]

LATE = 0.010  # seconds


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    with SoundServer() as server:
        for name, value in (server.environment | {"PYTHONPATH": str(SRC)}).items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture
def audio(server: SoundServer, qtbot: QtBot) -> Iterator[AudioOutput]:
    audio = choose_audio(Backend.QT)
    qtbot.waitUntil(lambda: audio.name is Backend.QT, timeout=20_000)
    yield audio
    audio.close()


def within_limits(measure: Callable[[], bool]) -> bool:
    """Whether one of three measurements holds: a machine that is busy with something else spoils one, and what is wrong
    with the sound spoils all."""
    return any(measure() for _ in range(3))


def tone(seconds: float) -> bytes:
    """Loud from beginning to end."""
    return array("h", [12_000, -12_000] * round(seconds * RATE / 2)).tobytes()


@pytest.mark.parametrize("stalled", [False, True], ids=["free", "window stalled"])
def test_clicks_of_several_chunks_are_heard_where_they_belong(
    server: SoundServer, audio: AudioOutput, qtbot: QtBot, *, stalled: bool
) -> None:
    stall = QTimer(interval=1000)
    stall.timeout.connect(lambda: time.sleep(0.3))
    if stalled:
        stall.start()
    assert within_limits(lambda: _chunks_are_on_time(server, audio, qtbot))
    stall.stop()


def _chunks_are_on_time(server: SoundServer, audio: AudioOutput, qtbot: QtBot) -> bool:
    with server.recording() as recording:
        begin = at = time.monotonic() + 0.2
        expected = []
        for length in (3.0, 2.0, 5.0):
            audio.play(clicks(length), 0.0, at)
            expected += [at - begin + number * EVERY for number in range(1, round(length / EVERY))]
            at += length
            # The next chunk is handed over before this one is over, as early as a stalled window may have to.
            qtbot.waitUntil(lambda end=at: time.monotonic() > end - 0.5, timeout=20_000)  # type: ignore[misc]
        qtbot.waitUntil(lambda: time.monotonic() > at + 0.5, timeout=20_000)
    if len(recording.onsets()) != len(expected):
        return False
    off = recording.deviations(expected)
    return sorted(map(abs, off))[round(0.95 * len(off)) - 1] <= LATE and abs(off[-1] - off[0]) <= LATE


def test_what_was_held_up_is_on_time_again(server: SoundServer, qtbot: QtBot) -> None:
    assert within_limits(lambda: _is_on_time_again(server, qtbot))


def _is_on_time_again(server: SoundServer, qtbot: QtBot) -> bool:
    audio = ProcessAudio({Backend.QT: (*OWN_COMMAND, "qt")})
    qtbot.waitUntil(lambda: audio.name is Backend.QT, timeout=20_000)
    assert audio._child is not None
    player = audio._child._process.processId()
    with server.recording() as recording:
        begin = time.monotonic() + 0.2
        audio.play(clicks(9.0), 0.0, begin)
        qtbot.waitUntil(lambda: time.monotonic() > begin + 2.6, timeout=20_000)
        os.kill(player, signal.SIGSTOP)
        time.sleep(0.6)
        os.kill(player, signal.SIGCONT)
        qtbot.waitUntil(lambda: time.monotonic() > begin + 9.5, timeout=20_000)
    audio.close()
    before, after = (
        [number * EVERY for number in range(1, 36) if start < number * EVERY < end]
        for start, end in ((0.0, 2.0), (6.0, 8.9))
    )
    return max(map(abs, recording.deviations(before + after))) <= 2 * LATE


def test_a_chunk_that_comes_late_goes_on_where_it_has_to_be(
    server: SoundServer, audio: AudioOutput, qtbot: QtBot
) -> None:
    with server.recording() as recording:
        audio.play(clicks(3.0), 0.5, time.monotonic() - 0.6)  # 1.1 s into it: clicks at 1.25 to 2.75 are left
        qtbot.waitUntil(lambda: len(recording.samples) > 2.5 * RATE, timeout=20_000)
    assert len(recording.onsets()) == 7


def test_stop_is_heard_at_once(server: SoundServer, audio: AudioOutput, qtbot: QtBot) -> None:
    cuts = []
    for _ in range(5):
        with server.recording() as recording:
            audio.play(tone(10.0), 0.0, time.monotonic())
            qtbot.waitUntil(lambda: recording.loudest(0.0, 60.0) > 2000, timeout=20_000)
            audio.stop()
            stopped = time.monotonic()
            end = len(recording.samples) + RATE // 2
            qtbot.waitUntil(lambda r=recording, e=end: len(r.samples) > e, timeout=20_000)  # type: ignore[misc]
        cuts.append(recording.last_sound() - (stopped - recording.began))  # the recorder's own delay comes on top
    assert median(cuts) <= 0.05
