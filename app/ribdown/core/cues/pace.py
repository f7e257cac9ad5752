"""How fast a voice speaks at a rate that a person has set."""

_SLOWER = 2.0
_FASTER = 0.55


def voice_pace(rate: float) -> float:
    """How many times as fast as usual a voice speaks, rather too slow than too fast, at a `rate` from −1 to 1.

    What a rate means is each engine's own. flite, which is the slowest, stretches a line by 1 − 2 × rate below 0 and by
    1 − 0.57 × rate above (source: Qt's flite engine, after Speech Dispatcher). espeak-ng goes from 80 to 390 words a
    minute around its usual 170 (source: Speech Dispatcher), a little slower than flite at its fastest; so 0.55 here.
    """
    return 1 / (1 - (_SLOWER if rate < 0 else _FASTER) * rate)
