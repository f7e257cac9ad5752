from datetime import date, datetime, timedelta, timezone

from ribdown.core.statistics.thigh_trend import Change, Look, thigh_trend
from ribdown.core.thomas_test import Thigh, ThomasTest
from ribdown.core.timeline import Side

WEST = timezone(timedelta(hours=-8))


def looked(number: int, left: Thigh | None, right: Thigh | None) -> ThomasTest:
    return ThomasTest(str(number), datetime(2026, 11, number, 23, tzinfo=WEST), left, right)


def test_a_side_that_was_never_looked_at_has_no_trend() -> None:
    assert thigh_trend([], Side.LEFT) is None
    assert thigh_trend([looked(1, None, Thigh.FLAT)], Side.LEFT) is None


def test_the_first_look_has_nothing_beside_it() -> None:
    trend = thigh_trend([looked(1, Thigh.LITTLE, None)], Side.LEFT)
    assert trend is not None
    assert trend.last == Look(date(2026, 11, 1), Thigh.LITTLE)
    assert (trend.before, trend.change) == (None, None)


def test_looks_are_in_order_of_time_and_the_last_two_are_compared() -> None:
    tests = [looked(9, Thigh.FLAT, Thigh.LOT), looked(2, Thigh.LOT, Thigh.FLAT), looked(5, Thigh.LITTLE, None)]
    left, right = (thigh_trend(tests, side) for side in Side)
    assert left is not None
    assert right is not None
    assert [look.thigh for look in left.looks] == [Thigh.LOT, Thigh.LITTLE, Thigh.FLAT]
    assert [look.day.day for look in right.looks] == [2, 9]
    assert (left.change, right.change) == (Change.LOWER, Change.HIGHER)


def test_the_same_again() -> None:
    trend = thigh_trend([looked(1, Thigh.LOT, None), looked(2, Thigh.LOT, None)], Side.LEFT)
    assert trend is not None
    assert trend.change is Change.SAME


def test_levels_rise_with_the_thigh() -> None:
    assert [thigh.level for thigh in (Thigh.FLAT, Thigh.LITTLE, Thigh.LOT)] == [0, 1, 2]
