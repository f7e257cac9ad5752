"""What a block is made of: its phases one after the other, with lengths and counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

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
from ribdown.core.doses import NONE, Seconds


@dataclass(frozen=True, slots=True)
class Beat:
    """One phase of a block; `ms` in milliseconds, None where it waits for the person. Counts start at 1."""

    kind: SegmentKind
    ms: int | None
    cycle: int = 1
    cycles: int = 1
    set: int = 1
    sets: int = 1


def block_beats(block: AnyBlock) -> list[Beat]:
    """The phases of a block in order; those of no length are left out."""
    return [beat for beat in _beats(block) if beat.ms != 0]


def _beats(block: AnyBlock) -> Iterator[Beat]:
    match block:
        case Breathing():
            breath = [
                (SegmentKind.INHALE, block.inhale),
                (SegmentKind.EXHALE, block.exhale),
                (SegmentKind.PAUSE, block.pause),
            ]
            yield from _sets(breath, block.breaths.default, block.sets.default, block.rest)
        case ContractRelax():
            pair = [(SegmentKind.PRESS, block.press), (SegmentKind.RELAX, block.relax)]
            yield from _sets(pair, block.presses.default, 1, NONE)
        case Reps():
            rep = [
                (SegmentKind.LIFT, block.lift),
                (SegmentKind.SQUEEZE, block.squeeze),
                (SegmentKind.LOWER, block.lower),
            ]
            phases = rep[::-1] if block.down_first else rep
            yield from _sets(phases, block.reps.default, block.sets.default, block.rest)
        case Hold():
            holds = block.holds.default
            for hold in range(1, holds + 1):
                yield Beat(SegmentKind.HOLD, block.hold.milliseconds, hold, holds)
                if hold < holds:
                    yield Beat(SegmentKind.REST, block.rest.milliseconds, hold, holds)
        case Rest():
            yield Beat(SegmentKind.REST, block.rest.milliseconds)
        case Walk():
            yield Beat(SegmentKind.WALK, block.walk.milliseconds)
        case Untimed():
            yield Beat(SegmentKind.WAIT, None)
        case _:
            assert_never(block)


def _sets(phases: list[tuple[SegmentKind, Seconds]], cycles: int, sets: int, rest: Seconds) -> Iterator[Beat]:
    for number in range(1, sets + 1):
        for cycle in range(1, cycles + 1):
            for kind, length in phases:
                yield Beat(kind, length.milliseconds, cycle, cycles, number, sets)
        if number < sets:
            yield Beat(SegmentKind.REST, rest.milliseconds, cycles, cycles, number, sets)
