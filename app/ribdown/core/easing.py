"""Easing of changes on screen, as functions of the share of time that has passed."""


def ease_out_cubic(u: float) -> float:
    """0 to 1 over `u` in 0–1, fast at first; clamped outside."""
    return 1 - (1 - min(max(u, 0.0), 1.0)) ** 3
