"""The person's own routines on a real folder: made, copied, changed, deleted, brought back, exported and imported."""

from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from ribdown.core.errors import UserError
from ribdown.core.routine_editing import renamed
from ribdown.infra.library import load_library
from ribdown.ui.own_routines import OwnRoutines


@pytest.fixture
def own(qtbot: QtBot, tmp_path: Path) -> OwnRoutines:
    return OwnRoutines(load_library(tmp_path), tmp_path)


def problems(own: OwnRoutines) -> list[str]:
    found: list[str] = []
    own.problem.connect(lambda error: found.append(error.what))
    return found


def test_a_routine_is_made_and_changed_and_in_the_library_at_once(own: OwnRoutines) -> None:
    changed = QSignalSpy(own.changed)
    made = own.create("Evening", "bridge")
    assert made is not None
    assert (own.library.routine("evening"), [*own.library.own]) == (made, ["evening"])
    assert own.save(renamed(made, "Late evening"))
    assert own.library.routine("evening").title == "Late evening"
    assert changed.count() == 2
    assert own.save(own.library.routine("evening"))
    assert changed.count() == 2, "nothing is another than it was"


def test_two_of_one_title_have_their_own_files(own: OwnRoutines) -> None:
    for _ in range(2):
        own.create("Evening", "bridge")
    copy = own.duplicate("evening", "Evening")
    assert copy is not None
    assert sorted(path.name for path in own.folder.iterdir()) == ["evening-2.toml", "evening-3.toml", "evening.toml"]


def test_no_routine_takes_an_exercises_id(own: OwnRoutines, tmp_path: Path) -> None:
    """What is done of an exercise alone is in the history by that id."""
    made = own.create("Bridge", "bridge")
    assert made is not None
    assert made.id == "bridge-2"
    assert own.export(made.id, tmp_path / "bridge.toml")
    given = (tmp_path / "bridge.toml").read_text(encoding="utf-8").replace("bridge-2", "bridge", 1)
    (tmp_path / "bridge.toml").write_text(given, encoding="utf-8")
    brought = own.bring_in(tmp_path / "bridge.toml")
    assert brought is not None
    assert brought.id == "bridge-3"


def test_a_bundled_routine_is_duplicated_and_not_changed(own: OwnRoutines) -> None:
    before = own.library.routine("daily-mini")
    copy = own.duplicate("daily-mini", before.title)
    assert copy is not None
    assert (copy.id, copy.exercises) == ("daily-mini-2", before.exercises)
    assert own.library.routine("daily-mini") == before


def test_deleted_and_brought_back(own: OwnRoutines) -> None:
    made = own.create("Evening", "bridge")
    own.bring_back()
    assert own.take_out("evening")
    assert own.library.own == frozenset()
    own.bring_back()
    assert own.library.routine("evening") == made
    (own.folder / "evening.toml").unlink()
    own.bring_back()
    own.reread()
    assert own.library.own == frozenset(), "it is brought back once"


def test_a_file_that_was_put_right_by_hand_is_seen(own: OwnRoutines) -> None:
    own.create("Evening", "bridge")
    file = own.folder / "evening.toml"
    right = file.read_text()
    file.write_text(right.replace("bridge", "brige"))
    own.reread()
    assert own.library.own == frozenset()
    assert own.library.broken[0].message.startswith("evening.toml: exercises[0].id: no exercise is called 'brige'")
    file.write_text(right)
    own.reread()
    assert ([*own.library.own], [*own.library.broken]) == (["evening"], [])


def test_what_fails_is_said_and_changes_nothing(own: OwnRoutines, tmp_path: Path) -> None:
    found = problems(own)
    own.folder.touch()  # a file in the folder's place
    assert own.create("Evening", "bridge") is None
    assert not own.take_out("evening")
    assert own.bring_in(tmp_path / "not there.toml") is None
    assert not own.export("daily-mini", own.folder / "x.toml")
    assert [what.split(":")[0] for what in found] == [
        "The routine could not be saved",
        "The routine could not be deleted",
        "not there.toml",
        f"{own.folder / 'x.toml'} could not be written",
    ]
    assert own.library.own == frozenset()


def test_what_can_not_be_brought_back_is_not_forgotten(own: OwnRoutines) -> None:
    own.create("Evening", "bridge")
    own.take_out("evening")
    found = problems(own)
    own.folder.rmdir()
    own.folder.touch()
    own.bring_back()
    assert len(found) == 1
    own.folder.unlink()
    own.bring_back()
    assert own.library.own == {"evening"}


def test_exported_and_imported_it_is_identical(own: OwnRoutines, tmp_path: Path) -> None:
    made = own.duplicate("three-day", "Mine")
    assert own.export("mine", tmp_path / "out.toml")
    own.take_out("mine")
    assert own.bring_in(tmp_path / "out.toml") == made == own.library.routine("mine")


def test_the_problem_is_one_that_a_banner_can_show(own: OwnRoutines, tmp_path: Path) -> None:
    spy = QSignalSpy(own.problem)
    own.bring_in(tmp_path)
    assert isinstance(spy.at(0)[0], UserError)
