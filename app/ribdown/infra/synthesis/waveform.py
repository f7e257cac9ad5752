"""The samples of one tone. Every sound starts and ends in a raised-cosine fade, so that nothing clicks."""

import numpy as np
from numpy.typing import NDArray

from ribdown.core.cues.sound import Sound, Tone
from ribdown.infra.synthesis.figures import BREATH, FIGURES, PARTIALS, PRESS, SOFT, Note
from ribdown.infra.synthesis.loudness import loudness
from ribdown.infra.synthesis.sampling import SAMPLE_RATE, sample_at

Samples = NDArray[np.float64]

_LOUDNESS = -22.0  # dB: of every phase and figure
_TICKS_BELOW = 4.0  # dB
_FADE = 0.06  # seconds, of what is held
_ATTACK = 0.008  # seconds, of what is struck
_EMPTY_LUNGS = 0.35  # loudness of a breath at level 0, as a share of that at level 1
_CURVE_STEP = 0.005  # seconds between two points of a breath's curve; straight in between, which is off by under 2e-5
_FULL = 32_767
_REFERENCE = 1.0  # seconds, of what lasts as long as its phase


def waveform(tone: Tone, samples: int, gain: float) -> NDArray[np.int16]:
    """This many samples of a tone with that gain, for a range of -32767 to 32767."""
    return np.rint(_FULL * gain * _shape(tone, samples)).astype(np.int16)


def gain_of(sound: Sound) -> float:
    """What makes a sound as loud as the others: ticks a little softer than everything else."""
    seconds = sound.seconds or _REFERENCE
    target = _LOUDNESS - (_TICKS_BELOW if sound.is_tick else 0.0)
    return float(10 ** ((target - loudness(_shape(Tone(0.0, seconds, sound), sample_at(seconds)))) / 20))


def _shape(tone: Tone, samples: int) -> Samples:
    partials = PARTIALS.get(tone.sound, SOFT)
    if tone.sound in FIGURES:
        wave = np.zeros(samples)
        for note in FIGURES[tone.sound]:
            first = round(note.start * samples)
            struck = _struck(note, min(round(note.length * samples), samples - first), partials)
            wave[first : first + len(struck)] += struck
        return wave
    if tone.sound is Sound.PRESS:
        return _held(np.full(samples, PRESS), np.ones(samples), partials)
    level = _breath(tone, samples)
    low, high = BREATH
    return _held(low * (high / low) ** level, _EMPTY_LUNGS + (1 - _EMPTY_LUNGS) * level, partials)


def _breath(tone: Tone, samples: int) -> Samples:
    points = np.linspace(0.0, tone.seconds, max(round(tone.seconds / _CURVE_STEP), 1) + 1)
    levels = [tone.level(float(since)) for since in points]
    return np.interp(np.arange(samples) / SAMPLE_RATE, points, levels)


def _held(hertz: Samples, loud: Samples, partials: tuple[float, ...]) -> Samples:
    fade = min(sample_at(_FADE), len(hertz) // 2)
    wave = loud * _partials(hertz, partials)
    wave[:fade] *= _rise(fade)
    wave[len(wave) - fade :] *= _rise(fade)[::-1]
    return wave


def _struck(note: Note, samples: int, partials: tuple[float, ...]) -> Samples:
    attack = min(sample_at(_ATTACK), samples // 4)
    wave = _partials(np.geomspace(note.hertz, note.to or note.hertz, samples), partials)
    wave[:attack] *= _rise(attack)
    wave[attack:] *= _rise(samples - attack)[::-1]
    return wave


def _partials(hertz: Samples, partials: tuple[float, ...]) -> Samples:
    # A sample's phase is the sum of what came before it: a gliding pitch has no jumps.
    turns = (np.cumsum(hertz) - hertz[:1]) / SAMPLE_RATE
    # Within one turn single precision is finer than 16 bits, and its sine several times faster.
    angle = (2 * np.pi * (turns - np.floor(turns))).astype(np.float32)
    wave = np.zeros(len(hertz), np.float32)
    for n, share in enumerate(partials, 1):
        wave += np.float32(share) * np.sin(np.float32(n) * angle)
    return wave.astype(np.float64)


def _rise(samples: int) -> Samples:
    """Half a raised cosine from 0 to 1."""
    return 0.5 - 0.5 * np.cos(np.pi * np.arange(samples) / max(samples, 1))
