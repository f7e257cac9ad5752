"""Which sample belongs to which moment."""

SAMPLE_RATE = 48_000  # samples a second


def sample_at(seconds: float) -> int:
    """The number of the sample nearest to a place on the timeline, in seconds."""
    return round(seconds * SAMPLE_RATE)
