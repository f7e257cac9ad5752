"""Starting with the desktop: the system's own state is the truth, and what fails is said."""

import os
import plistlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from message_bus import wait_until
from ribdown.core.errors import UserError
from ribdown.desktop.autostart.autostart import Autostart, NoAutostart
from ribdown.desktop.autostart.choice import choose_autostart, own_command
from ribdown.desktop.autostart.linux_autostart import LinuxAutostart, autostart_folder, exec_line
from ribdown.desktop.autostart.macos_autostart import MacAutostart
from ribdown.desktop.autostart.windows_autostart import APPROVED, NAME, RUN, WindowsAutostart

COMMAND = ("/opt/ribdown/ribdown", "--background")
ODD = """a b"c'd`e$f\\g%h&i;j"""


class PaperRegistry:
    """As much of the module winreg as is used: keys that hold values, and a lock on them."""

    HKEY_CURRENT_USER = 1
    KEY_SET_VALUE = 2
    KEY_READ = 4
    REG_SZ = 1

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, Any]] = {}
        self.locked = False

    @contextmanager
    def OpenKey(self, root: int, path: str, reserved: int = 0, access: int = KEY_READ) -> Iterator[dict[str, Any]]:  # noqa: N802
        if self.locked and access == self.KEY_SET_VALUE:
            raise PermissionError(13, "Access is denied")
        if path not in self.keys:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        yield self.keys[path]

    def CreateKeyEx(self, root: int, path: str, reserved: int, access: int) -> Any:  # noqa: N802
        self.keys.setdefault(path, {})
        return self.OpenKey(root, path, reserved, access)

    def SetValueEx(self, key: dict[str, Any], name: str, reserved: int, kind: int, value: str) -> None:  # noqa: N802
        assert kind == self.REG_SZ
        key[name] = value

    def QueryValueEx(self, key: dict[str, Any], name: str) -> tuple[Any, int]:  # noqa: N802
        if name not in key:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return key[name], self.REG_SZ

    def DeleteValue(self, key: dict[str, Any], name: str) -> None:  # noqa: N802
        if name not in key:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        del key[name]


def on_linux(folder: Path) -> Autostart:
    return LinuxAutostart(COMMAND, folder / "new" / "autostart")


def on_macos(folder: Path) -> Autostart:
    return MacAutostart(COMMAND, folder / "new" / "LaunchAgents")


def on_windows(folder: Path) -> Autostart:
    return WindowsAutostart(COMMAND, PaperRegistry())


@pytest.mark.parametrize("make", [on_linux, on_macos, on_windows])
def test_it_is_off_until_it_is_turned_on_and_off_again_after(make: Any, tmp_path: Path) -> None:
    autostart = make(tmp_path)
    assert autostart.available
    assert not autostart.is_on()
    assert autostart.turn_off() is None
    for _ in range(2):
        assert autostart.turn_on() is None
        assert autostart.is_on()
    assert autostart.turn_off() is None
    assert not autostart.is_on()


@pytest.mark.parametrize("make", [on_linux, on_macos])
def test_what_cannot_be_written_is_said_and_stays_as_it_was(make: Any, tmp_path: Path) -> None:
    (tmp_path / "new").touch()  # where there has to be a folder; as root, every folder can be written
    error = make(tmp_path).turn_on()
    assert isinstance(error, UserError)
    assert error.what == "Starting with the desktop could not be changed: Not a directory."
    assert "Make sure that" in error.next_step
    assert not make(tmp_path).is_on()
    assert isinstance(make(tmp_path).turn_off(), UserError)


# -- Linux


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("", True),
        ("Hidden=true", False),
        ("Hidden = true", False),
        ("Hidden=false", True),
        ("X-GNOME-Autostart-enabled=false", False),
        ("[Desktop Action x]\nHidden=true", True),
        ("# Hidden=true", True),
    ],
)
def test_what_the_desktop_wrote_into_the_file_counts(line: str, on: bool, tmp_path: Path) -> None:
    autostart = LinuxAutostart(COMMAND, tmp_path)
    (tmp_path / "ribdown.desktop").write_text(f"[Desktop Entry]\nType=Application\n{line}\n")
    assert autostart.is_on() is on
    assert autostart.turn_on() is None
    assert autostart.is_on()


def test_a_file_that_is_no_text_is_not_fallen_over(tmp_path: Path) -> None:
    (tmp_path / "ribdown.desktop").write_bytes(b"\xff\xfe\x00[Desktop Entry]")
    assert LinuxAutostart(COMMAND, tmp_path).is_on()


