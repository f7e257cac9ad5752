from pathlib import Path

from ribdown.infra.paths import data_folder, free_name


def test_the_folder_asked_for_is_used(tmp_path: Path) -> None:
    assert data_folder(tmp_path) == tmp_path


def test_without_one_it_is_the_systems_own_and_not_made_yet() -> None:
    assert data_folder(None).is_absolute()
    assert data_folder(None).name == "ribdown"


def test_a_free_name_is_the_first_that_nothing_has(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    names = []
    for _ in range(3):
        free = free_name(file, "unreadable-2026-11-20")
        free.touch()
        names.append(free.name)
    first = "history.sqlite3.unreadable-2026-11-20"
    assert names == [first, f"{first}-2", f"{first}-3"]
