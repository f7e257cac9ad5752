"""One Ribdown for each data folder, with real processes: killed, hung, started twelve times at once."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from command import SRC
from message_bus import LIMIT
from ribdown.core.errors import UserError
from ribdown.desktop.instance import place as where
from ribdown.desktop.instance.ask import ask_instance
from ribdown.desktop.instance.contact import Contact, Standing
from ribdown.desktop.instance.message import MOST_BYTES, Request, read_request, request_line
from ribdown.desktop.instance.place import InstancePlace, instance_place
from ribdown.desktop.instance.single_instance import SingleInstance

UNHURRIED = 30_000  # ms: far more than an answer takes on a busy machine
SHOW = Request("show", token="t")
# Waits for a file, claims the place, and says what came of it; the first one answers whoever asks, and notes it.
PROGRAM = """
import json, os, pathlib, sys, time
from PySide6.QtCore import QCoreApplication
from ribdown.desktop.instance.message import Request
from ribdown.desktop.instance.place import instance_place
from ribdown.desktop.instance.single_instance import SingleInstance

data, patience, go = sys.argv[1:]

def handle(request):
    print(json.dumps({"asked": [request.command, request.values, request.token]}), flush=True)
    return {"pid": os.getpid()}

app = QCoreApplication([])
instance = SingleInstance(instance_place(pathlib.Path(data)))
print("ready", flush=True)
while go and not os.path.exists(go):
    time.sleep(0.001)
contact = instance.claim(Request("start", {"routine": "hourly-reset"}, "token-2"), int(patience))
if contact is None:
    instance.serve(handle)
    print(json.dumps({"first": os.getpid()}), flush=True)
    app.exec()
else:
    print(json.dumps({"standing": contact.standing, "reply": contact.reply}), flush=True)
"""


class Running:
    """A process that claims the place of a data folder."""

    def __init__(self, data: Path, *, patience: int = UNHURRIED, go: Path | None = None) -> None:
        command = [sys.executable, "-c", PROGRAM, str(data), str(patience), str(go or "")]
        environment = os.environ | {"PYTHONPATH": str(SRC)}
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self._out = self.process.stdout
        assert self._out.readline() == "ready\n"

    def says(self) -> dict[str, Any]:
        table: dict[str, Any] = json.loads(self._out.readline())
        return table

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self._out.close()


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A run-time folder of the test's own; those of pytest have names that are too long for a socket, and have to be
    there before the folder for such things is another one."""
    with tempfile.TemporaryDirectory(prefix="rb") as short:
        monkeypatch.setenv("TMPDIR", short)  # for the processes; and for this one:
        monkeypatch.setattr(tempfile, "tempdir", short)
        folder = Path(short) / "run"
        folder.mkdir()
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
        monkeypatch.setenv("XDG_STATE_HOME", str(Path(short) / "state"))
        monkeypatch.setattr(where, "_RUNTIME", Path(short) / "user")
        yield folder


@pytest.fixture
def processes() -> Iterator[list[Running]]:
    """They are ended, whatever the test does."""
    processes: list[Running] = []
    yield processes
    for running in processes:
        running.end()


def start(processes: list[Running], data: Path, **how: Any) -> Running:
    processes.append(Running(data, **how))
    return processes[-1]


def test_a_second_start_passes_on_what_it_was_asked_for(tmp_path: Path, processes: list[Running]) -> None:
    first = start(processes, tmp_path / "data")
    pid = first.says()["first"]
    second = start(processes, tmp_path / "data" / ".." / "data")
    assert second.says() == {"standing": "answered", "reply": {"understood": True, "pid": pid}}
    assert first.says() == {"asked": ["start", {"routine": "hourly-reset"}, "token-2"]}
    assert second.process.wait(timeout=60) == 0


def test_another_data_folder_is_another_instance(tmp_path: Path, processes: list[Running]) -> None:
    for name in ("one", "two"):
        assert "first" in start(processes, tmp_path / name).says()


def test_twelve_starts_at_once_have_one_winner(tmp_path: Path, processes: list[Running]) -> None:
    go = tmp_path / "go"
    for _ in range(12):
        start(processes, tmp_path / "data", go=go)
    go.touch()
    said = []
    for running in processes:
        line = running.says()
        while "asked" in line:
            line = running.says()
        said.append(line)
    winners = [line["first"] for line in said if "first" in line]
    assert len(winners) == 1
    answered = {"standing": "answered", "reply": {"understood": True, "pid": winners[0]}}
    assert [line for line in said if "first" not in line] == [answered] * 11


