"""Skipping, stepping back, and ten seconds more."""

import pytest

from fakes import Driver, breathing, count, exercise, hold, kinds, names, plan_of, plan_of_blocks, reps, untimed, walk
from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Sides
from ribdown.core.events import BlockEnded, PauseReason, SessionEnded, SessionResumed
from ribdown.core.session import SessionState
from ribdown.core.timeline import Timeline

K = SegmentKind

# 10 s get-ready, two breaths of 2 + 4 s to 22, hold to 42, rest to 57, hold to 77.
PLAN = plan_of_blocks(breathing(2, 2.0, 4.0), hold(2, 20.0, 15.0))
# 10 s get-ready, walk to 30, 10 s switch-sides, walk to 60.
SIDES = plan_of_blocks(walk(20.0), sides=Sides.EACH)


def at(plan: Timeline, elapsed: float) -> Driver:
    driver = Driver(plan)
    driver.run_to(elapsed)
    return driver


def place(driver: Driver) -> tuple[SegmentKind, bool, int, float]:
    """The kind of segment, whether it is the get-ready of a jump, where it leads to, and how far it went."""
    here = driver.session.position
    return here.segment.kind, here.segment.lead_in, here.segment.ordinal, here.elapsed - here.start


# -- skipping


def test_skipping_goes_to_the_next_block_after_3_seconds_of_get_ready() -> None:
    driver = at(plan_of_blocks(breathing(2, 2.0, 4.0), walk(60.0)), 13.0)
    assert names(driver.skip()) == ["BlockEnded", "SegmentStarted"]
    assert place(driver) == (K.GET_READY, True, 5, 0.0)
    assert kinds(driver.run(3.0)) == [K.WALK]


def test_the_block_that_is_left_ends_where_it_was_left() -> None:
    driver = at(PLAN, 13.0)
    left = driver.here
    assert driver.skip()[0] == BlockEnded(13.0, left)


def test_a_skip_of_a_block_that_has_just_ended_by_itself_does_not_skip_the_next() -> None:
    driver = at(PLAN, 21.5)
    driver.clock.advance(1.0)
    assert names(driver.skip()) == ["BlockEnded", "SegmentStarted"]
    assert driver.session.position.elapsed == 22.5


def test_i_am_ready_a_moment_too_late_does_not_skip_the_block() -> None:
    driver = at(SIDES, 9.75)
    driver.clock.advance(0.5)
    assert kinds(driver.skip()) == [K.WALK]
    assert place(driver) == (K.WALK, False, 1, 0.25)


def test_skipping_a_session_that_has_just_run_out_ends_it_once() -> None:
    driver = at(PLAN, 76.5)
    driver.clock.advance(1.0)
    assert names(driver.skip()) == ["BlockEnded", "SessionEnded"]
    assert driver.done[-1] == 20.0


def test_skipping_credits_what_was_done_and_nothing_more() -> None:
    driver = at(PLAN, 13.0)
    driver.skip()
    assert driver.done == [10.0, 2.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0]


def test_skipping_a_hold_leads_to_its_rest_at_once() -> None:
    driver = at(PLAN, 30.0)
    driver.skip()
    assert place(driver) == (K.REST, False, 6, 0.0)


def test_skipping_a_rest_leads_to_the_next_hold() -> None:
    driver = at(PLAN, 45.0)
    driver.skip()
    assert driver.here.ordinal == 7
    driver.run(3.0)
    assert place(driver) == (K.HOLD, False, 7, 0.0)


def test_skipping_a_set_leads_to_the_rest_after_it() -> None:
    driver = at(plan_of_blocks(reps(3, sets=2, rest=9.0)), 11.0)
    driver.skip()
    assert (driver.here.kind, driver.here.set) == (K.REST, 1)
    driver.skip()
    driver.run(3.0)
    assert (driver.here.kind, driver.here.set, driver.here.cycle) == (K.SQUEEZE, 2, 1)


@pytest.mark.parametrize(("elapsed", "ordinal"), [(4.0, 1), (34.0, 3)])
def test_skipping_a_change_means_i_am_ready(elapsed: float, ordinal: int) -> None:
    driver = at(SIDES, elapsed)
    driver.skip()
    assert place(driver) == (K.WALK, False, ordinal, 0.0)


