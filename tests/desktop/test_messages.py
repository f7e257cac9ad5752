"""The other end of a process of ours, where the window is killed."""

import subprocess
import sys
from pathlib import Path

import pytest

from command import SRC
from sound_server import wait_until

# As Qt's speech object does with a service that hangs: waits and holds the interpreter.
HANGING = """
import ctypes, os, sys
from ribdown.desktop.messages import Messages
messages = Messages(sys.stdin.buffer)
messages.start()
print(os.getpid(), flush=True)
ctypes.PyDLL(None).sleep(60)
"""
WINDOW = f"""
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", {HANGING!r}], stdin=subprocess.PIPE)
child.wait()
"""


def gone(process: Path) -> bool:
    """Ended, or waiting for somebody to take notice of it."""
    try:
        return " Z " in (process / "stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return True


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the pipe alone tells")
def test_a_process_that_hangs_in_qt_ends_with_a_window_that_is_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WINDOW], env={"PYTHONPATH": str(SRC)}, stdout=subprocess.PIPE, text=True
    ) as window:
        assert window.stdout is not None
        child = Path("/proc") / window.stdout.readline().strip()
        assert child.exists()
        window.kill()
        wait_until(lambda: gone(child))
