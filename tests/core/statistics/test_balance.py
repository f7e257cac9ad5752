from hypothesis import given
from hypothesis import strategies as st

from ribdown.core.statistics.balance import Balance, SideRow, balances
from ribdown.core.timeline import Side


def test_the_longest_comes_first_and_what_was_not_done_is_left_out() -> None:
    rows = [
        SideRow("bridge", Side.LEFT, 10),
        SideRow("couch-stretch", Side.RIGHT, 90),
        SideRow("couch-stretch", Side.LEFT, 30),
        SideRow("hip-lift", Side.LEFT, 0),
        SideRow("bridge", Side.LEFT, 5),
    ]
    assert balances(rows) == (Balance("couch-stretch", 30, 90), Balance("bridge", 15, 0))


def test_the_share_of_the_left() -> None:
    assert Balance("x", 30, 90).left_share == 0.25
    assert Balance("x", 7, 7).left_share == 0.5
    assert Balance("x", 7, 0).left_share == 1


@given(st.lists(st.builds(SideRow, st.sampled_from("abc"), st.sampled_from(Side), st.integers(0, 500))))
def test_the_same_as_adding_up_one_exercise_and_side_at_a_time(rows: list[SideRow]) -> None:
    found = {balance.exercise: (balance.left, balance.right) for balance in balances(rows)}
    for exercise in "abc":
        left, right = (
            sum(row.seconds for row in rows if row.exercise == exercise and row.side is side) for side in Side
        )
        assert found.get(exercise, (0, 0)) == (left, right)
        assert (exercise in found) == (left + right > 0)
