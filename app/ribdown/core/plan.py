"""Compiling a routine to a timeline."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ribdown.core.beats import Beat, block_beats
from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Exercise, Sides
from ribdown.core.routine import ChosenExercise
from ribdown.core.timeline import BlockRun, Segment, Side, Timeline, Turn
from ribdown.core.wishes import AS_WRITTEN, Wishes


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """What a person chooses about a session; an exercise's own first side goes before this one. Times in seconds;
    get-ready and switch-sides are the app's own 10 s (5–20 s are offered). The `wishes` go into a routine before its
    doses are chosen."""

    first_side: Side = Side.RIGHT
    get_ready: float = 10.0
    switch_sides: float = 10.0
    wishes: Wishes = AS_WRITTEN


def compile_timeline(exercises: tuple[ChosenExercise, ...], options: PlanOptions) -> Timeline:
    """The timeline of these exercises, in order. Raises ValueError where there are none."""
    runs = [
        run
        for number, chosen in enumerate(exercises, 1)
        for turn in _turns(number, chosen.exercise, chosen.first_side or options.first_side)
        for run in _runs(turn)
    ]
    segments: list[Segment] = []
    parts = 0
    for number, numberless in enumerate(runs, 1):
        run = replace(numberless, number=number)
        beats = block_beats(run.block) if run.block else [_change(run.turn, options)]
        for _, group in groupby(beats, _part_key):
            parts += 1
            for beat in group:
                segments.append(_segment(beat, run, len(segments), parts))
    return Timeline(tuple(segments))


def first_get_ready(plan: Timeline) -> float:
    """The length of the get-ready that a plan begins with, in seconds."""
    return plan.segments[0].seconds


def shown_seconds(plan: Timeline, *, guide: bool) -> float:
    """A plan's length as the app shows it. A guide is started to be followed at once: its first get-ready is shown
    apart from its length."""
    return plan.planned_seconds - (first_get_ready(plan) if guide else 0.0)


def _turns(number: int, exercise: Exercise, first: Side) -> list[Turn]:
    sides: list[Side | None] = [first, first.other] if exercise.sides is Sides.EACH else [None]
    return [Turn(number, exercise, side, index, len(sides)) for index, side in enumerate(sides, 1)]


def _runs(turn: Turn) -> Iterator[BlockRun]:
    yield BlockRun(0, turn, None)
    for lap in range(1, turn.exercise.rounds.default + 1):
        for block_number, block in enumerate(turn.exercise.blocks, 1):
            yield BlockRun(0, turn, block, block_number, lap)


def _change(turn: Turn, options: PlanOptions) -> Beat:
    if turn.side_number == 1:
        return Beat(SegmentKind.GET_READY, round(options.get_ready * 1000))
    return Beat(SegmentKind.SWITCH_SIDES, round(options.switch_sides * 1000))


def _part_key(beat: Beat) -> tuple[bool, int, int]:
    """What the timeline bar shows as one block: a set, one hold, or the rest between two."""
    return beat.kind is SegmentKind.REST, beat.set, beat.cycle if beat.kind is SegmentKind.HOLD else 0


def _segment(beat: Beat, run: BlockRun, ordinal: int, part: int) -> Segment:
    return Segment(beat.kind, beat.ms, run, ordinal, part, beat.cycle, beat.cycles, beat.set, beat.sets)
