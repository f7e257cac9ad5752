from pathlib import Path

import pytest

from ribdown.infra.whole_file import write_whole


def test_a_file_is_written_with_its_folders_and_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "x.toml"
    write_whole(file, b"one")
    write_whole(file, b"two")
    assert [path.name for path in file.parent.iterdir()] == ["x.toml"]
    assert file.read_bytes() == b"two"


def test_what_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "x.toml"
    write_whole(file, b"one")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(file, b"two")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"x.toml": b"one"}
