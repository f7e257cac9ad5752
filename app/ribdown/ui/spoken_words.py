"""What a session says aloud, in the language of the window."""

from collections.abc import Sequence

from ribdown.core.moment import cue_of
from ribdown.core.phases import phase_of
from ribdown.core.timeline import Segment, Side, Turn
from ribdown.ui import words
from ribdown.ui.translation import translate


class SpokenWords:
    """The `Wording` of the score. A voice reads these, so numbers are words."""

    def exercise(self, turn: Turn) -> str:
        """Such as `Couch stretch, right side`."""
        title = words.content(turn.exercise.title)
        if turn.side is None:
            return title
        side = translate("voice", "{}, right side") if turn.side is Side.RIGHT else translate("voice", "{}, left side")
        return side.format(title)

    def switch_sides(self, turn: Turn) -> str:
        """That the side changes, and to which."""
        if turn.side is Side.RIGHT:
            return translate("voice", "Switch sides. Now the right side.")
        return translate("voice", "Switch sides. Now the left side.")

    def position(self, turn: Turn) -> Sequence[str]:
        """The starting position, line by line."""
        return [words.content(line, turn.side) for line in turn.exercise.position_lines(turn.side_number)]

    def phase(self, segment: Segment) -> str:
        """A phase's word."""
        return words.phase_name(phase_of(segment))

    def cue(self, segment: Segment) -> str:
        """A phase's cue."""
        return words.content(cue_of(segment), segment.run.turn.side)

    def more(self, n: int) -> str:
        """How many are left with the one that begins."""
        return translate("voice", "Last one") if n == 1 else translate("voice", "Two more")

    def seconds_left(self, n: int) -> str:
        """How many seconds are left."""
        said = {60: translate("voice", "One minute"), 10: translate("voice", "Ten"), 5: translate("voice", "Five")}
        return said[n]

    def finished(self) -> str:
        """That the session is over."""
        return translate("voice", "Session finished")
