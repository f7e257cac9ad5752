"""Which mistake stands beside how it is done, and when a long hold shows it in the figure's place: nothing else moves
there, and nobody reads on the floor."""

from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Mistake
from ribdown.core.moment import Moment

LONG = 15.0  # seconds: shorter ones show nothing but how it is done
FIRST, EVERY, SHOWN = 6.0, 10.0, 3.0  # seconds into the hold, from one to the next, and how long each is seen
_END = 4.0  # seconds left: the end is shown as it should be
_HELD = frozenset({SegmentKind.HOLD, SegmentKind.WALK})


def mistake_of(moment: Moment) -> Mistake | None:
    """The mistake whose picture stands beside how it is done; None where none has a picture. They take turns: from
    breath to breath, press to press, and in a long hold from one time that it is shown to the next."""
    pictured = [mistake for mistake in moment.mistakes if mistake.pose]
    if not pictured:
        return None
    turn = moment.segment.cycle - 1
    if _is_long(moment):
        turn += max(int((moment.position.spent - FIRST - SHOWN) // EVERY) + 1, 0)
    return pictured[turn % len(pictured)]


def mistake_shown(moment: Moment) -> Mistake | None:
    """The mistake that the figure itself shows at this moment; None nearly always."""
    since = (moment.position.spent - FIRST) % EVERY
    now = _is_long(moment) and moment.position.spent >= FIRST and since < SHOWN and moment.position.remaining >= _END
    return mistake_of(moment) if now else None


def _is_long(moment: Moment) -> bool:
    return moment.segment.kind in _HELD and moment.position.length >= LONG
