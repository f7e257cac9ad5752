"""For every bundled plan, at every boundary and at 2,000 other moments: all that is shown comes from one segment."""

from itertools import pairwise
from random import Random

import pytest

from ribdown.core.blocks import (
    AnyBlock,
    Breathing,
    ContractRelax,
    Hold,
    Reps,
    Rest,
    SegmentKind,
    Untimed,
    Walk,
)
from ribdown.core.clock import Instant
from ribdown.core.doses import Dose
from ribdown.core.history import BlockRecord, block_records
from ribdown.core.moment import Counter, moment_at
from ribdown.core.session import Session
from ribdown.core.timeline import Segment, Timeline

K = SegmentKind
SHOWN = {
    K.GET_READY: ("Get ready", "dots"),
    K.SWITCH_SIDES: ("Switch sides", "dots"),
    K.INHALE: ("Inhale", "orb"),
    K.EXHALE: ("Exhale", "orb"),
    K.PAUSE: ("Pause", "orb"),
    K.PRESS: ("Press", "square"),
    K.RELAX: ("Relax", "ripples"),
    K.LIFT: ("Lift", "open diamond"),
    K.SQUEEZE: ("Squeeze", "diamond"),
    K.LOWER: ("Lower", "dashed circle"),
    K.HOLD: ("Hold", "hexagon"),
    K.REST: ("Rest", "open circle"),
    K.WALK: ("Walk", "pill"),
    K.WAIT: ("Your time", "dots"),
}
MOMENTS = 2000
A_WHILE = 600_000  # ms that a wait is looked at for
# Peak flow of a breath of one second (DESIGN §4): nothing moves faster.
INHALE_FLOW = 1 / (1 - 0.30 / 2 - 0.30 / 2)
EXHALE_FLOW = 1 / (1 - 0.14 / 2 - 0.30 / 2)


def boundaries(plan: Timeline) -> list[int]:
    """Where segments start and end, in whole milliseconds, added up here and not by the timeline."""
    found = [0]
    for segment in plan.segments:
        if segment.ms is None:
            return [*found, found[-1] + A_WHILE]
        found.append(found[-1] + segment.ms)
    return found


def moments(plan: Timeline) -> list[int]:
    """Every boundary, a millisecond to either side of it, and many moments in between; in ms, in order."""
    edges = boundaries(plan)
    near = {edge + step for edge in edges for step in (-1, 0, 1)}
    random = Random(len(edges))
    return sorted({ms for ms in near if 0 <= ms <= edges[-1]} | {random.randint(0, edges[-1]) for _ in range(MOMENTS)})


def expected(plan: Timeline) -> list[tuple[int, Segment, int | None]]:
    """For each moment: its segment and the milliseconds left in that, found by walking along."""
    edges, index, found = boundaries(plan), 0, []
    for ms in moments(plan):
        while ms >= edges[index + 1] and index + 2 < len(edges):
            index += 1
        segment = plan.segments[index]
        found.append((ms, segment, None if segment.ms is None else edges[index + 1] - ms))
    return found


def word_of(segment: Segment) -> str:
    block = segment.run.block
    if segment.kind is K.LOWER and isinstance(block, Reps) and block.lift.default == 0:
        return "Release"
    return SHOWN[segment.kind][0]


def cycles_of(block: AnyBlock | None) -> tuple[str, int] | None:
    """What a block counts, and up to which number."""
    match block:
        case Breathing():
            return "Breath", block.breaths.default
        case ContractRelax():
            return "Press", block.presses.default
        case Reps():
            return "Rep", block.reps.default
        case Hold():
            return "Hold", block.holds.default
    return None


