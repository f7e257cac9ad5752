from datetime import datetime

import pytest

from ribdown.core.errors import UserError
from ribdown.core.nudges.rules import Every, NudgeRules, OnTheHour

FRIDAY, SATURDAY = 20, 21


def _in_hours(rules: NudgeRules, day: int, clock: str) -> bool:
    return rules.in_hours(datetime.fromisoformat(f"2026-11-{day} {clock}"))


@pytest.mark.parametrize(
    ("clock", "inside"), [("08:59", False), ("09:00", True), ("17:29", True), ("17:30", False), ("00:00", False)]
)
def test_the_end_is_no_longer_in_the_hours(clock: str, inside: bool) -> None:
    assert _in_hours(NudgeRules(), FRIDAY, clock) is inside
    assert not _in_hours(NudgeRules(), SATURDAY, clock)


@pytest.mark.parametrize(
    ("day", "clock", "inside"),
    [
        (FRIDAY, "21:59", False),
        (FRIDAY, "22:00", True),
        (SATURDAY, "05:59", True),
        (SATURDAY, "06:00", False),
        (SATURDAY, "22:00", False),
        (FRIDAY, "05:59", False),
    ],
)
def test_hours_past_midnight_belong_to_the_day_they_began_on(day: int, clock: str, inside: bool) -> None:
    night = NudgeRules(start=22 * 60, end=6 * 60, days=frozenset({4}))
    assert _in_hours(night, day, clock) is inside


def test_equal_start_and_end_are_the_whole_day() -> None:
    whole = NudgeRules(start=9 * 60, end=9 * 60, days=frozenset({4}))
    assert [_in_hours(whole, FRIDAY, "08:59"), _in_hours(whole, FRIDAY, "09:00")] == [False, True]
    assert [_in_hours(whole, SATURDAY, "08:59"), _in_hours(whole, SATURDAY, "09:00")] == [True, False]


@pytest.mark.parametrize("minutes", [0, -30, 29, 1000])
def test_an_interval_that_is_not_offered_is_said(minutes: int) -> None:
    with pytest.raises(UserError) as caught:
        Every(minutes)
    assert caught.value.what == f"A nudge can't come every {minutes} min."
    assert caught.value.next_step == "Choose 30, 45, 60 or 90 min."


@pytest.mark.parametrize("minute", [-1, 60])
def test_a_minute_that_no_hour_has_is_said(minute: int) -> None:
    with pytest.raises(UserError, match=r"from 0 to 59\.$"):
        OnTheHour(minute)


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (0, 1440)])
def test_hours_that_no_day_has_are_said(start: int, end: int) -> None:
    with pytest.raises(UserError, match=r"from 00:00 to 23:59\.$"):
        NudgeRules(start=start, end=end)


def test_a_day_that_no_week_has_is_said() -> None:
    with pytest.raises(UserError, match="from Monday to Sunday"):
        NudgeRules(days=frozenset({7}))
