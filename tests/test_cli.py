"""The command line as a person meets it: real processes, their exit codes, and never a traceback."""

import json
import os
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from records import as_nobody, session_record
from ribdown import __version__, cli
from ribdown.infra.opening import open_history
from ribdown.infra.resources import resource_folder

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def _ribdown(*arguments: object, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ribdown", *map(str, arguments)]
    done = subprocess.run(command, env=ENVIRONMENT | more, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done


def _imported(*arguments: str) -> set[str]:
    """The modules that a command needs."""
    script = (
        "import sys; from ribdown.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "finally: print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    return set(done.stderr.split())


def _filled(folder: Path) -> None:
    history, _ = open_history(folder, date(2026, 11, 20))
    with closing(history):
        for day in (18, 19, 20):
            history.save(session_record(day, started=datetime(2026, 11, day, 8, tzinfo=UTC)))


def test_version() -> None:
    done = _ribdown("--version")
    assert (done.returncode, done.stdout) == (0, f"ribdown {__version__}\n")


def test_light_commands_stay_light(tmp_path: Path) -> None:
    assert not {"msgspec", "sqlite3", "platformdirs", "PySide6"} & _imported("--version")
    assert not {"sqlite3", "PySide6"} & _imported("--data-dir", str(tmp_path), "list")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["start", "tree-day"], "No routine is called 'tree-day'. Did you mean three-day?"),
        (["start"], "The following arguments are required: ROUTINE. ribdown start --help shows what can be given."),
        (["start", "three-day", "--speed", "0.5"], "The speed '0.5' is not allowed. Give a number from 1 to 60."),
        (["start", "three-day", "--speed", "nan"], "The speed 'nan' is not allowed. Give a number from 1 to 60."),
        (["start", "three-day", "--speed", "fast"], "The speed 'fast' is not allowed. Give a number from 1 to 60."),
        (["history", "--since", "yesterday"], "'yesterday' is not a date. Give one such as 2026-11-20."),
    ],
)
def test_what_a_person_gets_wrong_is_one_sentence_and_a_next_step(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    done = _ribdown("--data-dir", tmp_path, *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"ribdown: {said}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["--frob"],
        ["start", "three-day", "--side", "up"],
        ["list", "extra"],
        ["check"],
        ["check", "absent.toml"],
        ["--data-dir"],
    ],
)
def test_every_other_mistake_is_said_on_one_line(arguments: list[str]) -> None:
    done = _ribdown(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_an_unknown_routine_is_refused_before_qt(tmp_path: Path) -> None:
    assert not any(name.startswith("PySide6") for name in _imported("--data-dir", str(tmp_path), "start", "tree-day"))


def test_list_aligns_its_columns(tmp_path: Path) -> None:
    lines = _ribdown("--data-dir", tmp_path, "list").stdout.splitlines()
    assert len(lines) == 9
    assert len({line.rindex(line.split()[-1]) for line in lines}) == 1
    assert lines[1].split()[-4:] == ["min", "12", "s", "three-day"]


def test_list_as_json(tmp_path: Path) -> None:
    routines = {one["id"]: one for one in json.loads(_ribdown("--data-dir", tmp_path, "list", "--json").stdout)}
    assert routines["hourly-reset"]["seconds"] == 30
    assert routines["posture-pulse"]["seconds"] == 10
    assert 480 <= routines["three-day"]["seconds"] <= 600


def test_list_goes_by_the_persons_settings(tmp_path: Path) -> None:
    def seconds() -> int:
        routines = json.loads(_ribdown("--data-dir", tmp_path, "list", "--json").stdout)
        return next(int(one["seconds"]) for one in routines if one["id"] == "couch-stretch-only")

    usual = seconds()
    (tmp_path / "settings.toml").write_text("get_ready = 20\nswitch_sides = 5\n")
    assert seconds() - usual == 10 - 5


def test_list_says_what_can_not_be_used(tmp_path: Path) -> None:
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "bad.toml").write_text("id = 3")
    (tmp_path / "settings.toml").write_text("text_size = 3")
    done = _ribdown("--data-dir", tmp_path, "list")
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "ribdown: settings.toml: text_size: 3 is not allowed; allowed: 100–200; the default is used.",
        "ribdown: bad.toml: id: 3 is not allowed; allowed: text",
    ]


def test_check_says_what_is_wrong_in_each_file(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text('id = "good"\ntitle = "t"\nsummary = "s"\nsource = "A"\nexercises = [{ id = "bridge" }]')
    bad.write_text("id = ")
    done = _ribdown("check", good, bad)
    assert (done.returncode, done.stdout, done.stderr) == (2, "good.toml: ok\n", "bad.toml: line 1: invalid value\n")
    assert _ribdown("check", good).returncode == 0


def test_history_is_newest_first(tmp_path: Path) -> None:
    _filled(tmp_path)
    assert _ribdown("--data-dir", tmp_path, "history").stdout.splitlines() == [
        f"2026-11-{day} 08:00  Daily mini  25 s  completed" for day in (20, 19, 18)
    ]


def test_history_since_a_day_as_json(tmp_path: Path) -> None:
    _filled(tmp_path)
    done = _ribdown("--data-dir", tmp_path, "history", "--since", "2026-11-19", "--json")
    assert [one["id"] for one in json.loads(done.stdout)] == ["session-20", "session-19"]


def test_history_without_a_file(tmp_path: Path) -> None:
    done = _ribdown("--data-dir", tmp_path / "absent", "history")
    assert (done.returncode, done.stdout) == (0, "No sessions yet.\n")
    assert _ribdown("--data-dir", tmp_path / "absent", "history", "--json").stdout == "[]\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"garbage" * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_history_that_is_damaged(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "history.sqlite3"
    file.write_bytes(content)
    done = _ribdown("--data-dir", tmp_path, "history")
    assert done.returncode == 2
    assert done.stderr.startswith("ribdown: History could not be read. ")
    assert file.read_bytes() == content


def test_a_title_that_the_terminal_can_not_show(tmp_path: Path) -> None:
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "mine.toml").write_text(
        'id = "mine"\ntitle = "Hüfte →"\nsummary = "s"\nsource = "A"\nexercises = [{ id = "bridge" }]', "utf-8"
    )
    done = _ribdown("--data-dir", tmp_path, "list", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "H?fte ?" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no broken pipe of this kind")
def test_a_reader_that_has_had_enough(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "ribdown", "--data-dir", str(tmp_path), "list"]
    done = subprocess.run(command, env=ENVIRONMENT, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_data_folder_that_can_not_be_entered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if os.name == "nt":
        pytest.skip("Windows folders have no mode")
    resources = str(resource_folder())
    # Everything is imported before: Python itself and the checkout may be their owner's alone.
    assert cli.main(["--data-dir", str(tmp_path / "other"), "history"]) == 0
    assert cli.main(["--data-dir", str(tmp_path / "other"), "list"]) == 0
    tmp_path.chmod(0o000)
    with as_nobody():
        assert cli.main(["--data-dir", str(tmp_path), "history"]) == 2
        if os.access(resources, os.R_OK | os.X_OK, effective_ids=True):
            assert cli.main(["--data-dir", str(tmp_path), "list"]) == 0
    tmp_path.chmod(0o755)
    assert "can't be read" in capsys.readouterr().err
