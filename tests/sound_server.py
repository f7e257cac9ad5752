"""A sound server of one's own: a private PulseAudio whose only output goes nowhere but into a recording."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from statistics import median
from threading import Thread
from types import TracebackType
from typing import Self

RATE = 48_000
EVERY = 0.25  # seconds between clicks
_PROGRAMS = ("pulseaudio", "parec", "pactl")
_MODULE = "lib*/speech-dispatcher-modules/sd_espeak-ng"
_SAW = array("h", range(100, 900, 8))
_LIMIT = 20.0  # seconds, for anything that is waited for
_MULTIMEDIA = [] if find_spec("PySide6.QtMultimedia") else ["PySide6-Addons"]
MISSING = ", ".join([*(name for name in _PROGRAMS if shutil.which(name) is None), *_MULTIMEDIA])


def wait_until(condition: Callable[[], object], limit: float = _LIMIT) -> None:
    """Look every few milliseconds until it holds; past the limit this fails."""
    end = time.monotonic() + limit
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.005)


def clicks(seconds: float) -> bytes:
    """A click of 10 ms at each quarter of a second, the first at 0.25 s, over a soft sawtooth, in which each sample
    that is missing or comes twice breaks the ramp."""
    samples = array("h", _SAW * round(seconds * RATE / len(_SAW)))
    for number in range(1, round(seconds / EVERY)):
        start = round(number * EVERY * RATE)
        samples[start : start + 480] = array("h", [12_000, -12_000] * 240)
    return samples.tobytes()


class Recording:
    """What an output played, in mono samples."""

    def __init__(self) -> None:
        self.samples = array("h")
        self._began: list[float] = []  # monotonic seconds: when the first sample was heard, as each block has it

    @property
    def began(self) -> float:
        """When the first sample was heard. A block may come late and never early: the earliest of all knows best."""
        return min(self._began)

    @property
    def pace(self) -> float:
        """Seconds of the monotonic clock to a second of samples: an output that goes nowhere has no quartz, and the
        server's own rounding makes it fast by some 0.01 %."""
        third = len(self._began) // 3
        seconds = len(self.samples) / RATE * 2 / 3
        return 1 + (median(self._began[-third:]) - median(self._began[:third])) / seconds

    def read(self, pipe: int) -> None:
        """Take what comes until the pipe ends."""
        odd = b""
        while block := os.read(pipe, 4096):
            block = odd + block
            whole = len(block) // 2 * 2
            self.samples.frombytes(block[:whole])
            odd = block[whole:]
            self._began.append(time.monotonic() - len(self.samples) / RATE)

    def onsets(self, threshold: int = 2000, quiet: float = 0.02) -> list[float]:
        """Seconds into the recording at which sound comes after at least `quiet` seconds without."""
        found = []
        last = -RATE
        for place, sample in enumerate(self.samples):
            if abs(sample) > threshold:
                if place - last > quiet * RATE:
                    found.append(place / RATE)
                last = place
        return found

    def underruns(self) -> int:
        """How often the sawtooth of `clicks` breaks, between its first sample and its last."""
        places = {value: place for place, value in enumerate(_SAW)}
        soft = [(place, places[sample]) for place, sample in enumerate(self.samples) if sample in places]
        return sum(
            (place - before - step + step_before) % len(_SAW) != 0 or place - before > RATE * EVERY / 2
            for (before, step_before), (place, step) in pairwise(soft)
        )

    def deviations(self, expected: list[float], onsets: list[float] | None = None) -> list[float]:
        """For each expected onset, by how many seconds the nearest that was heard, or the nearest of `onsets`, is off,
        when the constant delay between asking and hearing is taken away. Late is positive. The first two belong to each
        other."""
        pace = self.pace
        heard = [onset * pace for onset in (self.onsets() if onsets is None else onsets)]
        near = [min(heard, key=lambda h, e=e: abs(h - heard[0] - e + expected[0])) - e for e in expected]  # type: ignore[misc]
        return [offset - median(near) for offset in near]

    def last_sound(self, threshold: int = 2000) -> float:
        """Seconds into the recording at which the last sound ends."""
        loud = (place for place in range(len(self.samples) - 1, -1, -1) if abs(self.samples[place]) > threshold)
        return next(loud) / RATE

    def loudest(self, start: float, end: float) -> int:
        """The peak between two places, in seconds."""
        part = self.samples[round(start * RATE) : round(end * RATE)]
        return max(max(part), -min(part)) if part else 0


