"""Everything that is shown and said at one position of a timeline."""

from collections.abc import Mapping
from dataclasses import dataclass

from ribdown.core.content import Exercise, Mistake
from ribdown.core.phases import Phase, phase_of
from ribdown.core.timeline import Position, Segment, Side, Timeline

_ENGLISH = {side: side.value for side in Side}


@dataclass(frozen=True, slots=True)
class Counter:
    """Such as breath 2 of 5."""

    name: str
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Moment:
    """What a position shows. Texts are as the content file has them, with their placeholders."""

    position: Position
    phase: Phase
    number: int | None
    cue: str
    count: Counter | None
    lap: Counter | None
    following: Segment | None

    @property
    def segment(self) -> Segment:
        """The segment that all of this belongs to."""
        return self.position.segment

    @property
    def exercise(self) -> Exercise:
        """The exercise at work, or about to be."""
        return self.segment.run.turn.exercise

    @property
    def side(self) -> Side | None:
        """The side at work, or about to be; None where both work together."""
        return self.segment.run.turn.side

    @property
    def feel(self) -> str:
        """What to feel now."""
        block = self.segment.run.block
        return (block.feel if block else "") or self.exercise.feel

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """The mistakes of the block at work first, then those that hold throughout."""
        block = self.segment.run.block
        own = [m for m in self.exercise.mistakes if block and block.id in m.blocks]
        return (*own, *(m for m in self.exercise.mistakes if not m.blocks))


def moment_at(timeline: Timeline, elapsed: float) -> Moment:
    """What is shown at `elapsed` seconds of a timeline."""
    return moment_of(timeline, timeline.at(elapsed))


def moment_of(timeline: Timeline, position: Position) -> Moment:
    """What is shown at a position of a timeline."""
    segment = position.segment
    after = position.index + 1
    return Moment(
        position=position,
        phase=phase_of(segment),
        number=position.number,
        cue=cue_of(segment),
        count=_count(segment),
        lap=_lap(segment),
        following=timeline.segments[after] if after < len(timeline.segments) else None,
    )


def later(moment: Moment, position: Position) -> Moment:
    """What is shown at another position in the same segment of the same timeline: only the number may differ."""
    # Spelled out: each frame asks, and dataclasses.replace takes ten times as long.
    return Moment(position, moment.phase, position.number, moment.cue, moment.count, moment.lap, moment.following)


def cue_of(segment: Segment) -> str:
    """The cue of a segment; empty in get-ready and switch-sides, which show the starting position instead."""
    block = segment.run.block
    return block.cues.get(segment.kind, "") if block else ""


def fill(text: str, side: Side | None, names: Mapping[Side, str] = _ENGLISH) -> str:
    """A content text with the side at work put in for `{side}`, `{other}`, `{Side}` and `{Other}`, by its name in the
    text's language."""
    if side is None:
        return text
    for place, name in (("side", names[side]), ("other", names[side.other])):
        text = text.replace(f"{{{place}}}", name).replace(f"{{{place.title()}}}", name[:1].upper() + name[1:])
    return text


def _count(segment: Segment) -> Counter | None:
    block = segment.run.block
    if block is None or not block.cycle_name or segment.cycles == 1:
        return None
    return Counter(block.cycle_name, segment.cycle, segment.cycles)


def _lap(segment: Segment) -> Counter | None:
    turn = segment.run.turn
    if turn.exercise.rounds.default > 1:
        return Counter("Round", segment.run.round, turn.exercise.rounds.default)
    if segment.sets > 1:
        return Counter("Set", segment.set, segment.sets)
    if turn.side_count > 1:
        return Counter("Side", turn.side_number, turn.side_count)
    return None
