import pytest

from ribdown.core.history import Status
from ribdown.core.nudges.answers import Answer, answer
from ribdown.core.nudges.decisions import Show
from ribdown.core.nudges.state import Phase
from working_day import AWAY, WorkingDay


@pytest.fixture
def shown(day: WorkingDay) -> WorkingDay:
    """The nudge of nine o'clock is on the screen since a minute."""
    day.until("9:01")
    return day


@pytest.mark.parametrize(
    ("given", "ended"),
    [
        (Answer.DONE, "done"),
        (Answer.SKIP, "skipped"),
        (Answer.DISMISS, "dismissed"),
    ],
)
def test_an_answer_ends_the_slot_and_takes_the_nudge_away(shown: WorkingDay, given: Answer, ended: str) -> None:
    assert shown.answer(given) == ["09:00 withdrawn", f"09:00 {ended}, 09:01"]
    assert shown.until("9:59") == []


@pytest.mark.parametrize("given", Answer)
def test_an_answer_to_a_slot_that_is_over_changes_nothing(shown: WorkingDay, given: Answer) -> None:
    assert shown.state.open is not None
    slot = shown.state.open.slot
    shown.answer(Answer.SKIP)
    for _ in range(2):
        before = shown.state
        assert answer(before, slot, given, shown.rules, shown.now, shown.local_time) == (before, [])
        shown.until("10:01")


def test_start_then_done(shown: WorkingDay) -> None:
    assert shown.answer(Answer.START) == ["09:00 withdrawn"]
    assert shown.answer(Answer.START) == []
    assert shown.until("9:02") == []
    assert shown.end_session() == ["09:00 done, 09:02"]
    assert shown.state.records[-1].session == "session-1"


def test_start_then_stop(shown: WorkingDay) -> None:
    assert shown.answer(Answer.STOP) == []
    shown.answer(Answer.START)
    assert shown.answer(Answer.STOP) == ["09:00 skipped, stopped, 09:01"]


@pytest.mark.parametrize("status", [Status.PARTIAL, Status.INTERRUPTED])
def test_a_guide_that_was_not_finished_does_not_count(shown: WorkingDay, status: Status) -> None:
    shown.answer(Answer.START)
    assert shown.end_session(status) == ["09:00 skipped, stopped, 09:01"]


def test_a_guide_that_never_ends_is_over_when_an_hour_is(shown: WorkingDay) -> None:
    shown.answer(Answer.START)
    assert shown.until("10:30") == ["10:00 expired, in a session, 10:00", "09:00 skipped, stopped, 10:01"]


def test_after_start_only_an_end_counts(shown: WorkingDay) -> None:
    shown.answer(Answer.START)
    for given in (Answer.SNOOZE, Answer.DISMISS):
        assert shown.answer(given) == []
    assert shown.ask() == []


def test_snoozed_then_done(shown: WorkingDay) -> None:
    assert shown.answer(Answer.SNOOZE) == ["09:00 withdrawn"]
    assert shown.next_look == 60
    assert shown.until("9:12") == ["09:00 shown 09:11"]
    shown.answer(Answer.DONE)
    assert shown.state.records[-1].snoozed_to == (9 * 60 + 11,)


def test_a_closed_notification_does_not_end_a_snooze(shown: WorkingDay) -> None:
    shown.answer(Answer.SNOOZE)
    assert shown.answer(Answer.DISMISS) == []
    assert shown.state.open is not None
    assert shown.state.open.phase is Phase.SNOOZED


def test_snooze_is_offered_twice(shown: WorkingDay) -> None:
    shown.answer(Answer.SNOOZE)
    shown.until("9:12")
    shown.answer(Answer.SNOOZE)
    shown.until("9:23")
    assert [decision.snooze for decision in shown.decisions if isinstance(decision, Show)] == [True, True, False]
    assert shown.answer(Answer.SNOOZE) == ["09:00 withdrawn", "09:00 skipped, no snooze left, 09:23"]


def test_a_snooze_too_near_to_the_next_is_a_skip(day: WorkingDay) -> None:
    day.presence = AWAY
    day.until("9:22")
    day.answer(Answer.SNOOZE)
    day.until("9:40")
    assert day.answer(Answer.SNOOZE) == ["09:00 skipped, no snooze left, 09:40"]


def test_a_snooze_from_which_nobody_is_back(shown: WorkingDay) -> None:
    shown.answer(Answer.SNOOZE)
    assert shown.sleep("9:15") == []
    assert shown.until("9:20") == ["09:00 shown 09:17"]
    shown.answer(Answer.SNOOZE)
    assert shown.sleep("9:59") == ["09:00 expired, asleep, 09:50"]


