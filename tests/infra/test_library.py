from pathlib import Path

import pytest

from ribdown.core.errors import UserError
from ribdown.infra.library import Library, check_file, load_library
from ribdown.infra.resources import resource_folder

ROUTINE = """
id = "{id}"
title = "Mine"
summary = "s"
source = "A"

[[exercises]]
id = "{exercise}"
{more}
"""


def _write(folder: Path, name: str = "mine", id: str = "mine", exercise: str = "bridge", more: str = "") -> Path:
    file = folder / "routines" / f"{name}.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(ROUTINE.format(id=id, exercise=exercise, more=more))
    return file


def _broken(library: Library) -> list[str]:
    return [file.message for file in library.broken]


def test_everything_bundled_is_right(tmp_path: Path) -> None:
    library = load_library(tmp_path)
    assert library.broken == ()
    assert list(library.routines) == [
        "daily-mini",
        "three-day",
        "couch-stretch-only",
        "first-steps",
        "progression",
        "no-couch",
        "hourly-reset",
        "posture-pulse",
        "stand-break",
    ]


def test_every_bundled_file_passes_the_check_that_a_person_can_run(tmp_path: Path) -> None:
    exercises = load_library(tmp_path).exercises
    for folder in ("exercises", "routines"):
        for file in resource_folder().joinpath(folder).iterdir():
            copy = tmp_path / file.name
            copy.write_bytes(file.read_bytes())
            assert check_file(copy, exercises) is None


def test_a_persons_routine_comes_after_the_bundled_ones(tmp_path: Path) -> None:
    _write(tmp_path)
    assert list(load_library(tmp_path).routines)[-1] == "mine"


def test_a_bad_file_is_listed_and_everything_else_still_works(tmp_path: Path) -> None:
    good = _write(tmp_path)
    bad = _write(tmp_path, name="bad", id="bad", exercise="brige")
    library = load_library(tmp_path)
    assert good.stem in library.routines
    assert [file.path for file in library.broken] == [bad]
    assert _broken(library)[0].startswith("bad.toml: exercises[0].id: no exercise is called 'brige'; allowed: bridge")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("doses.bridge.reps = 40", "exercises[0].doses.bridge.reps: 40 is outside"),
        ("doses.bridge.reps = -1", "exercises[0].doses.bridge.reps: -1 is outside"),
        ("doses.bridge.squeeze = -3", "exercises[0].doses.bridge.squeeze: -3 s is outside"),
        ("doses.bridge.jumps = 4", "exercises[0].doses.bridge.jumps: no such dose; allowed: reps"),
        ("doses.arch.reps = 4", "exercises[0].doses.arch: no such block; allowed: bridge"),
        ('first_side = "mine"', "exercises[0].first_side: 'mine' is not allowed; allowed: left, right"),
        ("jumps = 4", "exercises[0]: unknown key 'jumps'; allowed: id, doses, rounds, optional, included"),
        ("optional = true\nincluded = false", "exercises: all are switched off; at least one has to be included"),
    ],
)
def test_a_routine_that_does_not_fit(tmp_path: Path, more: str, said: str) -> None:
    file = _write(tmp_path, more=more)
    library = load_library(tmp_path)
    [message] = _broken(library)
    assert message.startswith(f"mine.toml: {said}")
    assert check_file(file, library.exercises) == message


def test_a_file_is_named_after_its_id(tmp_path: Path) -> None:
    _write(tmp_path, name="other")
    assert _broken(load_library(tmp_path)) == ["other.toml: id: 'mine' is not the file's name; allowed: other"]


def test_a_bundled_id_is_taken(tmp_path: Path) -> None:
    _write(tmp_path, name="three-day", id="three-day")
    library = load_library(tmp_path)
    assert _broken(library) == ["three-day.toml: id: 'three-day' is a bundled routine; any other id is allowed"]
    assert library.routine("three-day").title != "Mine"


def test_an_exercises_id_is_taken(tmp_path: Path) -> None:
    _write(tmp_path, name="bridge", id="bridge")
    assert _broken(load_library(tmp_path)) == ["bridge.toml: id: 'bridge' is an exercise; any other id is allowed"]


@pytest.mark.parametrize("content", ["", "exercises = []", "\0", "a = "])
def test_a_file_without_a_routine_is_broken(tmp_path: Path, content: str) -> None:
    _write(tmp_path).write_text(content)
    assert _broken(load_library(tmp_path))[0].startswith("mine.toml: ")


def test_a_folder_in_place_of_a_file_is_broken(tmp_path: Path) -> None:
    (tmp_path / "routines" / "mine.toml").mkdir(parents=True)
    assert _broken(load_library(tmp_path)) == ["mine.toml: it is a folder; a file is needed"]


def test_a_file_in_place_of_the_folder_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "routines").touch()
    assert load_library(tmp_path).broken == ()


def test_an_unknown_id_gets_the_nearest_names(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        load_library(tmp_path).routine("tree-day")
    assert (caught.value.what, caught.value.next_step) == (
        "No routine is called 'tree-day'.",
        "Did you mean three-day?",
    )


def test_an_id_like_no_other_gets_all_names(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"There are: daily-mini, three-day, .*stand-break\.$"):
        load_library(tmp_path).routine("zzz")


def test_an_exercise_is_told_by_its_blocks(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text('id = "x"\nblocks = []')
    assert check_file(file, {}) == "x.toml: missing key 'title'"
