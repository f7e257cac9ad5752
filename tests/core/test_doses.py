import pytest

from fakes import count, seconds
from ribdown.core.doses import Count, Dose, Origin, Seconds


@pytest.mark.parametrize("value", [4.999, 8.001])
def test_a_default_outside_the_range_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match=r"^\S+ s is outside 5–8 s$"):
        Seconds(value, (5.0, 8.0), Origin.SOURCE)


@pytest.mark.parametrize("value", [5.0, 8.0])
def test_both_ends_belong_to_the_range(value: float) -> None:
    assert Seconds(value, (5.0, 8.0), Origin.SOURCE).default == value


def test_a_default_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="nan s is outside 5–8 s"):
        Seconds(float("nan"), (5.0, 8.0), Origin.SOURCE)


def test_a_range_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="the range 8–5 s runs backwards; put the low end first"):
        Seconds(6.0, (8.0, 5.0), Origin.SOURCE)


def test_a_negative_length_is_refused() -> None:
    with pytest.raises(ValueError, match="-1 s is negative; 0 s or more is allowed"):
        Seconds(1.0, (-1.0, 2.0), Origin.SOURCE)


def test_a_negative_number_without_a_unit_is_refused_without_one() -> None:
    with pytest.raises(ValueError, match=r"^-1 is negative; 0 or more is allowed$"):
        Count(1, (-1, 2), Origin.SOURCE)


def test_a_count_starts_at_one() -> None:
    with pytest.raises(ValueError, match="0 is too few; 1 or more is allowed"):
        Count(1, (0, 2), Origin.SOURCE)
    assert Count(1, (1, 2), Origin.SOURCE).default == 1


@pytest.mark.parametrize("high", [3600.5, float("inf"), float("nan")])
def test_a_length_of_more_than_an_hour_is_refused(high: float) -> None:
    with pytest.raises(ValueError, match=r"s is too much; up to 3600 s is allowed"):
        Seconds(1.0, (1.0, high), Origin.SOURCE)
    assert Seconds(3600.0, (1.0, 3600.0), Origin.SOURCE).milliseconds == 3_600_000


def test_more_than_a_hundred_repeats_are_refused() -> None:
    with pytest.raises(ValueError, match="101 is too much; up to 100 is allowed"):
        Count(1, (1, 101), Origin.SOURCE)
    assert Count(100, (1, 100), Origin.SOURCE).default == 100


def test_a_length_may_be_nothing() -> None:
    assert Seconds(0.0, (0.0, 3.0), Origin.APP).milliseconds == 0


def test_another_value_inside_the_range_can_be_chosen() -> None:
    dose = seconds(5.0, 5.0, 8.0).choose(7.5)
    assert (dose.default, dose.range) == (7.5, (5.0, 8.0))


def test_a_choice_outside_the_range_is_refused() -> None:
    with pytest.raises(ValueError, match="4 is outside 1–3"):
        count(2, 1, 3).choose(4)


def test_the_lowest_is_the_low_end_of_the_range() -> None:
    assert seconds(7.0, 5.0, 8.0).lowest() == Seconds(5.0, (5.0, 8.0), Origin.SOURCE)


def test_doses_are_values() -> None:
    dose = count(2, 1, 3)
    with pytest.raises(AttributeError):
        dose.default = 3  # type: ignore[misc]
    assert dose == count(2, 1, 3)


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        (seconds(5.0, 5.0, 8.0), "5–8 s"),
        (seconds(2.5, 2.5, 7.5), "2.5–7.5 s"),
        (seconds(6.0), "6 s"),
        (count(4, 3, 4), "3–4"),
        (count(4), "4"),
    ],
)
def test_a_range_is_said_in_words(dose: Dose[float], words: str) -> None:
    assert dose.allowed == words


@pytest.mark.parametrize(("value", "ms"), [(2.5, 2500), (0.001, 1), (0.0004, 0), (4.35, 4350), (1.1, 1100)])
def test_seconds_are_whole_milliseconds(value: float, ms: int) -> None:
    assert Seconds(value, (0.0, 10.0), Origin.APP).milliseconds == ms