def test_skipping_a_wait_means_i_am_ready() -> None:
    driver = at(plan_of_blocks(untimed(), walk(60.0)), 25.0)
    driver.skip()
    assert place(driver) == (K.WALK, False, 2, 0.0)


def test_skipping_to_a_change_shows_all_of_it() -> None:
    driver = at(SIDES, 20.0)
    driver.skip()
    assert place(driver) == (K.SWITCH_SIDES, False, 2, 0.0)
    assert driver.session.position.number == 10


def test_skipping_the_get_ready_of_a_skip_leaves_the_block_it_leads_to() -> None:
    driver = at(PLAN, 13.0)
    driver.skip()
    driver.run(1.0)
    driver.skip()
    assert place(driver) == (K.REST, False, 6, 0.0)


def test_skipping_the_last_block_ends_the_session() -> None:
    driver = at(PLAN, 60.0)
    hold = driver.here
    assert driver.skip() == [BlockEnded(60.0, hold), SessionEnded(60.0)]
    assert driver.session.state is SessionState.ENDED
    assert driver.done[-1] == 3.0


def test_a_session_can_be_skipped_from_end_to_end() -> None:
    driver = Driver(PLAN)
    parts = len(PLAN.parts())
    for _ in range(parts):
        driver.skip()
    assert names(driver.events).count("BlockEnded") == parts
    assert names(driver.events)[-1] == "SessionEnded"
    assert sum(driver.done) == 0.0


def test_skipping_makes_a_stopped_session_go_on() -> None:
    driver = at(PLAN, 30.0)
    driver.pause(PauseReason.HURTS)
    driver.run(60.0)
    events = driver.skip()
    assert names(events) == ["BlockEnded", "SessionResumed", "SegmentStarted"]
    assert events[1] == SessionResumed(42.0)
    assert driver.session.state is SessionState.RUNNING
    assert driver.session.pause_reason is None
    assert driver.done[5] == 8.0


# -- stepping back


def test_stepping_back_starts_the_block_again_after_3_seconds_of_get_ready() -> None:
    driver = at(PLAN, 19.0)
    assert names(driver.back()) == ["BlockEnded", "SegmentStarted"]
    assert place(driver) == (K.GET_READY, True, 1, 0.0)
    assert kinds(driver.run(3.0)) == [K.INHALE]
    assert driver.here.cycle == 1


def test_from_2_seconds_on_stepping_back_stays_in_the_block() -> None:
    driver = at(PLAN, 24.0)
    driver.back()
    assert driver.here.ordinal == 5


def test_within_2_seconds_stepping_back_goes_to_the_block_before() -> None:
    driver = at(PLAN, 23.999)
    driver.back()
    assert driver.here.ordinal == 1


def test_the_2_seconds_count_from_the_start_of_the_block_and_not_of_the_breath() -> None:
    driver = at(PLAN, 12.5)
    driver.back()
    assert place(driver) == (K.GET_READY, True, 1, 0.0)


def test_stepping_back_twice_goes_to_the_block_before() -> None:
    driver = at(PLAN, 30.0)
    driver.back()
    assert driver.here.ordinal == 5
    driver.run(2.5)
    driver.back()
    assert place(driver) == (K.GET_READY, True, 1, 0.0)


def test_stepping_back_never_leads_to_a_rest() -> None:
    driver = at(PLAN, 58.0)
    driver.back()
    assert place(driver) == (K.GET_READY, True, 5, 0.0)


@pytest.mark.parametrize("elapsed", [43.0, 50.0])
def test_stepping_back_from_a_rest_leads_to_what_was_before_it(elapsed: float) -> None:
    driver = at(PLAN, elapsed)
    driver.back()
    assert place(driver) == (K.GET_READY, True, 5, 0.0)


@pytest.mark.parametrize("elapsed", [1.0, 5.0])
def test_there_is_nothing_before_the_first_get_ready(elapsed: float) -> None:
    driver = at(PLAN, elapsed)
    driver.back()
    assert place(driver) == (K.GET_READY, False, 0, 0.0)
    assert driver.session.position.number == 10


def test_early_in_the_first_block_stepping_back_leads_to_get_ready() -> None:
    driver = at(PLAN, 11.0)
    driver.back()
    assert place(driver) == (K.GET_READY, False, 0, 0.0)


