"""Leaving in the middle of a tone and a sentence: quick, without a word on stderr, and nothing goes on sounding."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from command import SRC
from sound_server import MISSING, SoundServer, wait_until

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.skipif(bool(MISSING), reason=f"no sound server here: {MISSING} not installed"),
]

# Prints the numbers of its two processes once both are at work, and quits when a line comes.
APP = """
import sys, time
from threading import Thread
from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from ribdown.desktop.audio.choice import choose_audio
from ribdown.desktop.audio.output import Backend
from ribdown.desktop.speech.output import SpeechState
from ribdown.desktop.speech.process_speech import ProcessSpeech

def look():
    if audio.name is Backend.QT and speech.state is SpeechState.READY:
        speech.say("one two three")
        print(audio._child._process.processId(), speech._child._process.processId(), flush=True)

def wait():
    sys.stdin.readline()
    QMetaObject.invokeMethod(app, "quit", Qt.ConnectionType.QueuedConnection)

app = QCoreApplication([])
audio = choose_audio(Backend.QT)
speech = ProcessSpeech("en")
speech.set("mock", "", 0.0, 1.0)
speech.start()
audio.play(bytes(96_000 * 60), 0.0, time.monotonic())
audio.events.changed.connect(look)
speech.events.changed.connect(look)
Thread(target=wait, daemon=True).start()
app.exec()
if "close" in sys.argv:
    audio.close()
    speech.close()
"""


@contextmanager
def playing(server: SoundServer, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], list[int]]]:
    environment = os.environ | server.environment | {"PYTHONPATH": str(SRC), "PYTHONWARNINGS": "error"}
    with subprocess.Popen(
        [sys.executable, "-c", APP, *arguments],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as app:
        assert app.stdout is not None
        yield app, [int(number) for number in app.stdout.readline().split()]
        app.kill()


def ended(pid: int) -> bool:
    """Gone, or waiting for a parent that is gone to take notice of it."""
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z"


@pytest.mark.parametrize("way", ["close", "just leave"])
@pytest.mark.parametrize("frozen", [False, True], ids=["server answers", "server hangs"])
def test_leaving_in_mid_play(way: str, *, frozen: bool) -> None:
    with SoundServer() as server, playing(server, way) as (app, pids):
        assert len(pids) == 2
        if frozen:
            server.freeze()
        _, errors = app.communicate("\n", timeout=20)
        server.thaw()
        assert (app.returncode, errors) == (0, "")
        wait_until(lambda: all(map(ended, pids)))


def test_a_window_that_is_killed_takes_its_processes_with_it() -> None:
    with SoundServer() as server, playing(server) as (app, pids):
        assert len(pids) == 2
        assert not any(map(ended, pids))
        app.kill()
        wait_until(lambda: all(map(ended, pids)))
