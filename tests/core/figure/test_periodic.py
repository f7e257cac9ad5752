import pytest
from hypothesis import given
from hypothesis import strategies as st

from ribdown.core.figure.periodic import cubic, slopes

values = st.lists(st.floats(-10, 10), min_size=3, max_size=9)


def at(keys: list[float], share: float) -> float:
    """The value of one column of the curve at a share of the circle."""
    changes, count = slopes(keys), len(keys)
    here = int(share * count) % count
    after = (here + 1) % count
    [value] = cubic([keys[here]], [changes[here]], [keys[after]], [changes[after]], share * count % 1)
    return value


@given(values)
def test_the_curve_goes_through_its_keys(keys: list[float]) -> None:
    assert [at(keys, index / len(keys)) for index in range(len(keys))] == pytest.approx(keys)


@given(values, st.floats(0, 0.999))
def test_the_curve_never_leaves_the_range_between_two_keys(keys: list[float], share: float) -> None:
    here = int(share * len(keys))
    low, high = sorted((keys[here], keys[(here + 1) % len(keys)]))
    assert low - 1e-9 <= at(keys, share) <= high + 1e-9


def test_equal_steps_are_a_straight_line() -> None:
    assert slopes([0.0, 1.0, 2.0, 3.0])[1:3] == [1.0, 1.0]
    assert at([0.0, 1.0, 2.0, 3.0], 0.375) == pytest.approx(1.5)


def test_the_slope_is_nought_where_the_values_turn() -> None:
    assert slopes([0.0, 2.0, 1.0]) == [0.0, 0.0, pytest.approx(-1.0)]
