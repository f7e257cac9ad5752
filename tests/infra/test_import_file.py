"""Files that are no export of ours are refused in words, whoever made them."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plausible_history import plausible_nudges, plausible_sessions, plausible_tests
from records import as_nobody
from ribdown.core.errors import UserError
from ribdown.infra.export_json import write_json
from ribdown.infra.history_records import Record
from ribdown.infra.import_file import LARGEST, read_records

TODAY = date(2026, 11, 20)
SOME: list[Record] = [*plausible_sessions(9, TODAY), *plausible_nudges(3, TODAY), *plausible_tests(9, TODAY)]
START = '{"format":"ribdown-history","version":1,"records":['


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "out.json"
    with path.open("wb") as file:
        write_json(SOME, file)
    return path.read_bytes()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "in.json"


def _refusal(file: Path) -> str:
    with pytest.raises(UserError) as caught:
        list(read_records(file))
    assert caught.value.what.startswith(f"{file.name} can't be imported: ")
    assert caught.value.next_step
    assert "\n" not in caught.value.what
    assert len(caught.value.what) < 500
    return caught.value.what.removeprefix(f"{file.name} can't be imported: ")


def _with(fields: dict[str, Any], /, **more: Any) -> str:
    return json.dumps(fields | more)


def test_a_whole_file_gives_its_records(file: Path, whole: bytes) -> None:
    file.write_bytes(whole)
    assert list(read_records(file)) == SOME


def test_another_systems_line_ends_are_no_harm(file: Path, whole: bytes) -> None:
    file.write_bytes(whole.replace(b"\n", b"\r\n"))
    assert list(read_records(file)) == SOME


@pytest.mark.parametrize("share", [0.0, 0.001, 0.01, 0.3, 0.5, 0.9, 0.999])
def test_a_truncated_file(file: Path, whole: bytes, share: float) -> None:
    file.write_bytes(whole[: int(len(whole) * share)])
    assert _refusal(file) in ("its end is missing.", "it is not a history that Ribdown exported.")


@given(st.integers(0, 10_000))
def test_wherever_a_file_is_cut_it_is_refused(whole: bytes, tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    file = tmp_path_factory.getbasetemp() / "cut.json"
    file.write_bytes(whole[: cut % (len(whole) - 3)])
    _refusal(file)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"{}",
        b"[]",
        b'{"records": []}',
        b"\x00" * 5000,
        b"\xff\xd8\xff\xe0 a picture",
        b"PK\x03\x04 a spreadsheet",
        b"SQLite format 3\x00",
        b"x" * 1_000_000,
        b"[" * 1_000_000,
        b'{"format":"other","version":1,"records":[\n]}\n',
        b'{"format":"ribdown-history","version":0,"records":[\n]}\n',
        b'{"format":"ribdown-history","version":1,\n"records":[\n]}\n',
    ],
)
def test_a_foreign_file(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert _refusal(file) == "it is not a history that Ribdown exported."


def test_a_newer_file_is_told_from_a_foreign_one(file: Path) -> None:
    file.write_bytes(b'{"format":"ribdown-history","version":2,"records":[\n]}\n')
    assert _refusal(file) == "a newer Ribdown wrote it."


def test_a_spreadsheet_and_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "out.CSV") == "CSV is for spreadsheets."
    assert _refusal(tmp_path / "absent.json") == "there is no file of that name."
    assert _refusal(tmp_path) == "there is no file of that name."


def test_a_file_that_can_not_be_read(shared_folder: Path, whole: bytes) -> None:
    file = shared_folder / "in.json"
    file.write_bytes(whole)
    file.chmod(0o000)
    with as_nobody():
        assert _refusal(file) == "Permission denied."


def test_two_hundred_megabytes_are_refused_at_a_glance(file: Path) -> None:
    with file.open("wb") as sparse:
        sparse.write(START.encode() + b"\n")
        sparse.truncate(200_000_000)
    assert _refusal(file) == f"it has 200 MB; at most {LARGEST / 1e6:.0f} MB are allowed."


def test_a_line_without_an_end_is_not_read_whole(file: Path) -> None:
    with file.open("wb") as sparse:
        sparse.write(START.encode() + b"\n")
        sparse.truncate(LARGEST)
    assert _refusal(file) == "line 2 is too long."


def _hostile(session: dict[str, Any]) -> dict[str, tuple[str, str]]:
    block = session["blocks"][0]
    nudge = {"record": "nudge", "day": "2026-11-20", "minute": 540, "outcome": "done"}
    nudge |= {"ended": "2026-11-20T09:00:00Z", "reason": None, "snoozed_to": [], "session": ""}
    return {
        "not JSON": ("{", "line 2 is not one of Ribdown's."),
        "no record": ("7", "line 2: expected object, got int."),
        "deep lists": ("[" * 200_000, "line 2: expected object, got array."),
        "deep in a field": ('{"record":"session","blocks":' + "[" * 200_000, "line 2, $.blocks[0][0]: expected str"),
        "deep in what is unknown": ('{"x":' + "[" * 200_000, "line 2 is not one of Ribdown's."),
        "another kind": (_with(session, record="diary"), "line 2, $.record: invalid value 'diary'."),
        "no kind": ("{}", "line 2: object missing required field record."),
        "an unknown field": (_with(session, admin=True), "line 2: object contains unknown field admin."),
        "a field too few": (json.dumps({"record": "session", "id": "x"}), "line 2: object missing required field"),
        "NaN": (_with(session, done_seconds=float("nan")), "line 2 is not one of Ribdown's."),
        "infinity": (_with(session, done_seconds=float("inf")), "line 2 is not one of Ribdown's."),
        "a huge number": (
            _with(session, done_seconds=1e300),
            "line 2, $.done_seconds: expected float <= 1000000000.0.",
        ),
        "a huger number": (
            _with(session, round=1).replace('"speed": 1.0', '"speed": 1e999'),
            "line 2, $.speed: number",
        ),
        "endless digits": (_with(session, pain_before=10**4000), "line 2, $.pain_before: "),
        "less than nothing": (_with(session, done_seconds=-1), "line 2, $.done_seconds: expected float >= 0.0."),
        "too much pain": (_with(session, pain_after=11), "line 2, $.pain_after: expected int <= 10."),
        "pain in words": (_with(session, pain_after="much"), "line 2, $.pain_after: expected int | null, got str."),
        "another status": (_with(session, status="won"), "line 2, $.status: invalid enum value 'won'."),
        "a number for a flag": (_with(session, gentler=1), "line 2, $.gentler: expected bool, got int."),
        "no id": (_with(session, id=""), "line 2, $.id: expected str of length >= 1."),
        "a long id": (_with(session, id="x" * 201), "line 2, $.id: expected str of length <= 200."),
        "half a letter": (_with(session, note="\ud800"), "line 2 is not one of Ribdown's."),
        "a day before clocks": (_with(session, started="1969-12-31T23:00:00Z"), "line 2: the year 1969 is not allowed"),
        "the last day of all": (_with(session, started="9999-12-31T23:59:59-12:00"), "line 2: the year 9999 is not"),
        "the first day of all": (_with(session, started="0001-01-01T00:00:00+12:00"), "line 2: the year 1 is not"),
        "no offset": (_with(session, started="2026-11-20T08:00:00"), "line 2, $.started: expected datetime with a"),
        "no such day": (_with(session, started="2026-02-30T08:00:00Z"), "line 2, $.started: invalid RFC3339"),
        "no list": (_with(session, blocks=None), "line 2, $.blocks: expected array, got null."),
        "half a block": (_with(session, blocks=[block[:5]]), "line 2, $.blocks[0]: expected array of length 9"),
        "no side": (_with(session, blocks=[[block[0], "up", *block[2:]]]), "line 2, $.blocks[0][1]: invalid enum"),
        "minute 1440": (_with(nudge, minute=1440), "line 2, $.minute: expected int <= 1439."),
        "a slot long ago": (_with(nudge, day="0900-01-01"), "line 2: the year 900 is not allowed"),
        "an end long ago": (_with(nudge, ended="0900-01-01T00:00:00Z"), "line 2: the year 900 is not allowed"),
    }


@pytest.mark.parametrize("name", _hostile({"blocks": [[None] * 9]}))
def test_a_hostile_record(file: Path, whole: bytes, name: str) -> None:
    session = json.loads(whole)["records"][0]
    line, expected = _hostile(session)[name]
    file.write_text(f"{START}\n{line}\n]}}\n", encoding="utf-8")
    assert _refusal(file).startswith(expected)


def test_letters_that_are_none(file: Path, whole: bytes) -> None:
    file.write_bytes(whole.replace(b'"title":"', b'"title":"\xff', 1))
    assert _refusal(file) == "line 2 is not one of Ribdown's."


def test_an_id_may_come_once(file: Path, whole: bytes) -> None:
    lines = whole.splitlines()
    file.write_bytes(b"\n".join([lines[0], lines[1], lines[1], *lines[2:]]) + b"\n")
    assert _refusal(file).startswith("line 3 has '0000")


def test_something_after_the_end(file: Path, whole: bytes) -> None:
    file.write_bytes(whole + b"more")
    assert _refusal(file).startswith("something follows its end in line")


@pytest.mark.parametrize("change", [bytes.upper, bytes.swapcase, lambda content: content[::-1]])
def test_a_scrambled_file(file: Path, whole: bytes, change: Callable[[bytes], bytes]) -> None:
    file.write_bytes(change(whole))
    assert _refusal(file)


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=3))
def test_a_few_wrong_bytes_never_get_past_as_anything_but_records_or_a_refusal(
    whole: bytes, tmp_path_factory: pytest.TempPathFactory, place: int, noise: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "noise.json"
    place %= len(whole)
    file.write_bytes(whole[:place] + noise + whole[place + len(noise) :])
    try:
        records = list(read_records(file))
    except UserError:
        return
    assert len(records) == len(SOME)
