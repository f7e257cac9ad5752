"""The score of each short sound, and what each sound is made of. Pitches lie between 110 and 900 Hz."""

from dataclasses import dataclass
from typing import Final

from ribdown.core.cues.sound import Sound


@dataclass(frozen=True, slots=True)
class Note:
    """From `start` for `length`, both as shares of the whole sound; the pitch glides from `hertz` to `to` in octaves,
    or stays where `to` is 0."""

    start: float
    length: float
    hertz: float
    to: float = 0.0


def _row(*pitches: float, ring: float = 1.6) -> tuple[Note, ...]:
    """Notes of one length after each other, each ringing on for `ring` times that; the last one to the end."""
    step = 1 / (len(pitches) + ring - 1)
    return tuple(Note(index * step, ring * step, hertz) for index, hertz in enumerate(pitches))


# Of one pentatonic scale on D, so that whatever meets sounds well together.
_D3, _A3, _D4, _E4, _FIS4 = 146.8, 220.0, 293.7, 329.6, 370.0
_A4, _B4, _D5, _E5, _FIS5 = 440.0, 493.9, 587.3, 659.3, 740.0

BREATH: Final = (_A3, _A4)  # hertz at breath level 0 and 1
PRESS: Final = _D3

FIGURES: Final = {
    Sound.GET_READY: _row(_E4, _A4),
    Sound.SWITCH_SIDES: _row(_D5, _FIS4, _D5, _FIS4, ring=1.2),
    Sound.RELAX: (Note(0.0, 1.0, _FIS4, _FIS4 / 2),),
    Sound.LIFT: (Note(0.0, 1.0, _D4, _A4),),
    Sound.SQUEEZE: (Note(0.0, 1.0, _E5),),
    Sound.LOWER: (Note(0.0, 1.0, _A4, _D4),),
    Sound.RELEASE: (Note(0.0, 1.0, _A3),),
    Sound.HOLD: (Note(0.0, 1.0, _D4), Note(0.0, 1.0, _A4)),
    Sound.REST: _row(_A4, _E4),
    Sound.WALK: _row(_D4, _D4, _D4, ring=1.0),
    Sound.WAIT: _row(_FIS4, _FIS4, _B4),
    Sound.EXERCISE_END: _row(_D5, _A4, _FIS4, _D4, ring=2.0),
    # A chord that opens and stays.
    Sound.SESSION_END: (Note(0.0, 1.0, _D4), Note(0.12, 0.88, _FIS4), Note(0.24, 0.76, _A4), Note(0.36, 0.64, _D5)),
    Sound.SECOND: (Note(0.0, 1.0, _D5),),
    Sound.MARK: (Note(0.0, 1.0, _B4), Note(0.0, 1.0, _FIS5)),
    Sound.COUNTDOWN: (Note(0.0, 1.0, _FIS5),),
}

# Shares of the first partials. Low sounds have more of them: a laptop's speaker has little below 250 Hz.
SOFT: Final = (1.0, 0.22, 0.07)
PARTIALS: Final = {
    Sound.EXHALE: (1.0, 0.35, 0.04, 0.05),
    Sound.PRESS: (1.0, 0.7, 0.45, 0.2),
    Sound.RELEASE: (1.0, 0.5, 0.25, 0.1),
    Sound.RELAX: (1.0, 0.4, 0.15),
}

# What makes each sound as loud as the others, ticks 4 dB softer: loudness() in tests/loudness.py is -22 dB then.
GAINS: Final = {
    Sound.GET_READY: 0.26,
    Sound.SWITCH_SIDES: 0.2364,
    Sound.INHALE: 0.2827,
    Sound.EXHALE: 0.2821,
    Sound.PRESS: 0.242,
    Sound.RELAX: 0.2706,
    Sound.LIFT: 0.3277,
    Sound.SQUEEZE: 0.1869,
    Sound.LOWER: 0.2583,
    Sound.RELEASE: 0.3275,
    Sound.HOLD: 0.2002,
    Sound.REST: 0.2564,
    Sound.WALK: 0.357,
    Sound.WAIT: 0.2397,
    Sound.EXERCISE_END: 0.2133,
    Sound.SESSION_END: 0.1459,
    Sound.SECOND: 0.1436,
    Sound.MARK: 0.0864,
    Sound.COUNTDOWN: 0.1098,
}
