"""A nudge is held while it would disturb, delivered once at the first quiet moment, and expires."""

import pytest

from ribdown.core.nudges.answers import Answer
from ribdown.core.nudges.presence import Presence
from ribdown.core.nudges.rules import OnTheHour
from working_day import AWAY, HERE, WorkingDay


def test_a_nudge_comes_on_the_hour(day: WorkingDay) -> None:
    assert day.until("8:59:59") == []
    assert day.until("9:00") == ["09:00 shown 09:00"]


def test_presence_is_asked_for_once_when_a_nudge_is_due(day: WorkingDay) -> None:
    day.until("8:59:58")
    asked = []
    for _ in range(4):
        asked.append(day.needs_presence)
        day.look()
        day.wall += 1
    assert asked == [False, False, True, False]


@pytest.mark.parametrize(
    ("presence", "reason"),
    [
        (AWAY, "away"),
        (Presence(locked=True), "locked"),
        (Presence(do_not_disturb=True), "do not disturb"),
        (Presence(in_session=True), "in a session"),
    ],
)
def test_held_and_expired_with_the_reason(day: WorkingDay, presence: Presence, reason: str) -> None:
    day.presence = presence
    assert day.until("9:40") == [f"09:00 expired, {reason}, 09:25"]


def test_what_the_desktop_can_not_tell_holds_nothing_back(day: WorkingDay) -> None:
    day.presence = Presence(idle=None)
    assert day.until("9:00") == ["09:00 shown 09:00"]


def test_delivered_once_two_minutes_after_coming_back(day: WorkingDay) -> None:
    day.presence = AWAY
    day.until("9:10")
    day.presence = HERE
    assert day.until("9:12") == []
    assert day.until("9:40") == ["09:00 shown 09:12", "09:00 withdrawn", "09:00 not seen, 09:25"]


def test_away_again_starts_the_wait_again(day: WorkingDay) -> None:
    day.presence = AWAY
    day.until("9:10")
    day.presence = HERE
    day.until("9:11")
    day.presence = AWAY
    day.until("9:12")
    day.presence = HERE
    assert day.until("9:20") == ["09:00 shown 09:14"]


def test_back_too_late_is_not_nudged_any_more(day: WorkingDay) -> None:
    day.presence = AWAY
    day.until("9:24")
    day.presence = HERE
    assert day.until("9:59") == ["09:00 expired, away, 09:25"]


def test_shown_late_it_stays_long_enough_to_be_seen(day: WorkingDay) -> None:
    day.presence = AWAY
    day.until("9:22")
    day.presence = HERE
    assert day.until("9:40") == ["09:00 shown 09:24", "09:00 withdrawn", "09:00 not seen, 09:29"]


def test_never_within_ten_minutes_of_the_next(day: WorkingDay) -> None:
    day.presence = AWAY
    day.until("9:01")
    day.change(rhythm=OnTheHour(20))
    assert day.until("9:15") == ["09:00 expired, away, 09:10"]


def test_outside_the_hours_is_quiet_time(day: WorkingDay) -> None:
    day.until("16:59")
    day.presence = AWAY
    day.until("17:20")
    day.answer(Answer.SNOOZE)
    day.presence = HERE
    assert not day.needs_presence
    assert day.until("18:30") == ["17:00 expired, quiet time, 17:55"]


def test_two_that_were_missed_become_one(day: WorkingDay) -> None:
    day.until("9:30")
    assert day.sleep("12:05") == [
        "10:00 expired, asleep, 10:25",
        "11:00 expired, asleep, 11:25",
    ]
    assert day.until("12:30") == ["12:00 shown 12:07", "12:00 withdrawn", "12:00 not seen, 12:25"]


def test_asleep_over_a_slot_that_is_held(day: WorkingDay) -> None:
    day.presence = AWAY
    day.until("9:05")
    day.presence = HERE
    assert day.sleep("9:15") == []
    assert day.until("9:20") == ["09:00 shown 09:17"]


def test_asleep_past_the_end_of_what_was_shown(day: WorkingDay) -> None:
    day.until("9:05")
    assert day.sleep("9:50") == ["09:00 withdrawn", "09:00 not seen, asleep, 09:25"]


def test_not_running_over_slots(day: WorkingDay) -> None:
    day.until("9:40")
    assert day.restart("11:40") == ["10:00 expired, not running, 10:25", "11:00 expired, not running, 11:25"]
    assert day.until("12:00") == ["12:00 shown 12:00"]


def test_a_restart_that_nobody_noticed_changes_nothing(day: WorkingDay) -> None:
    day.until("9:01")
    assert day.restart("9:02") == []
    assert day.answer(Answer.SKIP) == ["09:00 withdrawn", "09:00 skipped, 09:02"]


def test_of_a_long_gap_only_its_last_week_is_kept(day: WorkingDay) -> None:
    day.until("9:30")
    for _ in range(3):
        day.wall += 10 * 86_400
    assert len(day.look()) == 5 * 9
    assert {record.slot.day.month for record in day.state.records[1:]} == {12}


def test_the_texts_take_turns(day: WorkingDay) -> None:
    day.until("14:30")
    assert [decision.cue for decision in day.decisions if hasattr(decision, "cue")] == [0, 1, 2, 3, 0, 1]


def test_looks_are_rare(day: WorkingDay) -> None:
    day.until("8:50")
    assert day.next_look == 60
    day.until("8:59:50")
    assert day.next_look == 10
    day.presence = AWAY
    day.until("9:00")
    assert day.next_look == 30
    day.change(on=False)
    assert day.next_look == 60


def test_a_local_time_needs_a_zone(day: WorkingDay) -> None:
    day.zone = None  # type: ignore[assignment]
    with pytest.raises(ValueError, match="zone"):
        day.look()
