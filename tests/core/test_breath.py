from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import breathing, plan_of_blocks
from ribdown.core.blocks import SegmentKind
from ribdown.core.breath import breath_level, soft_flow

INHALE = (0.30, 0.30)
EXHALE = (0.14, 0.30)
shares = st.floats(0, 1)


@pytest.mark.parametrize(("t", "level"), [(0.5, 0.15), (1, 0.50), (2, 1.00), (3, 0.77), (4, 0.45), (5, 0.13)])
def test_a_breath_of_2_in_4_out_has_the_designs_check_values(t: float, level: float) -> None:
    plan = plan_of_blocks(breathing(1, 2.0, 4.0))
    assert plan.at(10.0 + t).level == pytest.approx(level, abs=0.005)


@pytest.mark.parametrize(
    ("kind", "start", "end"),
    [(SegmentKind.INHALE, 0.0, 1.0), (SegmentKind.EXHALE, 1.0, 0.0), (SegmentKind.PAUSE, 0.0, 0.0)],
)
def test_a_phase_of_breath_runs_from_end_to_end(kind: SegmentKind, start: float, end: float) -> None:
    assert (breath_level(kind, 0.0), breath_level(kind, 1.0)) == (start, end)


@pytest.mark.parametrize("kind", [k for k in SegmentKind if k not in (SegmentKind.INHALE, SegmentKind.EXHALE)])
def test_only_breaths_have_a_level(kind: SegmentKind) -> None:
    assert [breath_level(kind, u) for u in (0.0, 0.3, 1.0)] == [0.0, 0.0, 0.0]


@given(st.sampled_from(SegmentKind), st.floats(-2, 3))
def test_the_level_never_leaves_0_to_1(kind: SegmentKind, progress: float) -> None:
    assert 0.0 <= breath_level(kind, progress) <= 1.0


@given(shares, shares)
def test_an_inhale_only_rises_and_an_exhale_only_falls(one: float, other: float) -> None:
    early, late = sorted((one, other))
    assert breath_level(SegmentKind.INHALE, early) <= breath_level(SegmentKind.INHALE, late)
    assert breath_level(SegmentKind.EXHALE, early) >= breath_level(SegmentKind.EXHALE, late)


@given(shares)
def test_an_inhale_is_its_own_mirror_image(u: float) -> None:
    assert breath_level(SegmentKind.INHALE, u) + breath_level(SegmentKind.INHALE, 1 - u) == pytest.approx(1)


@pytest.mark.parametrize("softness", [INHALE, EXHALE])
@given(shares, st.floats(0, 1e-3))
def test_the_flow_is_never_faster_than_in_the_middle(softness: tuple[float, float], u: float, step: float) -> None:
    flow = 1 / (1 - sum(softness) / 2)
    late = min(u + step, 1.0)
    assert soft_flow(late, *softness) - soft_flow(u, *softness) <= flow * (late - u) + 1e-12


@pytest.mark.parametrize("softness", [INHALE, EXHALE])
def test_the_middle_flows_at_one_speed(softness: tuple[float, float]) -> None:
    start, end = softness
    middle = [start + (1 - start - end) * i / 10 for i in range(11)]
    steps = [soft_flow(b, *softness) - soft_flow(a, *softness) for a, b in pairwise(middle)]
    assert steps == pytest.approx([steps[0]] * 10)


@pytest.mark.parametrize("softness", [INHALE, EXHALE])
def test_the_flow_has_no_jump_where_its_parts_meet(softness: tuple[float, float]) -> None:
    tiny = 1e-6
    for joint in (softness[0], 1 - softness[1]):
        before = (soft_flow(joint, *softness) - soft_flow(joint - tiny, *softness)) / tiny
        after = (soft_flow(joint + tiny, *softness) - soft_flow(joint, *softness)) / tiny
        assert before == pytest.approx(after, abs=1e-4)


@pytest.mark.parametrize("softness", [INHALE, EXHALE])
def test_the_flow_starts_and_ends_at_rest(softness: tuple[float, float]) -> None:
    assert soft_flow(1e-4, *softness) < 1e-6
    assert 1 - soft_flow(1 - 1e-4, *softness) < 1e-6
