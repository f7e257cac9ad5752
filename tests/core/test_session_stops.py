"""Stopping, going on again, and a machine that slept."""

import pytest

from fakes import Driver, breathing, contract_relax, hold, kinds, names, plan_of_blocks, reps, untimed, walk
from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Sides
from ribdown.core.events import BlockEnded, PauseReason, SegmentStarted, SessionPaused, SessionResumed
from ribdown.core.session import SessionState
from ribdown.core.timeline import Timeline

K = SegmentKind

# 10 s get-ready, two breaths of 2 + 4 s with a pause of 1 s: boundaries at 10, 12, 16, 17, 19, 23 and 24.
BREATHS = plan_of_blocks(breathing(2, 2.0, 4.0, pause=1.0))
# 10 s get-ready, hold to 35, rest to 50, hold to 75.
HOLDS = plan_of_blocks(hold(2, 25.0, 15.0))


def stopped(plan: Timeline, elapsed: float) -> Driver:
    """A session that was stopped at this place and stood still for a minute."""
    driver = Driver(plan)
    driver.run_to(elapsed)
    driver.pause()
    driver.run(60.0)
    return driver


# -- stopping


def test_a_stop_counts_up_to_its_very_moment() -> None:
    driver = Driver(HOLDS)
    driver.run(20.0)
    driver.clock.advance(0.75)
    assert driver.pause() == [SessionPaused(20.75, PauseReason.PERSON)]
    assert driver.done[1] == 10.75


def test_what_was_due_by_the_stop_comes_first() -> None:
    driver = Driver(HOLDS)
    driver.run(9.5)
    driver.clock.advance(1.0)
    assert names(driver.pause()) == ["BlockEnded", "SegmentStarted", "SessionPaused"]


def test_a_stop_after_the_last_moment_is_the_end() -> None:
    driver = Driver(HOLDS)
    driver.run(74.5)
    driver.clock.advance(1.0)
    assert names(driver.pause()) == ["BlockEnded", "SessionEnded"]
    assert driver.session.pause_reason is None


def test_nothing_is_credited_while_the_session_stands_still() -> None:
    driver = stopped(HOLDS, 20.0)
    assert driver.session.state is SessionState.PAUSED
    assert driver.session.position.elapsed == 20.0
    assert driver.done == [10.0, 10.0, 0.0, 0.0]
    assert names(driver.events)[-1] == "SessionPaused"


def test_a_second_stop_changes_nothing() -> None:
    driver = stopped(HOLDS, 20.0)
    assert driver.pause(PauseReason.HIDDEN) == []
    assert driver.session.pause_reason is PauseReason.PERSON


@pytest.mark.parametrize("reason", PauseReason)
def test_a_stop_says_why(reason: PauseReason) -> None:
    driver = Driver(HOLDS)
    assert driver.pause(reason) == [SessionPaused(0.0, reason)]
    assert driver.session.pause_reason is reason


def test_something_that_hurts_becomes_the_reason_of_a_stop_that_holds() -> None:
    driver = stopped(HOLDS, 20.0)
    assert driver.pause(PauseReason.HURTS) == []
    assert driver.session.pause_reason is PauseReason.HURTS


def test_only_a_session_that_stands_still_goes_on() -> None:
    driver = Driver(HOLDS)
    driver.run(20.0)
    assert driver.resume() == []
    assert driver.session.position.elapsed == 20.0


# -- going on


@pytest.mark.parametrize("elapsed", [17.0, 18.5, 21.0, 23.5])
def test_a_breath_starts_again_with_its_inhale(elapsed: float) -> None:
    driver = stopped(BREATHS, elapsed)
    driver.resume()
    assert kinds(driver.run(3.0)) == [K.INHALE]
    assert (driver.here.cycle, driver.session.position.spent) == (2, 0.0)


def test_going_on_is_a_resume_and_3_seconds_of_get_ready() -> None:
    driver = stopped(BREATHS, 20.0)
    resumed, started = driver.resume()
    assert resumed == SessionResumed(17.0)
    assert isinstance(started, SegmentStarted)
    assert (started.at, started.segment.kind, started.segment.ms) == (17.0, K.GET_READY, 3000)
    assert driver.session.pause_reason is None
    assert driver.run(2.999) == []
    assert kinds(driver.run(0.001)) == [K.INHALE]


def test_the_block_that_goes_on_has_not_ended() -> None:
    driver = stopped(BREATHS, 20.0)
    driver.resume()
    assert not [event for event in driver.run(9.999) if isinstance(event, BlockEnded)]


