from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ribdown.core.history import PressEffort
from ribdown.core.statistics.scores import ScoreRow, WeekScores, effort_level, week_scores

MONDAY = date(2026, 11, 16)


def test_levels_follow_the_effort() -> None:
    assert [effort_level(effort) for effort in PressEffort] == [1, 2, 3, 4]
    assert effort_level(PressEffort.LIGHT) < effort_level(PressEffort.NEARLY_ALL)


def test_a_week_has_the_mean_of_what_was_said() -> None:
    rows = [
        ScoreRow(MONDAY, PressEffort.LIGHT, 3, 2),
        ScoreRow(MONDAY + timedelta(days=6), PressEffort.ABOUT_A_THIRD, None, 1),
        ScoreRow(MONDAY + timedelta(days=14), None, 0, None),
    ]
    assert week_scores(rows, MONDAY, MONDAY + timedelta(days=14), 0) == (
        WeekScores(MONDAY, 1.5, 3.0, 1.5),
        WeekScores(MONDAY + timedelta(days=7), None, None, None),
        WeekScores(MONDAY + timedelta(days=14), None, 0.0, None),
    )


PAIN = st.none() | st.integers(0, 10)
ROWS = st.lists(
    st.builds(
        ScoreRow,
        st.dates(MONDAY - timedelta(days=20), MONDAY + timedelta(days=40)),
        st.none() | st.sampled_from(PressEffort),
        PAIN,
        PAIN,
    )
)


@given(ROWS, st.integers(0, 6))
def test_the_same_as_looking_for_each_weeks_rows(rows: list[ScoreRow], first_weekday: int) -> None:
    for week in week_scores(rows, MONDAY, MONDAY + timedelta(days=20), first_weekday):
        inside = [row for row in rows if 0 <= (row.day - week.first).days < 7]
        before = [row.pain_before for row in inside if row.pain_before is not None]
        after = [row.pain_after for row in inside if row.pain_after is not None]
        effort = [effort_level(row.effort) for row in inside if row.effort]
        for mean, said in ((week.pain_before, before), (week.pain_after, after), (week.effort, effort)):
            assert mean == (sum(said) / len(said) if said else None)
