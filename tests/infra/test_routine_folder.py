"""The folder of a person's routines: saving, deleting and bringing back, import and export."""

import os
import stat
from pathlib import Path

import pytest

from fakes import routine
from ribdown.core.errors import UserError
from ribdown.core.routine import Routine
from ribdown.infra.library import Library, load_library, with_own
from ribdown.infra.routine_folder import RoutineFolder, export_routine

MINE = routine("bridge", source="own")


@pytest.fixture
def folder(tmp_path: Path) -> RoutineFolder:
    return RoutineFolder(tmp_path / "routines")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return load_library(tmp_path)


def bring_in(folder: RoutineFolder, file: Path, library: Library) -> Routine:
    return folder.bring_in(file, library.exercises, frozenset(library.routines))


def test_what_is_saved_is_in_the_library(folder: RoutineFolder, library: Library, tmp_path: Path) -> None:
    folder.save(MINE)
    found = with_own(library, tmp_path)
    assert (found.routine("mine"), [*found.own], [*folder.names()]) == (MINE, ["mine"], ["mine"])
    assert [*found.routines][:-1] == [*library.routines]
    assert with_own(found, tmp_path) == load_library(tmp_path) == found


def test_what_was_deleted_comes_back_to_the_letter(folder: RoutineFolder, library: Library, tmp_path: Path) -> None:
    folder.save(MINE)
    file = folder.path / "mine.toml"
    by_hand = file.read_bytes() + b"\r\n# a remark\r\n"
    file.write_bytes(by_hand)
    content = folder.take_out("mine")
    assert (content, with_own(library, tmp_path).own, list(folder.path.iterdir())) == (by_hand, frozenset(), [])
    folder.put_back("mine", content)
    assert file.read_bytes() == by_hand


def test_exported_deleted_and_imported_it_is_identical(folder: RoutineFolder, library: Library, tmp_path: Path) -> None:
    folder.save(MINE)
    file = tmp_path / "elsewhere" / "from a friend (1).toml"
    export_routine(MINE, file)
    written = (folder.path / "mine.toml").read_bytes()
    assert file.read_bytes() == written
    folder.take_out("mine")
    assert bring_in(folder, file, library) == MINE
    assert (folder.path / "mine.toml").read_bytes() == written


@pytest.mark.parametrize("id", ["mine", "three-day", "../../x", "CON", "", "a/b", "x" * 5000, ".", "taken"])
def test_an_import_gets_an_id_that_is_free_and_safe(
    folder: RoutineFolder, library: Library, tmp_path: Path, id: str
) -> None:
    folder.path.mkdir()
    for name in ("mine", "Taken"):
        (folder.path / f"{name}.toml").write_text("broken")
    file = tmp_path / "x.toml"
    export_routine(routine("bridge", id=id), file)
    assert bring_in(folder, file, library).id == "mine-2"
    assert sorted(path.name for path in folder.path.iterdir()) == ["Taken.toml", "mine-2.toml", "mine.toml"]
    assert (folder.path / "mine.toml").read_text() == "broken"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["routines", "x.toml"]


def test_an_import_that_is_broken_keeps_nothing(folder: RoutineFolder, library: Library, tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    export_routine(routine("brige"), file)
    with pytest.raises(UserError, match=r"^x\.toml: exercises\[0\]\.id: no exercise is called 'brige'; allowed: b"):
        bring_in(folder, file, library)
    assert not folder.path.exists()


def test_what_can_not_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    folder = RoutineFolder(tmp_path / "file")
    assert folder.names() == frozenset()
    with pytest.raises(UserError, match=r"^The routine could not be saved: .+\. Make sure that .+ has space\.$"):
        folder.save(MINE)
    with pytest.raises(UserError, match=r"could not be written: .+\. Choose another folder"):
        export_routine(MINE, folder.path / "x.toml")
    with pytest.raises(UserError, match=r"^The routine could not be deleted: .+\."):
        folder.take_out("mine")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_folder_that_can_not_be_written_keeps_its_file(folder: RoutineFolder) -> None:
    folder.save(MINE)
    folder.path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(UserError, match="could not be saved: Permission denied"):
            folder.save(routine("hold"))
        with pytest.raises(UserError, match="could not be deleted: Permission denied"):
            folder.take_out("mine")
    finally:
        folder.path.chmod(stat.S_IRWXU)
    assert [path.name for path in folder.path.iterdir()] == ["mine.toml"]
