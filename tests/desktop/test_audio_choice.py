"""What plays is chosen in one place, and simpleaudio only where it does not crash the interpreter."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from command import SRC
from ribdown.desktop.audio.choice import OWN_COMMAND, choose_audio
from ribdown.desktop.audio.output import Backend, Reason

LIMIT = 60_000  # ms
# A stand-in for the process that plays: it notes what it is asked to be, and can be one thing only.
STAND_IN = """
import json, sys
log, able, backend = sys.argv[1:]
open(log, "a").write(backend + " ")
print(json.dumps({"ready": True} if able == backend else {"refused": "no-device"}), flush=True)
sys.stdin.read()
"""
needs_simpleaudio = pytest.mark.skipif(
    sys.version_info >= (3, 12) or find_spec("simpleaudio") is None, reason="simpleaudio is not installed"
)


def stand_in(log: Path, able: str) -> tuple[str, ...]:
    return (sys.executable, "-c", STAND_IN, str(log), able)


@pytest.mark.parametrize(
    ("preference", "able", "tried", "reason"),
    [
        (Backend.QT, "qt", "qt", Reason.WORKING),
        (Backend.SIMPLEAUDIO, "simpleaudio", "simpleaudio", Reason.WORKING),
        (Backend.QT, "simpleaudio", "qt simpleaudio", Reason.NO_DEVICE),
        (Backend.SIMPLEAUDIO, "qt", "simpleaudio qt", Reason.NO_DEVICE),
    ],
)
def test_the_preferred_one_plays_and_otherwise_the_other(
    preference: Backend, able: str, tried: str, reason: Reason, tmp_path: Path, qtbot: QtBot
) -> None:
    log = tmp_path / "tried"
    audio = choose_audio(preference, stand_in(log, able), (3, 11))
    qtbot.waitUntil(lambda: audio.name.value == able, timeout=LIMIT)
    audio.close()
    assert (log.read_text().split(), audio.reason) == (tried.split(), reason)


@pytest.mark.parametrize("preference", [Backend.QT, Backend.SIMPLEAUDIO])
def test_from_python_3_12_on_simpleaudio_is_never_tried(preference: Backend, tmp_path: Path, qtbot: QtBot) -> None:
    log = tmp_path / "tried"
    audio = choose_audio(preference, stand_in(log, "simpleaudio"), (3, 12))
    qtbot.waitUntil(lambda: audio.reason is Reason.NO_DEVICE, timeout=LIMIT)
    audio.close()
    assert log.read_text().split() == ["qt"]


@pytest.mark.skipif(sys.version_info < (3, 12), reason="it may be imported there")
def test_its_process_refuses_to_import_it_there() -> None:
    script = "import runpy, sys; sys.modules['simpleaudio'] = sys; sys.argv[1:] = ['simpleaudio']; "
    script += "runpy.run_module('ribdown.desktop.audio.sink_process', run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"PYTHONPATH": str(SRC)},
        input=b"",
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.stdout == b'{"refused": "no-library"}\n'


def test_no_sound_is_wanted_and_nothing_is_started() -> None:
    audio = choose_audio(Backend.SILENT, ("/no/such/program",))
    assert (audio.name, audio.reason) == (Backend.SILENT, Reason.NOT_WANTED)
    audio.set_volume(0.5)
    audio.play(b"", 0.0, 0.0)
    audio.stop()
    audio.close()


def use_alsa(device: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make this ALSA's default device, for the processes that are started."""
    (folder / "asound.conf").write_text(f"pcm.!default {{ {device} }}\nctl.!default {{ type null }}\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(folder / "asound.conf"))
    monkeypatch.setenv("PYTHONPATH", str(SRC))


@pytest.fixture
def null_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes everything and plays nothing."""
    use_alsa("type null", tmp_path, monkeypatch)


@needs_simpleaudio
def test_without_a_device_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    use_alsa("type hw card 77", tmp_path, monkeypatch)
    refuse_qt = "import sys; sys.modules['PySide6.QtMultimedia'] = None; import runpy; "
    refuse_qt += f"runpy.run_module({OWN_COMMAND[-1]!r}, run_name='__main__')"
    audio = choose_audio(Backend.SIMPLEAUDIO, (sys.executable, "-c", refuse_qt))
    qtbot.waitUntil(lambda: audio.reason is Reason.NO_DEVICE, timeout=LIMIT)
    audio.close()


@needs_simpleaudio
@pytest.mark.usefixtures("null_device")
def test_three_hundred_cues_over_each_other_leave_no_thread_and_no_descriptor_behind() -> None:
    # The device takes samples as fast as they come: with a minute each, one is still under way when the next begins.
    script = """
import os, time
from ribdown.desktop.audio.simple_player import SimplePlayer

def held():
    return len(os.listdir("/proc/self/task")), len(os.listdir("/proc/self/fd"))

player = SimplePlayer()  # imports numpy, whose threads are not ours
cue = player.load(bytes(96_000 * 60))
player._simpleaudio.play_buffer(cue, 1, 2, 48_000).wait_done()
before = held()
playing = []
most = 0
for _ in range(300):
    playing.append(player._simpleaudio.play_buffer(cue, 1, 2, 48_000))
    most = max(most, sum(one.is_playing() for one in playing[-20:]))
end = time.monotonic() + 60
while any(one.is_playing() for one in playing) or max(now - was for now, was in zip(held(), before)) > 0:
    assert time.monotonic() < end, (before, held())
for _ in range(50):  # and one after the other, as a session does
    player.begin(cue[:4800], lambda: 0)
player.stop()
while max(now - was for now, was in zip(held(), before)) > 0:
    assert time.monotonic() < end, (before, held())
print("ended", len(playing), most)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120)
    ended = done.stdout.split()
    assert (done.returncode, done.stderr, ended[:2]) == (0, "", ["ended", "300"])
    assert int(ended[2]) > 1


@needs_simpleaudio
@pytest.mark.usefixtures("null_device")
def test_where_it_may_it_plays(qtbot: QtBot) -> None:
    audio = choose_audio(Backend.SIMPLEAUDIO)
    qtbot.waitUntil(lambda: audio.name is Backend.SIMPLEAUDIO, timeout=LIMIT)
    audio.set_volume(0.5)
    for _ in range(50):
        audio.play(bytes(96_000), 0.0, 0.0)
    with qtbot.assertNotEmitted(audio.events.failed, wait=1000):
        audio.stop()
    audio.close()
    assert audio.reason is Reason.WORKING
