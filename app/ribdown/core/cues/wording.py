"""What is said, and how long saying it takes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ribdown.core.timeline import Segment, Turn

# A voice at its usual pace, measured on espeak-ng at its 175 words a minute; seconds.
_ANY = 0.15
_WORD = 0.07
_LETTER = 0.045
_DIGIT = 0.35
_STOP = 0.4  # between two sentences or clauses
# No voice is slower than measured by more than this, and it needs a moment to begin.
_MARGIN = 1.15
_BEGIN = 0.1

_SENTENCE_END = re.compile(r"(?<=[.?!…]) +")
_STOP_INSIDE = re.compile(r"[.,;:?!…](?= )")


class Wording(Protocol):
    """The words of one language. What is empty is not said."""

    def exercise(self, turn: Turn) -> str:
        """The exercise and its side, when it begins."""
        ...

    def switch_sides(self, turn: Turn) -> str:
        """That the side changes, and to which."""
        ...

    def position(self, turn: Turn) -> Sequence[str]:
        """The starting position, line by line."""
        ...

    def phase(self, segment: Segment) -> str:
        """A phase's word."""
        ...

    def cue(self, segment: Segment) -> str:
        """A phase's cue: one or more sentences."""
        ...

    def more(self, n: int) -> str:
        """How many are left with the one that begins, 1 or 2."""
        ...

    def seconds_left(self, n: int) -> str:
        """How many seconds are left: 60, 10 or 5."""
        ...

    def finished(self) -> str:
        """That the session is over."""
        ...


@dataclass(frozen=True, slots=True)
class Utterance:
    """`text`, spoken from `at` seconds on the timeline; it is over after `seconds`."""

    at: float
    seconds: float
    text: str

    @property
    def end(self) -> float:
        """When it is over, in seconds on the timeline."""
        return self.at + self.seconds


def spoken_seconds(text: str, pace: float = 1.0) -> float:
    """How long a text takes to say, in seconds, rather too long than too short; `pace` 2 is twice as fast as usual.

    A straight line through words, letters, digits and stops: over the texts of the bundled exercises it is up to 1 s
    above what the voice took, and never below.
    """
    letters = sum(character.isalpha() for character in text)
    digits = sum(character.isdigit() for character in text)
    stops = len(_STOP_INSIDE.findall(text))
    voice = _ANY + _WORD * len(text.split()) + _LETTER * letters + _DIGIT * digits + _STOP * stops
    return _BEGIN + _MARGIN * voice / pace


def sentences(text: str) -> list[str]:
    """A text, sentence by sentence."""
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence]