def test_stepping_back_late_in_a_switch_of_sides_starts_that_again() -> None:
    driver = at(SIDES, 35.0)
    driver.back()
    assert place(driver) == (K.SWITCH_SIDES, False, 2, 0.0)


def test_stepping_back_early_in_a_switch_of_sides_leads_to_the_block_before() -> None:
    driver = at(SIDES, 31.0)
    driver.back()
    assert driver.here.ordinal == 1


def test_stepping_back_out_of_a_switch_of_sides_gives_time_to_get_ready() -> None:
    driver = at(SIDES, 31.0)
    driver.back()
    assert place(driver) == (K.GET_READY, True, 1, 0.0)


def test_stepping_back_out_of_a_wait_gives_time_to_get_ready() -> None:
    driver = at(plan_of_blocks(walk(20.0), untimed()), 31.0)
    driver.back()
    assert place(driver) == (K.GET_READY, True, 1, 0.0)


def test_from_the_get_ready_of_an_early_resume_stepping_back_goes_to_the_block_before() -> None:
    driver = at(PLAN, 23.75)
    driver.pause()
    driver.resume()
    driver.back()
    assert place(driver) == (K.GET_READY, True, 1, 0.0)


def test_2_seconds_into_a_hold_the_get_ready_of_a_resume_still_belongs_to_it() -> None:
    driver = at(PLAN, 24.0)
    driver.pause()
    driver.resume()
    driver.back()
    assert place(driver) == (K.GET_READY, True, 5, 0.0)
    driver.run(3.0)
    assert driver.session.position.remaining == 20.0


def test_a_resumed_hold_is_as_far_in_as_it_was() -> None:
    driver = at(PLAN, 30.0)
    driver.pause()
    driver.resume()
    driver.run(3.5)
    driver.back()
    assert place(driver) == (K.GET_READY, True, 5, 0.0)


def test_what_was_done_before_a_step_back_stays_done() -> None:
    driver = at(PLAN, 30.0)
    driver.back()
    assert driver.done == [10.0, 2.0, 4.0, 2.0, 4.0, 8.0, 0.0, 0.0]


def test_what_is_done_a_second_time_counts_once() -> None:
    driver = at(PLAN, 30.0)
    driver.back()
    driver.run(3.0 + 5.0)
    assert driver.done[5] == 8.0
    driver.run(15.0)
    assert driver.done[5] == 20.0


def test_the_place_on_the_timeline_is_the_place_in_the_plan() -> None:
    driver = at(PLAN, 30.0)
    driver.back()
    assert driver.session.position.elapsed == 22.0
    assert driver.session.remaining == 77.0 - 22.0


def test_stepping_back_leads_to_the_other_exercise() -> None:
    driver = at(plan_of(exercise(walk(20.0), id="one"), exercise(walk(20.0), id="two")), 31.0)
    driver.back()
    assert driver.here.run.turn.exercise.id == "one"
    assert driver.here.ordinal == 1


def test_stepping_back_leads_to_the_last_block_of_the_round_before() -> None:
    driver = at(plan_of(exercise(walk(20.0), rounds=count(2))), 31.0)
    driver.back()
    assert (driver.here.run.round, driver.here.ordinal) == (1, 1)


def test_stepping_back_makes_a_stopped_session_go_on() -> None:
    driver = at(PLAN, 30.0)
    driver.pause()
    assert names(driver.back()) == ["BlockEnded", "SessionResumed", "SegmentStarted"]
    assert driver.session.state is SessionState.RUNNING


# -- ten seconds more


def test_ten_seconds_more_of_get_ready() -> None:
    driver = at(PLAN, 4.0)
    assert driver.ten_more() == []
    assert driver.session.position.number == 16
    assert driver.run(15.999) == []
    assert kinds(driver.run(0.001)) == [K.INHALE]


def test_ten_seconds_more_of_a_switch_of_sides() -> None:
    driver = at(SIDES, 31.0)
    driver.ten_more()
    assert driver.session.position.number == 19


def test_ten_seconds_more_of_a_rest() -> None:
    driver = at(PLAN, 56.0)
    driver.ten_more()
    assert driver.session.position.number == 11
    assert kinds(driver.run(11.0)) == [K.HOLD]


