"""Twelve weeks of the programme, beside what the source asks for.

Weeks 1–2 `daily-mini` once a day; from week 3 `three-day` three to four times a week on non-consecutive days; weeks 3–6
`progression` unlocks; after week 6 maintain; missing days never resets. A line is seven days of the calendar:

    M  daily-mini is due     T  three-day is due     .  a day off     p  paused

After the bar stands where the person is in the evening of the seventh day, and `+` where `progression` is offered.
"""

from collections.abc import Callable
from typing import Any

import pytest

from ribdown.core.programme.day import Day, Stage, Standing
from ribdown.core.programme.plan import HARDER
from ribdown.core.programme.state import Wish

LETTERS = {"daily-mini": "M", "three-day": "T"}


def everything(_: int, morning: Day) -> bool:
    """Does what is due, and takes its days off."""
    return morning.standing is Standing.RUNNING and not morning.off


def nothing(_number: int, _morning: Day) -> bool:
    """Does nothing."""
    return False


def every_other_day(number: int, _: Day) -> bool:
    """Does a session on days 1, 3, 5 and so on, whatever is proposed."""
    return number % 2 == 1


EVERYTHING = """
    M M M M M M M | day 7 of 14
    M M M M M M M | day 14 of 14
    . T . T . T . | week 3: 3 done +
    T . T . T . T | week 4: 4 done +
    . T . T . T . | week 5: 3 done +
    T . T . T . T | week 6: 4 done +
    . T . T . T . | maintain: 3 done +
    T . T . T . T | maintain: 4 done +
    . T . T . T . | maintain: 3 done +
    T . T . T . T | maintain: 4 done +
    . T . T . T . | maintain: 3 done +
    T . T . T . T | maintain: 4 done +
"""

NOTHING = "\n    M M M M M M M | day 1 of 14" * 12

# Fourteen days done take until day 27, so that week 3 begins on day 28.
EVERY_OTHER_DAY = """
    M M M M M M M | day 4 of 14
    M M M M M M M | day 8 of 14
    M M M M M M M | day 11 of 14
    M M M M M M . | week 3: 0 done +
    T . T . T . T | week 4: 1 done +
    . T . T . T . | week 5: 0 done +
    T . T . T . T | week 6: 1 done +
    . T . T . T . | maintain: 0 done +
    T . T . T . T | maintain: 1 done +
    . T . T . T . | maintain: 0 done +
    T . T . T . T | maintain: 1 done +
    . T . T . T . | maintain: 0 done +
"""

# As the first, with a pause on days 22 to 28: week 4 and all that follows comes a week later.
A_WEEK_S_PAUSE = """
    M M M M M M M | day 7 of 14
    M M M M M M M | day 14 of 14
    . T . T . T . | week 3: 3 done +
    p p p p p p p | week 3: 3 done +
    T . T . T . T | week 4: 4 done +
    . T . T . T . | week 5: 3 done +
    T . T . T . T | week 6: 4 done +
    . T . T . T . | maintain: 3 done +
    T . T . T . T | maintain: 4 done +
    . T . T . T . | maintain: 3 done +
    T . T . T . T | maintain: 4 done +
    . T . T . T . | maintain: 3 done +
"""


def letter(morning: Day) -> str:
    if morning.standing is Standing.PAUSED:
        return "p"
    return "." if morning.off else LETTERS[morning.routine]


def place(evening: Day) -> str:
    """Where the person is."""
    if evening.stage is Stage.DAILY:
        where = f"day {evening.number} of 14"
    else:
        week = "maintain" if evening.stage is Stage.MAINTAINING else f"week {evening.week}"
        where = f"{week}: {evening.number} done"
    return f"{where} +" if HARDER in evening.alternatives else where


@pytest.mark.parametrize(
    ("does", "wishes", "expected"),
    [
        pytest.param(everything, {}, EVERYTHING, id="everything"),
        pytest.param(nothing, {}, NOTHING, id="nothing"),
        pytest.param(every_other_day, {}, EVERY_OTHER_DAY, id="every other day"),
        pytest.param(everything, {"day_22": Wish.PAUSE, "day_29": Wish.RESUME}, A_WEEK_S_PAUSE, id="a week's pause"),
    ],
)
def test_twelve_weeks(
    person: Callable[..., Any], does: Callable[[int, Day], bool], wishes: dict[str, Wish], expected: str
) -> None:
    someone = person(does, **wishes)
    lines = []
    for week in range(12):
        days = [someone.live(week * 7 + number) for number in range(1, 8)]
        lines.append(f"    {' '.join(letter(morning) for morning, _ in days)} | {place(days[-1][1])}")
    assert lines == expected.strip("\n").splitlines()
