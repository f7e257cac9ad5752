"""The record in the history follows the session."""

import pytest

from fakes import Driver, breathing, hold, plan_of_blocks, routine
from ribdown.core.history import HistoryError, PressEffort, SessionRecord, Status
from ribdown.core.recorder import Answers, Recorder


class Shelf:
    """A store that keeps every state it was given, and can be full."""

    def __init__(self) -> None:
        self.states: list[SessionRecord] = []
        self.deleted: list[str] = []
        self.full = False

    def save(self, record: SessionRecord) -> None:
        if self.full:
            raise HistoryError("The disk is full.", "Free some space.")
        self.states.append(record)

    def edit(self, record: SessionRecord) -> None:
        raise NotImplementedError

    def sessions(self, since: object = None) -> list[SessionRecord]:
        return self.states[::-1]

    def delete(self, session_id: str) -> None:
        self.deleted.append(session_id)


def recorder_of(driver: Driver, shelf: Shelf) -> Recorder:
    started = driver.clock.local_time()
    return Recorder(driver.session, routine("drill"), shelf, id="one", started=started, gentler=True)


def test_a_running_session_is_kept_as_interrupted_with_what_is_done() -> None:
    driver, shelf = Driver(plan_of_blocks(breathing(breaths=2), hold(holds=1))), Shelf()
    recorder = recorder_of(driver, shelf)
    driver.run_to(10 + 6)
    recorder.update()
    (record,) = shelf.states
    assert record.status is Status.INTERRUPTED
    assert (record.done_seconds, record.planned_seconds) == (16, 10 + 12 + 25)
    assert [block.done_reps for block in record.blocks] == [1, 0]
    assert (record.routine, record.title, record.gentler, record.rehearsal) == ("mine", "Mine", True, False)


def test_a_finished_session_is_completed_and_keeps_the_answers() -> None:
    driver, shelf = Driver(plan_of_blocks(hold(holds=1))), Shelf()
    recorder = recorder_of(driver, shelf)
    driver.run_to(35)
    recorder.save(Answers(PressEffort.LIGHT, 3, 2, "fine"))
    record = shelf.states[-1]
    assert record.status is Status.COMPLETED
    assert (record.effort, record.pain_before, record.pain_after, record.note) == (PressEffort.LIGHT, 3, 2, "fine")


def test_a_full_disk_is_a_problem_until_a_later_write_succeeds() -> None:
    driver, shelf = Driver(plan_of_blocks(hold(holds=1))), Shelf()
    recorder = recorder_of(driver, shelf)
    shelf.full = True
    recorder.update()
    assert "disk is full" in str(recorder.problem)
    shelf.full = False
    recorder.update()
    assert recorder.problem is None


def test_answers_that_could_be_written_leave_no_problem() -> None:
    driver, shelf = Driver(plan_of_blocks(hold(holds=1))), Shelf()
    recorder = recorder_of(driver, shelf)
    shelf.full = True
    recorder.update()
    shelf.full = False
    recorder.save(Answers())
    assert recorder.problem is None


def test_answers_that_can_not_be_written_are_said_at_once() -> None:
    driver, shelf = Driver(plan_of_blocks(hold(holds=1))), Shelf()
    shelf.full = True
    with pytest.raises(HistoryError, match="disk is full"):
        recorder_of(driver, shelf).save(Answers())


def test_what_is_done_is_kept_to_the_millisecond() -> None:
    driver, shelf = Driver(plan_of_blocks(hold(holds=1))), Shelf()
    driver.run_to(10.3004)
    assert recorder_of(driver, shelf).record().done_seconds == 10.3


@pytest.mark.parametrize(("before", "after", "rise"), [(3, 5, 2), (5, 3, -2), (None, 5, 0), (3, None, 0)])
def test_pain_rises_only_where_both_were_said(before: int | None, after: int | None, rise: int) -> None:
    assert Answers(pain_before=before, pain_after=after).pain_rise == rise


def test_what_is_not_kept_is_taken_out() -> None:
    driver, shelf = Driver(plan_of_blocks(hold(holds=1))), Shelf()
    recorder_of(driver, shelf).discard()
    assert shelf.deleted == ["one"]
