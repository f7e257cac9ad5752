"""What a person has done of one exercise."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from ribdown.core.history import SessionRecord
from ribdown.core.timeline import Side


class ExerciseHistory(Struct, frozen=True):
    """`times` counts sessions in which something of it was done, `last` is the local day of the latest. Seconds are
    what was done; `left` and `right` are parts of `seconds`, and both 0 where sides work together."""

    times: int = 0
    last: date | None = None
    seconds: float = 0.0
    left: float = 0.0
    right: float = 0.0


def exercise_history(exercise_id: str, records: Iterable[SessionRecord]) -> ExerciseHistory:
    """What these sessions hold of an exercise. Rehearsals do not count."""
    days: list[date] = []
    seconds: dict[Side | None, float] = {None: 0.0, Side.LEFT: 0.0, Side.RIGHT: 0.0}
    for record in records:
        blocks = [one for one in record.blocks if one.exercise == exercise_id and one.done_seconds > 0]
        if record.rehearsal or not blocks:
            continue
        days.append(record.started.date())
        for block in blocks:
            seconds[block.side] += block.done_seconds
    return ExerciseHistory(
        len(days), max(days, default=None), sum(seconds.values()), seconds[Side.LEFT], seconds[Side.RIGHT]
    )
