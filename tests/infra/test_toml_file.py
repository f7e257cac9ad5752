"""Whatever is wrong with a file is said as `FILE: KEY: what is wrong and what is allowed`."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ribdown.core.content import Exercise
from ribdown.core.errors import UserError
from ribdown.core.routine import Routine
from ribdown.infra.toml_file import parse_table, read_table, to_struct

EXERCISE = """
id = "couch-stretch"
title = "Couch stretch"
purpose = "Opens the hip."
position = "lying"
sides = "each"
source = "B"
starting_position = ["a", "b", "c"]
execution = ["a", "b", "c"]
mistakes = [{ mistake = "a", fix = "b" }, { mistake = "c", fix = "d" }]
feel = "f"
stop = ["s"]

[[blocks]]
kind = "breathing"
id = "reset"
title = "Reset"
cues = { inhale = "In", exhale = "Out" }
breaths = { default = 4, range = [4, 5], origin = "source" }
inhale = { default = 2.5, range = [2, 3], origin = "app" }
exhale = { default = 5, range = [3, 5], origin = "app" }

[[blocks]]
kind = "contract_relax"
id = "press"
title = "Floor press"
cues = { press = "Press", relax = "Let go" }
presses = { default = 3, range = [3, 4], origin = "source" }
press = { default = 5, range = [5, 8], origin = "source" }
relax = { default = 5, range = [5, 8], origin = "source" }
effort = { range = [30, 40], origin = "source" }
"""

ROUTINE = """
id = "mine"
title = "Mine"
summary = "s"
source = "A"

