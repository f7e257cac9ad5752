"""A session from its start to its end, without a stop in between."""

from fakes import Driver, breathing, contract_relax, hold, kinds, names, plan_of_blocks, reps, untimed, walk
from ribdown.core.blocks import SegmentKind
from ribdown.core.clock import Instant
from ribdown.core.events import BlockEnded, PauseReason, SegmentStarted, SessionEnded
from ribdown.core.session import Session, SessionState

K = SegmentKind

# 10 s get-ready, two breaths of 2 + 4 s, a hold of 20 s: boundaries at 10, 12, 16, 18, 22 and 42.
PLAN = plan_of_blocks(breathing(2, 2.0, 4.0), hold(1, 20.0))


def test_a_new_session_stands_at_the_first_moment_with_nothing_done() -> None:
    driver = Driver(PLAN, started=False)
    assert driver.session.state is SessionState.NEW
    assert driver.session.position == PLAN.at(0.0)
    assert driver.session.remaining == 42.0
    assert sum(driver.done) == 0.0


def test_nothing_happens_before_the_start() -> None:
    driver = Driver(PLAN, started=False)
    driver.run(20.0)
    for act in (driver.pause, driver.resume, driver.skip, driver.back, driver.end):
        act()
    assert driver.events == []
    assert driver.session.state is SessionState.NEW
    assert driver.session.position == PLAN.at(0.0)


def test_the_time_before_the_start_does_not_count() -> None:
    driver = Driver(PLAN, started=False)
    driver.run(5.0)
    driver.session.start(driver.clock.now())
    driver.run(1.5)
    assert driver.session.position.elapsed == 1.5


def test_the_start_is_the_start_of_the_first_segment() -> None:
    driver = Driver(PLAN)
    assert driver.events == [SegmentStarted(0.0, PLAN.segments[0])]
    assert driver.session.state is SessionState.RUNNING


def test_a_session_starts_once() -> None:
    driver = Driver(PLAN)
    driver.run(3.0)
    assert driver.session.start(driver.clock.now()) == []
    assert driver.session.position.elapsed == 3.0


def test_nothing_happens_up_to_a_boundary() -> None:
    driver = Driver(PLAN)
    assert driver.run(9.999) == []
    assert driver.here is PLAN.segments[0]


def test_a_segment_starts_at_its_boundary() -> None:
    driver = Driver(PLAN)
    driver.run(9.0)
    assert driver.run(1.0)[-1] == SegmentStarted(10.0, PLAN.segments[1])
    assert driver.here is PLAN.segments[1]


def test_an_event_carries_its_boundary_and_not_the_tick_that_found_it() -> None:
    driver = Driver(PLAN)
    driver.run(9.0)
    assert [event.at for event in driver.run(1.75)] == [10.0, 10.0]


def test_the_same_moment_twice_changes_nothing() -> None:
    driver = Driver(PLAN)
    driver.run(12.0)
    assert driver.session.advance(driver.clock.now()) == []
    assert driver.session.position.elapsed == 12.0


def test_a_clock_that_runs_backwards_changes_nothing() -> None:
    driver = Driver(PLAN)
    driver.run(5.0)
    assert driver.run(1.0) == driver.session.advance(driver.clock.advance(-0.5)) == []
    assert driver.session.position.elapsed == 6.0
    driver.clock.advance(0.5)
    driver.run(1.0)
    assert driver.session.position.elapsed == 7.0


def test_a_block_ends_before_the_next_one_starts() -> None:
    driver = Driver(PLAN)
    assert driver.run(10.0) == [BlockEnded(10.0, PLAN.segments[0]), SegmentStarted(10.0, PLAN.segments[1])]


def test_breaths_of_one_block_follow_each_other_without_an_end() -> None:
    driver = Driver(PLAN)
    driver.run(10.0)
    assert names(driver.run(6.0)) == ["SegmentStarted", "SegmentStarted"]


def test_one_late_tick_brings_everything_in_between_in_order() -> None:
    driver = Driver(plan_of_blocks(reps(3, squeeze=0.5, lower=0.25), walk(60.0)))
    driver.run(9.5)
    events = driver.session.advance(driver.clock.advance(3.0))
    assert [event.at for event in events] == [10.0, 10.0, 10.5, 10.75, 11.25, 11.5, 12.0, 12.25, 12.25]
    assert kinds(events) == [K.SQUEEZE, K.LOWER] * 3 + [K.WALK]
    assert [type(event) for event in events if not isinstance(event, SegmentStarted)] == [BlockEnded, BlockEnded]


def test_a_whole_session_says_everything_once() -> None:
    driver = Driver(PLAN)
    driver.run(60.0)
    assert names(driver.events) == [
        "SegmentStarted",
        "BlockEnded",
        "SegmentStarted",
        "SegmentStarted",
        "SegmentStarted",
        "SegmentStarted",
        "BlockEnded",
        "SegmentStarted",
        "BlockEnded",
        "SessionEnded",
    ]
    assert kinds(driver.events) == [segment.kind for segment in PLAN.segments]


def test_the_session_ends_at_the_last_boundary_and_not_before() -> None:
    driver = Driver(PLAN)
    assert names(driver.run(41.999)).count("SessionEnded") == 0
    assert driver.run(1.0) == [BlockEnded(42.0, PLAN.segments[-1]), SessionEnded(42.0)]
    assert driver.session.state is SessionState.ENDED
    assert driver.session.position.elapsed == 42.0
    assert driver.session.remaining == 0.0


