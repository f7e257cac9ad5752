"""No slot twice and none invented, whatever the clocks do."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from ribdown.core.nudges.answers import Answer
from ribdown.core.nudges.rules import Every, NudgeRules, OnTheHour
from ribdown.core.nudges.slot import Slot, wall_of
from ribdown.core.nudges.state import NudgeState, restarted, worth_saving
from working_day import AWAY, HERE, WorkingDay

ALWAYS = NudgeRules(rhythm=OnTheHour(30), start=0, end=0, days=frozenset(range(7)))


def _night(zone: str, local: datetime) -> WorkingDay:
    day = WorkingDay(NudgeRules(on=False))
    day.zone = ZoneInfo(zone)
    day.wall = local.replace(tzinfo=day.zone).timestamp()
    day.rules = ALWAYS
    day.look()
    return day


def _hours(day: WorkingDay, hours: int) -> list[str]:
    """The slots that ended within so many hours of looks."""
    for _ in range(hours * 60):
        day.wall += 60
        day.monotonic += 60
        day.look()
    return [record.slot.clock for record in day.state.records]


SPRING = ("Europe/Berlin", Slot(date(2026, 3, 29), 0).local, ["00:30", "01:30", "03:30", "04:30"])
AUTUMN = ("Europe/Berlin", Slot(date(2026, 10, 25), 0).local, ["00:30", "01:30", "02:30", "03:30"])
HALF_HOUR = ("Australia/Lord_Howe", Slot(date(2026, 4, 5), 0).local, ["00:30", "01:30", "02:30", "03:30"])


@pytest.mark.parametrize(("zone", "start", "slots"), [SPRING, AUTUMN, HALF_HOUR])
def test_clocks_go_forward_and_back(zone: str, start: datetime, slots: list[str]) -> None:
    assert _hours(_night(zone, start), 6)[:4] == slots


@pytest.mark.parametrize(("zone", "start", "slots"), [SPRING, AUTUMN, HALF_HOUR])
def test_clocks_go_forward_and_back_asleep(zone: str, start: datetime, slots: list[str]) -> None:
    day = _night(zone, start)
    day.wall += 6 * 3600
    day.look()
    assert [record.slot.clock for record in day.state.records][:4] == slots


def test_a_clock_that_is_set_back_repeats_no_slot(day: WorkingDay) -> None:
    day.until("11:30")
    day.set_clock("8:40")
    assert day.until("11:30") == []
    assert day.until("12:00") == ["12:00 shown 12:00"]


def test_a_wait_keeps_its_length_where_the_clock_is_set_back(day: WorkingDay) -> None:
    day.until("10:59")
    day.presence = AWAY
    day.until("11:10")
    day.set_clock("10:10")
    assert day.until("10:30") == ["11:00 expired, away, 10:25"]


def test_a_snooze_and_a_movement_keep_theirs(day: WorkingDay) -> None:
    day.change(rhythm=Every(60))
    day.until("9:30")
    day.end_session()
    day.until("10:30")
    day.answer(Answer.SNOOZE)
    day.set_clock("9:30")
    assert day.until("9:40") == ["10:30 shown 09:40"]
    day.answer(Answer.SKIP)
    assert day.until("10:29") == []
    assert day.state.movement is not None
    assert datetime.fromtimestamp(day.state.movement.wall, day.zone).hour == 8


def test_back_for_a_moment_keeps_what_waits_for_the_person(day: WorkingDay) -> None:
    day.until("10:59")
    day.presence = AWAY
    day.until("11:05")
    day.presence = HERE
    day.until("11:06")
    day.set_clock("10:00")
    assert day.until("10:03") == ["11:00 shown 10:01"]


@pytest.mark.parametrize(("clock", "shown"), [("9:07:30", "09:08"), ("9:06:00", "09:07"), ("9:06:29", "09:07")])
def test_a_step_of_the_clock_does_not_change_how_long_nothing_has_held_it(
    day: WorkingDay, clock: str, shown: str
) -> None:
    day.presence = AWAY
    day.until("9:05")
    day.presence = HERE
    day.until("9:06:30")  # nothing holds it for a minute
    asked = day.monotonic
    assert day.set_clock(clock) == []
    assert day.until("9:20") == [f"09:00 shown {shown}"]
    shown_at = day.state.open.since if day.state.open else 0.0
    assert asked + 60 <= day.monotonic - (day.wall - shown_at) <= asked + 90


def test_a_restart_does_not_begin_the_wait_anew_nor_make_it_longer(day: WorkingDay) -> None:
    day.presence = AWAY
    day.until("9:05")
    day.presence = HERE
    day.until("9:06:30")
    day.restart("9:06:50")
    assert day.until("9:07:40") == ["09:00 shown 09:07"]


def test_a_restart_on_a_clock_that_was_set_back_keeps_the_wait(day: WorkingDay) -> None:
    day.presence = AWAY
    day.until("9:05")
    day.presence = HERE
    day.until("9:06:30")
    day.restart("9:05:30")
    assert day.until("9:06:40") == ["09:00 shown 09:06"]


def test_flying_east_invents_no_slot(day: WorkingDay) -> None:
    day.until("9:30")
    day.zone = ZoneInfo("Asia/Kolkata")  # 14:00
    assert day.look() == []
    assert day.until("15:00") == ["15:00 shown 15:00"]


def test_flying_west_repeats_no_slot(day: WorkingDay) -> None:
    day.until("15:30")
    day.zone = ZoneInfo("America/New_York")  # 09:30
    assert day.until("15:30") == []
    assert day.until("16:00") == ["16:00 shown 16:00"]


def test_a_time_that_never_comes() -> None:
    assert wall_of(Slot(date(2026, 3, 29), 150).local, ZoneInfo("Europe/Berlin")) is None


# -- by interval


def test_an_interval_counts_from_the_last_movement(day: WorkingDay) -> None:
    day.until("9:10")
    day.answer(Answer.DONE)
    day.change(rhythm=Every(45))
    assert day.until("9:55") == ["09:55 shown 09:55"]
    assert day.until("10:40") == ["09:55 withdrawn", "09:55 not seen, 10:20", "10:40 shown 10:40"]


def test_a_short_interval_keeps_clear_of_its_next(day: WorkingDay) -> None:
    day.change(rhythm=Every(30))
    day.presence = AWAY
    assert day.until("9:25") == ["09:00 expired, away, 09:20"]


def test_an_interval_begins_anew_after_a_gap(day: WorkingDay) -> None:
    day.change(rhythm=Every(45))
    day.until("9:20")
    assert day.sleep("11:00") == ["09:15 withdrawn", "09:15 not seen, asleep, 09:40", "10:00 expired, asleep, 10:25"]
    assert day.until("11:45") == ["11:45 shown 11:45"]


def test_what_is_due_outside_the_hours_comes_when_they_begin(day: WorkingDay) -> None:
    day.change(rhythm=Every(90), days=frozenset(range(7)))
    day.until("16:10")
    assert day.until("17:30")[-1].startswith("16:00 not seen")
    assert day.until("21 09:00") == ["09:00 shown 09:00"]


# -- on and off


def test_off_ends_what_is_open_and_misses_nothing(day: WorkingDay) -> None:
    day.until("9:01")
    assert day.change(on=False) == ["09:00 withdrawn", "09:00 expired, off, 09:01"]
    assert day.until("12:30") == []
    assert day.change(on=True) == []
    assert day.until("13:00") == ["13:00 shown 13:00"]


def test_what_passed_passed_by_the_rules_that_held(day: WorkingDay) -> None:
    day.until("16:30")
    day.rules = NudgeRules(start=9 * 60, end=22 * 60)
    assert day.sleep("20:40") == ["17:00 expired, asleep, 17:25"]


def test_rules_that_bring_the_next_slot_near(day: WorkingDay) -> None:
    day.until("8:59")
    day.pause("17:00")
    day.until("9:01")
    day.resume()
    day.answer(Answer.SNOOZE)
    assert day.change(rhythm=OnTheHour(12)) == []
    assert day.until("9:03") == ["09:00 expired, next is near, 09:02"]


def test_without_a_day_there_is_no_slot(day: WorkingDay) -> None:
    day.change(days=frozenset())
    assert day.summary.next is None


# -- the state


def test_a_look_at_which_nothing_happens_is_not_worth_a_write(day: WorkingDay) -> None:
    before = day.state
    day.until("8:50")
    assert day.state != before
    assert not worth_saving(before, day.state)
    day.until("9:00")
    assert worth_saving(before, day.state)


def test_another_run_does_not_trust_the_monotonic_clock(day: WorkingDay) -> None:
    again = restarted(day.state).seen
    assert again is not None
    assert (again.wall, again.monotonic) == (day.wall, None)
    assert restarted(NudgeState()) == NudgeState()


def test_a_slot_says_its_day_and_time() -> None:
    slot = Slot(date(2026, 11, 20), 14 * 60 + 5)
    assert (str(slot), slot.clock) == ("2026-11-20 14:05", "14:05")
    assert slot.local.replace(tzinfo=UTC) - timedelta(hours=14, minutes=5) == datetime(2026, 11, 20, tzinfo=UTC)
