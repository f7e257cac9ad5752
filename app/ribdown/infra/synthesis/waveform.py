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
_CURVE_STEP = 0.01  # seconds between two points of a breath's curve; straight in between, which is off by under 1e-4
_FULL = 32_767
_REFERENCE = 1.0  # seconds, of what lasts as long as its phase


def waveform(tone: Tone, samples: int, gain: float) -> NDArray[np.int16]:
    """This many samples of a tone with that gain, for a range of -32767 to 32767."""
    return _rounded(_shape(tone, samples), gain)


def first_waveform(sound: Sound) -> tuple[float, int, NDArray[np.int16]]:
    """What makes a sound as loud as the others, ticks a little softer than everything else; and at its own length the
    number of samples and the samples with that gain. What lasts as long as its phase has a second."""
    seconds = sound.seconds or _REFERENCE
    shape = _shape(Tone(0.0, seconds, sound), sample_at(seconds))
    target = _LOUDNESS - (_TICKS_BELOW if sound.is_tick else 0.0)
    gain = float(10 ** ((target - loudness(shape)) / 20))
    return gain, len(shape), _rounded(shape, gain)


def _rounded(shape: Samples, gain: float) -> NDArray[np.int16]:
    return np.rint(_FULL * gain * shape).astype(np.int16)


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
    hertz = np.geomspace(note.hertz, note.to, samples) if note.to else np.full(samples, note.hertz)
    wave = _partials(hertz, partials)
    wave[:attack] *= _rise(attack)
    wave[attack:] *= _rise(samples - attack)[::-1]
    return wave


def _partials(hertz: Samples, partials: tuple[float, ...]) -> Samples:
    # A sample's phase is the sum of what came before it: a gliding pitch has no jumps. In place: fresh memory for each
    # step would take longer than the step.
    turns = np.cumsum(hertz)
    turns -= hertz[:1]
    turns /= SAMPLE_RATE
    turns -= np.floor(turns)
    # Within one turn single precision is finer than 16 bits, and its sine several times faster.
    angle = turns.astype(np.float32)
    angle *= np.float32(2 * np.pi)
    wave, partial = np.zeros_like(angle), np.empty_like(angle)
    for n, share in enumerate(partials, 1):
        np.multiply(angle, np.float32(n), out=partial)
        np.sin(partial, out=partial)
        partial *= np.float32(share)
        wave += partial
    return wave.astype(np.float64)


def _rise(samples: int) -> Samples:
    """Half a raised cosine from 0 to 1."""
    # Single precision is finer than 16 bits here, too.
    angle = np.arange(samples, dtype=np.float32) * np.float32(np.pi / max(samples, 1))
    rise: Samples = (np.float32(0.5) - np.float32(0.5) * np.cos(angle)).astype(np.float64)
    return rise