[[exercises]]
id = "couch-stretch"
doses.press.press = 6
doses.press.presses = { default = 2, range = [2, 4], origin = "app" }
"""


def _problem(text: str, shape: type) -> str:
    with pytest.raises(UserError) as caught:
        to_struct("x.toml", parse_table("x.toml", text.encode()), shape)
    assert str(caught.value) == caught.value.what
    return caught.value.what


def test_what_is_right_is_read() -> None:
    exercise = to_struct("x.toml", tomllib.loads(EXERCISE), Exercise)
    assert [block.kind for block in exercise.blocks] == ["breathing", "contract_relax"]
    assert to_struct("x.toml", tomllib.loads(ROUTINE), Routine).id == "mine"


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("press = { default = 5,", "press = { default = 12,", "blocks[1].press: 12 s is outside 5–8 s"),
        ("[5, 8]", "[-5, 8]", "blocks[1].press: -5 s is negative; 0 s or more is allowed"),
        ("[30, 40]", "[30, 90]", "blocks[1].effort: 30–90 % is outside 1–50 %"),
        (
            'kind = "breathing"',
            'kind = "foo"',
            "blocks[0].kind: 'foo' is not allowed; allowed: breathing, contract_relax, reps, hold, rest, walk, untimed",
        ),
        ('kind = "breathing"', "kind = 3", "blocks[0].kind: 3 is not allowed; allowed: text"),
        ('kind = "breathing"\n', "", "blocks[0]: missing key 'kind'"),
        (
            'id = "press"',
            'id = "press"\nbar = 1',
            "blocks[1]: unknown key 'bar'; allowed: kind, id, title, cues, gentle_cues, feel, "
            "presses, press, relax, effort",
        ),
        ('title = "Reset"\n', "", "blocks[0]: missing key 'title'"),
        ('title = "Couch stretch"\n', "", "missing key 'title'"),
        ('sides = "each"', 'sides = "foo"', "sides: 'foo' is not allowed; allowed: both, each, alternating"),
        ('["s"]', '["s"]\nbar = 1', "unknown key 'bar'; allowed: id, title, purpose"),
        (
            "cues = { inhale",
            "cues = { foo",
            "blocks[0].cues: 'foo' is not allowed; allowed: get-ready, switch-sides, inhale",
        ),
        ('inhale = "In"', "inhale = 3", "blocks[0].cues.inhale: 3 is not allowed; allowed: text"),
        ('inhale = "In"', 'press = "In"', "blocks[0]: a cue for 'press', which this block does not have; allowed: "),
        ("default = 4", "default = 4.5", "blocks[0].breaths.default: 4.5 is not allowed; allowed: a whole number"),
        ("default = 2.5", 'default = "2"', "blocks[0].inhale.default: '2' is not allowed; allowed: a number"),
        ("default = 2.5", "default = true", "blocks[0].inhale.default: true is not allowed; allowed: a number"),
        ("[2, 3]", "[2, 3, 4]", "blocks[0].inhale.range: a list of 3 is not allowed; allowed: a list of length 2"),
        (
            'range = [2, 3], origin = "app"',
            'range = [2, 3], origin = "me"',
            "blocks[0].inhale.origin: 'me' is not allowed; allowed: source, app",
        ),
        ('stop = ["s"]', "stop = [1979-05-27]", "stop[0]: 1979-05-27 is not allowed; allowed: text"),
        (
            'stop = ["s"]',
            "stop = { a = 1 }",
            "stop: a table is not allowed; allowed: a list",
        ),
        (
            'execution = ["a", "b", "c"]',
            'execution = ["a"]',
            "execution has 1 entries; 3 to 6 are allowed",
        ),
    ],
)
def test_a_wrong_exercise(good: str, bad: str, said: str) -> None:
    assert good in EXERCISE
    assert _problem(EXERCISE.replace(good, bad, 1), Exercise).startswith(f"x.toml: {said}")


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("press = 6", 'press = "6"', "doses.press.press: '6' is not allowed; allowed: a number or a table"),
        ("range = [2, 4], ", "", "doses.press.presses: missing key 'range'"),
        ('"app"', '"me"', "doses.press.presses.origin: 'me' is not allowed; allowed: source, app"),
        ("default = 2", "default = 2, b = 1", "doses.press.presses: unknown key 'b'; allowed: default, range, origin"),
        ("[2, 4]", '[2, "4"]', "doses.press.presses.range[1]: '4' is not allowed; allowed: a number"),
        ("press.press = 6", "reset = 6", "doses.reset: 6 is not allowed; allowed: a table"),
    ],
)
def test_a_wrong_dose_is_named_by_its_block_and_name(good: str, bad: str, said: str) -> None:
    assert good in ROUTINE
    assert _problem(ROUTINE.replace(good, bad, 1), Routine) == f"x.toml: exercises[0].{said}"


def test_a_routine_without_exercises() -> None:
    text = ROUTINE.partition("[[exercises]]")[0] + "exercises = []"
    assert _problem(text, Routine) == "x.toml: exercises is empty; a routine has at least one exercise"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a = 1\nb = 2\nc = ?", "line 3: invalid value"),
        (b"a = 1\nb = ", "line 2: invalid value"),
        (b"a = 1\nb", "line 2: expected '=' after a key in a key/value pair"),
        (b"a = 1\na = 2", "line 2: cannot overwrite a value"),
        (b"a = 1\nb = '\xff'", "line 2: the text is not UTF-8; save the file as UTF-8"),
        (b"a = " + b"[" * 100_000, "lists or tables lie too deep inside each other"),
        *(
            (b"a = " + number, "a number is too long, or infinite; allowed: numbers that can be counted")
            for number in (b"1" * 5000, b"inf", b"-inf", b"nan", b"1e400")
        ),
    ],
)
def test_what_is_not_toml(content: bytes, said: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_table("x.toml", content)
    assert caught.value.what == f"x.toml: {said}"


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    assert parse_table("x.toml", b"\xef\xbb\xbfa = 1\r\nb = 2\r\n") == {"a": 1, "b": 2}


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    with file.open("wb") as hole:
        hole.truncate(10_000_000)
    with pytest.raises(UserError, match=r"^x\.toml: the file has 10\.0 MB; at most 1 MB is allowed$"):
        read_table(file)


def test_a_file_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"^absent\.toml: there is no file of that name$"):
        read_table(tmp_path / "absent.toml")


def test_a_folder_in_the_place_of_a_file_is_called_one(tmp_path: Path) -> None:
    (tmp_path / "x.toml").mkdir()
    with pytest.raises(UserError, match=r"^x\.toml: it is a folder; a file is needed$"):
        read_table(tmp_path / "x.toml")


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["kind", "press", "id"]), inner),
    max_leaves=6,
)


@given(data=st.data(), text=st.sampled_from([EXERCISE, ROUTINE]))
def test_whatever_stands_in_a_file_is_answered_in_words(data: st.DataObject, text: str) -> None:
    table = tomllib.loads(text)
    _spoil(table, data)
    try:
        to_struct("x.toml", table, Exercise if "blocks" in table else Routine)
        said = "x.toml: nothing is wrong"
    except UserError as error:
        said = error.what
    assert re.match(r"x\.toml: [^$]\S*.+", said, re.DOTALL)


def _spoil(place: dict[str, Any] | list[Any], data: st.DataObject) -> None:
    """Put anything in the place of one value, however deep, or take the value away."""
    keys: list[Any] = list(place) if isinstance(place, dict) else list(range(len(place)))
    key = data.draw(st.sampled_from(keys))
    inner = place[key]
    if isinstance(inner, dict | list) and inner and data.draw(st.booleans()):
        _spoil(inner, data)
    elif data.draw(st.booleans()):
        place[key] = data.draw(_VALUES)
    else:
        del place[key]
