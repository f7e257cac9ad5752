"""A person who is given a programme and does what they do, day by day."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from ribdown.core.programme.day import Day
from ribdown.core.programme.plan import day_of
from ribdown.core.programme.practice import DaysDone
from ribdown.core.programme.state import ProgrammeState, Wish, wished

START = date(2026, 11, 2)  # a Monday


class Person:
    """`does` says of each day and its number, from 1, whether the person does a session. `wishes` are by number."""

    def __init__(self, does: Callable[[int, Day], bool], wishes: dict[int, Wish]) -> None:
        self._does = does
        self._wishes = wishes
        self.state = wished(ProgrammeState(), Wish.BEGIN, START)
        self.done: set[date] = set()

    def day(self, number: int) -> Day:
        """The day as it is shown in its morning or, once its session is done, in its evening."""
        done = frozenset(self.done)
        return day_of(self.state, DaysDone(done, done), START + timedelta(days=number - 1))

    def live(self, number: int) -> tuple[Day, Day]:
        """The day's morning and its evening."""
        today = START + timedelta(days=number - 1)
        if number in self._wishes:
            self.state = wished(self.state, self._wishes[number], today)
        morning = self.day(number)
        if self._does(number, morning):
            self.done.add(today)
        return morning, self.day(number)


@pytest.fixture
def person() -> Callable[..., Person]:
    """Makes people."""

    def make(does: Callable[[int, Day], bool], **wishes: Wish) -> Person:
        return Person(does, {int(number.removeprefix("day_")): wish for number, wish in wishes.items()})

    return make