def test_word_number_silhouette_cue_and_side_come_from_one_segment(bundled_plan: Timeline) -> None:
    for ms, segment, left in expected(bundled_plan):
        moment = moment_at(bundled_plan, ms / 1000)
        assert moment.segment is segment, ms
        assert moment.phase.word == word_of(segment), ms
        assert moment.phase.silhouette == SHOWN[segment.kind][1], ms
        assert moment.number == (None if left is None else max(-(-left // 1000), 1)), ms
        assert moment.cue == (segment.run.block.cues[segment.kind] if segment.run.block else ""), ms
        assert (moment.side, moment.exercise) == (segment.run.turn.side, segment.run.turn.exercise), ms


def test_the_counter_counts_the_repeats_of_the_block_at_work(bundled_plan: Timeline) -> None:
    firsts = (K.INHALE, K.PRESS, K.LIFT, K.SQUEEZE, K.LOWER, K.HOLD)
    number, run, kind = 0, None, None
    for segment in bundled_plan.segments:
        cycles = cycles_of(segment.run.block)
        # A repeat is counted by the phase that its block starts with, from 1 in every set.
        if segment.run is not run or (segment.kind is K.REST and not isinstance(segment.run.block, Hold)):
            number, run, kind = 0, segment.run, None
        if kind is None and segment.kind in firsts:
            kind = segment.kind
        number += segment.kind is kind
        if segment.kind is K.REST and not isinstance(segment.run.block, Hold):
            continue
        expected_count = Counter(cycles[0], number, cycles[1]) if cycles and cycles[1] > 1 else None
        start = bundled_plan.starts[segment.ordinal]
        if start != float("inf"):
            assert moment_at(bundled_plan, start).count == expected_count, segment.ordinal


def test_the_breath_is_continuous_over_every_boundary(bundled_plan: Timeline) -> None:
    def flow(segment: Segment) -> float:
        if segment.kind is K.INHALE:
            return INHALE_FLOW / segment.seconds
        return EXHALE_FLOW / segment.seconds if segment.kind is K.EXHALE else 0.0

    for (ms, segment, _), (later, following, _) in pairwise(expected(bundled_plan)):
        between = [s for s in bundled_plan.segments if segment.ordinal <= s.ordinal <= following.ordinal]
        fastest = max(flow(s) for s in between)
        moved = moment_at(bundled_plan, later / 1000).position.level - moment_at(bundled_plan, ms / 1000).position.level
        assert abs(moved) <= fastest * (later - ms) / 1000 + 1e-9, ms


def test_a_session_is_where_the_plan_says_and_credits_that_segment(bundled_plan: Timeline) -> None:
    # A rehearsal so fast that no gap is a sleep; dividing by a power of two loses nothing.
    session = Session(bundled_plan, speed=4096.0)
    session.start(Instant(0.0, 0.0))
    edges = set(boundaries(bundled_plan))
    for ms, segment, left in expected(bundled_plan):
        session.advance(Instant(ms / 1000 / 4096, ms / 1000 / 4096))
        assert session.position.segment is segment, ms
        if left is not None:
            assert session.done_seconds(segment) == pytest.approx(segment.seconds - left / 1000, abs=1e-9), ms
        if {ms - 1, ms, ms + 1} & edges:
            assert_only_what_lies_behind_is_recorded(session, ms, segment)


def assert_only_what_lies_behind_is_recorded(session: Session, ms: int, segment: Segment) -> None:
    def line(record: BlockRecord) -> tuple[object, ...]:
        return record.side, record.round, record.block

    turn, block = segment.run.turn, segment.run.block
    changes = sum(s.ms or 0 for s in session.plan.segments[: segment.ordinal] if not s.run.block) / 1000
    changes += 0.0 if block else session.done_seconds(segment)
    records = block_records(session)
    assert sum(record.done_seconds for record in records) == pytest.approx(ms / 1000 - changes)
    open_lines = [record for record in records if 0 < record.done_seconds < record.planned_seconds]
    assert len(open_lines) <= 1
    for record in open_lines:
        assert block is not None
        assert (record.exercise, line(record)) == (turn.exercise.id, (turn.side, segment.run.round, block.id))


def length(block: AnyBlock) -> int:
    """The length of a block in ms by its doses alone."""

    def ms(dose: Dose[float]) -> int:
        return round(dose.default * 1000)

    match block:
        case Breathing():
            one_set = block.breaths.default * (ms(block.inhale) + ms(block.exhale) + ms(block.pause))
            return block.sets.default * one_set + (block.sets.default - 1) * ms(block.rest)
        case ContractRelax():
            return block.presses.default * (ms(block.press) + ms(block.relax))
        case Reps():
            one_set = block.reps.default * (ms(block.lift) + ms(block.squeeze) + ms(block.lower))
            return block.sets.default * one_set + (block.sets.default - 1) * ms(block.rest)
        case Hold():
            return block.holds.default * ms(block.hold) + (block.holds.default - 1) * ms(block.rest)
        case Rest():
            return ms(block.rest)
        case Walk():
            return ms(block.walk)
        case Untimed():
            return 0


def test_the_length_is_the_sum_of_the_doses_to_the_millisecond(bundled_plan: Timeline) -> None:
    turns = {s.run.turn.exercise_number: s.run.turn for s in bundled_plan.segments}
    total = 0
    for turn in turns.values():
        a_side = turn.exercise.rounds.default * sum(length(block) for block in turn.exercise.blocks)
        total += turn.side_count * (10_000 + a_side)
    assert bundled_plan.planned_seconds == total / 1000
    records = block_records(Session(bundled_plan))
    changes = sum(turn.side_count for turn in turns.values()) * 10
    assert sum(record.planned_seconds for record in records) == pytest.approx(total / 1000 - changes)
