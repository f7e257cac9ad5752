from datetime import UTC, date, datetime

from records import session_record
from ribdown.core.history import Status
from ribdown.core.nudges.pulses import pulses
from ribdown.core.nudges.record import NudgeRecord, Outcome
from ribdown.core.nudges.slot import Slot


def _nudge(outcome: Outcome, session: str = "") -> NudgeRecord:
    at = datetime(2026, 11, 20, 14, tzinfo=UTC)
    return NudgeRecord(slot=Slot(date(2026, 11, 20), 840), outcome=outcome, ended=at, session=session)


def test_a_nudge_has_an_id_of_its_own() -> None:
    assert _nudge(Outcome.DONE).id == "2026-11-20 14:00"


def test_each_nudge_that_was_done_is_a_pulse() -> None:
    assert pulses([_nudge(outcome) for outcome in Outcome], []) == 1


def test_so_is_each_guide_that_was_completed_by_itself() -> None:
    guides = [session_record(number, routine="posture-pulse") for number in (1, 2)]
    assert pulses([], guides) == 2
    assert pulses([], [session_record(routine="daily-mini")]) == 0
    assert pulses([], [session_record(routine="posture-pulse", status=Status.PARTIAL)]) == 0
    assert pulses([], [session_record(routine="posture-pulse", speed=8.0)]) == 0


def test_a_guide_that_a_nudge_started_counts_once() -> None:
    guide = session_record(routine="hourly-reset")
    assert pulses([_nudge(Outcome.DONE, guide.id)], [guide]) == 1
    assert pulses([_nudge(Outcome.FILLED, guide.id)], [guide]) == 1