def test_the_end_is_final() -> None:
    driver = Driver(PLAN)
    driver.run(50.0)
    before = driver.session.position, driver.done, len(driver.events)
    for act in (driver.pause, driver.resume, driver.skip, driver.back, driver.ten_more, driver.end):
        driver.run(1.0)
        act()
    driver.take(driver.session.start(driver.clock.now()))
    assert (driver.session.position, driver.done, len(driver.events)) == before
    assert driver.session.state is SessionState.ENDED


# -- what is done


def test_what_ran_to_its_end_is_done_and_what_lies_ahead_is_not() -> None:
    driver = Driver(PLAN)
    driver.run(16.0)
    assert driver.done == [10.0, 2.0, 4.0, 0.0, 0.0, 0.0]


def test_the_segment_at_work_is_done_as_far_as_it_went() -> None:
    driver = Driver(PLAN)
    driver.run(17.25)
    assert driver.done == [10.0, 2.0, 4.0, 1.25, 0.0, 0.0]


def test_a_whole_session_is_done_to_the_millisecond() -> None:
    driver = Driver(PLAN)
    driver.run(60.0)
    assert driver.done == [segment.seconds for segment in PLAN.segments]


def test_time_left_is_what_the_plan_has_left() -> None:
    driver = Driver(PLAN)
    driver.run(17.25)
    assert driver.session.remaining == 24.75


# -- ending early


def test_ending_early_keeps_what_is_done() -> None:
    driver = Driver(PLAN)
    driver.run(23.5)
    assert driver.end() == [SessionEnded(23.5)]
    assert driver.done == [10.0, 2.0, 4.0, 2.0, 4.0, 1.5]
    assert driver.session.state is SessionState.ENDED


def test_what_was_due_by_the_end_comes_first() -> None:
    driver = Driver(PLAN)
    driver.run(9.5)
    driver.clock.advance(1.0)
    assert names(driver.end()) == ["BlockEnded", "SegmentStarted", "SessionEnded"]
    assert driver.done[:2] == [10.0, 0.5]


def test_a_session_that_just_ran_out_does_not_end_twice() -> None:
    driver = Driver(PLAN)
    driver.run(41.5)
    driver.clock.advance(1.0)
    assert names(driver.end()) == ["BlockEnded", "SessionEnded"]


def test_ending_after_something_hurt_says_so() -> None:
    driver = Driver(PLAN)
    driver.run(15.0)
    driver.pause(PauseReason.HURTS)
    driver.end()
    assert driver.session.stopped_for_pain


def test_ending_for_any_other_reason_does_not() -> None:
    driver = Driver(PLAN)
    driver.run(15.0)
    driver.pause()
    driver.end()
    assert not driver.session.stopped_for_pain


def test_a_session_that_ran_to_its_end_was_not_stopped_for_pain() -> None:
    driver = Driver(PLAN)
    driver.run(50.0)
    assert not driver.session.stopped_for_pain


def test_pain_that_let_the_person_go_on_is_not_why_the_session_ended() -> None:
    driver = Driver(PLAN)
    driver.run(5.0)
    driver.pause(PauseReason.HURTS)
    driver.resume()
    driver.run(5.0)
    driver.pause(PauseReason.HURTS)
    driver.skip()
    driver.end()
    assert not driver.session.stopped_for_pain


# -- waiting for the person

WAITING = plan_of_blocks(untimed(), walk(60.0))


def test_a_wait_does_not_end_by_itself() -> None:
    driver = Driver(WAITING)
    driver.run(10.0)
    assert driver.run(500.0) == []
    assert driver.here.kind is K.WAIT
    assert driver.session.remaining == 60.0


def test_a_wait_ends_when_the_person_is_ready() -> None:
    driver = Driver(WAITING)
    driver.run(40.0)
    assert names(driver.skip()) == ["BlockEnded", "SegmentStarted"]
    assert driver.here.kind is K.WALK
    assert driver.session.position.elapsed == 10.0


def test_the_time_of_a_wait_is_kept() -> None:
    driver = Driver(WAITING)
    driver.run(40.0)
    assert driver.done == [10.0, 30.0, 0.0]
    driver.skip()
    driver.run(1.0)
    assert driver.done == [10.0, 30.0, 1.0]


def test_the_last_wait_ends_the_session() -> None:
    driver = Driver(plan_of_blocks(untimed()))
    driver.run(12.0)
    assert names(driver.skip()) == ["BlockEnded", "SessionEnded"]
    assert driver.done == [10.0, 2.0]


# -- a rehearsal


def test_a_rehearsal_runs_the_timeline_faster_than_the_clock() -> None:
    driver = Driver(PLAN, speed=4.0)
    driver.run(2.0)
    assert driver.session.position.elapsed == 8.0
    assert [event.at for event in driver.run(1.0)] == [10.0, 10.0, 12.0]
    driver.run(7.5)
    assert driver.session.state is SessionState.ENDED
    assert driver.done == [segment.seconds for segment in PLAN.segments]


def test_a_rehearsal_keeps_its_speed_after_a_stop() -> None:
    driver = Driver(PLAN, speed=4.0)
    driver.run(1.0)
    driver.pause()
    driver.resume()
    driver.run(0.5)
    assert driver.session.position.elapsed == 6.0


def test_one_tick_can_play_everything() -> None:
    session = Session(plan_of_blocks(contract_relax(), breathing(), hold(2)), speed=64.0)
    events = session.start(Instant(0.0, 0.0)) + session.advance(Instant(3.0, 3.0))
    assert kinds(events) == [segment.kind for segment in session.plan.segments]
    assert session.state is SessionState.ENDED
