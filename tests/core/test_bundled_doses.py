"""The doses that the bundled exercises and routines ask for, beside what the sources state."""

from itertools import groupby

import pytest

from ribdown.core.blocks import AnyBlock, ContractRelax
from ribdown.core.content import Exercise
from ribdown.core.doses import ONCE, Count, Origin, Seconds
from ribdown.core.plan import PlanOptions, compile_timeline, shown_seconds
from ribdown.core.routine import Routine, choose_doses, dose_names
from ribdown.core.timeline import Side, Timeline

# What the sources give, with their range. All other doses are ours.
STATED = {
    "couch-stretch": {
        "rounds": (1, 2),
        "reset.breaths": (4, 5),
        "press.presses": (3, 4),
        "press.press": (5, 8),
        "press.relax": (5, 8),
        "lock-in.reps": (10, 15),
        "lock-in.squeeze": (2, 2),
    },
    "split-squat-hold": {"hold.holds": (2, 3), "hold.hold": (20, 30)},
    "split-squat-hold-loaded": {"hold.holds": (2, 3), "hold.hold": (20, 30)},
    "bridge": {"bridge.reps": (8, 12), "bridge.squeeze": (3, 3), "bridge.sets": (1, 2)},
    "prone-hip-extension": {"lift.reps": (8, 12)},
    "long-step-split-squat": {"lower.reps": (6, 8)},
    "walking-with-intent": {"walk.walk": (300, 300)},
    "posture-pulse": {"squeeze.squeeze": (10, 10)},
    "hourly-reset": {"squeeze.squeeze": (10, 10)},
    "stand-break": {"hold.hold": (20, 30)},
}
# What they leave open, and what the app asks for by itself.
OURS = {
    "hip-lift": {"breaths": 5, "inhale": 3, "exhale": 6, "pause": 1, "sets": 3, "rest": 20},
    "reverse-walking": {"walk": 120},
    "split-squat-hold": {"rest": 15},
    "split-squat-hold-loaded": {"rest": 15},
    "single-leg-bridge": {"reps": 6, "squeeze": 3},
    "prone-hip-extension": {"squeeze": 2},
    "long-step-split-squat": {"lower": 3, "squeeze": 1, "lift": 2},
    "hourly-reset": {"hold": 5, "inhale": 3, "exhale": 7, "lower": 5},
}


def doses(exercise: Exercise) -> dict[str, Count | Seconds]:
    """All doses by block and name, and the rounds, but for what does not occur."""
    found = {f"{block.id}.{name}": getattr(block, name) for block in exercise.blocks for name in dose_names(block)}
    return {name: dose for name, dose in {"rounds": exercise.rounds, **found}.items() if dose != ONCE}


def plan_of(routine: Routine, exercises: dict[str, Exercise]) -> Timeline:
    """The routine with all that is optional."""
    return compile_timeline(choose_doses(routine, exercises, gentler=False), PlanOptions())


def work(plan: Timeline, exercise: str, side: Side | None = Side.RIGHT) -> dict[str, float]:
    """The seconds of an exercise's blocks on one side."""
    runs = groupby(plan.segments, lambda segment: segment.run)
    return {
        run.block.id: sum(segment.ms or 0 for segment in segments) / 1000
        for run, segments in runs
        if run.block and (run.turn.exercise.id, run.turn.side) == (exercise, side)
    }


def test_only_what_the_sources_state_is_said_to_be_theirs(bundled_exercise: Exercise) -> None:
    theirs = {name: dose.range for name, dose in doses(bundled_exercise).items() if dose.origin is Origin.SOURCE}
    assert theirs == STATED.get(bundled_exercise.id, {})


def test_what_is_left_open_has_our_value(bundled_exercise: Exercise) -> None:
    ours = {
        name.partition(".")[2]: dose.default
        for name, dose in doses(bundled_exercise).items()
        if dose.origin is Origin.APP
    }
    wanted = OURS.get(bundled_exercise.id, {})
    assert {name: ours[name] for name in wanted} == wanted


def test_a_pause_after_the_breath_may_be_left_out(exercises: dict[str, Exercise]) -> None:
    assert doses(exercises["hip-lift"])["breathe.pause"].range == (0, 3)
    assert doses(exercises["reverse-walking"])["walk.walk"].range == (60, 300)


def test_the_band_of_a_press_is_the_sources(exercises: dict[str, Exercise]) -> None:
    presses: list[AnyBlock] = [block for block in exercises["couch-stretch"].blocks if block.id == "press"]
    assert [block.effort.origin for block in presses if isinstance(block, ContractRelax)] == [Origin.SOURCE]


@pytest.mark.parametrize(
    ("routine", "blocks"),
    [
        ("couch-stretch-only", {"reset": 30, "press": 48, "lock-in": 48}),
        ("daily-mini", {"reset": 20, "press": 20, "lock-in": 20}),  # 60 s a side
        ("three-day", {"reset": 20, "press": 30, "lock-in": 40}),  # 90 s a side
        ("progression", {"reset": 20, "press": 30, "lock-in": 40}),
    ],
)
def test_the_couch_stretch_takes_what_its_routine_leaves_it(
    routine: str, blocks: dict[str, float], routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    plan = plan_of(routines[routine], exercises)
    assert work(plan, "couch-stretch") == work(plan, "couch-stretch", Side.LEFT) == blocks


@pytest.mark.parametrize(
    ("routine", "shortest", "longest"),
    [
        ("three-day", 480, 600),  # 8 to 10 minutes
        ("hourly-reset", 30, 30),
        ("posture-pulse", 10, 10),
        ("stand-break", 20, 30),
    ],
)
def test_a_routine_takes_what_the_source_says(
    routine: str, shortest: float, longest: float, routines: dict[str, Routine], exercises: dict[str, Exercise]
) -> None:
    seconds = shown_seconds(plan_of(routines[routine], exercises), guide=routines[routine].guide)
    assert shortest <= seconds <= longest


def test_every_routine_has_its_exercises(routines: dict[str, Routine]) -> None:
    assert {name: [item.id for item in routine.exercises] for name, routine in routines.items()} == {
        "first-steps": ["hip-lift", "reverse-walking"],
        "couch-stretch-only": ["couch-stretch"],
        "daily-mini": ["couch-stretch", "split-squat-hold", "bridge"],
        "three-day": ["couch-stretch", "split-squat-hold", "bridge"],
        "progression": [
            "couch-stretch",
            "split-squat-hold-loaded",
            "bridge",
            "long-step-split-squat",
            "walking-with-intent",
        ],
        "no-couch": ["bridge", "prone-hip-extension"],
        "hourly-reset": ["hourly-reset"],
        "posture-pulse": ["posture-pulse"],
        "stand-break": ["stand-break"],
    }


def test_the_bridge_waits_for_time_in_the_mini_and_can_be_left_out_later(routines: dict[str, Routine]) -> None:
    bridges = {
        name: (item.optional, item.included)
        for name in ("daily-mini", "three-day", "progression")
        for item in routines[name].exercises
        if item.id == "bridge"
    }
    assert bridges == {"daily-mini": (True, False), "three-day": (True, True), "progression": (True, True)}


def test_five_minutes_of_walking_stand_in_the_texts(exercises: dict[str, Exercise]) -> None:
    assert "five minutes a day" in exercises["walking-with-intent"].purpose
