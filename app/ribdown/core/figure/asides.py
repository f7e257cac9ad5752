"""Which mistake is shown now, and when the figure itself shows it: now and then in a long hold or walk, where nothing
else changes and nobody reads on the floor."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from types import MappingProxyType

from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Mistake
from ribdown.core.moment import Moment

_TURN = 10.0  # seconds that a mistake is the one shown now, in what is long
_END = 4.0  # seconds left: the end is shown as it should be


@dataclass(frozen=True, slots=True)
class _Asides:
    """From `first` seconds on, every so many seconds, so often, for so many seconds, in what lasts `shortest`."""

    shortest: float
    first: float
    every: float
    times: float
    shown: float = 3.0


# Rare enough that nobody who looks up is likely to copy one.
_WHEN: Mapping[SegmentKind, _Asides] = MappingProxyType(
    {SegmentKind.HOLD: _Asides(15, 6, 10, 2), SegmentKind.WALK: _Asides(30, 20, 60, inf)}
)


def mistake_of(moment: Moment) -> Mistake | None:
    """The mistake of this moment; None where there is none. They take turns: from breath to breath, press to press,
    and every 10 s in what is long."""
    if shown := mistake_shown(moment):
        return shown
    turn, mistakes = moment.segment.cycle - 1, moment.mistakes
    if moment.segment.kind in _WHEN:
        turn += int(moment.position.spent / _TURN)
    return mistakes[turn % len(mistakes)] if mistakes else None


def mistake_shown(moment: Moment) -> Mistake | None:
    """The mistake that the figure itself shows at this moment; None nearly always."""
    when, position = _WHEN.get(moment.segment.kind), moment.position
    if when is None or position.length < when.shortest or position.remaining < _END:
        return None
    pictured = [mistake for mistake in moment.mistakes if mistake.pose]
    if not pictured:
        return None
    time, since = divmod(position.spent - when.first, when.every)
    return pictured[int(time) % len(pictured)] if 0 <= time < when.times and since < when.shown else None
