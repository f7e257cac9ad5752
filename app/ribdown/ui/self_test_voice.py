"""What the guided self-test says aloud: no phase words, and which leg stays free where a side begins."""

from ribdown.core.thomas_guide import asks, opens_side
from ribdown.core.timeline import Segment
from ribdown.ui import words
from ribdown.ui.spoken_words import SpokenWords
from ribdown.ui.translation import translate


class SelfTestVoice(SpokenWords):
    """The wording of a plan in which every phase waits for the person."""

    def phase(self, segment: Segment) -> str:
        """Nothing: all of it is the person's own time."""
        return ""

    def cue(self, segment: Segment) -> str:
        """A step's cue."""
        turn = segment.run.turn
        if asks(segment):
            return translate("voice", "Rests flat, floats a little, or floats clearly? Press one, two or three.")
        lead = []
        if opens_side(segment):
            lead = [self.switch_sides(turn)] if turn.side_number > 1 else []
            lead.append(words.content(turn.exercise.side_label, turn.side) + ".")
        return " ".join([*lead, super().cue(segment)])

    def finished(self) -> str:
        """That both sides are done."""
        return translate("voice", "That was both sides. Sit up slowly.")
