"""The Thomas test as it is guided: step by step on one side, then on the other. Each step lasts until the person goes
on."""

from dataclasses import replace

from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Exercise
from ribdown.core.moment import Moment, moment_at
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import choose_doses
from ribdown.core.single_exercise import routine_alone
from ribdown.core.timeline import Position, Segment, Side, Timeline

THOMAS_TEST = "thomas-test"  # the exercise's id
_SHOWN_MS = 6000  # longer than any motion of the figure


def guide_plan(exercise: Exercise, *, gentler: bool, first: Side = Side.RIGHT) -> Timeline:
    """The steps that wait for the person, and nothing that is timed: no get-ready either. Raises ValueError where the
    exercise has no such step."""
    chosen = choose_doses(routine_alone(exercise), {exercise.id: exercise}, gentler=gentler)
    whole = compile_timeline(chosen, PlanOptions(first))
    steps = (segment for segment in whole.segments if segment.kind is SegmentKind.WAIT)
    return Timeline(tuple(replace(step, ordinal=ordinal) for ordinal, step in enumerate(steps)))


def asks(step: Segment) -> bool:
    """Whether this is the last step of a side, in which the person says what they see."""
    return step.run.block_number == len(step.run.turn.exercise.blocks)


def opens_side(step: Segment) -> bool:
    """Whether a side begins with this step."""
    return step.run.block_number == 1


def timed(plan: Timeline) -> Timeline:
    """The plan for whoever only shows it, such as the figure: each step has time to be shown to its end. A run that
    went on knows no more how long the steps before took."""
    return Timeline(tuple(replace(step, ms=_SHOWN_MS) for step in plan.segments))


def shown_moment(timed_plan: Timeline, here: Position) -> Moment:
    """The moment of a `timed` plan that belongs to a place in the run; at a step's end it stands."""
    since = min(here.elapsed - here.start, _SHOWN_MS / 1000 - 0.001)
    return moment_at(timed_plan, timed_plan.starts[here.segment.ordinal] + since)
