"""The samples of one tone. Every sound starts and ends in a raised-cosine fade, so that nothing clicks."""

import numpy as np
from numpy.typing import NDArray

from ribdown.core.cues.sound import Sound, Tone
from ribdown.infra.synthesis.figures import BREATH, FIGURES, GAINS, PARTIALS, PRESS, SOFT, Note
from ribdown.infra.synthesis.sampling import SAMPLE_RATE, sample_at

Samples = NDArray[np.float32]  # finer than the 16 bits that come of it, and twice as fast as doubles
Points = NDArray[np.float64]  # of a curve, `_STEP` samples apart, with one behind the last sample

_FADE = 0.06  # seconds, of what is held
_ATTACK = 0.008  # seconds, of what is struck
_EMPTY_LUNGS = 0.35  # loudness of a breath at level 0, as a share of that at level 1
_STEP = 480  # samples between two points of a curve; straight in between, which is off by under 1e-4
_FULL = 32_767


def waveform(tone: Tone, samples: int) -> NDArray[np.int16]:
    """This many samples of a tone, of a range of -32767 to 32767."""
    wave = _shape(tone, samples)
    wave *= np.float32(_FULL * GAINS[tone.sound])
    return np.rint(wave, out=wave).astype(np.int16)


def _shape(tone: Tone, samples: int) -> Samples:
    partials = PARTIALS.get(tone.sound, SOFT)
    if tone.sound in FIGURES:
        wave = np.zeros(samples, np.float32)
        for note in FIGURES[tone.sound]:
            first = round(note.start * samples)
            struck = _struck(note, min(round(note.length * samples), samples - first), partials)
            wave[first : first + len(struck)] += struck
        return wave
    places = np.arange(0, samples + _STEP, _STEP) / SAMPLE_RATE
    if tone.sound is Sound.PRESS:
        return _held(np.full(len(places), PRESS), np.ones(len(places)), samples, partials)
    level = np.array([tone.level(min(since, tone.seconds)) for since in places.tolist()])
    low, high = BREATH
    loud = _EMPTY_LUNGS + (1 - _EMPTY_LUNGS) * level
    return _held(low * (high / low) ** level, loud, samples, partials)


def _held(hertz: Points, loud: Points, samples: int, partials: tuple[float, ...]) -> Samples:
    fade = min(sample_at(_FADE), samples // 2)
    wave = _partials(hertz, samples, partials)
    wave *= _straight(loud)[:samples]
    wave[:fade] *= _rise(fade)
    wave[samples - fade :] *= _rise(fade)[::-1]
    return wave


def _struck(note: Note, samples: int, partials: tuple[float, ...]) -> Samples:
    attack = min(sample_at(_ATTACK), samples // 4)
    done = np.arange(0, samples + _STEP, _STEP) / max(samples, 1)
    wave = _partials(note.hertz * ((note.to or note.hertz) / note.hertz) ** done, samples, partials)
    wave[:attack] *= _rise(attack)
    wave[attack:] *= _rise(samples - attack)[::-1]
    return wave


def _partials(hertz: Points, samples: int, partials: tuple[float, ...]) -> Samples:
    angle = _angle(hertz)[:samples]
    wave, partial = np.zeros_like(angle), np.empty_like(angle)
    # In place: fresh memory for each step would take longer than the step.
    for n, share in enumerate(partials, 1):
        np.multiply(angle, np.float32(n), out=partial)
        np.sin(partial, out=partial)
        partial *= np.float32(share)
        wave += partial
    return wave


def _angle(hertz: Points) -> Samples:
    """The phase of each sample in radians: the sum of what came before it, so that a gliding pitch has no jumps."""
    step = _STEP / SAMPLE_RATE
    before = np.concatenate(([0.0], np.cumsum(step * (hertz[:-1] + hertz[1:]) / 2)[:-1]))
    before -= np.floor(before)  # whole turns would cost precision
    return _curve(2 * np.pi * before, 2 * np.pi * step * hertz[:-1], np.pi * step * np.diff(hertz))


def _straight(points: Points) -> Samples:
    """Straight lines through these points."""
    return _curve(points[:-1], np.diff(points))


def _curve(*terms: Points) -> Samples:
    """A polynomial for each step, by its coefficients from the lowest; it goes from 0 to 1 in a step."""
    at = np.arange(_STEP, dtype=np.float32) / np.float32(_STEP)
    *lower, highest = (term.astype(np.float32)[:, np.newaxis] for term in terms)
    curve: Samples = np.repeat(highest, _STEP, axis=1)
    for term in reversed(lower):
        curve *= at
        curve += term
    return curve.ravel()


def _rise(samples: int) -> Samples:
    """Half a raised cosine from 0 to 1."""
    angle = np.arange(samples, dtype=np.float32) * np.float32(np.pi / max(samples, 1))
    rise: Samples = np.float32(0.5) - np.float32(0.5) * np.cos(angle)
    return rise
