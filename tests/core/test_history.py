"""What the record says of a session."""

from datetime import UTC, datetime

import pytest

from fakes import (
    Driver,
    breathing,
    contract_relax,
    exercise,
    hold,
    plan_of,
    plan_of_blocks,
    reps,
    rest_block,
    untimed,
    walk,
)
from ribdown.core.content import Sides
from ribdown.core.errors import UserError
from ribdown.core.history import BlockRecord, HistoryError, SessionRecord, Status, block_records, status_of
from ribdown.core.timeline import Side, Timeline

# 10 s get-ready, two breaths of 2 + 4 s to 22, hold to 42, rest to 57, hold to 77.
PLAN = plan_of_blocks(breathing(2, 2.0, 4.0), hold(2, 20.0, 15.0))


def at(plan: Timeline, elapsed: float) -> Driver:
    driver = Driver(plan)
    driver.run_to(elapsed)
    return driver


def done(driver: Driver) -> list[tuple[str, float, int]]:
    return [(block.block, block.done_seconds, block.done_reps) for block in block_records(driver.session)]


def status(driver: Driver) -> Status:
    return status_of(driver.session, block_records(driver.session))


# -- what was planned


def test_a_record_has_a_line_for_each_block() -> None:
    assert block_records(Driver(PLAN, started=False).session) == (
        BlockRecord("drill", None, 1, "breathe", "breathing", 12.0, 0.0, 2, 0),
        BlockRecord("drill", None, 1, "hold", "hold", 55.0, 0.0, 2, 0),
    )


def test_a_record_has_a_line_for_each_side_and_round_in_the_plans_order() -> None:
    plan = plan_of(exercise(walk(5.0), sides=Sides.EACH, id="one"), exercise(walk(5.0), id="two"))
    lines = [(b.exercise, b.side, b.round) for b in block_records(Driver(plan).session)]
    assert lines == [("one", Side.RIGHT, 1), ("one", Side.LEFT, 1), ("two", None, 1)]
    rounds = plan_of_blocks(walk(5.0), rounds=2)
    assert [b.round for b in block_records(Driver(rounds).session)] == [1, 2]


def test_changes_have_no_line() -> None:
    plan = plan_of_blocks(walk(5.0), sides=Sides.EACH)
    assert sum(b.planned_seconds for b in block_records(Driver(plan).session)) == 10.0


def test_repeats_are_counted_over_all_sets() -> None:
    blocks = (
        breathing(3, sets=2, rest=20.0),
        contract_relax(4),
        reps(5, sets=3, rest=20.0),
        hold(2),
        walk(),
        rest_block(),
        untimed(),
    )
    assert [(b.block, b.planned_reps) for b in block_records(Driver(plan_of_blocks(*blocks)).session)] == [
        ("breathe", 6),
        ("press", 4),
        ("reps", 15),
        ("hold", 2),
        ("walk", 1),
        ("rest", 1),
        ("look", 1),
    ]


def test_the_rests_inside_a_block_belong_to_its_length() -> None:
    plan = plan_of_blocks(breathing(1, 2.0, 4.0, sets=3, rest=20.0))
    assert block_records(Driver(plan).session)[0].planned_seconds == 3 * 6.0 + 2 * 20.0


# -- what was done


def test_seconds_follow_the_session_and_repeats_count_when_they_are_whole() -> None:
    assert done(at(PLAN, 15.5)) == [("breathe", 5.5, 0), ("hold", 0.0, 0)]
    assert done(at(PLAN, 16.0)) == [("breathe", 6.0, 1), ("hold", 0.0, 0)]
    assert done(at(PLAN, 45.0)) == [("breathe", 12.0, 2), ("hold", 23.0, 1)]
    assert done(at(PLAN, 77.0)) == [("breathe", 12.0, 2), ("hold", 55.0, 2)]


def test_a_repeat_a_millisecond_short_does_not_count() -> None:
    driver = at(PLAN, 41.999)
    driver.skip()
    assert done(driver)[1] == ("hold", 19.999, 0)