class SoundServer:
    """Runs inside `with`; can be stopped, killed and started again. `environment` leads programs to it."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="sound"))  # short: the path of a socket has little room
        self._process: subprocess.Popen[bytes] | None = None
        self.environment = {
            "PULSE_SERVER": f"unix:{self._folder}/native",
            "PULSE_COOKIE": f"{self._folder}/cookie",
            "XDG_RUNTIME_DIR": str(self._folder),
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
        }

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._process is not None:
            self.kill()
        shutil.rmtree(self._folder)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--system=false", "--use-pid-file=no"]
        for module in (
            f"module-native-protocol-unix socket={self._folder}/native auth-anonymous=1",
            f"module-null-sink sink_name=null rate={RATE} sink_properties=device.description=Nowhere",
        ):
            command += ["-L", module]
        home = {"HOME": str(self._folder), "XDG_RUNTIME_DIR": str(self._folder)}
        with (self._folder / "log").open("wb") as log:
            self._process = subprocess.Popen(command, env=os.environ | home, stdout=log, stderr=log)
        wait_until(lambda: self._control("info").returncode == 0)

    def kill(self) -> None:
        """As a crash does."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        self._process = None
        (self._folder / "native").unlink(missing_ok=True)

    def freeze(self) -> None:
        """From now on it hangs."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on, where it still runs."""
        if self._process is not None:
            self._signal(signal.SIGCONT)

    def add_output(self, name: str) -> None:
        """Another output, which becomes the default."""
        done = self._control(
            "load-module", "module-null-sink", f"sink_name={name}", f"sink_properties=device.description={name}"
        )
        assert done.returncode == 0
        assert self._control("set-default-sink", name).returncode == 0
        self._added = done.stdout.strip()

    def remove_output(self) -> None:
        """Take the last added output away again."""
        assert self._control("unload-module", self._added).returncode == 0

    def remove_all_outputs(self) -> None:
        """As if every device were unplugged."""
        assert self._control("unload-module", "module-null-sink").returncode == 0

    @contextmanager
    def recording(self, output: str = "null") -> Iterator[Recording]:
        """Record an output from here to the end of the block."""
        recording = Recording()
        command = ["parec", f"--device={output}.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1"]
        environment = os.environ | self.environment
        with subprocess.Popen([*command, "--latency-msec=10"], env=environment, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            thread = Thread(target=recording.read, args=(process.stdout.fileno(),))
            thread.start()
            wait_until(lambda: recording.samples)
            try:
                yield recording
            finally:
                process.terminate()
                thread.join()

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    def _control(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | self.environment
        return subprocess.run(
            ["pactl", *arguments], env=environment, capture_output=True, text=True, check=False, timeout=_LIMIT
        )


class SpeechService:
    """speech-dispatcher with espeak-ng, speaking to a sound server. Runs inside `with`."""

    MISSING = MISSING or ", ".join(name for name in ("speech-dispatcher", "espeak-ng") if shutil.which(name) is None)
    if not MISSING and not [
        *Path("/usr").glob(_MODULE),
        *Path("/usr").glob("lib/*/speech-dispatcher-modules/sd_espeak-ng"),
    ]:
        MISSING = "speech-dispatcher-espeak-ng"

    def __init__(self, server: SoundServer) -> None:
        folder = server.environment["XDG_RUNTIME_DIR"]
        self._socket = Path(folder) / "speech"
        self._environment = server.environment | {"HOME": folder}
        self.environment = {"SPEECHD_ADDRESS": f"unix_socket:{self._socket}"}

    def __enter__(self) -> Self:
        folder = self._socket.parent
        command = ["speech-dispatcher", "--run-single", "--communication-method", "unix_socket"]
        command += ["--socket-path", str(self._socket), "--pid-file", f"{folder}/pid", "--log-dir", str(folder)]
        with (folder / "speech-log").open("wb") as log:
            # A session of its own, so that the modules that it starts can be ended with it.
            self._process = subprocess.Popen(
                command, env=os.environ | self._environment, stdout=log, stderr=log, start_new_session=True
            )
        wait_until(self._socket.exists)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def freeze(self) -> None:
        """From now on it hangs."""
        os.killpg(self._process.pid, signal.SIGSTOP)
