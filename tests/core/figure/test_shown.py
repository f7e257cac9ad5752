from dataclasses import replace
from math import dist

import pytest
from msgspec import structs

from fakes import breathing, contract_relax, exercise, hold, plan_of, reps, untimed, walk
from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Sides
from ribdown.core.figure.motion import Figure, Path, pose_at
from ribdown.core.figure.scene import Scene
from ribdown.core.figure.shown import EASE_IN, fault_scene, motion_key, moves, scene_at, start_scene, still_scene
from ribdown.core.moment import moment_at
from ribdown.core.rejoin import rejoined
from ribdown.core.timeline import Timeline

READY = 10.0  # seconds of get-ready before everything
K = SegmentKind


@pytest.fixture
def lift(figures: dict[str, Figure]) -> Figure:
    return figures["hip-lift"]


@pytest.fixture
def bridge(figures: dict[str, Figure]) -> Figure:
    return figures["bridge"]


def at(figure: Figure, plan: Timeline, elapsed: float) -> Scene:
    return scene_at(figure, plan, moment_at(plan, elapsed))


def moving(figure: Figure, plan: Timeline, elapsed: float) -> bool:
    return moves(figure, plan, moment_at(plan, elapsed))


def apart(a: Scene, b: Scene) -> float:
    return max(dist(a.body.joints[name], b.body.joints[name]) for name in a.body.joints)


def same_spine(a: Scene, b: Scene) -> bool:
    return all(dist(p, q) < 1e-9 for p, q in zip(a.body.trunk.spine, b.body.trunk.spine, strict=True))


def same(a: Scene, b: Scene) -> bool:
    return apart(a, b) < 1e-9


# -- which motion


def test_a_motion_is_named_by_block_and_kind_then_by_kind_then_it_is_the_start(bridge: Figure) -> None:
    plan = plan_of(exercise(reps(lift=2.0, id="lifts"), hold(id="holds")))
    keys = {segment.kind: motion_key(bridge, segment) for segment in plan.segments}
    assert (keys[K.GET_READY], keys[K.LIFT], keys[K.SQUEEZE], keys[K.HOLD]) == ("down", "lift", "squeeze", "down")
    own = structs.replace(bridge, motions={**bridge.motions, "holds/hold": Path((bridge.poses["top"],))})
    assert {motion_key(own, segment) for segment in plan.segments if segment.kind is K.HOLD} == {"holds/hold"}


def test_the_first_cycle_of_a_set_may_have_a_motion_of_its_own(lift: Figure) -> None:
    plan = plan_of(exercise(breathing(breaths=2, sets=2, rest=5.0)))
    inhales = [motion_key(lift, segment) for segment in plan.segments if segment.kind is K.INHALE]
    assert inhales == ["first-inhale", "inhale", "first-inhale", "inhale"]
    path = Path((lift.poses["ready"],))
    own = structs.replace(lift, motions={**lift.motions, "breathe/first-inhale": path, "breathe/inhale": path})
    assert [motion_key(own, segment) for segment in plan.segments if segment.kind is K.INHALE] == [
        "breathe/first-inhale",
        "breathe/inhale",
    ] * 2


# -- along a timeline


def test_get_ready_shows_the_starting_position(lift: Figure) -> None:
    plan = plan_of(exercise(breathing()))
    assert same(at(lift, plan, 3.0), start_scene(lift))
    assert start_scene(lift).words == lift.poses["ready"].still.words


def test_a_breath_goes_from_pose_to_pose_and_through_the_chest(lift: Figure) -> None:
    plan = plan_of(exercise(breathing(breaths=2, inhale=2.0, exhale=4.0)))
    assert same(at(lift, plan, READY + 6.0 - 1e-9), fault_scene(lift, "lifted"))
    full, empty = at(lift, plan, READY + 8.0 - 1e-9), fault_scene(lift, "tucked")
    assert apart(full, empty) > 0.01  # the chest is full
    assert same_spine(full, empty)


def test_a_path_starts_where_the_body_is(lift: Figure) -> None:
    plan = plan_of(exercise(breathing(breaths=2, inhale=2.0, exhale=4.0)))
    first, second = at(lift, plan, READY + 2.0), at(lift, plan, READY + 8.0)
    assert same_spine(first, start_scene(lift))
    assert same_spine(second, fault_scene(lift, "tucked"))


def test_a_path_of_some_seconds_is_run_through_and_then_the_figure_stays(figures: dict[str, Figure]) -> None:
    figure = figures["split-squat-hold"]
    plan = plan_of(exercise(hold(holds=1, length=25.0)))
    middle = at(figure, plan, READY + 1.5)
    assert same(middle, pose_at(figure, "hold", 0.5, 0))
    assert same(at(figure, plan, READY + 3.0), fault_scene(figure, "low"))
    assert at(figure, plan, READY + 20.0) == at(figure, plan, READY + 3.0)


