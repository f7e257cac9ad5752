from math import dist

import pytest

from ribdown.core.figure.plane import heading
from ribdown.core.figure.posture import Part, TrunkAngles
from ribdown.core.figure.scene import Trunk
from ribdown.core.figure.skeleton import HEAD, LUMBAR, NECK, THORAX
from ribdown.core.figure.trunk import lowest, moved, trunk_around_hip, trunk_joints


def trunk(
    pelvis: float = 90,
    lumbar: float = 0,
    thorax: float = 0,
    neck: float = 0,
    head: float = 0,
    ribs: float = 0,
    breath: float = 0,
) -> Trunk:
    return trunk_around_hip(TrunkAngles(pelvis, lumbar, thorax, neck, head, ribs), breath)


def back_hollow(of: Trunk) -> float:
    """How far the spine's lumbar middle is in front of the line from L5S1 to T12."""
    (x0, y0), (x1, y1), (x, y) = of.spine[0], of.spine[5], of.spine[3]
    return ((y1 - y0) * (x - x0) - (x1 - x0) * (y - y0)) / dist(of.spine[0], of.spine[5])


def test_flexions_add_up_from_the_pelvis() -> None:
    bent = trunk(pelvis=100, lumbar=10, thorax=20, neck=5, head=7)
    assert (bent.pelvis, bent.thorax, bent.c7, bent.head) == (100, 90, 70, 58)
    joints = trunk_joints(bent)
    assert heading(joints["C7"], joints["atlas"]) == pytest.approx(bent.neck)
    assert heading(joints["atlas"], joints["headtop"]) == pytest.approx(bent.head)


@pytest.mark.parametrize("angles", [{}, {"lumbar": 38, "thorax": 34}, {"lumbar": -26, "pelvis": 190}])
def test_the_parts_keep_their_lengths(angles: dict[str, float]) -> None:
    joints = trunk_joints(trunk(**angles))
    for start, end, length in (("L5S1", "T12", LUMBAR), ("T12", "C7", THORAX), ("C7", "atlas", NECK)):
        assert dist(joints[start], joints[end]) == pytest.approx(length)
    assert dist(joints["atlas"], joints["headtop"]) == pytest.approx(HEAD)


def test_the_outline_and_the_spine_have_the_points_that_painters_count_on() -> None:
    upright = trunk()
    assert (len(upright.outline), len(upright.spine)) == (22, 14)
    assert (upright.spine[0], upright.spine[5], upright.spine[-1]) == tuple(
        trunk_joints(upright)[name] for name in ("L5S1", "T12", "C7")
    )


def test_upright_the_back_is_behind_the_spine_and_the_front_before_it() -> None:
    upright = trunk()
    spine = max(x for x, _ in upright.spine), min(x for x, _ in upright.spine)
    assert all(x < spine[1] for x, _ in upright.outline[4:11])
    assert all(x > spine[0] for x, _ in upright.outline[13:18])
    assert [y for _, y in upright.outline[4:11]] == sorted(y for _, y in upright.outline[4:11])
    assert [y for _, y in upright.outline[13:18]] == sorted((y for _, y in upright.outline[13:18]), reverse=True)


def test_the_small_of_the_back_flattens_with_flexion_and_deepens_with_extension() -> None:
    assert back_hollow(trunk(lumbar=-14)) > back_hollow(trunk()) > back_hollow(trunk(lumbar=10)) > 0
    assert back_hollow(trunk(lumbar=30)) < 0


def test_a_breath_swells_the_front_and_leaves_the_back_alone() -> None:
    out, full = trunk(), trunk(breath=1)
    assert out.outline[:13] + out.outline[18:] == full.outline[:13] + full.outline[18:]
    assert all(b[0] > a[0] for a, b in zip(out.outline[13:18], full.outline[13:18], strict=True))
    assert out.spine == full.spine


def test_flared_ribs_stand_out() -> None:
    down, flared = (trunk_joints(trunk(ribs=ribs))["ribs"][0] for ribs in (-1, 1))
    assert flared - down > 0.02


@pytest.mark.parametrize("part", ["back", "thorax_back", "lumbar_back", "pelvis_back"])
def test_lying_on_the_back_the_back_is_lowest(part: Part) -> None:
    supine = trunk(pelvis=186, lumbar=12, thorax=-6)
    assert lowest(supine, part) < min(y for _, y in supine.spine)


@pytest.mark.parametrize("part", ["front", "pelvis_front", "belly", "chest"])
def test_lying_on_the_front_the_front_is_lowest(part: Part) -> None:
    prone = trunk(pelvis=-3, lumbar=8, thorax=4)
    assert lowest(prone, part) < min(y for _, y in prone.spine)


def test_sitting_the_seat_is_lowest() -> None:
    upright = trunk()
    assert lowest(upright, "seat") == min(y for _, y in upright.outline)


def test_the_back_lies_flat_on_the_floor_with_the_pelvis_tucked() -> None:
    tucked = trunk(pelvis=187, lumbar=15, thorax=-4)
    heights = [lowest(tucked, part) for part in ("thorax_back", "lumbar_back", "pelvis_back")]
    assert max(heights) - min(heights) < 0.006


def test_moving_moves_everything() -> None:
    here = trunk()
    there = moved(here, (1, 2))
    for points, after in ((here.spine, there.spine), (here.outline, there.outline)):
        assert [(x + 1, y + 2) for x, y in points] == list(after)
    assert there.pelvis == here.pelvis
