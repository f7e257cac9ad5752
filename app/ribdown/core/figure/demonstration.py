"""An exercise shown in short: each of its motions a time or two, and back to the beginning."""

from dataclasses import replace
from typing import Any

from msgspec import structs

from ribdown.core.blocks import AnyBlock, SegmentKind
from ribdown.core.content import Exercise
from ribdown.core.doses import ONCE, Count, Origin, Seconds
from ribdown.core.figure.blend import blended
from ribdown.core.figure.gait import Cycle
from ribdown.core.figure.motion import Figure, motion_of, still_in
from ribdown.core.figure.scene import Scene
from ribdown.core.figure.shown import motion_key, scene_at
from ribdown.core.figure.still import key_of, scene_of
from ribdown.core.moment import Moment, moment_at
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import ChosenExercise, dose_names
from ribdown.core.timeline import Segment, Side, Timeline

_START, _RETURN = 1.5, 2.0  # seconds in the starting position, and on the way back to it
_WAIT = 3.0  # for what the person takes their own time for
_LONGEST, _LONGEST_WALK = 5.0, 16.0
_TWICE = frozenset({"breaths", "presses", "reps"})
# What shows an exercise best, when only one moment of it is shown.
_TELLING = (
    SegmentKind.PRESS,
    SegmentKind.SQUEEZE,
    SegmentKind.HOLD,
    SegmentKind.WALK,
    SegmentKind.EXHALE,
    SegmentKind.WAIT,
)


def demonstration(exercise: Exercise, side: Side = Side.RIGHT) -> Timeline:
    """The exercise on one side, with few repetitions and short holds. It never waits for the person."""
    short = structs.replace(exercise, rounds=ONCE, blocks=tuple(_short(block) for block in exercise.blocks))
    chosen = ChosenExercise(short, optional=False, below_full_dose=False)
    whole = compile_timeline((chosen,), PlanOptions(side, get_ready=_START))
    one_side = [segment for segment in whole.segments if segment.run.turn.side_number == 1]
    return Timeline(tuple(_timed(segment) for segment in one_side))


def telling_moment(short: Timeline) -> Moment:
    """The moment of a demonstration that shows best what it is."""
    last = [index for index, segment in enumerate(short.segments) if segment.kind is SegmentKind.WAIT][-2:]
    kinds = {segment.kind: index for index, segment in reversed(list(enumerate(short.segments)))}
    kinds.update({SegmentKind.WAIT: last[0]} if last else {})
    index = next((kinds[kind] for kind in _TELLING if kind in kinds), 0)
    return moment_at(short, short.starts[index])


def demonstrated(figure: Figure, short: Timeline, seconds: float) -> Scene:
    """The picture this long after a demonstration began, which goes round and round without a jump."""
    seconds %= short.end + _RETURN
    if seconds < short.end:
        return scene_at(figure, short, moment_at(short, seconds))
    last = short.segments[-1]
    motion = motion_of(figure, motion_key(figure, last))
    left = key_of(still_in(motion, last.seconds / motion.seconds if isinstance(motion, Cycle) else 1.0))
    u = (seconds - short.end) / _RETURN
    return scene_of(blended(left, figure.poses[figure.start], u * u * (3 - 2 * u)), 0.0)


def _short(block: AnyBlock) -> AnyBlock:
    doses: dict[str, Any] = {}
    for name in dose_names(block):
        dose = getattr(block, name)
        if isinstance(dose, Count):
            number = min(dose.default, 2 if name in _TWICE else 1)
            doses[name] = Count(number, (number, number), Origin.APP)
        else:
            length = min(dose.default, _LONGEST_WALK if name == "walk" else _LONGEST)
            doses[name] = Seconds(length, (length, length), Origin.APP)
    return structs.replace(block, **doses)


def _timed(segment: Segment) -> Segment:
    return segment if segment.ms is not None else replace(segment, ms=round(_WAIT * 1000))