def test_what_was_skipped_is_missing() -> None:
    driver = at(PLAN, 13.0)
    driver.skip()
    driver.run(3.0 + 20.0)
    assert done(driver) == [("breathe", 3.0, 0), ("hold", 20.0, 1)]


def test_a_skipped_rest_does_not_make_a_repeat_less() -> None:
    driver = at(PLAN, 45.0)
    driver.skip()
    driver.run(3.0 + 20.0)
    assert done(driver) == [("breathe", 12.0, 2), ("hold", 43.0, 2)]


def test_a_repeat_that_was_stopped_and_done_again_counts_once() -> None:
    driver = at(PLAN, 20.0)
    driver.pause()
    driver.resume()
    driver.run(3.0 + 6.0)
    assert done(driver)[0] == ("breathe", 12.0, 2)


def test_a_hold_done_in_two_goes_counts_as_one() -> None:
    driver = at(PLAN, 30.3)
    driver.pause()
    driver.resume()
    driver.run(3.0 + 12.0)
    # All of the hold, and 0.3 s of the rest after it.
    assert done(driver)[1] == ("hold", 20.3, 1)


def test_seconds_are_kept_to_the_millisecond() -> None:
    assert done(at(plan_of_blocks(walk(60.0)), 10.3004)) == [("walk", 0.3, 0)]
    assert done(at(plan_of_blocks(walk(60.0)), 10.3006)) == [("walk", 0.301, 0)]


def test_a_wait_is_done_once_the_person_was_there() -> None:
    driver = at(plan_of_blocks(untimed(), walk(5.0)), 14.0)
    assert done(driver)[0] == ("look", 4.0, 1)
    assert block_records(driver.session)[0].planned_seconds == 0.0


def test_a_wait_that_was_never_reached_is_not_done() -> None:
    assert done(at(plan_of_blocks(walk(5.0), untimed()), 12.0))[1] == ("look", 0.0, 0)


# -- how it ended


def test_a_session_is_interrupted_until_it_ends() -> None:
    driver = Driver(PLAN, started=False)
    assert status(driver) is Status.INTERRUPTED
    assert status(at(PLAN, 76.0)) is Status.INTERRUPTED
    stopped = at(PLAN, 30.0)
    stopped.pause()
    assert status(stopped) is Status.INTERRUPTED


def test_a_session_with_every_repeat_done_is_completed() -> None:
    assert status(at(PLAN, 77.0)) is Status.COMPLETED


def test_a_session_that_ended_early_is_partial() -> None:
    driver = at(PLAN, 76.0)
    driver.end()
    assert status(driver) is Status.PARTIAL


@pytest.mark.parametrize("elapsed", [13.0, 30.0])
def test_a_session_with_a_block_skipped_is_partial(elapsed: float) -> None:
    driver = at(PLAN, elapsed)
    driver.skip()
    driver.run(100.0)
    assert status(driver) is Status.PARTIAL


def test_skipping_changes_and_rests_leaves_it_complete() -> None:
    driver = Driver(PLAN)
    driver.skip()
    driver.run(35.0)
    driver.skip()
    driver.run(100.0)
    assert status(driver) is Status.COMPLETED


def test_a_rest_of_its_own_may_be_skipped() -> None:
    driver = at(plan_of_blocks(walk(5.0), rest_block(30.0), walk(5.0, "again")), 16.0)
    driver.skip()
    driver.run(100.0)
    assert done(driver)[1] == ("rest", 1.0, 0)
    assert status(driver) is Status.COMPLETED


def test_a_block_skipped_and_then_done_after_all_is_complete() -> None:
    driver = at(PLAN, 30.0)
    driver.skip()
    driver.back()
    driver.run(100.0)
    assert status(driver) is Status.COMPLETED


def test_a_rehearsal_is_marked() -> None:
    def record(speed: float) -> SessionRecord:
        started = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
        return SessionRecord("1", "mine", "Mine", started, Status.PARTIAL, speed, False, 1.0, 1.0, ())  # noqa: FBT003

    assert record(4.0).rehearsal
    assert not record(1.0).rehearsal


def test_what_the_history_can_not_do_is_said_to_the_person() -> None:
    assert isinstance(HistoryError("The disk is full."), UserError)
