"""Long tones get softer while a voice speaks."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from ribdown.core.cues.score import Span
from ribdown.infra.synthesis.sampling import sample_at

_DUCKED = 10 ** (-10 / 20)  # how loud a tone stays under a voice
_RAMP = sample_at(0.08)  # samples in which it gets softer, before the voice, and louder again, after it


def ducked(wave: NDArray[np.int16], at: int, spans: Iterable[Span]) -> NDArray[np.int16]:
    """A wave whose first sample is sample `at` of the timeline, softer in these spans. Two spans lie further apart
    than the ramps between them are long."""
    fall = 1 - (1 - _DUCKED) * (0.5 - 0.5 * np.cos(np.pi * np.arange(_RAMP) / _RAMP))
    for span in spans:
        first, last = sample_at(span.start) - at - _RAMP, sample_at(span.end) - at + _RAMP
        start, end = max(first, 0), min(last, len(wave))
        if start < end:
            gain = np.concatenate([fall, np.full(last - first - 2 * _RAMP, _DUCKED), fall[::-1]])
            softer = np.rint(wave[start:end] * gain[start - first : end - first]).astype(np.int16)
            wave = np.concatenate([wave[:start], softer, wave[end:]])
    return wave
