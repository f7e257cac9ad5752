"""The breath level: how full the lungs are, from 0 (out) to 1 (in).

Constant flow with soft ends: the long middle of the exhale has constant slope, so the eye can follow it without
rushing. The formula and its softness are DESIGN's, §4.
"""

from ribdown.core.blocks import SegmentKind

_INHALE_SOFTNESS = (0.30, 0.30)
_EXHALE_SOFTNESS = (0.14, 0.30)


def soft_flow(u: float, start: float, end: float) -> float:
    """Volume moved after the share `u` (0–1) of a phase whose flow rises over `start` and falls over `end`."""
    v = 1 / (1 - start / 2 - end / 2)
    if u < start:
        return v * u * u / (2 * start)
    if u <= 1 - end:
        return v * (u - start / 2)
    return 1 - v * (1 - u) ** 2 / (2 * end)


def breath_level(kind: SegmentKind, progress: float) -> float:
    """The level at the share `progress` (0–1) of a segment; 0 in everything that is not a breath."""
    u = min(max(progress, 0.0), 1.0)
    if kind is SegmentKind.INHALE:
        return soft_flow(u, *_INHALE_SOFTNESS)
    if kind is SegmentKind.EXHALE:
        return 1 - soft_flow(u, *_EXHALE_SOFTNESS)
    return 0.0
