"""The score of a timeline: everything that sounds and is spoken, and when. Nothing of a session is only on screen."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import inf

from ribdown.core.cues.floor import Floor
from ribdown.core.cues.place import Place, stretches_of
from ribdown.core.cues.sound import Tone
from ribdown.core.cues.speech import Speech
from ribdown.core.cues.tones import phase_tones, session_end
from ribdown.core.cues.wording import Utterance, Wording
from ribdown.core.timeline import Timeline

_SOFT_OVER = 0.5  # seconds between two lines, over which the tones stay soft


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to `end`, in seconds on the timeline."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Chunk:
    """What sounds from `start` to `end`, in one go: a turn, what is left of one after a stop, or a wait for the
    person, whose `end` is infinite. All times in seconds on the timeline. Where a voice speaks in `ducked`, long tones
    get softer."""

    start: float
    end: float
    tones: tuple[Tone, ...]
    ducked: tuple[Span, ...]

    @property
    def silent_from(self) -> float:
        """Where its sound is over: its end, or that of its last tone in a wait and at the end of a session."""
        last = max((tone.end for tone in self.tones), default=self.start)
        return last if self.end == inf else max(self.end, last)

    @property
    def seconds(self) -> float:
        """How long its sound is."""
        return self.silent_from - self.start


@dataclass(frozen=True, slots=True)
class Score:
    """Chunks that follow each other without a gap from 0, and lines in order, of which no two overlap. The last line
    of a session starts after the timeline's end."""

    chunks: tuple[Chunk, ...]
    spoken: tuple[Utterance, ...]

    @property
    def tones(self) -> tuple[Tone, ...]:
        """All tones, in order."""
        return tuple(tone for chunk in self.chunks for tone in chunk.tones)

    def index_at(self, elapsed: float) -> int:
        """Which chunk sounds at `elapsed` seconds; before 0 the first, after the end the last."""
        return max(bisect_right(self.chunks, elapsed, key=lambda chunk: chunk.start) - 1, 0)


def score_of(timeline: Timeline, wording: Wording, *, voice_from: float = 0.0, pace: float = 1.0) -> Score:
    """The score of a timeline, up to where it waits for the person. Before `voice_from` seconds on the timeline nothing
    is spoken and no tone gets softer: nowhere, where that is infinite. `pace` is how many times as fast as usual the
    voice speaks."""
    chunks: list[Chunk] = []
    spoken: list[Utterance] = []
    for stretch in stretches_of(timeline):
        speech = Speech(stretch, wording)
        tones: list[Tone] = []
        lines: list[Utterance] = []
        for place in stretch:
            sounding = phase_tones(place)
            floor = Floor(max(_free_from(place, sounding), voice_from), place.end, pace)
            speech.speak(place.segment, place.end, floor)
            tones += sounding
            lines += floor.said
        chunks.append(Chunk(stretch[0].start, stretch[-1].end, tuple(tones), _spans(lines)))
        spoken += lines
    if not chunks or timeline.end == inf:
        return Score(tuple(chunks), tuple(spoken))
    end = ending(timeline.end, wording, voice=voice_from < inf, pace=pace)
    last = replace(chunks[-1], tones=chunks[-1].tones + end.tones)
    return Score((*chunks[:-1], last), (*spoken, *end.spoken))


def ending(at: float, wording: Wording, *, voice: bool = True, pace: float = 1.0) -> Score:
    """How a session ends at `at` seconds: for one whose score does not hold its end, because the last thing in it was
    a wait for the person."""
    figure = session_end(at)
    floor = Floor(figure.end, inf, pace)
    if voice:
        floor.say(wording.finished())
    return Score((Chunk(at, at, (figure,), ()),), tuple(floor.said))


def _free_from(place: Place, tones: Iterable[Tone]) -> float:
    """When the sound that a phase starts with is over, if it is one that a voice would drown."""
    short = (tone.end for tone in tones if not tone.sound.is_tick and not tone.sound.gives_way)
    return max(short, default=place.start)


def _spans(lines: Iterable[Utterance]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for line in lines:
        if spans and line.at - spans[-1].end < _SOFT_OVER:
            spans[-1] = Span(spans[-1].start, line.end)
        else:
            spans.append(Span(line.at, line.end))
    return tuple(spans)