def test_after_kill_9_the_next_start_works(tmp_path: Path, runtime: Path, processes: list[Running]) -> None:
    first = start(processes, tmp_path / "data")
    first.says()
    first.end()
    assert list(runtime.rglob("*.socket"))  # it is left behind
    assert "first" in start(processes, tmp_path / "data").says()
    assert "standing" in start(processes, tmp_path / "data").says()


def test_one_that_hangs_is_said_and_does_not_do_later_what_was_given_up(
    tmp_path: Path, processes: list[Running]
) -> None:
    first = start(processes, tmp_path / "data")
    pid = first.says()["first"]
    first.process.send_signal(signal.SIGSTOP)
    second = start(processes, tmp_path / "data", patience=200)
    assert second.says() == {"standing": "silent", "reply": None}
    assert first.process.poll() is None
    first.process.send_signal(signal.SIGCONT)
    third = start(processes, tmp_path / "data")
    assert third.says()["reply"]["pid"] == pid
    assert first.says()["asked"]
    fourth = start(processes, tmp_path / "data")
    assert fourth.says()["reply"]["pid"] == pid
    assert first.says()["asked"]
    assert ask_instance(instance_place(tmp_path / "data").server, Request("last"), UNHURRIED).reply is not None
    assert first.says()["asked"] == ["last", {}, ""]  # four were asked, three were done


def test_folder_and_socket_are_the_persons_own(tmp_path: Path, runtime: Path, processes: list[Running]) -> None:
    start(processes, tmp_path / "data").says()
    place = instance_place(tmp_path / "data")
    folder = Path(place.server).parent
    assert folder == runtime / "ribdown"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(Path(place.server).stat().st_mode) & 0o077 == 0


# -- in this process


class Host:
    """An instance in this process, which notes what it is asked."""

    def __init__(self, place: InstancePlace) -> None:
        self.asked: list[Request] = []
        self.instance = SingleInstance(place)

    def handle(self, request: Request) -> dict[str, Any]:
        self.asked.append(request)
        return {}


@pytest.fixture
def place(tmp_path: Path) -> InstancePlace:
    return instance_place(tmp_path / "data")


@pytest.fixture
def host(place: InstancePlace, qtbot: QtBot) -> Iterator[Host]:
    host = Host(place)
    assert host.instance.claim(SHOW) is None
    host.instance.serve(host.handle)
    yield host
    host.instance.close()


def talk(place: InstancePlace, qtbot: QtBot, said: bytes) -> bytes:
    """Say something to the socket, and have all of what it answers."""
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(place.server)
        client.settimeout(0)
        answer = b""
        ended = False

        def heard() -> bool:
            nonlocal answer, said, ended
            try:
                if said:
                    said = said[client.send(said) :]
                block = client.recv(4096)
                ended = not block
                answer += block
            except BlockingIOError:
                pass
            except (BrokenPipeError, ConnectionResetError):
                ended = True
            return ended

        qtbot.waitUntil(heard, timeout=LIMIT)
    return answer


@pytest.mark.parametrize(
    ("said", "answer", "asked"),
    [
        (b'{"command": "show", "of": "a newer one", "values": 3, "token": []}\n', True, [Request("show")]),
        (request_line(SHOW), True, [SHOW]),
        (request_line(SHOW) * 2, True, [SHOW]),
        (b"hello\n", False, []),
        (b"[" * 50_000 + b"\n", False, []),
        (b"\xff\xfe\n", False, []),
        (b'{"command": 7}\n', False, []),
        (b"[]\n", False, []),
    ],
)
def test_what_is_understood_and_what_is_not(
    said: bytes, answer: bool, asked: list[Request], host: Host, place: InstancePlace, qtbot: QtBot
) -> None:
    assert json.loads(talk(place, qtbot, said)) == {"understood": answer}
    assert host.asked == asked


@pytest.mark.parametrize("said", [b"x" * (MOST_BYTES * 4), b'{"command": "sho'], ids=["without end", "half a line"])
def test_a_line_that_does_not_end_is_not_waited_for(
    said: bytes, host: Host, place: InstancePlace, qtbot: QtBot
) -> None:
    assert talk(place, qtbot, said) == b""
    assert host.asked == []


