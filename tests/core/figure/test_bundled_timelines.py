"""The figures along the bundled routines, as they are really played: every phase has its motion, and nothing jumps."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from math import dist, inf

from ribdown.core.blocks import CHANGES
from ribdown.core.content import Exercise
from ribdown.core.figure.blend import blended
from ribdown.core.figure.files import FigureFile
from ribdown.core.figure.motion import Figure, motion_of
from ribdown.core.figure.scene import Scene
from ribdown.core.figure.shown import EASE_IN, motion_key, moves, scene_at, still_scene
from ribdown.core.figure.still import Still
from ribdown.core.moment import moment_at
from ribdown.core.timeline import Segment, Timeline

HERE_AND_THERE = 1e-6  # seconds to either side of a boundary
JUMP = 1e-4  # body heights
FLOW = 0.02  # body heights in a hundredth of a second
WAIT_MS = 6_000


def timed(plan: Timeline) -> Timeline:
    """The plan of a person who never lets it wait for longer."""
    return Timeline(tuple(replace(s, ms=WAIT_MS) if s.seconds == inf else s for s in plan.segments))


def figure_in(figures: dict[str, Figure], segment: Segment) -> Figure:
    return figures[segment.run.turn.exercise.id]


def joints_apart(a: Scene, b: Scene) -> float:
    return max(dist(a.body.joints[name], b.body.joints[name]) for name in a.body.joints)


def changes(plan: Timeline, figures: dict[str, Figure]) -> Iterator[int]:
    """The index of one segment for each pair of motions that follow each other in this plan."""
    seen = set()
    for index, (before, after) in enumerate(pairwise(plan.segments), 1):
        figure = figure_in(figures, after)
        keys = motion_key(figure_in(figures, before), before), motion_key(figure, after)
        pair = before.run.turn.exercise.id, after.run.turn.exercise.id, before.run.turn.side, after.run.turn.side, *keys
        if pair not in seen:
            seen.add(pair)
            yield index


def test_every_phase_of_every_routine_has_its_motion(bundled_plan: Timeline, figures: dict[str, Figure]) -> None:
    for segment in bundled_plan.segments:
        figure = figure_in(figures, segment)
        if segment.kind not in CHANGES:
            assert motion_key(figure, segment) in figure.motions, segment.kind


def test_every_motion_belongs_to_a_phase_of_its_exercise(
    bundled_exercise: Exercise, figure_files: dict[str, FigureFile]
) -> None:
    phases = {
        name
        for block in bundled_exercise.blocks
        for kind in block.phases
        for name in (kind, f"first-{kind}", f"{block.id}/{kind}", f"{block.id}/first-{kind}")
    }
    assert figure_files[bundled_exercise.id].motions.keys() - phases == set()


def test_every_exercise_has_a_figure(exercises: dict[str, Exercise], figures: dict[str, Figure]) -> None:
    assert exercises.keys() | {"sitting", "sleep-side", "sleep-prone"} == figures.keys()


def test_the_body_never_jumps_but_to_another_side_or_exercise(
    bundled_plan: Timeline, figures: dict[str, Figure]
) -> None:
    plan = timed(bundled_plan)
    for index in changes(plan, figures):
        before, after = plan.segments[index - 1], plan.segments[index]
        if after.kind in CHANGES:
            continue
        figure = figure_in(figures, after)
        moments = [moment_at(plan, plan.starts[index] + by) for by in (-HERE_AND_THERE, HERE_AND_THERE)]
        scenes = [scene_at(figure, plan, moment) for moment in moments]
        assert joints_apart(*scenes) < JUMP, (before.kind, after.kind)


def test_the_body_flows_from_one_phase_into_the_next(bundled_plan: Timeline, figures: dict[str, Figure]) -> None:
    plan = timed(bundled_plan)
    for index in changes(plan, figures):
        figure = figure_in(figures, plan.segments[index])
        moments = [moment_at(plan, plan.starts[index] + step / 100) for step in range(100)]
        for a, b in pairwise(scene_at(figure, plan, moment) for moment in moments):
            assert joints_apart(a, b) < FLOW, plan.segments[index].kind


def test_feet_and_hands_stay_where_they_touch_on_the_way_from_one_phase_into_the_next(
    bundled_plan: Timeline, figures: dict[str, Figure], adrift: Callable[[Still], list[str]]
) -> None:
    for index in changes(bundled_plan, figures):
        before, after = bundled_plan.segments[index - 1], bundled_plan.segments[index]
        if before.run.turn != after.run.turn:
            continue
        figure = figure_in(figures, after)
        motions = [motion_of(figure, motion_key(figure, segment)) for segment in (before, after)]
        first, last = motions[0].keys[-1], motions[1].keys[min(1, len(motions[1].keys) - 1)]
        for step in range(21):
            assert adrift(blended(first, last, step / 20)) == [], (before.kind, after.kind, step)


def test_bodies_are_sound_while_they_ease_from_one_phase_into_the_next(
    bundled_plan: Timeline,
    figures: dict[str, Figure],
    sunk: Callable[[Scene], list[str]],
    misshapen: Callable[[Scene], list[str]],
) -> None:
    plan = timed(bundled_plan)
    for index in changes(plan, figures):
        figure = figure_in(figures, plan.segments[index])
        for step in range(21):
            moment = moment_at(plan, plan.starts[index] + step * min(EASE_IN, plan.segments[index].seconds) / 20)
            scene = scene_at(figure, plan, moment)
            assert sunk(scene) + misshapen(scene) == [], (moment.segment.kind, step)


def test_where_no_frames_are_asked_for_nothing_changes(bundled_plan: Timeline, figures: dict[str, Figure]) -> None:
    plan = timed(bundled_plan)
    for index in changes(plan, figures):
        figure, start = figure_in(figures, plan.segments[index]), plan.starts[index]
        steps = [moment_at(plan, start + plan.segments[index].seconds * step / 20) for step in range(20)]
        for here, there in pairwise(steps):
            if not moves(figure, plan, here):
                assert scene_at(figure, plan, here) == scene_at(figure, plan, there)


def test_with_less_motion_every_phase_has_a_picture(bundled_plan: Timeline, figures: dict[str, Figure]) -> None:
    plan = timed(bundled_plan)
    for index in changes(plan, figures):
        figure = figure_in(figures, plan.segments[index])
        scene = still_scene(figure, moment_at(plan, plan.starts[index]))
        assert scene.fault is None
        assert scene.words
