import numpy as np
import pytest
from numpy.typing import NDArray

from loudness import a_weighting, loudness
from ribdown.infra.synthesis.sampling import SAMPLE_RATE


def sine(hertz: float, seconds: float = 1.0, amplitude: float = 0.1) -> NDArray[np.float64]:
    return amplitude * np.sin(2 * np.pi * hertz * np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE)


# IEC 61672-1, table 3.
@pytest.mark.parametrize(
    ("hertz", "weight"),
    [(100.0, -19.1), (199.5, -10.9), (398.1, -4.8), (501.2, -3.2), (1000.0, 0.0), (1995.3, 1.2), (7943.3, -1.1)],
)
def test_the_weighting_is_the_standard_one(hertz: float, weight: float) -> None:
    assert 20 * np.log10(a_weighting(np.array([hertz]))[0]) == pytest.approx(weight, abs=0.06)
    assert loudness(sine(hertz)) == pytest.approx(-23.0 + weight, abs=0.15)


def test_twice_as_large_is_6_decibels_louder() -> None:
    assert loudness(sine(500.0, amplitude=0.2)) - loudness(sine(500.0)) == pytest.approx(6.02, abs=0.01)


def test_silence_around_a_sound_does_not_count() -> None:
    alone = sine(500.0, 0.5)
    around = np.concatenate([np.zeros(SAMPLE_RATE), alone, np.zeros(SAMPLE_RATE)])
    assert loudness(around) == pytest.approx(loudness(alone), abs=0.2)


def test_any_length_has_a_loudness() -> None:
    assert loudness(sine(500.0, 0.0701)) == pytest.approx(loudness(sine(500.0)), abs=0.5)
