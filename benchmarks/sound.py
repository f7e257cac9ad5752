"""How punctual sound is: a click track in several chunks, recorded from a private sound server. Prints JSON.

Once with the window free, once with its thread held up for 300 ms in every second; and how long a stop takes to be
silence, with the recorder's own delay on top. Needs pulseaudio and its utilities. Usage: python benchmarks/sound.py
[SECONDS]
"""

import json
import os
import sys
import time
from pathlib import Path
from statistics import quantiles

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QTimer

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "app"), str(ROOT / "tests")]

from ribdown.desktop.audio.choice import choose_audio  # noqa: E402
from ribdown.desktop.audio.output import AudioOutput, Backend  # noqa: E402
from sound_server import EVERY, SoundServer, clicks  # noqa: E402

CHUNK = 24.0  # seconds
AHEAD = 1.0


def run_until(instant: float) -> None:
    """Let the event loop run until the monotonic clock shows this."""
    while time.monotonic() < instant:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, QDeadlineTimer(20))


def measure(server: SoundServer, audio: AudioOutput, seconds: float) -> dict[str, float]:
    """Deviations from the constant delay, in milliseconds."""
    expected = []
    with server.recording() as recording:
        begin = at = time.monotonic() + 0.5
        while at < begin + seconds:
            length = min(CHUNK, begin + seconds - at)
            audio.play(clicks(length), 0.0, at)
            expected += [at - begin + number * EVERY for number in range(1, round(length / EVERY))]
            at += length
            run_until(at - AHEAD)
        run_until(at + 0.5)
    off = [1000 * one for one in recording.deviations(expected)]
    p50, p95 = (quantiles(map(abs, off), n=20)[place] for place in (9, 18))
    return {
        "clicks": len(expected),
        "heard": len(recording.onsets()),
        "underruns": recording.underruns(),
        "p50_ms": round(p50, 2),
        "p95_ms": round(p95, 2),
        "largest_ms": round(max(map(abs, off)), 2),
        "drift_ms": round(off[-1] - off[0], 2),
    }


def stop(server: SoundServer, audio: AudioOutput) -> float:
    """Milliseconds from asking for silence to the last sample of a tone."""
    with server.recording() as recording:
        audio.play(b"\x10\x30\xf0\xcf" * 24_000 * 5, 0.0, time.monotonic())
        run_until(time.monotonic() + 1.0)
        asked = time.monotonic()
        audio.stop()
        run_until(asked + 0.5)
    return round(1000 * (recording.last_sound() - (asked - recording.began)), 1)


def main() -> None:
    """Measure both."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 120.0
    app = QCoreApplication([])
    with SoundServer() as server:
        os.environ.update(server.environment | {"PYTHONPATH": str(ROOT / "app")})
        audio = choose_audio(Backend.QT)
        while audio.name is Backend.SILENT:
            run_until(time.monotonic() + 0.1)
        report = {"seconds": seconds, "free": measure(server, audio, seconds)}
        stall = QTimer(interval=1000)
        stall.timeout.connect(lambda: time.sleep(0.3))
        stall.start()
        report["stalled"] = measure(server, audio, seconds)
        stall.stop()
        report["stop_ms"] = [stop(server, audio) for _ in range(5)]
        audio.close()
    print(json.dumps(report, indent=2))
    app.quit()


if __name__ == "__main__":
    main()
