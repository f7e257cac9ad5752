"""A voice that is set slower is planned as slower."""

import pytest

from ribdown.core.cues.pace import voice_pace


def test_the_usual_rate_is_the_usual_pace() -> None:
    assert voice_pace(0.0) == 1.0


@pytest.mark.parametrize("rate", [-1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0])
def test_no_engine_is_slower_than_planned(rate: float) -> None:
    flite = 1 / (1 - rate * (2 if rate < 0 else 100 / 175))
    words = 170 + rate * (170 - 80 if rate < 0 else 390 - 170)  # espeak-ng's, a minute
    assert voice_pace(rate) <= min(flite, words / 170) + 1e-9


def test_a_faster_rate_is_a_faster_pace() -> None:
    paces = [voice_pace(rate / 10) for rate in range(-10, 11)]
    assert paces == sorted(set(paces))
    assert paces[0] == pytest.approx(1 / 3)
