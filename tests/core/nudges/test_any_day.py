"""Nudges through any days that can be thought of. `NUDGE_DAYS=20000` in the environment makes them more."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from nudge_days import ACTIVITIES, DAY, MINUTE, STARTS, ZONES, Activity, NudgeDays
from ribdown.core.nudges.rules import INTERVALS, Every, NudgeRules, OnTheHour, Rhythm

DAYS = int(os.environ.get("NUDGE_DAYS", "2000"))
DAYS_EACH = 20

HOURS = [(540, 1050), (0, 0), (540, 540), (1320, 360), (90, 210), (1380, 1379)]
WEEK = frozenset(range(7))


class NudgeMachine(RuleBasedStateMachine):
    """Every step is a day, or a little more: activities that hypothesis chose, and a night."""

    rhythms: Sequence[Rhythm]

    @initialize(
        choose_rhythm=st.integers(0, 3),
        hours=st.sampled_from(HOURS),
        days=st.sampled_from([WEEK, frozenset(range(5))]),
        zone=st.sampled_from(ZONES),
        start=st.sampled_from(STARTS),
        fixed=st.booleans(),
    )
    def begin(
        self,
        choose_rhythm: int,
        hours: tuple[int, int],
        days: frozenset[int],
        zone: ZoneInfo,
        start: date,
        *,
        fixed: bool,
    ) -> None:
        self.folder = TemporaryDirectory()
        rules = NudgeRules(rhythm=self.rhythms[choose_rhythm], start=hours[0], end=hours[1], days=days)
        self.days = NudgeDays(Path(self.folder.name), rules, zone, start, fixed=fixed)
        self.days.look()

    @rule(
        activities=st.lists(st.tuples(st.sampled_from(ACTIVITIES), st.integers(1, 90)), min_size=3, max_size=9),
        seed=st.integers(0, 2**32),
    )
    def day(self, activities: list[tuple[Activity, int]], seed: int) -> None:
        random, end = Random(seed), self.days.true + DAY
        for activity, minutes in activities:
            activity(self.days, minutes * MINUTE, random)
        if end > self.days.true:
            night = NudgeDays.sleep if seed % 2 else NudgeDays.restart
            night(self.days, end - self.days.true, random)

    @invariant()
    def each_slot_that_passed_has_one_outcome(self) -> None:
        self.days.check()

    def teardown(self) -> None:
        self.folder.cleanup()


class OnTheHourMachine(NudgeMachine):
    """Every slot that has to come is known from outside."""

    rhythms = (OnTheHour(0), OnTheHour(15), OnTheHour(30), OnTheHour(59))


class IntervalMachine(NudgeMachine):
    """Slots follow from what the person does."""

    rhythms = tuple(map(Every, INTERVALS))


HALF = settings(
    max_examples=DAYS // DAYS_EACH // 2,
    stateful_step_count=DAYS_EACH,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
OnTheHourMachine.TestCase.settings = HALF
IntervalMachine.TestCase.settings = HALF
TestOnTheHour = OnTheHourMachine.TestCase
TestInterval = IntervalMachine.TestCase
