"""How loud a sound is."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ribdown.infra.synthesis.sampling import SAMPLE_RATE

_WINDOW = SAMPLE_RATE // 50
_SOUNDING = 20.0  # dB below the loudest window, down to which a sound counts as sounding


def loudness(wave: NDArray[np.float64]) -> float:
    """Loudness of a sound (full scale 1) in dB: the A-weighted RMS over its sounding part.

    The sounding part is those windows of up to 20 ms that are no more than 20 dB below the loudest of them, so that the
    end of a decaying sound does not count.
    """
    weighted = np.fft.irfft(np.fft.rfft(wave) * a_weighting(np.fft.rfftfreq(len(wave), 1 / SAMPLE_RATE)), len(wave))
    edges = np.linspace(0, len(wave), -(-len(wave) // _WINDOW) + 1).astype(int)
    power = np.add.reduceat(weighted**2, edges[:-1]) / np.diff(edges)
    return float(10 * np.log10(np.mean(power[power >= power.max() * 10 ** (-_SOUNDING / 10)])))


def a_weighting(hertz: NDArray[np.floating[Any]]) -> NDArray[np.floating[Any]]:
    """The gain of the A-weighting at these frequencies, 1 at 1 kHz (IEC 61672-1, annex E)."""
    f2 = hertz**2
    f1, f3, f4, f5 = (20.598997**2, 107.65265**2, 737.86223**2, 12194.217**2)
    return 10 ** (2.0 / 20) * f5 * f2**2 / ((f2 + f1) * np.sqrt((f2 + f3) * (f2 + f4)) * (f2 + f5))
