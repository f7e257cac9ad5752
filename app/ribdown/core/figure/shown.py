"""What the figure shows at a moment of a session: everything from the session's one position."""

from msgspec.structs import replace

from ribdown.core.blocks import SegmentKind
from ribdown.core.figure.blend import blended
from ribdown.core.figure.gait import Cycle
from ribdown.core.figure.handover import EFFORT_CHANGED, handed_over
from ribdown.core.figure.motion import Figure, Motion, Path, motion_of, still_in
from ribdown.core.figure.scene import Scene
from ribdown.core.figure.still import Key, Still, key_of, scene_of
from ribdown.core.moment import Moment
from ribdown.core.timeline import Position, Segment, Timeline

EASE_IN = 0.5  # seconds
_BREATHS = frozenset({SegmentKind.INHALE, SegmentKind.EXHALE})


def motion_key(figure: Figure, segment: Segment) -> str:
    """The name of the motion that shows a segment, or of the starting pose where there is none.

    The most particular first: `BLOCK/first-KIND` and `first-KIND` in the first cycle of a set, `BLOCK/KIND`, `KIND`.
    """
    block, kind = segment.run.block, segment.kind.value
    kinds = [f"first-{kind}", kind] if segment.cycle == 1 else [kind]
    names = [name for kind in kinds for name in ([f"{block.id}/{kind}", kind] if block else [kind])]
    return next((name for name in names if name in figure.motions), figure.start)


def scene_at(figure: Figure, timeline: Timeline, moment: Moment) -> Scene:
    """The picture at a moment of a timeline.

    A path starts where the body is: in the last pose of the segment before, where that is of the same exercise and
    side. Into a walk, or into a pose that is only held, the figure eases from there. Cues and efforts change faster
    than the body.
    """
    position = moment.position
    motion, before = _motion(figure, timeline, position)
    still = _between(motion, before, position)
    if before:
        aim = still_in(motion, _share(motion, position))
        still = handed_over(still, before.still, aim, _since(position))
    elif isinstance(motion, Path):
        still = handed_over(still, motion.keys[0].still, motion.keys[-1].still, _since(position))
    return scene_of(still, position.level)


def moves(figure: Figure, timeline: Timeline, moment: Moment) -> bool:
    """Whether the next instant can look different. Where not, a view needs no frames."""
    position = moment.position
    motion, before = _motion(figure, timeline, position)
    if isinstance(motion, Cycle) or before or position.segment.kind in _BREATHS:
        return True
    return motion.moves and (_share(motion, position) < 1 or _since(position) < EFFORT_CHANGED)


def still_scene(figure: Figure, moment: Moment) -> Scene:
    """The picture of a whole segment, for who wants nothing to move: the end of a path, the first key of a walk."""
    motion = motion_of(figure, motion_key(figure, moment.segment))
    return scene_of(still_in(motion, 1.0), 0.0)


def start_scene(figure: Figure) -> Scene:
    """The picture of the starting position."""
    return scene_of(figure.poses[figure.start].still, 0.0)


def fault_scene(figure: Figure, pose: str) -> Scene:
    """The picture of one pose, such as a mistake. Raises KeyError."""
    return scene_of(figure.poses[pose].still, 0.0)


def _motion(figure: Figure, timeline: Timeline, position: Position) -> tuple[Motion, Key | None]:
    """The motion at work, and the key to ease from where there still is one."""
    motion = motion_of(figure, motion_key(figure, position.segment))
    before = _before(figure, timeline, position)
    if before is None or before is motion.keys[0]:
        return motion, None
    if isinstance(motion, Path) and len(motion.keys) > 1:
        return replace(motion, keys=(before, *motion.keys[1:])), None
    return motion, before if _since(position) < EASE_IN else None


def _between(motion: Motion, before: Key | None, position: Position) -> Still:
    """Where the motion is, or the body on its way into it."""
    still = still_in(motion, _share(motion, position))
    if before is None:
        return still
    u = _since(position) / EASE_IN
    return blended(before, key_of(still), u * u * (3 - 2 * u))


def _before(figure: Figure, timeline: Timeline, position: Position) -> Key | None:
    """Where the segment before left the body; None where that was another exercise or side, or a walk."""
    if position.index == 0:
        return None
    earlier = timeline.segments[position.index - 1]
    turn, before = position.segment.run.turn, earlier.run.turn
    if (turn.exercise_number, turn.side) != (before.exercise_number, before.side):
        return None
    motion = motion_of(figure, motion_key(figure, earlier))
    if not isinstance(motion, Path):
        return None
    if earlier.kind is SegmentKind.WAIT and 0 < earlier.seconds < max(motion.seconds or 0.0, EASE_IN):
        # The person went on before the body was there.
        start = timeline.starts[position.index - 1]
        left = Position(earlier, position.index - 1, position.start, start, position.start)
        return key_of(_between(*_motion(figure, timeline, left), left))
    return motion.keys[-1]


def _since(position: Position) -> float:
    """Seconds in this segment of the timeline, without what was done of it before a stop: after a stop the body comes
    from the starting position."""
    return position.elapsed - position.start


def _share(motion: Motion, position: Position) -> float:
    if isinstance(motion, Cycle):
        return position.spent / motion.seconds
    length = position.segment.seconds
    if motion.seconds is None or (position.segment.kind is not SegmentKind.WAIT and length < motion.seconds):
        return _since(position) / length
    return _since(position) / motion.seconds
