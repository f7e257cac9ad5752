"""Real processes that are killed, that write at once, and that run out of disk."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from records import session_record
from ribdown.core.errors import UserError
from ribdown.infra.backup import Backups
from ribdown.infra.database import open_for_reading, open_for_writing
from ribdown.infra.export import export_history
from ribdown.infra.import_history import import_file, preview_import, undo_import
from ribdown.infra.opening import open_history, open_history_for_reading

TODAY = date(2026, 11, 20)

# Saves sessions one after the other, from number `first` on, and says so after each.
SAVER = """
import sys
from datetime import date
from pathlib import Path
from records import session_record
from ribdown.infra.opening import open_history

history, notice = open_history(Path(sys.argv[1]), date(2026, 11, 20))
assert notice is None, notice
first, last = int(sys.argv[2]), int(sys.argv[3])
for number in range(first, last):
    history.save(session_record(number))
    print(number, flush=True)
"""

FILLER = """
import resource, sys
from datetime import date
from pathlib import Path
from records import session_record
from ribdown.core.history import HistoryError
from ribdown.infra.opening import open_history

history, _ = open_history(Path(sys.argv[1]), date(2026, 11, 20))
history.save(session_record(0))
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    for number in range(1, 1000):
        history.save(session_record(number, note="x" * 2000))
except HistoryError as error:
    print(number, len(history.sessions()), error.what, error.next_step, sep="|")
"""


def _command(script: str, *arguments: object) -> tuple[list[str], dict[str, str]]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return [sys.executable, "-c", script, *map(str, arguments)], environment


def _check(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "history.sqlite3")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    history, notice = open_history(folder, TODAY)
    with closing(history):
        records = history.sessions()
    assert notice is None
    assert {len(record.blocks) for record in records} == {2}
    return [record.id for record in records]


@pytest.mark.parametrize("lines", [1, 7, 40])
def test_a_kill_loses_nothing_that_was_saved(tmp_path: Path, lines: int) -> None:
    said: list[int] = []
    for _ in range(4):
        first = len(said) + 1000
        command, environment = _command(SAVER, tmp_path, first, first + 100_000)
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            said += [int(process.stdout.readline()) for _ in range(lines)]
            process.kill()
            said += [int(line) for line in process.stdout.read().splitlines() if line]
        assert {f"session-{number}" for number in said} <= set(_check(tmp_path))


def test_reading_while_another_process_writes_sees_whole_sessions(tmp_path: Path) -> None:
    command, environment = _command(SAVER, tmp_path, 0, 300)
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            with closing(open_history_for_reading(tmp_path)) as history:
                records = history.sessions()
            assert len(records) > int(line)
            assert {len(record.blocks) for record in records} == {2}
    assert process.returncode == 0
    assert len(_check(tmp_path)) == 300


LOOK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
print(connection.execute("SELECT count(*) FROM session").fetchone()[0])
connection.close()
"""


def _seen_from_outside(folder: Path) -> int:
    """How many sessions another program finds, which then closes the file."""
    command, environment = _command(LOOK, folder / "history.sqlite3")
    return int(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)


def _elsewhere(tmp_path: Path) -> Path:
    """A file with session 9."""
    history, _ = open_history(tmp_path / "elsewhere", TODAY)
    history.save(session_record(9))
    history.close()
    export_history(tmp_path / "elsewhere" / "history.sqlite3", tmp_path / "nine.json")
    return tmp_path / "nine.json"


def _import_and_undo(file: Path, tmp_path: Path) -> None:
    import_file(_elsewhere(tmp_path), file, TODAY)
    undo_import(file, TODAY)


WORK: dict[str, Callable[[Path, Path], object]] = {
    "reading": lambda file, _: open_for_reading(file).close(),
    "writing": lambda file, _: open_for_writing(file, TODAY, waits=True).close(),
    "exporting": lambda file, tmp_path: export_history(file, tmp_path / "out.json"),
    "backing up": lambda file, _: Backups(file).make(TODAY),
    "restoring": lambda file, _: Backups(file).restore(Backups(file).make(TODAY) or Backups(file).all()[0], TODAY),
    "importing": lambda file, tmp_path: import_file(_elsewhere(tmp_path), file, TODAY),
    "undoing": _import_and_undo,
}


@pytest.mark.parametrize("work", WORK)
def test_work_beside_the_window_leaves_its_locks_so_that_no_other_program_takes_the_log_away(
    tmp_path: Path, work: str
) -> None:
    folder = tmp_path / "data"
    history, _ = open_history(folder, TODAY)
    with closing(history):
        history.save(session_record(1))
        WORK[work](folder / "history.sqlite3", tmp_path)
        before = _seen_from_outside(folder)
        assert (folder / "history.sqlite3-wal").stat().st_size
        history.save(session_record(2))
        assert _seen_from_outside(folder) == before + 1
    _check(folder)


@pytest.mark.parametrize("part", ["", "-wal", "-shm"])
def test_the_history_itself_is_nothing_to_import(tmp_path: Path, part: str) -> None:
    history, _ = open_history(tmp_path, TODAY)
    with closing(history):
        history.save(session_record(1))
        file = tmp_path / "history.sqlite3"
        own = tmp_path / f"history.sqlite3{part}"
        with pytest.raises(UserError, match="is the history itself"):
            preview_import(own, file)
        with pytest.raises(UserError, match="is the history itself"):
            import_file(own, file, TODAY)
        assert _seen_from_outside(tmp_path) == 1
        assert (tmp_path / "history.sqlite3-wal").exists()


@pytest.mark.skipif(os.name == "nt", reason="a limit on the size of files is a Unix thing")
def test_no_room_for_another_byte(tmp_path: Path) -> None:
    command, environment = _command(FILLER, tmp_path)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    failed, listed, what, next_step = done.stdout.strip().split("|")
    assert what.startswith("The session could not be saved: ")
    assert next_step.endswith("then save again.")
    assert int(failed) == int(listed) == len(_check(tmp_path))
