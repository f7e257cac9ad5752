"""Sound over a real sound server that hangs, dies, comes back or was never there: the window goes on all the same."""

import sys
import time
from array import array
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from command import SRC
from ribdown.desktop.audio.choice import OWN_COMMAND, choose_audio
from ribdown.desktop.audio.output import AudioOutput, Backend, Reason
from sound_server import MISSING, RATE, SoundServer

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.skipif(bool(MISSING), reason=f"no sound server here: {MISSING} not installed"),
]

TONE = array("h", [12_000, -12_000] * (RATE * 15)).tobytes()  # half a minute
LIMIT = 60_000  # ms
BLOCKED = 0.5  # seconds: far below what a hanging call takes, far above what this takes on a busy machine


class Heard:
    """What an output said."""

    def __init__(self, audio: AudioOutput) -> None:
        self.events: list[str] = []
        audio.events.failed.connect(self.events.append)
        audio.events.recovered.connect(lambda: self.events.append("recovered"))
        audio.events.device_changed.connect(lambda name: self.events.append(f"device {name}"))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    with SoundServer() as server:
        for name, value in (server.environment | {"PYTHONPATH": str(SRC)}).items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture
def audio(server: SoundServer, qtbot: QtBot) -> Iterator[AudioOutput]:
    audio = choose_audio(Backend.QT, python=(3, 12))
    yield audio
    close_quickly(audio)


def close_quickly(audio: AudioOutput) -> None:
    begin = time.monotonic()
    audio.close()
    assert time.monotonic() - begin < BLOCKED


def play(audio: AudioOutput) -> None:
    """Half a minute of tone, handed over without blocking."""
    begin = time.monotonic()
    audio.play(TONE, 0.0, begin)
    assert time.monotonic() - begin < BLOCKED


def test_sound_that_is_asked_for_before_the_server_has_answered_is_heard(
    server: SoundServer, audio: AudioOutput, qtbot: QtBot
) -> None:
    assert (audio.name, audio.reason) == (Backend.SILENT, Reason.STARTING)
    play(audio)
    with server.recording() as recording:
        qtbot.waitUntil(lambda: recording.loudest(0.0, 60.0) > 10_000, timeout=LIMIT)
    assert (audio.name, audio.reason) == (Backend.QT, Reason.WORKING)


def test_the_volume_holds_for_what_plays_and_what_follows(
    server: SoundServer, audio: AudioOutput, qtbot: QtBot
) -> None:
    audio.set_volume(0.5)
    play(audio)
    with server.recording() as recording:
        qtbot.waitUntil(lambda: recording.loudest(0.0, 60.0) > 1000, timeout=LIMIT)
        heard = len(recording.samples)
        qtbot.waitUntil(lambda: len(recording.samples) > heard + RATE // 2, timeout=LIMIT)
    assert 5000 < recording.loudest(0.0, 60.0) < 7000


def test_a_server_that_hangs_from_the_start_is_given_up(server: SoundServer, audio: AudioOutput, qtbot: QtBot) -> None:
    heard = Heard(audio)
    server.freeze()
    play(audio)
    qtbot.waitUntil(lambda: audio.reason is Reason.NO_ANSWER, timeout=LIMIT)
    assert (audio.name, heard.events) == (Backend.SILENT, ["no-answer"])
    server.thaw()
    qtbot.waitUntil(lambda: audio.name is Backend.QT, timeout=LIMIT)
    assert heard.events == ["no-answer", "recovered"]


def test_a_server_that_hangs_in_mid_play_is_noticed_and_can_be_left(
    server: SoundServer, audio: AudioOutput, qtbot: QtBot
) -> None:
    heard = Heard(audio)
    play(audio)
    with server.recording() as recording:
        qtbot.waitUntil(lambda: recording.loudest(0.0, 60.0) > 10_000, timeout=LIMIT)
        server.freeze()
        qtbot.waitUntil(lambda: heard.events == ["no-answer"], timeout=LIMIT)
        audio.stop()
        play(audio)
        close_quickly(audio)
        server.thaw()


def test_a_server_that_is_killed_and_started_again_plays_on_at_the_right_place(
    server: SoundServer, audio: AudioOutput, qtbot: QtBot
) -> None:
    heard = Heard(audio)
    # Ten seconds of silence, then tone: where it goes on in the wrong place, it is silent.
    audio.play(bytes(10 * RATE * 2) + TONE, 0.0, time.monotonic() - 9.0)
    with server.recording() as recording:
        qtbot.waitUntil(lambda: recording.loudest(0.0, 60.0) > 10_000, timeout=LIMIT)
        server.kill()
        qtbot.waitUntil(lambda: "no-answer" in heard.events, timeout=LIMIT)
    server.start()
    with server.recording() as recording:
        qtbot.waitUntil(lambda: recording.loudest(0.0, 60.0) > 10_000, timeout=LIMIT)
    assert heard.events == ["no-answer", "recovered"]


def test_without_a_server_it_is_silent_and_says_why(server: SoundServer, qtbot: QtBot) -> None:
    server.kill()
    audio = choose_audio(Backend.QT, python=(3, 12))
    heard = Heard(audio)
    play(audio)
    qtbot.waitUntil(lambda: heard.events == ["no-device"], timeout=LIMIT)
    assert (audio.name, audio.reason) == (Backend.SILENT, Reason.NO_DEVICE)
    close_quickly(audio)


def test_a_new_default_output_takes_over_and_the_old_one_after_it(
    server: SoundServer, audio: AudioOutput, qtbot: QtBot
) -> None:
    heard = Heard(audio)
    play(audio)
    qtbot.waitUntil(lambda: audio.name is Backend.QT, timeout=LIMIT)
    server.add_output("headphones")
    qtbot.waitUntil(lambda: heard.events == ["device headphones"], timeout=LIMIT)
    with server.recording("headphones") as recording:
        qtbot.waitUntil(lambda: recording.loudest(0.0, 60.0) > 10_000, timeout=LIMIT)
    server.remove_output()
    qtbot.waitUntil(lambda: heard.events == ["device headphones", "device Nowhere"], timeout=LIMIT)
    with server.recording() as recording:
        qtbot.waitUntil(lambda: recording.loudest(0.0, 60.0) > 10_000, timeout=LIMIT)
    assert (audio.name, len(heard.events)) == (Backend.QT, 2)


def test_without_libpulse_it_is_silent_and_does_not_try_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(SRC))
    hide = "import runpy, sys; sys.modules['PySide6.QtMultimedia'] = None; "
    run = f"runpy.run_module({OWN_COMMAND[-1]!r}, run_name='__main__')"
    audio = choose_audio(Backend.QT, (sys.executable, "-c", hide + run), (3, 12))
    heard = Heard(audio)
    qtbot.waitUntil(lambda: heard.events == ["no-library"], timeout=LIMIT)
    assert (audio.name, audio.reason) == (Backend.SILENT, Reason.NO_LIBRARY)
    with qtbot.assertNotEmitted(audio.events.changed, wait=2500):
        play(audio)
    close_quickly(audio)


def test_a_process_that_does_not_start_is_silence(qtbot: QtBot) -> None:
    audio = choose_audio(Backend.QT, ("/no/such/program",), (3, 12))
    qtbot.waitUntil(lambda: audio.reason is Reason.NO_ANSWER, timeout=LIMIT)
    play(audio)
    close_quickly(audio)
