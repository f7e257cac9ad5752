"""`ribdown export` and `ribdown import` as a person meets them: real processes on real files."""

import os
import subprocess
import sys
from contextlib import closing
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from plausible_history import plausible_nudges, plausible_sessions, plausible_tests
from ribdown import cli
from ribdown.infra.database import open_for_writing
from ribdown.infra.export_words import contents_text
from ribdown.infra.history_records import Contents, HistoryRecords, Record
from ribdown.infra.migration import transaction
from ribdown.infra.opening import open_history_for_reading

TODAY = date(2026, 11, 20)


def _fill(folder: Path) -> None:
    with (
        closing(open_for_writing(folder / "history.sqlite3", TODAY)) as connection,
        transaction(connection, "DEFERRED"),
    ):
        made: list[Record] = [
            *plausible_sessions(30, TODAY),
            *plausible_nudges(8, TODAY),
            *plausible_tests(8, TODAY),
        ]
        for record in made:
            HistoryRecords(connection).add(record)


def _ribdown(folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ribdown", "--data-dir", str(folder), *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done


def test_out_and_into_another_folder_and_out_again(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    _fill(one)
    done = _ribdown(one, "export", tmp_path / "a.json")
    assert (done.returncode, done.stderr) == (0, "")
    sessions = len(list(plausible_sessions(30, TODAY)))
    everything = f"{sessions} sessions, 54 nudges, 1 self-test"
    assert done.stdout == f"{everything} written to {tmp_path / 'a.json'}\n"
    done = _ribdown(two, "import", tmp_path / "a.json", "--preview")
    assert (done.returncode, done.stdout) == (0, f"Would be added: {everything}\n")
    assert not two.exists()
    assert _ribdown(two, "import", tmp_path / "a.json").stdout == f"Added: {everything}\n"
    assert _ribdown(two, "import", tmp_path / "a.json").stdout == f"The same already: {everything}\n"
    _ribdown(two, "export", tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_csv_has_sessions_alone(tmp_path: Path) -> None:
    _fill(tmp_path)
    done = _ribdown(tmp_path, "export", tmp_path / "a.csv")
    assert done.stdout.endswith(f" sessions written to {tmp_path / 'a.csv'}\n")


def test_an_empty_history(tmp_path: Path) -> None:
    assert _ribdown(tmp_path / "absent", "export", tmp_path / "a.json").stdout.startswith("nothing written to ")
    assert _ribdown(tmp_path / "absent", "import", tmp_path / "a.json").stdout == "The file has no sessions.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "a.txt"], "'a.txt' is neither JSON nor CSV. Give a name that ends in .json or .csv."),
        (["export"], "The following arguments are required: FILE. ribdown export --help shows what can be given."),
        (["import", "absent.json"], "absent.json can't be imported: there is no file of that name. Check the name."),
        (["import", "absent.json", "--preview"], "absent.json can't be imported: there is no file of that name. Ch"),
        (["import", "a.csv"], "a.csv can't be imported: CSV is for spreadsheets. Import a JSON file that Ribdown exp"),
    ],
)
def test_what_a_person_gets_wrong_is_one_sentence_and_a_next_step(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    done = _ribdown(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"ribdown: {said}")
    assert len(done.stderr.splitlines()) == 1


def test_a_damaged_history_is_left_to_the_window(tmp_path: Path) -> None:
    _fill(tmp_path / "one")
    _ribdown(tmp_path / "one", "export", tmp_path / "a.json")
    (tmp_path / "history.sqlite3").write_bytes(b"garbage" * 1000)
    for arguments in (["export", tmp_path / "b.json"], ["import", tmp_path / "a.json"]):
        done = _ribdown(tmp_path, *arguments)
        assert done.returncode == 2
        assert done.stderr.startswith("ribdown: History could not be read. Open Ribdown: ")
    assert (tmp_path / "history.sqlite3").read_bytes() == b"garbage" * 1000
    assert not (tmp_path / "b.json").exists()


def test_a_window_that_is_open_sees_what_was_imported(tmp_path: Path) -> None:
    _fill(tmp_path / "one")
    _ribdown(tmp_path / "one", "export", tmp_path / "a.json")
    with closing(open_for_writing(tmp_path / "history.sqlite3", TODAY)):
        assert _ribdown(tmp_path, "import", tmp_path / "a.json").returncode == 0
        with closing(open_history_for_reading(tmp_path)) as history:
            assert len(history.sessions()) == len(list(plausible_sessions(30, TODAY)))


class Terminal(StringIO):
    """Somebody looks at it."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_how_far_it_is_and_is_left_clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fill(tmp_path)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert cli.main(["--data-dir", str(tmp_path), "export", str(tmp_path / "a.json")]) == 0
    assert terminal.getvalue() == "\r  0%\r100%\r    \r"


def test_one_of_each_is_said_as_one() -> None:
    assert contents_text(Contents(1, 1, 2)) == "1 session, 1 nudge, 2 self-tests"
