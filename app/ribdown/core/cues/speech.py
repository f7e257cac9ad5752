"""What is said in a stretch of phases, each line inside the phase it belongs to."""

from ribdown.core.blocks import BETWEEN, CHANGES, SegmentKind
from ribdown.core.cues.floor import Floor
from ribdown.core.cues.place import Place
from ribdown.core.cues.wording import Wording, sentences
from ribdown.core.timeline import Segment

_LEFT = {SegmentKind.HOLD: (10, 5), SegmentKind.WALK: (60, 10)}  # seconds, said when so many are left
_COUNTED_DOWN = 2  # repeats: two more, last one
_NO_MAIN = BETWEEN | {SegmentKind.PAUSE}


class Speech:
    """The words of one stretch, to be asked for phase by phase in order.

    A phase's word is said in the first cycle of a block, and again after a rest or a stop. The main cue of a block is
    that of its longest phase. It is said once in a stretch, as soon as there is room: what the first cycle can not
    hold comes sentence by sentence in the next ones. The same holds for the cue of a rest.
    """

    def __init__(self, stretch: list[Place], wording: Wording) -> None:
        self._wording = wording
        self._main = _main_phases(stretch)
        self._unsaid: dict[tuple[str, SegmentKind], list[str]] = {}
        self._before: Segment | None = None
        self._first_cycle: tuple[int, int, int] | None = None

    def speak(self, segment: Segment, end: float, floor: Floor) -> None:
        """Say on the floor what belongs to the next phase, which ends at `end` (seconds on the timeline)."""
        if segment.kind in CHANGES:
            self._say_change(segment, floor)
        else:
            self._say_phase(segment, floor)
            for n in _LEFT.get(segment.kind, ()):
                floor.say(self._wording.seconds_left(n), end - n)
        self._before = segment

    def _say_change(self, segment: Segment, floor: Floor) -> None:
        turn, wording = segment.run.turn, self._wording
        if segment.lead_in:
            if not floor.say(wording.exercise(turn)):
                floor.say(wording.phase(segment))
        elif segment.kind is SegmentKind.SWITCH_SIDES:
            floor.say_first_of([wording.switch_sides(turn), *wording.position(turn)])
        else:
            floor.say_first_of([wording.exercise(turn), *wording.position(turn)])

    def _say_phase(self, segment: Segment, floor: Floor) -> None:
        is_rest = segment.kind is SegmentKind.REST
        before, cycle = self._before, _cycle(segment)
        if before is None or before.kind in BETWEEN or before.run.number != segment.run.number:
            before, self._first_cycle = None, cycle
        if is_rest or (cycle == self._first_cycle and segment.kind is not SegmentKind.PAUSE):
            floor.say(self._wording.phase(segment))
        left = segment.cycles - segment.cycle + 1
        begins = before is None or _cycle(before) != cycle
        if begins and not is_rest and segment.cycle > 1 and left <= _COUNTED_DOWN:
            floor.say(self._wording.more(left))
        if is_rest or self._main.get(segment.run.number) is segment.kind:
            self._say_cue(segment, floor)

    def _say_cue(self, segment: Segment, floor: Floor) -> None:
        assert segment.run.block is not None  # a phase that is no change belongs to a block
        key = segment.run.block.id, segment.kind
        unsaid = self._unsaid.setdefault(key, sentences(self._wording.cue(segment)))
        del unsaid[: floor.say_first_of(unsaid)]


def _main_phases(stretch: list[Place]) -> dict[int, SegmentKind]:
    """The longest phase of each block, by the number of its run; of two alike the first."""
    longest: dict[int, Place] = {}
    for place in stretch:
        segment = place.segment
        if segment.kind not in _NO_MAIN:
            best = longest.setdefault(segment.run.number, place)
            if place.room > best.room:
                longest[segment.run.number] = place
    return {number: place.segment.kind for number, place in longest.items()}


def _cycle(segment: Segment) -> tuple[int, int, int]:
    return segment.run.number, segment.set, segment.cycle
