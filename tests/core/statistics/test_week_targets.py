"""What the programme asks of each week, beside a person's own days."""

from datetime import date, timedelta

from ribdown.core.programme.state import Pause, ProgrammeState
from ribdown.core.statistics.practice import DayRow, WeekTarget
from ribdown.core.statistics.week_targets import towards_targets, week_targets

MONDAY = date(2026, 11, 16)
WEEKS = [MONDAY + timedelta(weeks=number) for number in range(6)]


def days(count: int, first: date = MONDAY) -> set[date]:
    return {first + timedelta(days=number) for number in range(count)}


def test_daily_until_day_fourteen_then_three_to_four() -> None:
    targets = week_targets(WEEKS, ProgrammeState(started=MONDAY), days(14), date(2026, 12, 18))
    daily, later = WeekTarget(6, 7, daily=True), WeekTarget(3, 4)
    assert targets == (daily, daily, later, later, later, later)


def test_who_misses_days_stays_daily_for_longer() -> None:
    every_other = {MONDAY + timedelta(days=number) for number in range(0, 28, 2)}
    targets = week_targets(WEEKS, ProgrammeState(started=MONDAY), every_other, date(2026, 12, 18))
    assert [target and target.daily for target in targets] == [True, True, True, True, False, False]


def test_weeks_to_come_are_taken_for_done() -> None:
    targets = week_targets(WEEKS, ProgrammeState(started=MONDAY), set(), MONDAY)
    assert [target and target.most for target in targets] == [7, 7, 4, 4, 4, 4]


def test_nothing_is_asked_outside_of_a_programme() -> None:
    nothing = (None,) * 6
    assert week_targets(WEEKS, ProgrammeState(), days(14), MONDAY) == nothing
    assert week_targets(WEEKS, ProgrammeState(started=MONDAY, wanted=False), days(14), MONDAY) == nothing
    later = ProgrammeState(started=WEEKS[1])
    assert week_targets(WEEKS[:1], later, set(), WEEKS[1]) == (None,)
    paused = ProgrammeState(started=MONDAY, pauses=(Pause(WEEKS[1], WEEKS[2]),))
    assert week_targets(WEEKS[1:2], paused, days(7), WEEKS[2]) == (None,)


def test_a_week_that_the_programme_has_a_part_of_asks_for_that_part() -> None:
    friday = MONDAY + timedelta(days=4)
    assert week_targets(WEEKS[:1], ProgrammeState(started=friday), set(), friday) == (WeekTarget(2, 3, daily=True),)
    sunday = MONDAY + timedelta(days=6)
    assert week_targets(WEEKS[:1], ProgrammeState(started=sunday), set(), sunday) == (WeekTarget(1, 1, daily=True),)
    after = ProgrammeState(started=MONDAY, pauses=(Pause(WEEKS[3] + timedelta(days=2)),))
    assert week_targets(WEEKS[3:4], after, days(14), WEEKS[3]) == (WeekTarget(2, 2),)


def test_a_day_of_a_pause_that_was_used_is_asked_for_too() -> None:
    paused = ProgrammeState(started=MONDAY, pauses=(Pause(WEEKS[0] + timedelta(days=1), WEEKS[1]),))
    assert week_targets(WEEKS[:1], paused, days(2), WEEKS[1]) == (WeekTarget(1, 2, daily=True),)


def test_first_steps_counts_towards_the_first_two_weeks_alone() -> None:
    rows = [DayRow(day, 600.0, 1) for day in sorted(days(16))]
    counted = [row.counted for row in towards_targets(rows, ProgrammeState(started=MONDAY), 0)]
    assert counted == [1] * 14 + [0] * 2
    main = [DayRow(row.day, 600.0, 2, 1) for row in rows]
    assert [row.counted for row in towards_targets(main, ProgrammeState(started=MONDAY), 0)] == [2] * 14 + [1] * 2


def test_what_was_done_before_the_programme_does_not_count_in_its_first_week() -> None:
    rows = [DayRow(day, 600.0, 1, 1) for day in sorted(days(10, MONDAY - timedelta(days=7)))]
    begun = ProgrammeState(started=MONDAY + timedelta(days=2))
    assert [row.counted for row in towards_targets(rows, begun, 0)] == [1] * 7 + [0, 0, 1]
    for none in (ProgrammeState(), ProgrammeState(started=MONDAY, wanted=False)):
        assert towards_targets(rows, none, 0) == rows
