"""What the command line prints about routines and sessions, as plain values."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from ribdown.core.history import SessionRecord
from ribdown.core.plan import PlanOptions, compile_timeline, shown_seconds
from ribdown.core.routine import ChosenExercise, Routine, choose_doses, included
from ribdown.core.timeline import Timeline
from ribdown.core.wishes import wished
from ribdown.infra.library import Library


def routine_summary(routine: Routine, library: Library, options: PlanOptions, *, gentler: bool) -> dict[str, Any]:
    """A routine with its length as the app shows it, and the exercises that are switched on; times in seconds."""
    chosen = choose_doses(included(wished(routine, options.wishes)), library.exercises, gentler=gentler)
    timeline = compile_timeline(chosen, options)
    return {
        "id": routine.id,
        "title": routine.title,
        "seconds": shown_seconds(timeline, guide=routine.guide),
        "get_ready_seconds": options.get_ready,
        "guide": routine.guide,
        "gentler": gentler,
        "exercises": [_exercise_summary(item, number, timeline) for number, item in enumerate(chosen, 1)],
    }


def session_summary(record: SessionRecord) -> dict[str, Any]:
    """A session with everything that is recorded of it."""
    summary: dict[str, Any] = msgspec.to_builtins(record)
    return summary | {"rehearsal": record.rehearsal}


def duration_text(seconds: float) -> str:
    """A length in whole seconds, such as `8 min 12 s`, from an hour on in minutes: the text that the window has."""
    if round(seconds) >= 3600:
        hours, minutes = divmod(round(seconds / 60), 60)
        return f"{hours} h {minutes} min"
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"


def _exercise_summary(chosen: ChosenExercise, number: int, timeline: Timeline) -> dict[str, Any]:
    milliseconds = sum(
        segment.ms or 0
        for segment in timeline.segments
        if (segment.run.turn.exercise_number, segment.run.turn.side_number) == (number, 1) and segment.run.block
    )
    return {
        "id": chosen.exercise.id,
        "title": chosen.exercise.title,
        "sides": chosen.exercise.sides.value,
        "optional": chosen.optional,
        "seconds_per_side": milliseconds / 1000,
        "below_full_dose": chosen.below_full_dose,
    }


def status_lines(status: Mapping[str, Any]) -> list[str]:
    """What the Ribdown that runs says of itself, to be read by a person."""
    lines = []
    if session := status.get("session"):
        lines.append(f"{session['title']}: {duration_text(session['remaining'])} left")
    if status.get("paused_until"):
        lines.append(f"Nudges are paused until {_day_and_time(status['paused_until'])}.")
    elif status.get("next"):
        lines.append(f"Next nudge: {_day_and_time(status['next'])}")
    else:
        lines.append(str(status["standing"]))
    lines.append(f"Posture pulses today: {status['pulses']}")
    lines += [slot["words"] for slot in status["slots"] if slot["state"] != "to come"]
    return lines


def _day_and_time(moment: str) -> str:
    return f"{datetime.fromisoformat(moment):%Y-%m-%d %H:%M}"
