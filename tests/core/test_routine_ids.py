import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ribdown.core.routine_ids import is_id, routine_id


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Evening", "evening"),
        ("My  routine, no. 2!", "my-routine-no-2"),
        ("Grüße an die Hüfte", "grusse-an-die-hufte"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\system32", "c-windows-system32"),
        (".hidden", "hidden"),
        ("a\0b\nc", "a-b-c"),
        ("con", "con-routine"),
        ("LPT1", "lpt1-routine"),
        ("com0", "com0-routine"),
        ("CON.toml", "con-toml"),
        ("", "routine"),
        ("   ", "routine"),
        ("腰を伸ばす", "routine"),
        ("🙂", "routine"),
        ("Ⅷ", "viii"),
        ("Can't sit", "cant-sit"),
        ("a" * 200, "a" * 40),
        ("a" * 39 + " b", "a" * 39),
    ],
)
def test_an_id_is_made_from_the_title(title: str, id: str) -> None:
    assert routine_id(title, ()) == id


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert routine_id("Evening", {"evening"}) == "evening-2"
    assert routine_id("Evening", {"Evening", "evening-2", "EVENING-3"}) == "evening-4"


@given(st.text(), st.sets(st.sampled_from(["routine", "Routine-2", "a", "con-routine"])))
def test_every_id_is_safe_new_and_its_own_id(title: str, taken: set[str]) -> None:
    id = routine_id(title, taken)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id)
    assert len(id) <= 60
    assert id not in {other.casefold() for other in taken}
    assert is_id(routine_id(title, ()))


@pytest.mark.parametrize("text", ["", "..", "A", "a b", "con", "a/b", "-a"])
def test_a_text_that_is_no_id(text: str) -> None:
    assert not is_id(text)
