import pytest

from fakes import breathing, contract_relax, hold, plan_of_blocks, reps, rest_block, untimed, walk
from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Sides
from ribdown.core.rejoin import cycle_start, needs_lead_in, rejoined, resume_point, waits_for_person
from ribdown.core.timeline import Timeline

K = SegmentKind


def shape(timeline: Timeline) -> list[tuple[SegmentKind, int | None]]:
    return [(segment.kind, segment.ms) for segment in timeline.segments]


# 10 s get-ready, two breaths of 2 + 4 s, 20 s rest, two breaths.
BREATHS = plan_of_blocks(breathing(2, 2.0, 4.0, sets=2, rest=20.0))
HOLDS = plan_of_blocks(hold(2, 25.0, 15.0))


@pytest.mark.parametrize(("ordinal", "start"), [(1, 1), (2, 1), (3, 3), (4, 3), (6, 6), (7, 6), (9, 8)])
def test_a_breath_starts_with_its_inhale(ordinal: int, start: int) -> None:
    assert cycle_start(BREATHS, BREATHS.segments[ordinal]).ordinal == start


def test_a_cycle_does_not_reach_into_the_block_before() -> None:
    plan = plan_of_blocks(contract_relax(1, id="one"), contract_relax(1, id="two"))
    assert cycle_start(plan, plan.segments[4]).ordinal == 3


def test_the_first_segment_of_a_plan_is_its_own_start() -> None:
    assert cycle_start(HOLDS, HOLDS.segments[0]).ordinal == 0


def test_a_repetition_that_goes_down_first_starts_with_going_down() -> None:
    plan = plan_of_blocks(reps(2, squeeze=1.0, lift=2.0, lower=3.0, down_first=True))
    assert plan.segments[6].kind is K.LIFT
    assert cycle_start(plan, plan.segments[6]).kind is K.LOWER
    assert cycle_start(plan, plan.segments[6]).cycle == 2


@pytest.mark.parametrize(("elapsed", "point"), [(11.0, (1, 0)), (15.0, (1, 0)), (19.0, (3, 0))])
def test_a_breath_starts_again(elapsed: float, point: tuple[int, int]) -> None:
    assert resume_point(BREATHS, BREATHS.at(elapsed)) == point


def test_a_hold_goes_on_where_it_stopped() -> None:
    assert resume_point(HOLDS, HOLDS.at(10.0 + 7.25)) == (1, 7250)


def test_a_walk_goes_on_where_it_stopped() -> None:
    plan = plan_of_blocks(walk(60.0))
    assert resume_point(plan, plan.at(40.0)) == (1, 30_000)


@pytest.mark.parametrize("elapsed", [5.0, 25.0])
def test_get_ready_and_rest_simply_go_on(elapsed: float) -> None:
    assert resume_point(BREATHS, BREATHS.at(elapsed)) is None


def test_a_wait_simply_goes_on() -> None:
    plan = plan_of_blocks(untimed())
    assert resume_point(plan, plan.at(99.0)) is None


def test_the_get_ready_of_a_rejoin_has_no_point_of_its_own() -> None:
    timeline, start = rejoined(HOLDS, 1, lead_in=True)
    assert resume_point(HOLDS, timeline.at(start + 1)) is None


def test_a_rejoin_puts_3_seconds_of_get_ready_in_front() -> None:
    timeline, start = rejoined(HOLDS, 1, lead_in=True)
    assert start == 10.0
    assert shape(timeline) == [
        (K.GET_READY, 10_000),
        (K.GET_READY, 3000),
        (K.HOLD, 25_000),
        (K.REST, 15_000),
        (K.HOLD, 25_000),
    ]
    assert [segment.lead_in for segment in timeline.segments] == [False, True, False, False, False]


def test_the_get_ready_leads_to_the_segment_after_it() -> None:
    timeline, _ = rejoined(HOLDS, 1, lead_in=True)
    lead_in, target = timeline.segments[1:3]
    assert (lead_in.run, lead_in.part, lead_in.ordinal) == (target.run, target.part, target.ordinal)


def test_a_rejoin_without_get_ready_starts_at_once() -> None:
    timeline, start = rejoined(HOLDS, 2, lead_in=False)
    assert (start, timeline) == (35.0, HOLDS)


def test_what_is_done_of_a_hold_lies_before_and_the_rest_after() -> None:
    timeline, start = rejoined(HOLDS, 1, lead_in=True, before_ms=7250)
    assert start == 17.25
    assert shape(timeline)[1:4] == [(K.HOLD, 7250), (K.GET_READY, 3000), (K.HOLD, 17_750)]
    assert timeline.end == HOLDS.end + 3.0


def test_the_rest_of_a_hold_remembers_the_beginning() -> None:
    timeline, start = rejoined(HOLDS, 1, lead_in=True, before_ms=5000)
    here = timeline.at(start + 3.0)
    assert (here.spent, here.remaining, here.length, here.progress, here.number) == (5.0, 20.0, 25.0, 0.2, 20)
    # The get-ready in front of it starts from nothing.
    assert timeline.at(start).spent == 0.0


def test_the_bar_shows_a_hold_in_two_pieces_as_one_block_and_no_get_ready() -> None:
    timeline, _ = rejoined(HOLDS, 1, lead_in=True, before_ms=7250)
    lengths = [sum(segment.ms or 0 for segment in part) for part in timeline.parts()]
    assert lengths == [10_000, 25_000, 15_000, 25_000]


def test_at_least_a_millisecond_is_left_to_do() -> None:
    timeline, start = rejoined(HOLDS, 1, lead_in=True, before_ms=25_000)
    assert start == 34.999
    assert timeline.at(start + 3.0).segment.ms == 1


def test_a_wait_that_lies_behind_takes_no_room() -> None:
    plan = plan_of_blocks(untimed(), walk(60.0))
    timeline, start = rejoined(plan, 2, lead_in=True)
    assert start == 10.0
    assert timeline.end == 73.0


def test_a_wait_is_never_cut() -> None:
    plan = plan_of_blocks(untimed(), walk(60.0))
    timeline, start = rejoined(plan, 1, lead_in=False, before_ms=5000)
    assert (timeline, start) == (plan, 10.0)


def test_the_first_segment_of_all_can_be_joined() -> None:
    assert rejoined(HOLDS, 0, lead_in=False) == (HOLDS, 0.0)


@pytest.mark.parametrize(
    ("kind", "needs"),
    [(kind, kind not in (K.GET_READY, K.SWITCH_SIDES, K.REST, K.WAIT)) for kind in SegmentKind],
)
def test_only_work_needs_a_get_ready(kind: SegmentKind, *, needs: bool) -> None:
    segment = next(s for s in every_kind().segments if s.kind is kind)
    assert needs_lead_in(segment) is needs


def test_skipping_a_change_or_a_wait_means_i_am_ready() -> None:
    ready = {segment.kind for segment in every_kind().segments if waits_for_person(segment)}
    assert ready == {K.GET_READY, K.SWITCH_SIDES, K.WAIT}


def test_skipping_the_get_ready_of_a_rejoin_is_not_meant() -> None:
    timeline, start = rejoined(HOLDS, 1, lead_in=True)
    assert not waits_for_person(timeline.at(start).segment)


def every_kind() -> Timeline:
    blocks = (breathing(pause=1.0), contract_relax(), reps(lift=1.0), hold(), walk(), untimed(), rest_block())
    return plan_of_blocks(*blocks, sides=Sides.EACH)
