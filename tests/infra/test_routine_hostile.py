"""5,000 hostile or broken files: each gives a routine or a message, never anything else, and never takes long."""

import os
from collections.abc import Callable
from pathlib import Path
from time import thread_time
from typing import Any

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ribdown.core.errors import UserError
from ribdown.core.routine import OwnRange, Routine, RoutineExercise
from ribdown.infra.library import Library, load_library
from ribdown.infra.routine_file import LARGEST, read_routine, routine_toml

LONGEST = 1.0  # s of this thread's own work, whatever else the machine does

FIELDS = [name for shape in (Routine, RoutineExercise, OwnRange) for name in shape.__struct_fields__]
KEYS = st.sampled_from([*FIELDS, "bridge", "reps", "sets"]) | st.text(max_size=8)
LEAVES = (
    st.sampled_from(
        ["mine", "bridge", "couch-stretch", "app", "source", "../../x", "\0", "x" * 300, 0, -1, 2**63, 1e308]
    )
    | st.text(max_size=20)
    | st.integers()
    | st.floats()
    | st.booleans()
    | st.datetimes()
    | st.times()
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=12
)
SIGNS = b"[ ] [[ ]] { } = . , ' \" # \\ a exercises id doses inf nan 1e999 0x 1979-05-27 \\ud800 \\U00110000"
RAW = (b'"' * 3, b"'" * 3, b"\n", b"\r\n", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80")
PIECES = st.sampled_from([*SIGNS.split(), *RAW])


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def try_file(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], str]:
    """Reads a content as the library does; returns the message, empty where there is a routine."""
    file = tmp_path_factory.mktemp("hostile") / "mine.toml"

    def tried(content: bytes) -> str:
        file.write_bytes(content)
        before = thread_time()
        try:
            routine = read_routine(file, library.exercises)
        except UserError as error:
            message = error.what
            assert message.startswith("mine.toml: ")
            assert len(message) < 450
            message.encode()
        else:
            message = ""
            routine_toml(routine)
        assert thread_time() - before < LONGEST
        return message

    return tried


def examples(number: int) -> settings:
    return settings(max_examples=number, deadline=None, suppress_health_check=list(HealthCheck), database=None)


def written(table: dict[str, Any]) -> bytes:
    try:
        return tomli_w.dumps(table).encode()
    except (UnicodeEncodeError, ValueError):
        return repr(table).encode("utf-8", "surrogatepass")


@examples(1500)
@given(table=st.dictionaries(KEYS, VALUES, max_size=6))
def test_random_tables(try_file: Callable[[bytes], str], table: dict[str, Any]) -> None:
    try_file(written(table))


@examples(1500)
@given(data=st.data())
def test_routines_in_which_something_is_wrong(try_file: Callable[[bytes], str], data: st.DataObject) -> None:
    """A right routine with one value replaced, somewhere in it."""
    doses: dict[str, Any] = {"bridge": {"reps": {"default": 5, "range": [4, 8], "origin": "app"}, "sets": 2}}
    table: dict[str, Any] = {
        "id": "mine",
        "title": "Mine",
        "summary": "s",
        "source": "own",
        "guide": False,
        "exercises": [{"id": "bridge", "doses": doses, "rounds": 1, "optional": True, "included": True}],
    }
    assert try_file(written(table)) == ""
    place: Any = table
    while True:
        key = data.draw(st.sampled_from(list(place) if isinstance(place, dict) else list(range(len(place)))))
        if not isinstance(place[key], dict | list) or data.draw(st.booleans()):
            break
        place = place[key]
    wrong = data.draw(VALUES)
    if isinstance(place, dict) and data.draw(st.booleans()):
        place[data.draw(KEYS)] = wrong
    else:
        place[key] = wrong
    try_file(written(table))


@examples(1000)
@given(pieces=st.lists(PIECES | st.binary(max_size=6), max_size=60))
def test_pieces_of_toml_in_any_order(try_file: Callable[[bytes], str], pieces: list[bytes]) -> None:
    try_file(b"".join(pieces))


@examples(500)
@given(content=st.binary(max_size=2000))
def test_any_bytes(try_file: Callable[[bytes], str], content: bytes) -> None:
    try_file(content)


@examples(500)
@given(
    piece=st.lists(
        PIECES | st.sampled_from([b"a.", b"a = 1\n", b"[a]\n", b"[[a]]\n", b"a={", b"a=["]), min_size=1, max_size=4
    ),
    before=st.sampled_from([b"", b"a = ", b"[", b"[[", b'a = "', b'id = "mine"\nexercises = [']),
    length=st.sampled_from([1000, 20_000, LARGEST - 100]),
)
def test_the_same_over_and_over(
    try_file: Callable[[bytes], str], piece: list[bytes], before: bytes, length: int
) -> None:
    once = b"".join(piece)
    assert try_file(before + once * (length // len(once)))


def test_ten_megabytes(try_file: Callable[[bytes], str]) -> None:
    assert try_file(os.urandom(10_000_000)) == "mine.toml: the file has 10000 kB; at most 64 kB are allowed"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such devices")
def test_a_device_and_a_folder_are_no_files(library: Library, tmp_path: Path) -> None:
    endless = tmp_path / "endless.toml"
    endless.symlink_to("/dev/zero")
    for path, said in ((endless, "there is no file of that name"), (tmp_path, "it is a folder")):
        with pytest.raises(UserError, match=said):
            read_routine(path, library.exercises)