def test_the_folder_is_where_the_desktop_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for value, folder in (("/etc/x", Path("/etc/x")), ("relative", tmp_path / ".config"), ("", tmp_path / ".config")):
        monkeypatch.setenv("XDG_CONFIG_HOME", value)
        assert autostart_folder() == folder / "autostart"


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (COMMAND, "/opt/ribdown/ribdown --background"),
        (("/opt/my apps/ribdown",), '"/opt/my apps/ribdown"'),
        (("/opt/100%",), "/opt/100%%"),
        (('a"b', "$HOME"), r'"a\\"b" "\\$HOME"'),
        (("a\\b", ""), r'"a\\\\b" ""'),
    ],
)
def test_the_command_is_quoted_as_the_specification_has_it(command: tuple[str, ...], line: str) -> None:
    assert exec_line(command) == line


@pytest.mark.skipif(shutil.which("gio") is None, reason="gio is not installed")
def test_a_desktop_starts_exactly_what_was_meant(tmp_path: Path) -> None:
    out = tmp_path / "out"
    script = tmp_path / "odd name" / "ribdown"
    script.parent.mkdir()
    script.write_text(f"#!/bin/sh\nprintf '%s|' \"$@\" > '{out}.new'\nmv '{out}.new' '{out}'\n")
    script.chmod(0o755)
    autostart = LinuxAutostart((str(script), ODD, "", "--background"), tmp_path)
    assert autostart.turn_on() is None
    done = subprocess.run(["gio", "launch", str(tmp_path / "ribdown.desktop")], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    wait_until(out.exists)
    assert out.read_text() == f"{ODD}||--background|"


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed")
def test_the_files_are_valid(tmp_path: Path) -> None:
    LinuxAutostart((*COMMAND, ODD), tmp_path).turn_on()
    installed = Path(__file__).parents[2] / "packaging" / "linux" / "ribdown.desktop"
    files = [str(tmp_path / "ribdown.desktop"), str(installed)]
    done = subprocess.run(["desktop-file-validate", *files], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


# -- Windows


@pytest.mark.parametrize(("first", "on"), [(2, True), (6, True), (0, True), (3, False), (7, False)])
def test_what_the_task_manager_has_turned_off_is_off(first: int, on: bool) -> None:
    registry = PaperRegistry()
    autostart = WindowsAutostart(COMMAND, registry)
    assert autostart.turn_on() is None
    registry.keys[APPROVED] = {NAME: bytes([first] + [0] * 11)}
    assert autostart.is_on() is on
    error = autostart.turn_on()
    assert (error is None) is on
    assert registry.keys[APPROVED][NAME][0] == first
    assert error is None or "start-up apps" in error.what


def test_the_command_is_written_as_windows_reads_it() -> None:
    registry = PaperRegistry()
    WindowsAutostart((r"C:\Program Files\Ribdown\ribdown.exe", "--background"), registry).turn_on()
    assert registry.keys[RUN] == {NAME: r'"C:\Program Files\Ribdown\ribdown.exe" --background'}


def test_a_registry_that_refuses_is_said() -> None:
    registry = PaperRegistry()
    autostart = WindowsAutostart(COMMAND, registry)
    autostart.turn_on()
    registry.locked = True
    for error in (autostart.turn_on(), autostart.turn_off()):
        assert error is not None
        assert error.what == "Starting with Windows could not be changed: Access is denied."
    assert autostart.is_on()


# -- macOS


def test_the_agent_is_one_that_launchd_reads(tmp_path: Path) -> None:
    MacAutostart(COMMAND, tmp_path).turn_on()
    agent = plistlib.loads((tmp_path / "ribdown.plist").read_bytes())
    assert agent == {
        "Label": "ribdown",
        "ProgramArguments": list(COMMAND),
        "RunAtLoad": True,
        "ProcessType": "Interactive",
    }


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nonsense",
        b"<plist>",
        b"bplist00",
        plistlib.dumps(["a", "list"]),
        plistlib.dumps({"RunAtLoad": True, "Disabled": True}),
        plistlib.dumps({"RunAtLoad": False}),
    ],
)
def test_an_agent_that_does_not_start_is_off(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "ribdown.plist").write_bytes(content)
    assert not MacAutostart(COMMAND, tmp_path).is_on()


# -- choosing


def test_each_system_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "winreg", PaperRegistry())
    made = [type(choose_autostart(COMMAND, platform)) for platform in ("linux", "win32", "darwin", "plan9")]
    assert made == [LinuxAutostart, WindowsAutostart, MacAutostart, NoAutostart]


def test_where_there_is_no_such_thing_it_says_so() -> None:
    autostart = NoAutostart()
    assert (autostart.available, autostart.is_on(), autostart.turn_off()) == (False, False, None)
    assert isinstance(autostart.turn_on(), UserError)


def test_our_own_command_starts_us_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "ribdown"
    monkeypatch.setattr(sys, "argv", [str(program)])
    assert own_command("--background") == (sys.executable, "-P", "-m", "ribdown", "--background")
    program.touch(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["ribdown"])
    assert own_command("--background") == (str(program), "--background")
    assert os.path.isabs(own_command()[0])