def test_a_breath_that_starts_again_counts_once() -> None:
    driver = stopped(BREATHS, 20.0)
    driver.resume()
    assert driver.done == [10.0, 2.0, 4.0, 1.0, 2.0, 1.0, 0.0]
    driver.run(3.0 + 7.0)
    assert driver.session.state is SessionState.ENDED
    assert driver.done == [segment.seconds for segment in BREATHS.segments]


def test_what_was_done_before_the_stop_stays_done() -> None:
    driver = stopped(BREATHS, 22.0)
    driver.resume()
    driver.run(4.0)
    driver.end()
    assert driver.done == [10.0, 2.0, 4.0, 1.0, 2.0, 3.0, 0.0]


def test_a_press_starts_again_even_from_its_relax() -> None:
    driver = stopped(plan_of_blocks(contract_relax(2, 6.0, 6.0)), 10.0 + 12.0 + 8.0)
    driver.resume()
    driver.run(3.0)
    assert (driver.here.kind, driver.here.cycle, driver.session.position.spent) == (K.PRESS, 2, 0.0)


def test_a_repetition_starts_again_with_its_first_phase() -> None:
    driver = stopped(plan_of_blocks(reps(2, squeeze=1.0, lift=2.0, lower=3.0, down_first=True)), 21.5)
    assert driver.here.kind is K.LIFT
    driver.resume()
    driver.run(3.0)
    assert (driver.here.kind, driver.here.cycle) == (K.LOWER, 2)


def test_a_hold_goes_on_where_it_stopped_after_a_get_ready() -> None:
    driver = stopped(HOLDS, 20.25)
    driver.resume()
    assert (driver.here.kind, driver.session.position.number) == (K.GET_READY, 3)
    driver.run(3.0)
    here = driver.session.position
    assert (here.segment.kind, here.spent, here.remaining, here.number, here.length) == (
        K.HOLD,
        10.25,
        14.75,
        15,
        25.0,
    )


def test_a_hold_is_as_long_in_all_as_without_the_stop() -> None:
    driver = stopped(HOLDS, 20.25)
    driver.resume()
    driver.run(3.0 + 14.75)
    assert driver.here.kind is K.REST
    assert driver.done == [10.0, 25.0, 0.0, 0.0]


def test_a_hold_can_stop_more_than_once() -> None:
    driver = stopped(HOLDS, 15.0)
    driver.resume()
    driver.run(3.0 + 5.0)
    driver.pause()
    driver.run(60.0)
    driver.resume()
    assert driver.done[1] == 10.0
    driver.run(3.0)
    assert driver.session.position.spent == 10.0
    driver.run(15.0)
    assert driver.here.kind is K.REST


def test_a_walk_goes_on_where_it_stopped_after_a_get_ready() -> None:
    driver = stopped(plan_of_blocks(walk(60.0)), 40.0)
    driver.resume()
    assert driver.here.kind is K.GET_READY
    driver.run(3.0)
    assert driver.session.position.remaining == 30.0


def test_get_ready_goes_on_at_once() -> None:
    driver = stopped(HOLDS, 4.0)
    assert driver.resume() == [SessionResumed(4.0)]
    assert kinds(driver.run(6.0)) == [K.HOLD]


def test_a_switch_of_sides_goes_on_at_once() -> None:
    driver = stopped(plan_of_blocks(walk(20.0), sides=Sides.EACH), 34.0)
    assert driver.resume() == [SessionResumed(34.0)]
    assert kinds(driver.run(6.0)) == [K.WALK]


def test_a_rest_goes_on_at_once() -> None:
    driver = stopped(HOLDS, 40.0)
    assert driver.resume() == [SessionResumed(40.0)]
    assert kinds(driver.run(10.0)) == [K.HOLD]


def test_a_wait_goes_on_at_once() -> None:
    driver = stopped(plan_of_blocks(untimed()), 20.0)
    assert driver.resume() == [SessionResumed(20.0)]
    driver.run(5.0)
    assert driver.done == [10.0, 15.0]


def test_a_stop_in_the_get_ready_of_a_resume_starts_that_again() -> None:
    driver = stopped(HOLDS, 20.0)
    driver.resume()
    driver.run(2.0)
    driver.pause()
    driver.run(60.0)
    assert driver.resume() == [SessionResumed(20.0)]
    assert driver.run(2.999) == []
    assert kinds(driver.run(0.001)) == [K.HOLD]
    assert driver.session.position.spent == 10.0


