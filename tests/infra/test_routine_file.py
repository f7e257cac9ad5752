"""A person's routine as a file: what is written is read back as the same value, and what is wrong is said."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes import routine
from ribdown.core.content import Exercise
from ribdown.core.doses import Origin
from ribdown.core.errors import UserError
from ribdown.core.routine import OwnRange, Routine, RoutineExercise, dose_names
from ribdown.core.routine_editing import dose_steps
from ribdown.infra.library import Library, load_library
from ribdown.infra.routine_file import LARGEST, read_routine, routine_toml
from ribdown.infra.toml_file import to_struct


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(tmp_path_factory.mktemp("data"))


def read_back(content: bytes) -> Routine:
    return to_struct("mine.toml", tomllib.loads(content.decode()), Routine)


def test_a_routine_is_written_in_a_stable_order_without_what_goes_without_saying() -> None:
    doses: dict[str, dict[str, Any]] = {
        "bridge": {"squeeze": 3, "lift": 1.5},
        "other": {"reps": OwnRange(5, (4, 8), Origin.APP)},
    }
    mine = routine("walk", RoutineExercise(id="bridge", doses=doses, rounds=2, optional=True, included=False))
    assert routine_toml(mine).decode() == (
        'id = "mine"\n'
        'title = "Mine"\n'
        'summary = "A few things."\n'
        'source = "A"\n'
        "\n"
        "[[exercises]]\n"
        'id = "walk"\n'
        "\n"
        "[[exercises]]\n"
        'id = "bridge"\n'
        "rounds = 2\n"
        "optional = true\n"
        "included = false\n"
        "\n"
        "[exercises.doses.bridge]\n"
        "squeeze = 3\n"
        "lift = 1.5\n"
        "\n"
        "[exercises.doses.other.reps]\n"
        "default = 5\n"
        "range = [\n    4,\n    8,\n]\n"
        'origin = "app"\n'
    )
    assert read_back(routine_toml(mine)) == mine


def test_every_bundled_routine_comes_back(library: Library) -> None:
    for one in library.routines.values():
        assert read_back(routine_toml(one)) == one


@settings(max_examples=200, deadline=None)
@given(st.text(), st.text(), st.lists(st.integers(-(2**62), 2**62) | st.floats(allow_nan=False, allow_infinity=False)))
def test_every_text_and_number_comes_back(title: str, summary: str, numbers: list[float]) -> None:
    doses: dict[str, dict[str, Any]] = {"block": {f"n{at}": number for at, number in enumerate(numbers)}}
    mine = routine(RoutineExercise(id="x", doses=doses), title=title, summary=summary)
    try:
        content = routine_toml(mine)
    except UnicodeEncodeError:
        assert any("\ud800" <= sign <= "\udfff" for sign in title + summary)
        return
    assert read_back(content) == mine


def test_the_longest_routine_can_be_read_again(library: Library, tmp_path: Path) -> None:
    def everything(exercise: Exercise) -> RoutineExercise:
        doses: dict[str, dict[str, Any]] = {
            block.id: {
                name: OwnRange(max(dose_steps(dose)), dose.range, dose.origin)
                for name in dose_names(block)
                if (dose := getattr(block, name)).range[0] > 0
            }
            for block in exercise.blocks
        }
        return RoutineExercise(id=exercise.id, doses=doses, rounds=1, optional=True, included=True)

    longest = max(map(everything, library.exercises.values()), key=lambda item: len(routine_toml(routine(item))))
    mine = routine(*[longest] * 30, title="\N{SMILE}" * 60, summary="\N{SMILE}" * 200)
    file = tmp_path / "mine.toml"
    file.write_bytes(routine_toml(mine))
    assert LARGEST / 4 < file.stat().st_size < LARGEST
    assert read_routine(file, library.exercises) == mine


def refused(file: Path, library: Library) -> str:
    with pytest.raises(UserError) as caught:
        read_routine(file, library.exercises)
    return str(caught.value)


MANY = ", ".join(['{ id = "bridge" }'] * 31)
HEAD = 'id = "mine"\ntitle = "Mine"\nsummary = "s"\nsource = "A"\n'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "missing key 'id'"),
        (b"a." * 500 + b"a = 1", "line 1: a key of too many parts; a routine's keys have at most four"),
        (b"#" * 64_001, "the file has 64 kB; at most 64 kB are allowed"),
        (b"#" * 10_000_000, "the file has 10000 kB; at most 64 kB are allowed"),
        (b"a = " + b"[" * 30_000, "lists or tables lie too deep inside each other"),
        (b"\xff\xfe", "line 1: the text is not UTF-8; save the file as UTF-8"),
        (f'{HEAD}exercises = [{{ id = "brige" }}]'.encode(), "exercises[0].id: no exercise is called 'brige'"),
        (f'{HEAD}exercises = [{{ id = "bridge", rounds = 1{"0" * 5000} }}]'.encode(), "a number is too long"),
        (
            f'{HEAD}exercises = [{{ id = "bridge", rounds = true }}]'.encode(),
            "exercises[0].rounds: true is not allowed",
        ),
        (
            f'{HEAD}exercises = [{{ id = "bridge", doses.bridge.reps = nan }}]'.encode(),
            "a number is too long, or infinite",
        ),
        (
            f"{HEAD}exercises = [{MANY}]".encode(),
            "exercises: 31 exercises; at most 30",
        ),
        (f'{HEAD.replace("Mine", " ")}exercises = [{{ id = "bridge" }}]'.encode(), "title: it is empty"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, library: Library, content: bytes, said: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(content)
    assert refused(file, library).startswith(f"mine.toml: {said}")


def test_what_is_quoted_is_no_longer_than_can_be_read(tmp_path: Path, library: Library) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(f'{HEAD}exercises = [{{ id = "{"x" * 50_000}" }}]')
    assert len(refused(file, library)) < 450


def test_a_file_that_is_not_there_or_can_not_be_read(tmp_path: Path, library: Library) -> None:
    assert refused(tmp_path / "x.toml", library) == "x.toml: there is no file of that name"
    assert refused(tmp_path / ("x" * 300), library).endswith("the file can't be read: File name too long")


def test_a_name_that_can_not_be_shown_is_said_as_far_as_it_can(tmp_path: Path, library: Library) -> None:
    file = tmp_path / "x\udcff.toml"
    file.write_bytes(b"")
    assert refused(file, library) == "x?.toml: missing key 'id'"
