from hypothesis import given
from hypothesis import strategies as st

from ribdown.core.edits import Edits


def test_a_change_is_undone_and_done_again() -> None:
    edits = Edits("a").changed("b").changed("c")
    assert [edits.now, edits.undone().now, edits.undone().undone().now] == ["c", "b", "a"]
    assert edits.undone().undone().redone().redone() == edits


def test_where_nothing_is_left_nothing_happens() -> None:
    edits = Edits("a")
    assert edits.undone() is edits.redone() is edits.changed("a") is edits


def test_a_change_after_an_undo_ends_what_could_be_done_again() -> None:
    edits = Edits("a").changed("b").undone().changed("c")
    assert edits.redone() is edits
    assert edits.undone().now == "a"


def test_what_is_typed_is_undone_as_one() -> None:
    edits = Edits("").changed("M", "title").changed("My", "title")
    assert edits.undone().now == ""
    assert edits.settled().changed("Mine", "title").undone().now == "My"
    assert edits.changed("My!", "summary").undone().now == "My"


@given(st.lists(st.integers(0, 5)))
def test_undoing_everything_leads_through_every_value_to_the_first(values: list[int]) -> None:
    edits, seen = Edits(-1), [-1]
    for value in values:
        edits = edits.changed(value)
        if value != seen[-1]:
            seen.append(value)
    back = []
    while edits.past:
        back.append(edits.now)
        edits = edits.undone()
    assert [edits.now, *reversed(back)] == seen
    assert len(edits.future) == len(back)
