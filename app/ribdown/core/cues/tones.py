"""What sounds in a phase: its own sound at its start, and the ticks that count its time."""

from collections.abc import Iterator
from math import floor

from ribdown.core.blocks import CHANGES, SegmentKind
from ribdown.core.cues.place import Place
from ribdown.core.cues.sound import Sound, Tone, sound_of
from ribdown.core.phases import Ring, phase_of

_COUNTDOWN = 3  # ticks, one a second
_COUNTED_FROM = 4.0  # seconds that a phase lasts at least to be counted down
_CLEAR = 0.5  # seconds that keep one sound apart from the next
_MARK_EACH = {SegmentKind.HOLD: 10, SegmentKind.WALK: 60}  # seconds


def phase_tones(place: Place) -> list[Tone]:
    """The tones of one phase, in order. The get-ready of another exercise starts with the figure that ends the one
    before.

    The last three seconds of every phase that the screen counts by seconds or dots have one tick each. Breaths are not
    counted: their tone says how far they are. A phase under 4 s is not counted down either: there the sounds of the
    phases are the beat, and more would drown them. Only the short get-ready after a stop keeps what fits of 3, 2, 1.
    """
    return [*_start(place), *sorted(_ticks(place), key=lambda tone: tone.at)]


def session_end(at: float) -> Tone:
    """The figure that ends a session; it sounds on after the timeline's end."""
    return _whole(at, Sound.SESSION_END)


def _start(place: Place) -> Iterator[Tone]:
    segment, own = place.segment, sound_of(place.segment)
    is_next = segment.kind is SegmentKind.GET_READY and not segment.lead_in and segment.run.turn.exercise_number > 1
    sounds = [sound for sound in (Sound.EXERCISE_END if is_next else None, own) if sound]
    lengths = [sound.seconds or place.room for sound in sounds]
    shrink = min(1.0, place.room / sum(lengths)) if lengths else 1.0
    at = place.start
    for sound, length in zip(sounds, lengths, strict=True):
        yield Tone(at, length * shrink, sound, place.done)
        at += length * shrink


def _ticks(place: Place) -> Iterator[Tone]:
    if place.segment.ms is None or phase_of(place.segment).ring is Ring.CONTINUOUS:
        return
    length = place.done + place.room
    counts_down = length >= _COUNTED_FROM or place.segment.kind in CHANGES
    countdown = _COUNTDOWN if counts_down else 0
    for n in range(1, floor(place.room - _CLEAR) + 1):
        if n <= countdown:
            yield _whole(place.end - n, Sound.COUNTDOWN)
        elif place.segment.kind is SegmentKind.PRESS:
            yield _whole(place.end - n, Sound.SECOND)
    each = _MARK_EACH.get(place.segment.kind)
    for n in range(each, floor(length), each) if each else ():
        at = place.start - place.done + n
        if place.start + _CLEAR <= at <= place.end - countdown - _CLEAR:
            yield _whole(at, Sound.MARK)


def _whole(at: float, sound: Sound) -> Tone:
    """A sound at its own length."""
    return Tone(at, sound.seconds or 0.0, sound)
