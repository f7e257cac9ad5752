"""Who may speak: the free time of one phase, in which lines follow each other."""

from collections.abc import Iterable

from ribdown.core.cues.wording import Utterance, spoken_seconds

_GAP = 0.25  # seconds of silence between two lines


class Floor:
    """The time from `start` to `end` (seconds on the timeline), for a voice of this pace. `said` grows in order."""

    def __init__(self, start: float, end: float, pace: float) -> None:
        self._free_from = start
        self._end = end
        self._pace = pace
        self.said: list[Utterance] = []

    def say(self, text: str, at: float | None = None) -> bool:
        """Put a line at the next free moment, or just at `at`. False where there is nothing to say or no room."""
        line = Utterance(self._free_from if at is None else at, spoken_seconds(text, self._pace), text)
        if not text or line.at < self._free_from or line.end > self._end:
            return False
        self.said.append(line)
        self._free_from = line.end + _GAP
        return True

    def say_first_of(self, texts: Iterable[str]) -> int:
        """Say these lines in order, up to the first that has no room, and tell how many that were."""
        number = 0
        for text in texts:
            if not self.say(text):
                break
            number += 1
        return number