def test_the_get_ready_of_a_resume_is_not_exercise() -> None:
    driver = stopped(HOLDS, 20.0)
    before = driver.done
    driver.resume()
    driver.run(3.0)
    assert driver.done == before


def test_time_left_stands_still_in_the_get_ready_of_a_resume() -> None:
    driver = stopped(HOLDS, 20.0)
    driver.resume()
    driver.run(2.0)
    assert driver.session.remaining == 55.0
    driver.run(2.0)
    assert driver.session.remaining == 54.0


# -- a machine that slept


def test_a_tick_3_seconds_late_is_caught_up() -> None:
    driver = Driver(HOLDS)
    driver.run(9.0)
    assert kinds(driver.session.advance(driver.clock.advance(3.0))) == [K.HOLD]
    assert driver.session.position.elapsed == 12.0


def test_a_later_tick_stops_at_the_last_good_one() -> None:
    driver = Driver(HOLDS)
    driver.run(9.0)
    assert driver.session.advance(driver.clock.advance(3.001)) == [SessionPaused(9.0, PauseReason.SLEPT)]
    assert driver.session.position.elapsed == 9.0
    assert driver.session.state is SessionState.PAUSED


def test_a_session_never_ends_in_its_sleep() -> None:
    driver = Driver(HOLDS)
    driver.run(74.0)
    assert names(driver.session.advance(driver.clock.sleep(3600.0, monotonic_counts=True))) == ["SessionPaused"]
    assert driver.done[-1] == 24.0


@pytest.mark.parametrize("parted", [2.0, -2.0])
def test_clocks_that_part_by_2_seconds_are_let_be(parted: float) -> None:
    driver = Driver(HOLDS)
    driver.run(9.0)
    driver.clock.sleep(parted)
    assert names(driver.run(0.5)) == []
    assert driver.session.position.elapsed == 9.5


@pytest.mark.parametrize("parted", [2.001, -2.001, 8 * 3600.0])
def test_clocks_that_part_further_stop_at_the_last_good_tick(parted: float) -> None:
    driver = Driver(HOLDS)
    driver.run(9.0)
    driver.clock.sleep(parted)
    assert driver.run(0.5) == [SessionPaused(9.0, PauseReason.SLEPT)]
    assert driver.session.position.elapsed == 9.0


def test_clocks_may_drift_apart_slowly() -> None:
    driver = Driver(HOLDS)
    for _ in range(20):
        driver.clock.sleep(0.5)
        driver.run(1.0)
    assert driver.session.state is SessionState.RUNNING
    assert driver.session.position.elapsed == 20.0


def test_a_sleep_while_the_session_stood_still_is_none_of_its_business() -> None:
    driver = stopped(HOLDS, 40.0)
    driver.clock.sleep(3600.0)
    assert driver.resume() == [SessionResumed(40.0)]
    assert driver.run(1.0) == []
    assert driver.session.state is SessionState.RUNNING


def test_after_a_sleep_the_session_goes_on_as_after_any_stop() -> None:
    driver = Driver(HOLDS)
    driver.run(20.0)
    driver.clock.sleep(3600.0)
    driver.run(1.0)
    driver.resume()
    driver.run(3.0)
    assert (driver.here.kind, driver.session.position.spent) == (K.HOLD, 10.0)


def test_a_stop_right_after_a_sleep_stops_at_the_last_good_tick() -> None:
    driver = Driver(HOLDS)
    driver.run(20.0)
    driver.clock.sleep(3600.0)
    assert driver.pause() == [SessionPaused(20.0, PauseReason.SLEPT)]


def test_pain_right_after_a_sleep_is_still_pain() -> None:
    driver = Driver(HOLDS)
    driver.run(20.0)
    driver.clock.sleep(3600.0)
    driver.pause(PauseReason.HURTS)
    assert driver.session.pause_reason is PauseReason.HURTS


def test_ending_right_after_a_sleep_credits_nothing_of_it() -> None:
    driver = Driver(HOLDS)
    driver.run(20.0)
    driver.clock.sleep(3600.0, monotonic_counts=True)
    assert names(driver.end()) == ["SessionPaused", "SessionEnded"]
    assert driver.done == [10.0, 10.0, 0.0, 0.0]


def test_a_wait_that_the_machine_slept_through_is_not_credited() -> None:
    driver = Driver(plan_of_blocks(untimed()))
    driver.run(15.0)
    driver.clock.sleep(3600.0, monotonic_counts=True)
    driver.run(1.0)
    assert driver.done == [10.0, 5.0]
