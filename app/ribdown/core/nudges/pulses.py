"""The day's posture pulses."""

from collections.abc import Iterable

from ribdown.core.history import SessionRecord, Status
from ribdown.core.nudges.record import NudgeRecord, Outcome

PULSES_A_DAY = 3  # the source's dose (B)
# The short guides; each has a rib-down and glute squeeze of 10 s or more in it.
GUIDES = frozenset({"posture-pulse", "hourly-reset", "stand-break"})


def pulses(nudges: Iterable[NudgeRecord], sessions: Iterable[SessionRecord]) -> int:
    """How many pulses a day's nudges and sessions are: each nudge done, and each guide that was completed without one.
    There may be more than `PULSES_A_DAY`."""
    done = [nudge for nudge in nudges if nudge.outcome is Outcome.DONE]
    counted = {nudge.session for nudge in done}
    return len(done) + sum(
        session.routine in GUIDES
        and session.status is Status.COMPLETED
        and not session.rehearsal
        and session.id not in counted
        for session in sessions
    )
