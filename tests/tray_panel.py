"""A panel with a tray, in a process of its own: Qt waits for its answers. Also the program that this process runs."""

import json
import os
import select
import subprocess
import sys
from itertools import count
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

NAME = "org.kde.StatusNotifierWatcher"
PATH = "/StatusNotifierWatcher"
ITEM = "/StatusNotifierItem"
_INTROSPECTION = f"""<node><interface name="{NAME}">
<method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
<property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
</interface></node>"""


class Panel:
    """Runs inside `with`, on the bus that the whole test run has. `host`: whether something shows the icons yet."""

    def __init__(self, *, host: bool = True) -> None:
        self._host = host

    def __enter__(self) -> Self:
        command = [sys.executable, __file__, os.environ["DBUS_SESSION_BUS_ADDRESS"]]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ask("gain_host" if self._host else "lose_host")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.leave()

    def leave(self) -> None:
        """As a panel that crashes."""
        self._process.kill()
        self._process.communicate()

    def ask(self, command: str, *values: Any) -> Any:
        """Have it do something; the window's own thread must not be asked anything meanwhile, see `start` and `end`."""
        self.start(command, *values)
        return self.end()

    def start(self, command: str, *values: Any) -> None:
        """Have it begin."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([command, *values]) + "\n")
        self._process.stdin.flush()

    def done(self) -> bool:
        """Whether it has ended what it began."""
        assert self._process.stdout is not None
        return bool(select.select([self._process.stdout], [], [], 0)[0])

    def end(self) -> Any:
        """What came of it."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the panel has crashed"
        return json.loads(line)


class _Watcher:
    """The other side: StatusNotifierWatcher and host in one."""

    def __init__(self, address: str) -> None:
        self._connection = open_dbus_connection(address)
        self._connection.send_and_get_reply(message_bus.RequestName(NAME))
        self._host = False
        self._items: list[str] = []
        self._asked = count(1)

    def run(self) -> None:
        sockets = [self._connection.sock, sys.stdin]
        while True:
            ready = select.select(sockets, [], [])[0]
            if self._connection.sock in ready:
                self._take()
            if sys.stdin in ready:
                line = sys.stdin.readline()
                if not line:
                    return
                name, *values = json.loads(line)
                sys.stdout.write(json.dumps(getattr(self, f"do_{name}")(*values)) + "\n")
                sys.stdout.flush()

    def do_gain_host(self) -> None:
        self._host = True
        self._connection.send(new_signal(DBusAddress(PATH, interface=NAME), "StatusNotifierHostRegistered"))

    def do_lose_host(self) -> None:
        self._host = False
        self._connection.send(new_signal(DBusAddress(PATH, interface=NAME), "StatusNotifierHostUnregistered"))

    def do_items(self) -> int:
        """How many icons there are whose program still lives."""
        return len(self._living())

    def do_shown(self) -> dict[str, Any]:
        """The only icon's tooltip, the sizes of its picture, and its menu: label, whether it can be chosen."""
        (tip,) = self._property("ToolTip")
        (pictures,) = self._property("IconPixmap")
        return {
            "tip": tip[1][2],
            "sizes": [picture[0] for picture in pictures[1]],
            "menu": [[label, enabled] for _, label, enabled in self._menu()],
        }

    def do_choose(self, label: str) -> None:
        number = next(number for number, name, _ in self._menu() if name == label)
        body = (number, "clicked", ("s", ""), 0)
        self._call(self._menu_path(), "com.canonical.dbusmenu", "Event", "isvu", body)

    def do_click(self) -> None:
        self._call(ITEM, "org.kde.StatusNotifierItem", "Activate", "ii", (0, 0))

    def _menu(self) -> list[tuple[int, str, bool]]:
        path = self._menu_path()
        self._call(path, "com.canonical.dbusmenu", "AboutToShow", "i", (0,))
        _, layout = self._call(path, "com.canonical.dbusmenu", "GetLayout", "iias", (0, -1, []))
        found = []
        for _, (number, values, _) in layout[2]:
            if values.get("type", ("s", ""))[1] == "separator":
                found.append((number, "-", False))
            else:
                found.append((number, values["label"][1], values.get("enabled", ("b", True))[1]))
        return found

    def _menu_path(self) -> str:
        (path,) = self._property("Menu")
        return str(path[1])

    def _property(self, name: str) -> Any:
        body = ("org.kde.StatusNotifierItem", name)
        return self._call(ITEM, "org.freedesktop.DBus.Properties", "Get", "ss", body)

    def _call(self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...]) -> Any:
        (item,) = self._living()
        message = new_method_call(DBusAddress(path, item, interface), member, signature, body)
        reply = self._connection.send_and_get_reply(message, timeout=20)
        assert reply.header.message_type is MessageType.method_return, reply
        return reply.body

    def _living(self) -> list[str]:
        living = []
        for item in self._items:
            reply = self._connection.send_and_get_reply(message_bus.NameHasOwner(item))
            if reply.body == (True,):
                living.append(item)
        return living

    def _take(self) -> None:
        try:
            message = self._connection.receive(timeout=0)
        except TimeoutError:
            return
        if message.header.message_type is MessageType.method_call:
            self._connection.send(self._reply(message))

    def _reply(self, message: Message) -> Message:
        member = message.header.fields[HeaderFields.member]
        if member == "RegisterStatusNotifierItem":
            self._items.append(message.body[0])
            return new_method_return(message)
        if member == "Introspect":
            return new_method_return(message, "s", (_INTROSPECTION,))
        if member == "Get":
            return new_method_return(message, "v", (("b", self._host),))
        return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod", "s", (member,))


if __name__ == "__main__":
    _Watcher(sys.argv[1]).run()
