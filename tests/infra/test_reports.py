import json
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from fakes import exercise, hold, routine, untimed
from records import block_record, session_record
from ribdown.core.content import Sides
from ribdown.core.history import PressEffort
from ribdown.core.plan import PlanOptions
from ribdown.core.routine import Routine, RoutineExercise
from ribdown.infra.library import Library
from ribdown.infra.reports import duration_text, routine_summary, session_summary

HOLDS = exercise(hold(2, 25.0, 15.0), id="holds", title="Holds", sides=Sides.EACH)
SHORT = exercise(hold(1, 10.0, 0.0), id="short", title="Short")
LOOK = exercise(untimed(), id="look", title="Look")
OPTIONS = PlanOptions(get_ready=7.0, switch_sides=9.0)


def _summary(one: Routine) -> dict[str, Any]:
    library = Library({found.id: found for found in (HOLDS, SHORT, LOOK)}, {one.id: one})
    return routine_summary(one, library, OPTIONS, gentler=False)


def test_a_length_is_the_whole_timeline() -> None:
    assert _summary(routine("holds", "short", id="mine", title="Mine")) == {
        "id": "mine",
        "title": "Mine",
        "seconds": 7 + 65 + 9 + 65 + 7 + 10,
        "get_ready_seconds": 7,
        "guide": False,
        "gentler": False,
        "exercises": [
            {
                "id": "holds",
                "title": "Holds",
                "sides": "each",
                "optional": False,
                "seconds_per_side": 65,
                "below_full_dose": False,
            },
            {
                "id": "short",
                "title": "Short",
                "sides": "both",
                "optional": False,
                "seconds_per_side": 10,
                "below_full_dose": False,
            },
        ],
    }


def test_the_get_ready_before_a_guide_is_told_apart() -> None:
    summary = _summary(routine("short", guide=True))
    assert (summary["seconds"], summary["get_ready_seconds"]) == (10, 7)


def test_only_the_first_get_ready_of_a_guide_is() -> None:
    assert _summary(routine("short", "short", guide=True))["seconds"] == 10 + 7 + 10


def test_an_optional_exercise_counts_when_it_is_switched_on() -> None:
    def length(included: bool) -> float:
        seconds = _summary(routine("holds", RoutineExercise(id="short", optional=True, included=included)))["seconds"]
        assert isinstance(seconds, float)
        return seconds

    assert length(included=True) - length(included=False) == 7 + 10


def test_time_that_the_person_chooses_is_not_counted() -> None:
    assert _summary(routine("look"))["seconds"] == 7


def test_a_session_keeps_everything_in_json() -> None:
    record = session_record(
        started=datetime(2026, 11, 20, 19, 25, tzinfo=timezone(timedelta(hours=1))),
        effort=PressEffort.LIGHT,
        speed=10.0,
        blocks=(block_record(),),
    )
    assert json.loads(json.dumps(session_summary(record))) == {
        "id": "session-1",
        "routine": "daily-mini",
        "title": "Daily mini",
        "started": "2026-11-20T19:25:00+01:00",
        "status": "completed",
        "speed": 10.0,
        "rehearsal": True,
        "gentler": False,
        "planned_seconds": 60.0,
        "done_seconds": 24.69,
        "stopped_for_pain": False,
        "effort": "light",
        "pain_before": None,
        "pain_after": None,
        "note": "",
        "blocks": [
            {
                "exercise": "couch-stretch",
                "side": "left",
                "round": 1,
                "block": "press",
                "kind": "contract_relax",
                "planned_seconds": 30.0,
                "done_seconds": 12.345,
                "planned_reps": 3,
                "done_reps": 1,
            }
        ],
    }


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0 s"), (59.4, "59 s"), (59.6, "1 min"), (492, "8 min 12 s"), (3725, "1 h 2 min")]
)
def test_a_duration_in_words(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text
