"""A message bus of one's own, and services on it: real daemons, and small ones made of answers."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Any, Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

LIMIT = 30_000  # ms, for anything that is waited for
MISSING = ", ".join(name for name in ("dbus-daemon",) if shutil.which(name) is None)

_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  {services}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def wait_until(condition: Callable[[], object]) -> None:
    """Look every few milliseconds until it holds; past the limit this fails."""
    end = time.monotonic() + LIMIT / 1000
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.005)


class MessageBus:
    """Runs inside `with`; can be killed, frozen and started again at the same address."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="bus"))  # short: the path of a socket has little room
        self._socket = self._folder / "bus"
        self._process: subprocess.Popen[bytes] | None = None
        self.address = f"unix:path={self._socket}"
        self.services = self._folder / "services"
        self.services.mkdir()
        config = _CONFIG.format(socket=self._socket, services=f"<servicedir>{self.services}</servicedir>")
        (self._folder / "config").write_text(config)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._process is not None:
            self.kill()
        shutil.rmtree(self._folder)

    def start(self) -> None:
        """Start it, and wait until it takes connections."""
        command = ["dbus-daemon", f"--config-file={self._folder}/config", "--nofork", "--nopidfile", "--print-address"]
        # Programs that it starts are to be its own, and nobody else's.
        environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": self.address}
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
        assert self._process.stdout is not None
        assert self._process.stdout.readline()

    def kill(self) -> None:
        """As a crash does."""
        assert self._process is not None
        self._process.kill()
        self._process.communicate()
        self._process = None
        self._socket.unlink(missing_ok=True)

    def freeze(self) -> None:
        """From now on it hangs."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def can_start(self, name: str, command: str) -> None:
        """Have the bus start a program where somebody calls this name."""
        (self.services / f"{name}.service").write_text(f"[D-BUS Service]\nName={name}\nExec={command}\n")
        with open_dbus_connection(self.address) as connection:
            reload = new_method_call(DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus"), "ReloadConfig")
            assert connection.send_and_get_reply(reload).header.message_type is MessageType.method_return


class Service:
    """A small service on a bus, in a thread: `answers` has a signature and a body for each member, or a function that
    makes them of the call's body. Other calls are answered with an error. Runs inside `with`."""

    def __init__(self, bus: MessageBus, name: str, answers: dict[str, Any]) -> None:
        self._bus = bus
        self._name = name
        self._answers = answers
        self._leave = Event()
        self._lock = Lock()
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self.senders: dict[str, str] = {}
        self.hangs = False

    def __enter__(self) -> Self:
        self._connection = open_dbus_connection(self._bus.address)
        reply = self._connection.send_and_get_reply(message_bus.RequestName(self._name))
        assert reply.body == (1,), f"{self._name} is taken"
        self._thread = Thread(target=self._serve)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def stop(self) -> None:
        """Leave the bus."""
        self._leave.set()
        self._thread.join()
        self._connection.close()

    def named(self, member: str) -> list[tuple[Any, ...]]:
        """The bodies of the calls of this member so far."""
        return [body for name, body in list(self.calls) if name == member]

    def emit(self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...], to: str = "") -> None:
        """Send a signal, to all or to one connection."""
        message = new_signal(DBusAddress(path, interface=interface), member, signature or None, body)
        if to:
            message.header.fields[HeaderFields.destination] = to
        with self._lock:
            self._connection.send(message)

    def _serve(self) -> None:
        while not self._leave.is_set():
            try:
                message = self._connection.receive(timeout=0.02)
                if message.header.message_type is MessageType.method_call:
                    self._answer(message)
            except TimeoutError:
                continue
            except (ConnectionResetError, BrokenPipeError):  # the bus was killed
                return

    def _answer(self, message: Message) -> None:
        fields = message.header.fields
        member = fields[HeaderFields.member]
        self.senders[member] = fields[HeaderFields.sender]
        self.calls.append((member, message.body))
        while self.hangs and not self._leave.is_set():
            time.sleep(0.005)
        answer = self._answers.get(member)
        if callable(answer):
            answer = answer(message.body)
        if answer is None:
            reply = new_error(message, "org.freedesktop.DBus.Error.UnknownMethod", "s", ("not known here",))
        else:
            reply = new_method_return(message, *answer)
        with self._lock:
            self._connection.send(reply)
