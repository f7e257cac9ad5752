"""What is said about nudges."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ribdown.core.nudges.decisions import CUES
from ribdown.core.nudges.record import Outcome, Reason
from ribdown.core.nudges.slot import Slot
from ribdown.core.nudges.state import Phase
from ribdown.core.nudges.summary import NudgeSummary, SlotLine
from ribdown.ui.nudges import nudge_words

NOW = datetime(2026, 11, 20, 14, 37, tzinfo=UTC)
SLOT = Slot(date(2026, 11, 20), 14 * 60)


def words(**more: object) -> str:
    return nudge_words.slot_words(SlotLine(SLOT, datetime(2026, 11, 20, 14, 25, tzinfo=UTC), **more))  # type: ignore[arg-type]


def test_there_is_a_cue_for_each_turn() -> None:
    assert len(set(nudge_words.cues())) == CUES


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "to come"),
        ({"phase": Phase.HELD}, "due now"),
        ({"phase": Phase.HELD, "reason": Reason.LOCKED}, "held: the screen was locked"),
        ({"phase": Phase.SHOWN}, "shown 14:25"),
        ({"phase": Phase.STARTED}, "runs now"),
        ({"phase": Phase.IN_SESSION}, "held: a session ran"),
        ({"phase": Phase.SNOOZED, "snoozed_to": (850,)}, "put off to 14:10"),
        ({"phase": Phase.SHOWN, "snoozed_to": (850, 865)}, "put off to 14:10, put off to 14:25, shown 14:25"),
        ({"outcome": Outcome.DONE}, "done 14:25"),
        ({"outcome": Outcome.FILLED}, "a session took its place"),
        ({"outcome": Outcome.DISMISSED}, "closed 14:25"),
        ({"outcome": Outcome.NOT_SEEN}, "shown, not answered"),
        ({"outcome": Outcome.SKIPPED}, "skipped 14:25"),
        ({"outcome": Outcome.SKIPPED, "reason": Reason.STOPPED}, "begun, stopped 14:25"),
        ({"outcome": Outcome.SKIPPED, "reason": Reason.PAUSED}, "paused 14:25"),
        ({"outcome": Outcome.EXPIRED}, "expired 14:25"),
        ({"outcome": Outcome.EXPIRED, "reason": Reason.AWAY}, "held: you were away, expired 14:25"),
        ({"outcome": Outcome.EXPIRED, "reason": Reason.ASLEEP}, "the computer slept, expired 14:25"),
    ],
    ids=str,
)
def test_what_became_of_a_slot(more: dict[str, object], said: str) -> None:
    assert words(**more) == f"14:00 {said}"


def test_every_outcome_and_reason_has_its_words() -> None:
    held = {words(outcome=Outcome.EXPIRED, reason=reason) for reason in Reason} - {"14:00 held, expired 14:25"}
    assert len(held) == len(Reason) - 2  # a nudge that was skipped or begun has not expired
    for outcome in Outcome:
        assert words(outcome=outcome).startswith("14:00 ")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "in 1 min"),
        (29, "in 1 min"),
        (1380, "in 23 min"),
        (3570, "in 1 h"),
        (3600, "in 1 h"),
        (5400, "in 1 h 30 min"),
    ],
)
def test_how_far_away_it_is(seconds: float, said: str) -> None:
    assert nudge_words.in_time(seconds) == said


def test_pulses() -> None:
    assert [nudge_words.pulse_words(done) for done in range(5)] == [
        "pulse 1 of 3 today",
        "pulse 2 of 3 today",
        "pulse 3 of 3 today",
        "pulse 4 today",
        "pulse 5 today",
    ]
    assert [nudge_words.pulses_done(done) for done in (0, 3, 4)] == ["0 of 3", "3 of 3", "4 today"]


def next_said(
    *, next_at: datetime | None = None, paused_until: datetime | None = None, on: bool = True
) -> tuple[str, str, str]:
    return nudge_words.next_words(NudgeSummary((), None, next_at, paused_until), NOW, on=on)


def test_the_next_one() -> None:
    tomorrow = NOW + timedelta(days=1)
    assert next_said(next_at=NOW + timedelta(minutes=23)) == ("15:00", "", "in 23 min")
    assert next_said(next_at=tomorrow) == ("14:37", "Sat", "Sat")
    assert next_said() == ("None", "", "No day has working hours.")
    assert next_said(paused_until=NOW + timedelta(hours=1)) == ("Paused", "until 15:37", "until 15:37")
    assert next_said(paused_until=tomorrow, next_at=tomorrow) == ("Paused", "until Sat 14:37", "until Sat 14:37")
    assert next_said(paused_until=tomorrow, on=False) == ("Off", "", "Nudges are off.")


def test_what_is_said_after_one() -> None:
    assert nudge_words.after_words(NOW, NOW) == "Next at 14:37.\nClosing by itself."
    assert nudge_words.after_words(NOW + timedelta(days=1), NOW) == "Closing by itself."
    assert nudge_words.after_words(None, NOW) == "Closing by itself."
