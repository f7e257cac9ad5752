"""What came of each exercise of a session that has ended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from ribdown.core.blocks import SegmentKind
from ribdown.core.history import BlockRecord
from ribdown.core.timeline import Done, Segment, Side, Timeline
from ribdown.ui import words
from ribdown.ui.pages.dose_words import dose_text
from ribdown.ui.translation import translate
from ribdown.ui.widgets.mark import Outcome, outcome_of


@dataclass(frozen=True, slots=True)
class ExerciseResult:
    """One exercise: its name, what it asked for, and the time it took or would have taken."""

    title: str
    detail: str
    time: str
    outcome: Outcome


def results(plan: Timeline, blocks: Sequence[BlockRecord], done: Done) -> Iterator[ExerciseResult]:
    """One result an exercise, in the plan's order, as are its `blocks`. `done` says how many seconds of a segment were
    done."""
    ahead = iter(blocks)
    for _, group in groupby(plan.segments, lambda segment: segment.run.turn.exercise_number):
        segments = list(group)
        runs = {segment.run.number for segment in segments if segment.run.block is not None}
        yield _result(segments, list(islice(ahead, len(runs))), done)


def pressed(plan: Timeline, done: Done) -> bool:
    """Whether the person pressed at all."""
    return any(segment.kind is SegmentKind.PRESS and done(segment) > 0 for segment in plan.segments)


def _result(segments: list[Segment], blocks: list[BlockRecord], done: Done) -> ExerciseResult:
    turn = segments[0].run.turn
    outcome = outcome_of(blocks)
    took = words.clock(
        round(sum(map(done, segments)))
    )  # as the heading has it: only what is left counts a started second
    planned = words.clock(sum(segment.ms or 0 for segment in segments) / 1000)
    return ExerciseResult(
        title=words.content(turn.exercise.title),
        detail=translate("words", "skipped")
        if outcome is Outcome.NONE
        else dose_text(turn.exercise, turn.side or Side.RIGHT),
        time={
            Outcome.DONE: took,
            Outcome.PART: translate("words", "{} of {}").format(took, planned),
            Outcome.NONE: translate("words", "{} left out").format(planned),
        }[outcome],
        outcome=outcome,
    )