# -- sessions


def test_a_session_around_a_slot_fills_it(day: WorkingDay) -> None:
    day.until("8:55")
    assert day.begin_session() == []
    day.until("9:05")
    assert day.end_session() == ["09:00 filled, 09:05"]
    assert day.state.records[-1].session == "session-1"


def test_a_session_shortly_before_a_slot_fills_it(day: WorkingDay) -> None:
    day.until("8:52")
    day.end_session()
    assert day.until("9:00") == ["09:00 filled, 09:00"]


def test_a_session_long_before_a_slot_does_not(day: WorkingDay) -> None:
    day.until("8:49")
    day.end_session()
    assert day.until("9:00") == ["09:00 shown 09:00"]


@pytest.mark.parametrize(("status", "speed"), [(Status.PARTIAL, 1.0), (Status.COMPLETED, 8.0)])
def test_neither_half_a_session_nor_a_rehearsal_fills(day: WorkingDay, status: Status, speed: float) -> None:
    day.begin_session()
    day.until("9:05")
    assert day.end_session(status, speed) == []
    assert day.until("9:08") == ["09:00 shown 09:07"]


def test_what_is_shown_when_a_session_begins_is_withdrawn(shown: WorkingDay) -> None:
    assert shown.begin_session() == ["09:00 withdrawn"]
    shown.until("9:15")
    assert shown.end_session() == ["09:00 filled, 09:15"]


def test_it_is_not_shown_a_second_time_after_half_a_session(shown: WorkingDay) -> None:
    shown.begin_session()
    assert shown.end_session(Status.PARTIAL) == ["09:00 expired, in a session, 09:01"]


def test_a_session_that_a_restart_ends_was_no_guide(shown: WorkingDay) -> None:
    shown.begin_session()
    shown.restart("9:02")
    assert shown.answer(Answer.STOP) == ["09:00 expired, in a session, 09:02"]


def test_a_session_that_never_ends(shown: WorkingDay) -> None:
    shown.begin_session()
    assert shown.until("10:02")[-1] == "09:00 expired, in a session, 10:01"


# -- pauses


def test_a_pause_holds_and_lets_go(day: WorkingDay) -> None:
    day.until("8:50")
    assert day.pause("9:10") == []
    assert day.until("9:09") == []
    assert not day.needs_presence
    assert day.until("9:15") == ["09:00 shown 09:12"]


def test_a_pause_outlasts_a_restart(day: WorkingDay) -> None:
    day.pause("21 00:00")
    assert day.restart("11:50") == [
        "09:00 expired, not running, 09:25",
        "10:00 expired, not running, 10:25",
        "11:00 expired, not running, 11:25",
    ]
    assert day.until("12:30") == ["12:00 expired, paused, 12:25"]


def test_a_pause_ends_by_hand(day: WorkingDay) -> None:
    day.pause("21 00:00")
    day.until("8:59")
    day.resume()
    assert day.until("9:00") == ["09:00 shown 09:00"]


def test_a_pause_is_an_answer_to_what_is_shown(shown: WorkingDay) -> None:
    assert shown.pause("9:30") == ["09:00 withdrawn", "09:00 skipped, paused, 09:01"]


# -- asked for


def test_asked_for_between_slots(day: WorkingDay) -> None:
    day.until("9:30")
    assert day.ask() == ["09:30 shown 09:30"]
    assert day.answer(Answer.DONE) == ["09:30 withdrawn", "09:30 done, 09:30"]
    assert day.ask() == ["09:29 shown 09:30"]
    assert day.until("10:00")[-1] == "10:00 shown 10:00"


def test_asked_for_shortly_before_a_slot(day: WorkingDay) -> None:
    day.until("9:57")
    day.ask()
    assert day.until("10:00") == ["09:57 withdrawn", "09:57 not seen, 10:00", "10:00 shown 10:00"]


def test_asked_for_while_one_is_held(day: WorkingDay) -> None:
    day.presence = AWAY
    day.until("9:05")
    assert day.ask() == ["09:00 shown 09:05"]


def test_asked_for_while_nudges_are_off(day: WorkingDay) -> None:
    day.change(on=False)
    day.until("9:30")
    assert day.ask() == ["09:30 shown 09:30"]
    assert day.until("10:30") == ["09:30 withdrawn", "09:30 not seen, 09:50"]
