"""The programme's file, and with it every `StateFile`."""

import json
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from records import read_only
from ribdown.core.errors import UserError
from ribdown.core.programme.state import Pause, ProgrammeState
from ribdown.infra.programme_file import programme_file

TODAY = date(2026, 11, 20)
PAUSES = Pause(date(2026, 11, 5), date(2026, 11, 9)), Pause(date(2026, 11, 12))
FULL = ProgrammeState(started=date(2026, 11, 2), wanted=False, pauses=PAUSES)
WHOLE = json.dumps(
    {
        "version": 1,
        "state": {
            "started": "2026-11-02",
            "wanted": False,
            "pauses": [{"first": "2026-11-05", "until": "2026-11-09"}, {"first": "2026-11-12", "until": None}],
        },
    }
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "programme.json"


def test_without_a_file_nothing_has_begun(tmp_path: Path) -> None:
    assert programme_file(tmp_path / "no folder").load(TODAY) == (ProgrammeState(), None)


@pytest.mark.parametrize("state", [ProgrammeState(), FULL, ProgrammeState(started=TODAY)])
def test_what_is_saved_is_loaded(tmp_path: Path, state: ProgrammeState) -> None:
    store = programme_file(tmp_path / "new folder")
    store.save(FULL)
    store.save(state)
    assert store.load(TODAY) == (state, None)
    assert [found.name for found in (tmp_path / "new folder").iterdir()] == ["programme.json"]


def test_the_file_of_today_is_read_for_ever(file: Path) -> None:
    file.write_text(WHOLE)
    assert programme_file(file.parent).load(TODAY) == (FULL, None)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "null",
        "{}",
        '{"version": 1}',
        '{"version": "1", "state": {}}',
        "[" * 100_000,
        '{"version": 1, "state": ' + "[" * 100_000,
        WHOLE[:-20],
        WHOLE.replace("2026-11-02", "2026-13-02"),
        WHOLE.replace("false", "7"),
        WHOLE.replace("2026-11-09", "2026-11-05"),  # a pause without a day
        WHOLE.replace("2026-11-12", "2026-11-08"),  # two that overlap
        WHOLE.replace('"2026-11-09"', "null"),  # one that is open, and another after it
        "\udcff",
    ],
)
def test_a_damaged_file_is_set_aside_whole(file: Path, content: str) -> None:
    damaged = content.encode(errors="surrogateescape")
    file.write_bytes(damaged)
    store = programme_file(file.parent)
    state, notice = store.load(TODAY)
    assert state == ProgrammeState()
    assert notice is not None
    assert notice.what == (
        "The programme could not be read. The file was set aside, nothing was deleted."
        " Your sessions are all there; begin the programme again on Today."
    )
    assert notice.next_step == "The old one is programme.json.unreadable-2026-11-20."
    assert file.with_name("programme.json.unreadable-2026-11-20").read_bytes() == damaged
    store.save(FULL)
    assert store.load(TODAY) == (FULL, None)


def test_a_newer_file_is_set_aside_under_a_name_of_its_own(file: Path) -> None:
    newer = '{"version": 2, "weeks": "many"}'
    for name in ("programme.json.unreadable-2026-11-20", "programme.json.unreadable-2026-11-20-2"):
        file.write_text(newer)
        state, notice = programme_file(file.parent).load(TODAY)
        assert state == ProgrammeState()
        assert notice is not None
        assert notice.what.startswith("The programme was written by a newer Ribdown. The file was set aside")
        assert file.with_name(name).read_text() == newer


def test_what_can_not_be_read_or_set_aside_stays(shared_folder: Path) -> None:
    file = shared_folder / "programme.json"
    file.write_text("{")
    with read_only(shared_folder):
        _, notice = programme_file(shared_folder).load(TODAY)
    assert notice is not None
    assert notice.what == "The programme could not be read. The file could not be set aside, and is not replaced."
    assert file.read_text() == "{"
    file.unlink()
    file.mkdir()
    _, notice = programme_file(shared_folder).load(TODAY)
    assert notice is not None
    assert notice.what.startswith("The programme could not be read: Is a directory. The file was set aside, ")


def test_a_folder_that_can_not_be_written_is_said_and_the_file_stays(shared_folder: Path) -> None:
    store = programme_file(shared_folder)
    store.save(FULL)
    with read_only(shared_folder), pytest.raises(UserError, match=r"^The programme could not be saved: Permission"):
        store.save(ProgrammeState())
    assert store.load(TODAY) == (FULL, None)


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    store = programme_file(tmp_path)
    store.save(FULL)
    with (
        patch("ribdown.infra.whole_file.os.fsync", side_effect=OSError(28, "No space left on device")),
        pytest.raises(UserError, match="No space left on device"),
    ):
        store.save(ProgrammeState())
    assert store.load(TODAY) == (FULL, None)
    assert [found.name for found in tmp_path.iterdir()] == ["programme.json"]