def test_a_phase_shorter_than_its_path_still_comes_to_the_end(figures: dict[str, Figure]) -> None:
    figure = figures["couch-stretch"]
    plan = plan_of(exercise(contract_relax(press=5.0, relax=2.0)))
    assert same(at(figure, plan, READY + 7.0 - 1e-9), fault_scene(figure, "settled"))


def test_a_pose_that_is_only_held_is_eased_into(bridge: Figure) -> None:
    held = Path((bridge.poses["top"],))
    figure = structs.replace(bridge, motions={"hold": held})
    plan = plan_of(exercise(hold(holds=1)))
    down, top = start_scene(bridge), fault_scene(bridge, "top")
    assert same(at(figure, plan, READY), down)
    half = at(figure, plan, READY + EASE_IN / 2)
    assert 0.02 < apart(half, down) < apart(top, down)
    assert same(at(figure, plan, READY + EASE_IN), top)


def test_a_walk_goes_round_by_the_time_spent_in_it_and_is_eased_into(figures: dict[str, Figure]) -> None:
    figure = figures["reverse-walking"]
    plan = plan_of(exercise(walk(60.0)))
    assert same(at(figure, plan, READY), start_scene(figure))
    assert same(at(figure, plan, READY + 5.0), pose_at(figure, "walk", 0.25, 0))
    assert at(figure, plan, READY + 5.0).ground == pytest.approx(0.15)
    [ready, walking] = plan.segments
    resumed = Timeline((ready, replace(walking, ms=55_000, before_ms=5_000)))
    assert same(at(figure, resumed, READY + 1.0), pose_at(figure, "walk", 6.0 / 4.0, 0))


@pytest.mark.parametrize("sides", [Sides.EACH, Sides.BOTH])
def test_nothing_is_eased_over_a_change_of_side_or_of_exercise(bridge: Figure, sides: Sides) -> None:
    held = structs.replace(bridge, motions={"squeeze": Path((bridge.poses["top"],))})
    drill = exercise(reps(number=1, lower=0.0), sides=sides)
    plan = plan_of(drill, drill)
    change = next(start for start, s in zip(plan.starts, plan.segments, strict=True) if start and not s.run.block)
    assert same(at(held, plan, change), start_scene(held))


def test_after_a_stop_the_body_comes_from_the_starting_position_again(figures: dict[str, Figure]) -> None:
    figure = figures["split-squat-hold"]
    plan = plan_of(exercise(hold(holds=1, length=25.0)))
    timeline, start = rejoined(plan, 1, lead_in=True, before_ms=12_000)
    lead_in = timeline.at(start)
    assert lead_in.segment.lead_in
    assert same(at(figure, timeline, lead_in.end - 0.01), start_scene(figure))
    assert same(at(figure, timeline, lead_in.end), start_scene(figure))
    assert same(at(figure, timeline, lead_in.end + 3.0), fault_scene(figure, "low"))


def test_what_follows_a_walk_does_not_ask_where_its_feet_were(figures: dict[str, Figure]) -> None:
    figure = figures["reverse-walking"]
    plan = plan_of(exercise(walk(60.0), hold(holds=1)))
    assert same(at(figure, plan, READY + 60.0), start_scene(figure))


def test_the_first_moment_of_all(figures: dict[str, Figure]) -> None:
    plan = plan_of(exercise(hold()))
    assert same(at(figures["bridge"], plan, 0.0), start_scene(figures["bridge"]))


def test_letting_go_of_a_press_is_seen_before_the_leg_sinks(figures: dict[str, Figure]) -> None:
    figure = figures["couch-stretch"]
    plan = plan_of(exercise(contract_relax(press=5.0, relax=10.0)))
    pressing, released = (at(figure, plan, READY + 5.0 + after) for after in (-0.01, 0.5))
    assert pressing.body.muscles["glutes"] > 0.7
    assert [cue.tone for cue, _ in pressing.cues] == ["contract"]
    assert "glutes" not in released.body.muscles
    assert [cue.tone for cue, _ in released.cues] == ["relax"]
    settled = fault_scene(figure, "settled")
    assert apart(released, settled) > 0.9 * apart(pressing, settled)
    assert released.body.muscles["psoas"] < 0.2 < settled.body.muscles["psoas"]


def test_a_press_leaves_the_leg_where_it_is(figures: dict[str, Figure]) -> None:
    figure = figures["couch-stretch"]
    plan = plan_of(exercise(contract_relax(presses=2, press=5.0, relax=10.0)))
    settled = at(figure, plan, READY + 15.0 - 1e-9)
    assert same(settled, at(figure, plan, READY + 15.1))
    assert same(settled, at(figure, plan, READY + 19.9))


def test_an_effort_changes_by_the_clock_even_on_a_path_that_is_quicker(figures: dict[str, Figure]) -> None:
    figure = figures["bridge"]
    quick = Path((figure.poses["down"], figure.poses["top"]), seconds=0.1)
    plan = plan_of(exercise(hold(holds=1)))
    own = structs.replace(figure, motions={"hold": quick})
    assert [moving(own, plan, READY + after) for after in (0.05, 0.3, 0.41)] == [True, True, False]
    assert 0.5 < at(own, plan, READY + 0.3).body.muscles["glutes"] < 1.0


