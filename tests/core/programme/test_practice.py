"""Which sessions make a day count, and when pain rises."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from records import block_record, session_record
from ribdown.core.history import SessionRecord, Status
from ribdown.core.programme.practice import DaysDone, counts, days_done, pain_rises

DAY = date(2026, 11, 20)


def done(**more: Any) -> SessionRecord:
    fields: dict[str, Any] = {"started": datetime(2026, 11, 20, 8, tzinfo=UTC), "done_seconds": 60.0} | more
    return session_record(**fields)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, True),
        ({"done_seconds": 30.0, "status": Status.PARTIAL}, True),
        ({"done_seconds": 29.0, "status": Status.PARTIAL}, False),
        ({"done_seconds": 45.0, "status": Status.INTERRUPTED}, True),
        ({"done_seconds": 5.0, "status": Status.PARTIAL, "stopped_for_pain": True}, True),
        ({"done_seconds": 0.0, "status": Status.PARTIAL, "stopped_for_pain": True}, False),
        ({"speed": 40.0}, False),
    ],
)
def test_half_of_a_session_makes_its_day_count_and_pain_takes_none_away(more: dict[str, Any], expected: bool) -> None:
    assert counts(done(**more)) is expected


def test_a_day_is_the_person_s_own_and_guides_are_no_sessions() -> None:
    late = datetime(2026, 11, 20, 23, 30, tzinfo=timezone(timedelta(hours=-8)))  # the 21st in UTC
    sessions = [done(started=late), done(routine="hourly-reset", started=late + timedelta(days=2))]
    assert days_done(sessions, {"hourly-reset"}) == DaysDone(frozenset({DAY}), frozenset({DAY}))


def test_first_steps_makes_a_day_but_is_no_main_session() -> None:
    sessions = [done(routine="first-steps"), done(started=datetime(2026, 11, 21, 8, tzinfo=UTC))]
    tomorrow = DAY + timedelta(days=1)
    assert days_done(sessions) == DaysDone(frozenset({DAY, tomorrow}), frozenset({tomorrow}))


def test_an_exercise_done_alone_makes_no_day_for_the_programme_asks_for_a_routine() -> None:
    alone = done(routine="bridge", blocks=(block_record(exercise="bridge", side=None),))
    own = done(routine="bridge-and-more", blocks=alone.blocks)
    assert [counts(session) for session in (alone, own)] == [False, True]
    assert days_done([alone]) == DaysDone()
    assert pain_rises([done(stopped_for_pain=True), replace(alone, stopped_for_pain=True)])


ROSE, SAME, FELL, UNSAID = (2, 4), (2, 2), (4, 2), (2, None)


@pytest.mark.parametrize(
    ("pains", "expected"),
    [
        ([ROSE, ROSE], True),
        ([ROSE, ROSE, FELL], True),
        ([ROSE, UNSAID, ROSE], True),
        ([ROSE], False),
        ([ROSE, SAME, ROSE], False),
        ([FELL, ROSE, ROSE], False),
        ([UNSAID, UNSAID], False),
        ([], False),
    ],
)
def test_pain_that_rises_two_sessions_running(pains: list[tuple[int, int | None]], expected: bool) -> None:
    assert pain_rises([done(pain_before=before, pain_after=after) for before, after in pains]) is expected


def test_a_session_stopped_for_pain_is_one_in_which_it_rose() -> None:
    assert pain_rises([done(stopped_for_pain=True), done(pain_before=1, pain_after=2)])


def test_a_rehearsal_says_nothing_about_pain() -> None:
    rose = {"pain_before": 1, "pain_after": 2}
    assert not pain_rises([done(speed=40.0, **rose), done(**rose)])
