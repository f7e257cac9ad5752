from dataclasses import replace
from datetime import UTC, date, datetime

from records import block_record, session_record
from ribdown.core.exercise_history import ExerciseHistory, exercise_history
from ribdown.core.history import BlockRecord, SessionRecord
from ribdown.core.timeline import Side


def block(seconds: float, side: Side | None = None, exercise: str = "bridge") -> BlockRecord:
    return replace(block_record(), exercise=exercise, side=side, done_seconds=seconds)


def session(day: int, *blocks: BlockRecord, speed: float = 1.0) -> SessionRecord:
    started = datetime(2026, 3, day, 8, tzinfo=UTC)
    return replace(session_record(day), started=started, blocks=blocks, speed=speed)


def test_nothing_done_is_nothing() -> None:
    assert exercise_history("bridge", []) == ExerciseHistory()
    assert exercise_history("bridge", [session(1, block(0.0)), session(2, block(9.0, exercise="other"))]) == (
        ExerciseHistory()
    )


def test_sessions_are_counted_once_and_seconds_added_up() -> None:
    records = [session(5, block(20.0), block(30.0)), session(3, block(10.0))]
    assert exercise_history("bridge", records) == ExerciseHistory(2, date(2026, 3, 5), 60.0)


def test_sides_are_told_apart() -> None:
    records = [session(1, block(20.0, Side.LEFT), block(15.0, Side.RIGHT)), session(2, block(5.0, Side.RIGHT))]
    assert exercise_history("bridge", records) == ExerciseHistory(2, date(2026, 3, 2), 40.0, 20.0, 20.0)


def test_rehearsals_do_not_count() -> None:
    assert exercise_history("bridge", [session(1, block(20.0), speed=20.0)]) == ExerciseHistory()