def test_once_it_is_closed_nobody_is_there_and_another_can_be_first(
    host: Host, place: InstancePlace, qtbot: QtBot
) -> None:
    host.instance.close()
    assert ask_instance(place.server, SHOW) == Contact(Standing.NOBODY)
    other = Host(place)
    assert other.instance.claim(SHOW) is None
    other.instance.close()


def test_asking_does_not_wait_where_nobody_is(place: InstancePlace) -> None:
    begin = time.monotonic()
    assert ask_instance(place.server, SHOW, UNHURRIED) == Contact(Standing.NOBODY)
    assert time.monotonic() - begin < UNHURRIED / 1000 / 2


def test_a_listener_that_answers_with_nonsense_is_silent(place: InstancePlace) -> None:
    script = f"""
import socket
server = socket.socket(socket.AF_UNIX)
server.bind({place.server!r})
server.listen()
print("ready", flush=True)
client = server.accept()[0]
client.recv(1000)
client.sendall(b"x" * 1_000_000)
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert ask_instance(place.server, SHOW, UNHURRIED) == Contact(Standing.SILENT)
        process.kill()


def test_a_start_between_lock_and_socket_is_not_taken_for_nobody(
    tmp_path: Path, place: InstancePlace, processes: list[Running], qtbot: QtBot
) -> None:
    first = start(processes, tmp_path / "data")
    first.says()
    os.unlink(place.server)  # as before it listens
    late = Host(place)
    assert late.instance.claim(SHOW) == Contact(Standing.SILENT)


def test_where_no_lock_can_be_made_it_runs_all_the_same(tmp_path: Path, qtbot: QtBot) -> None:
    place = InstancePlace(tmp_path / "no" / "such" / "folder" / "lock", str(tmp_path / "no" / "socket"))
    assert Host(place).instance.claim(SHOW) is None


# -- where it is


def test_a_name_that_is_too_long_for_a_socket_is_not_used(
    tmp_path: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch, processes: list[Running]
) -> None:
    deep = runtime / ("d" * 90)
    deep.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    monkeypatch.setenv("XDG_STATE_HOME", str(deep))
    place = instance_place(tmp_path / "data")
    assert len(os.fsencode(place.server)) <= 95
    assert "first" in start(processes, tmp_path / "data").says()
    assert start(processes, tmp_path / "data").says()["standing"] == "answered"


@pytest.mark.parametrize("runtime_value", [None, "relative/folder"])
def test_without_a_runtime_folder_it_is_where_the_persons_state_is(
    runtime_value: str | None, tmp_path: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if runtime_value is None:
        monkeypatch.delenv("XDG_RUNTIME_DIR")
    else:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime_value)
    assert instance_place(tmp_path / "data").lock.parent == runtime.parent / "state" / "ribdown"


def test_a_command_without_the_variable_finds_the_one_that_runs_with_it(
    tmp_path: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = runtime.parent / "user" / str(os.getuid())
    own.mkdir(parents=True)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(own))
    with_it = instance_place(tmp_path / "data")
    assert with_it.lock.parent == own / "ribdown"
    for value in ("", "relative/folder"):
        monkeypatch.setenv("XDG_RUNTIME_DIR", value)
        assert instance_place(tmp_path / "data") == with_it
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert instance_place(tmp_path / "data") == with_it


def test_where_no_folder_can_be_made_it_says_what_to_do(
    tmp_path: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.touch()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(file))
    monkeypatch.setenv("XDG_STATE_HOME", str(file))
    monkeypatch.setattr(tempfile, "tempdir", str(file))
    with pytest.raises(UserError, match="Set XDG_RUNTIME_DIR"):
        instance_place(tmp_path / "data")


def test_a_link_in_its_place_is_not_followed(tmp_path: Path, runtime: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o755)
    (runtime / "ribdown").symlink_to(elsewhere)
    assert instance_place(tmp_path / "data").lock.parent != runtime / "ribdown"
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o755


def test_a_request_comes_out_as_it_went_in() -> None:
    request = Request("pause", {"until": "1h", "of": ["ä", 1]}, "token")
    assert read_request(request_line(request)) == request
