import pytest

from ribdown.core.nudges.chosen import rules_of
from ribdown.core.nudges.rules import Every, NudgeRules, OnTheHour, Rhythm
from ribdown.core.settings import NudgeRhythm, Settings


@pytest.mark.parametrize(
    ("chosen", "rhythm"), [(NudgeRhythm.ON_THE_HOUR, OnTheHour(20)), (NudgeRhythm.EVERY_45, Every(45))]
)
def test_the_rules_are_the_settings(chosen: NudgeRhythm, rhythm: Rhythm) -> None:
    settings = Settings(nudges=False, nudge_rhythm=chosen, nudge_minute=20, nudge_from=60, nudge_to=90, nudge_days=(6,))
    assert rules_of(settings) == NudgeRules(on=False, rhythm=rhythm, start=60, end=90, days=frozenset({6}))


@pytest.mark.parametrize(("nudges", "safety_read"), [(True, True), (True, False), (False, True)])
def test_nobody_is_nudged_who_does_not_want_it_or_has_not_read_for_whom_it_is(nudges: bool, safety_read: bool) -> None:
    assert rules_of(Settings(nudges=nudges, safety_read=safety_read)).on is (nudges and safety_read)


@pytest.mark.parametrize("chosen", NudgeRhythm)
def test_every_rhythm_that_can_be_chosen_is_one(chosen: NudgeRhythm) -> None:
    rules_of(Settings(nudge_rhythm=chosen))