# -- frames


@pytest.mark.parametrize(
    ("elapsed", "expected"),
    [(0.0, False), (READY - 0.1, False), (READY + 0.1, True), (READY + 2.9, True), (READY + 3.0, False)],
)
def test_frames_are_needed_while_a_path_is_run_through(
    figures: dict[str, Figure], elapsed: float, expected: bool
) -> None:
    assert moving(figures["split-squat-hold"], plan_of(exercise(hold(holds=1))), elapsed) is expected


def test_frames_are_needed_while_the_chest_breathes_and_not_in_a_pause(lift: Figure) -> None:
    plan = plan_of(exercise(breathing(inhale=2.0, exhale=4.0, pause=2.0)))
    moments = [READY + 1.0, READY + 4.0, READY + 7.0]
    assert [moving(lift, plan, elapsed) for elapsed in moments] == [True, True, False]


def test_frames_are_needed_all_through_a_walk(figures: dict[str, Figure]) -> None:
    assert moving(figures["reverse-walking"], plan_of(exercise(walk(60.0))), READY + 50.0)


def test_frames_are_needed_until_a_held_pose_is_reached(bridge: Figure) -> None:
    figure = structs.replace(bridge, motions={"hold": Path((bridge.poses["top"],))})
    plan = plan_of(exercise(hold(holds=1)))
    assert [moving(figure, plan, READY + after) for after in (0.0, EASE_IN - 0.01, EASE_IN)] == [True, True, False]


def test_no_frames_are_needed_where_the_pose_is_there_already(bridge: Figure) -> None:
    plan = plan_of(exercise(reps(lift=2.0, squeeze=3.0, lower=2.0)))
    assert not moving(bridge, plan, READY + 2.1)


def test_no_frames_are_needed_on_a_path_to_where_the_body_is(bridge: Figure) -> None:
    down, top = bridge.poses["down"], bridge.poses["top"]
    figure = structs.replace(bridge, motions={"hold": Path((top, down))})
    assert not moving(figure, plan_of(exercise(hold(holds=1))), READY + 1.0)


def test_a_wait_moves_for_as_long_as_its_path_takes(figures: dict[str, Figure]) -> None:
    figure = figures["thomas-test"]
    plan = plan_of(exercise(untimed("sit"), untimed("hug")))
    sitting = plan.segments[1]
    told = Timeline((plan.segments[0], replace(sitting, ms=1_000), plan.segments[2]))
    assert [moving(figure, told, READY + after) for after in (0.9, 1.1, 2.9, 3.1)] == [False, True, True, False]
    assert same(at(figure, told, READY + 100.0), fault_scene(figure, "hugging"))


@pytest.mark.parametrize("ms", [250, 600, 1_500])
def test_going_on_before_the_body_is_there_moves_it_from_where_it_is(figures: dict[str, Figure], ms: int) -> None:
    figure = figures["thomas-test"]
    plan = plan_of(exercise(*(untimed(step) for step in ("sit", "hug", "lie-back", "look", "note"))))
    told = Timeline(tuple(replace(segment, ms=segment.ms or ms) for segment in plan.segments))
    for start in told.starts[2:]:
        one, other = (at(figure, told, start + side).body.joints for side in (-1e-6, 1e-6))
        assert max(dist(place, other[name]) for name, place in one.items()) < 1e-3


# -- what does not move


def still_of(figure: Figure, plan: Timeline, kind: SegmentKind) -> Scene:
    index = next(index for index, segment in enumerate(plan.segments) if segment.kind is kind)
    return still_scene(figure, moment_at(plan, plan.starts[index] + 0.5))


def test_with_less_motion_a_phase_is_shown_by_its_end(lift: Figure) -> None:
    plan = plan_of(exercise(breathing(breaths=2, sets=2, rest=5.0)))
    for kind, pose in ((K.GET_READY, "ready"), (K.EXHALE, "lifted"), (K.REST, "ready")):
        scene = still_of(lift, plan, kind)
        assert same(scene, fault_scene(lift, pose))
        assert [amount for _, amount in scene.cues] == [1.0] * len(lift.poses[pose].still.cues)


def test_with_less_motion_a_walk_is_shown_by_its_first_key(figures: dict[str, Figure]) -> None:
    figure = figures["walking-with-intent"]
    scene = still_of(figure, plan_of(exercise(walk(60.0))), K.WALK)
    assert same(scene, fault_scene(figure, "strike"))
    assert scene.ground == 0.0


def test_a_mistake_is_shown_with_its_fault(bridge: Figure) -> None:
    assert fault_scene(bridge, "arched").fault == bridge.poses["arched"].still.fault
    with pytest.raises(KeyError):
        fault_scene(bridge, "jumping")
