"""A smooth curve through equally spaced values that repeat.

Monotone piecewise cubic, so that nothing swings beyond its keys: Fritsch and Butland, A method for constructing local
monotone piecewise cubic interpolants, SIAM J. Sci. Stat. Comput. 5 (1984). For equal steps their slope is the harmonic
mean of the two differences.
"""

from collections.abc import Sequence

Row = Sequence[float]


def slopes(values: Row) -> list[float]:
    """The slope at each value, per step."""
    changes = [after - value for value, after in zip(values, [*values[1:], values[0]], strict=True)]
    return [_mean(changes[index - 1], change) for index, change in enumerate(changes)]


def cubic(starts: Row, leaving: Row, ends: Row, arriving: Row, t: float) -> list[float]:
    """The values at the share `t` (0–1) of a step, by their ends and their slopes there (Hermite's form)."""
    h00, h10, h01, h11 = (1 + 2 * t) * (1 - t) ** 2, t * (1 - t) ** 2, t * t * (3 - 2 * t), t * t * (t - 1)
    columns = zip(starts, leaving, ends, arriving, strict=True)
    return [h00 * a + h10 * da + h01 * b + h11 * db for a, da, b, db in columns]


def _mean(before: float, after: float) -> float:
    return 2 * before * after / (before + after) if before * after > 0 else 0.0
