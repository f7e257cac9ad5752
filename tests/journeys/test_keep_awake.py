"""The screen is kept awake only while a session runs: asked of a screen saver service on a real session bus."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from command import Ribdown

pytestmark = pytest.mark.xvfb

SERVICE = """
import sys
from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_method_return
from jeepney.io.blocking import open_dbus_connection

connection = open_dbus_connection(bus="SESSION")
connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.ScreenSaver"))
print("ready", flush=True)
while True:
    message = connection.receive()
    if message.header.message_type is MessageType.method_call:
        member = message.header.fields[HeaderFields.member]
        print(member, flush=True)
        reply = ("u", (7,)) if member == "Inhibit" else (None, ())
        connection.send(new_method_return(message, *reply))
"""


@pytest.fixture
def screen_saver(tmp_path: Path) -> Iterator[Path]:
    """A screen saver service that notes the calls it gets, a line each."""
    log = tmp_path / "calls"
    with log.open("w") as out, subprocess.Popen([sys.executable, "-c", SERVICE], stdout=out) as service:
        while "ready" not in log.read_text():
            assert service.poll() is None
        yield log
        service.kill()


def test_a_session_asks_once_and_takes_it_back(ribdown: Ribdown, screen_saver: Path) -> None:
    done = ribdown.run("start", "posture-pulse", "--speed", "20", "--exit")
    assert (done.returncode, done.stderr) == (0, "")
    calls = [line for line in screen_saver.read_text().split() if "nhibit" in line]
    assert calls == ["Inhibit", "UnInhibit"]
