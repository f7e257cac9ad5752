from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ribdown.core.nudges.record import Outcome
from ribdown.core.statistics.nudge_days import NudgeRow, nudge_days

FIRST = date(2026, 11, 16)


def test_a_day_has_its_nudges_by_outcome() -> None:
    rows = [
        NudgeRow(FIRST, Outcome.DONE, 3),
        NudgeRow(FIRST, Outcome.SKIPPED, 1),
        NudgeRow(FIRST, Outcome.DISMISSED, 1),
        NudgeRow(FIRST, Outcome.NOT_SEEN, 2),
        NudgeRow(FIRST, Outcome.FILLED, 1),
    ]
    day, empty = nudge_days(rows, FIRST, FIRST + timedelta(days=1))
    assert (day.total, day.answered, day.counts[Outcome.FILLED], day.counts[Outcome.EXPIRED]) == (8, 5, 1, 0)
    assert (empty.day, empty.total, empty.answered) == (FIRST + timedelta(days=1), 0, 0)


ROWS = st.lists(
    st.builds(
        NudgeRow,
        st.dates(FIRST - timedelta(days=3), FIRST + timedelta(days=12)),
        st.sampled_from(Outcome),
        st.integers(1, 9),
    )
)


@given(ROWS, st.integers(-1, 9))
def test_the_same_as_counting_each_day_and_outcome(rows: list[NudgeRow], length: int) -> None:
    days = nudge_days(rows, FIRST, FIRST + timedelta(days=length))
    assert [day.day for day in days] == [FIRST + timedelta(days=number) for number in range(length + 1)]
    for day in days:
        for outcome in Outcome:
            assert day.counts[outcome] == sum(
                row.count for row in rows if row.day == day.day and row.outcome is outcome
            )
