"""English, as a session says it."""

import pytest

from ribdown.core.cues.wording import Wording
from ribdown.core.moment import cue_of, fill
from ribdown.core.phases import phase_of
from ribdown.core.timeline import Segment, Turn


class English:
    def exercise(self, turn: Turn) -> str:
        return f"{turn.exercise.title}, {turn.side} side" if turn.side else turn.exercise.title

    def switch_sides(self, turn: Turn) -> str:
        return f"Switch sides. Now the {turn.side} side."

    def position(self, turn: Turn) -> list[str]:
        return [fill(line, turn.side) for line in turn.exercise.starting_position]

    def phase(self, segment: Segment) -> str:
        return phase_of(segment).word

    def cue(self, segment: Segment) -> str:
        return fill(cue_of(segment), segment.run.turn.side)

    def more(self, n: int) -> str:
        return {1: "Last one", 2: "Two more"}[n]

    def seconds_left(self, n: int) -> str:
        return {60: "One minute", 10: "Ten", 5: "Five"}[n]

    def finished(self) -> str:
        return "Session finished"


@pytest.fixture(scope="session")
def english() -> Wording:
    return English()