def test_ten_seconds_more_can_be_asked_for_again() -> None:
    driver = at(PLAN, 4.0)
    driver.ten_more()
    driver.ten_more()
    assert driver.session.position.number == 26


def test_ten_seconds_more_of_the_get_ready_of_a_jump() -> None:
    driver = at(PLAN, 30.0)
    driver.back()
    driver.ten_more()
    assert driver.session.position.number == 13
    assert kinds(driver.run(13.0)) == [K.HOLD]


@pytest.mark.parametrize("elapsed", [11.0, 14.0, 30.0])
def test_work_does_not_get_longer(elapsed: float) -> None:
    driver = at(PLAN, elapsed)
    driver.ten_more()
    assert driver.session.timeline == PLAN


def test_a_wait_does_not_get_longer() -> None:
    driver = at(plan_of_blocks(untimed()), 20.0)
    driver.ten_more()
    assert driver.session.timeline == driver.session.plan


def test_what_was_due_comes_before_the_ten_seconds() -> None:
    driver = at(PLAN, 9.5)
    driver.clock.advance(1.0)
    assert names(driver.ten_more()) == ["BlockEnded", "SegmentStarted"]
    assert driver.session.timeline == PLAN


def test_ten_seconds_more_while_stopped() -> None:
    driver = at(PLAN, 4.0)
    driver.pause()
    driver.ten_more()
    driver.resume()
    assert kinds(driver.run(15.999)) == []
    assert kinds(driver.run(0.001)) == [K.INHALE]


def test_more_than_the_plan_asked_for_is_not_credited() -> None:
    driver = at(PLAN, 56.0)
    driver.ten_more()
    driver.run(6.0)
    assert driver.done[6] == 15.0
    driver.run(6.0)
    assert driver.done[6] == 15.0


def test_the_session_ends_after_the_ten_seconds_more() -> None:
    driver = Driver(PLAN)
    driver.ten_more()
    assert "SessionEnded" not in names(driver.run(86.999))
    assert names(driver.run(0.001)) == ["BlockEnded", "SessionEnded"]
    assert driver.done == [segment.seconds for segment in PLAN.segments]


def test_a_step_back_in_the_get_ready_of_a_resume_leads_to_the_start_of_the_same_block() -> None:
    driver = at(PLAN, 19.0)
    driver.pause()
    driver.resume()
    driver.run(1.0)
    driver.back()
    assert place(driver) == (K.GET_READY, True, 1, 0.0)


def test_stopping_and_going_on_does_not_make_the_session_longer() -> None:
    driver = at(PLAN, 13.0)
    planned = driver.session.timeline.planned_seconds
    driver.pause()
    driver.resume()
    assert driver.session.timeline.planned_seconds == planned


@pytest.mark.parametrize("elapsed", [4.0, 13.0, 34.0], ids=["get ready", "first block", "a rest"])
def test_what_hurts_is_left_out_up_to_the_other_side(elapsed: float) -> None:
    """Also where it was only about to begin: it never starts."""
    plan = plan_of_blocks(breathing(2, 2.0, 4.0), hold(2, 5.0, 15.0), sides=Sides.EACH)
    driver = at(plan, elapsed)
    driver.pause(PauseReason.HURTS)
    assert kinds(driver.leave_out()) == [K.SWITCH_SIDES]
    assert kinds(driver.run(10.0)) == [K.INHALE]
    assert driver.here.run.turn.side_number == 2


def test_what_hurts_is_left_out_after_it_went_on() -> None:
    plan = plan_of_blocks(breathing(2, 2.0, 4.0), sides=Sides.EACH)
    driver = at(plan, 13.0)
    driver.pause()
    driver.resume()
    assert kinds(driver.leave_out()) == [K.SWITCH_SIDES]


def test_with_nothing_left_the_session_ends_for_pain() -> None:
    driver = at(SIDES, 45.0)
    driver.pause(PauseReason.HURTS)
    assert names(driver.leave_out())[-1] == "SessionEnded"
    assert driver.session.stopped_for_pain


def test_leaving_the_last_block_out_because_it_hurts_ends_the_session_for_pain() -> None:
    driver = at(PLAN, 72.0)
    driver.pause(PauseReason.HURTS)
    assert names(driver.skip())[-1] == "SessionEnded"
    assert driver.session.stopped_for_pain
