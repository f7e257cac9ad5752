"""Words that are put together from values: lengths, countdowns, what follows and what is spoken."""

import pytest

from fakes import breathing, contract_relax, exercise, hold, plan_of, plan_of_blocks, reps, rest_block, untimed, walk
from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Sides
from ribdown.core.events import PauseReason
from ribdown.core.moment import Counter, Moment, moment_at
from ribdown.core.timeline import Side, Timeline
from ribdown.infra.reports import duration_text
from ribdown.ui import words

READY = 10.0


def at(plan: Timeline, kind: SegmentKind, nth: int = 1, into: float = 0.0) -> Moment:
    """The moment `into` the nth segment of a kind."""
    starts = [start for one, start in zip(plan.segments, plan.starts, strict=True) if one.kind is kind]
    return moment_at(plan, starts[nth - 1] + into)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (0.6, "0.6 s"),
        (2.5, "2.5 s"),
        (45, "45 s"),
        (59.94, "59.9 s"),
        (59.96, "1 min"),
        (60, "1 min"),
        (492.4, "8 min 12 s"),
        (3599.4, "59 min 59 s"),
        (3661, "1 h 1 min"),
        (7199.6, "2 h 0 min"),
    ],
)
def test_durations(seconds: float, text: str) -> None:
    assert words.duration(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0 s"), (24.69, "25 s"), (59.6, "1 min"), (83.2, "1 min 23 s"), (7290, "2 h 2 min")]
)
def test_what_was_measured_is_said_in_whole_seconds(seconds: float, text: str) -> None:
    assert words.took(seconds) == text
    assert duration_text(seconds) == text, "the command line says it as the window does"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(492, "8:12"), (491.001, "8:12"), (60, "1:00"), (59.2, "1:00"), (9.5, "0:10"), (0.01, "0:01"), (0, "0:00")],
)
def test_clocks_round_up(seconds: float, text: str) -> None:
    assert words.clock(seconds) == text


def test_a_clock_reads_zero_only_at_the_end() -> None:
    assert {words.clock(tenth / 10) for tenth in range(1, 11)} == {"0:01"}
    assert words.clock(1e-9) == "0:00", "what floats leave over is no second"


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (1, "1"), (59, "59"), (60, "1:00"), (99, "1:39"), (125, "2:05")]
)
def test_countdowns(value: int | None, text: str) -> None:
    assert words.number(value) == text


def test_words_and_counters() -> None:
    moment = at(plan_of_blocks(breathing(5)), SegmentKind.EXHALE)
    assert words.phase_word(moment.phase) == "EXHALE"
    assert [words.side_word(side) for side in (Side.RIGHT, Side.LEFT)] == ["RIGHT", "LEFT"]
    assert words.counter(Counter("Breath", 2, 5)) == ("Breath", "2", "of 5")
    assert words.content("{Side} foot, not the {other}.", Side.LEFT) == "Left foot, not the right."


# -- what follows

BOTH_SIDES = exercise(hold(2, 25, 15), sides=Sides.EACH, title="Couch stretch")
AFTER_IT = exercise(rest_block(90, block_id="pause"), untimed(), walk(60), id="other", title="Walking")
EACH_KIND = plan_of(
    exercise(breathing(2, pause=1), contract_relax(1), reps(2, lift=1), title="Long breaths"), BOTH_SIDES, AFTER_IT
)


@pytest.mark.parametrize(
    ("kind", "nth", "text"),
    [
        (SegmentKind.GET_READY, 1, "Breathe"),  # the first block's title
        (SegmentKind.INHALE, 1, "Cue for exhale."),
        (SegmentKind.EXHALE, 1, "Cue for pause."),
        (SegmentKind.PAUSE, 1, "Cue for inhale."),
        (SegmentKind.PAUSE, 2, "Press"),  # the next block's title
        (SegmentKind.PRESS, 1, "Cue for relax."),
        (SegmentKind.RELAX, 1, "Reps"),
        (SegmentKind.LIFT, 1, "Cue for squeeze."),
        (SegmentKind.SQUEEZE, 1, "Cue for lower."),
        (SegmentKind.LOWER, 1, "Cue for lift."),
        (SegmentKind.LOWER, 2, "Couch stretch"),  # the next exercise's title
        (SegmentKind.HOLD, 1, "rest 15 s"),
        (SegmentKind.REST, 1, "Cue for hold."),
        (SegmentKind.HOLD, 2, "switch sides"),
        (SegmentKind.SWITCH_SIDES, 1, "Hold"),
        (SegmentKind.HOLD, 4, "Walking"),
        (SegmentKind.GET_READY, 3, "rest 1 min 30 s"),
        (SegmentKind.REST, 3, "Look"),  # waits for the person
    ],
)
def test_what_follows(kind: SegmentKind, nth: int, text: str) -> None:
    assert words.next_text(at(EACH_KIND, kind, nth)) == text


def test_what_follows_a_wait_and_the_last_segment() -> None:
    plan = plan_of_blocks(untimed(), walk())
    assert words.next_text(at(plan, SegmentKind.WAIT)) == "Walk"
    assert words.next_text(moment_at(plan_of_blocks(walk()), READY)) == "the end of the session"


def test_a_segment_without_a_cue_is_named_by_its_word_and_length() -> None:
    plan = plan_of_blocks(breathing(1, cues={}))
    assert words.next_text(at(plan, SegmentKind.INHALE)) == "exhale 4 s"


# -- what is said


@pytest.mark.parametrize(
    ("kind", "nth", "into", "text"),
    [
        (SegmentKind.EXHALE, 2, 0.0, "Exhale, 4 seconds, breath 2 of 2"),
        (SegmentKind.GET_READY, 1, 0.0, "Get ready, 10 seconds"),
        (SegmentKind.LIFT, 1, 0.0, "Lift, 1 second, rep 1 of 2"),
        (SegmentKind.HOLD, 1, 0.5, "Hold, 25 seconds, hold 1 of 2"),
        (SegmentKind.WAIT, 1, 0.0, "Your time"),
    ],
)
def test_spoken(kind: SegmentKind, nth: int, into: float, text: str) -> None:
    assert words.spoken(at(EACH_KIND, kind, nth, into)) == text


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (SegmentKind.INHALE, "This breath starts again."),
        (SegmentKind.PAUSE, "This breath starts again."),
        (SegmentKind.RELAX, "This press starts again."),
        (SegmentKind.SQUEEZE, "This repetition starts again."),
        (SegmentKind.HOLD, "The hold goes on after 3 s to get ready."),
        (SegmentKind.REST, ""),
        (SegmentKind.GET_READY, ""),
    ],
)
def test_a_stop_says_how_it_goes_on(kind: SegmentKind, text: str) -> None:
    stopped = words.stopped_text(PauseReason.PERSON, at(EACH_KIND, kind))
    assert stopped == "\n".join(filter(None, ("Space to go on.", text)))


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        (PauseReason.SLEPT, ["The computer slept. That time does not count."]),
        (PauseReason.HIDDEN, ["The window was out of sight."]),
        (PauseReason.UNHEARD, ["The sound output has changed."]),
        (PauseReason.HURTS, []),
    ],
)
def test_a_stop_that_nobody_asked_for_says_why(reason: PauseReason, why: list[str]) -> None:
    lines = words.stopped_text(reason, at(EACH_KIND, SegmentKind.REST)).split("\n")
    assert lines == [*why, "Space to go on."]


def test_a_walk_that_stops_goes_on() -> None:
    stopped = words.stopped_text(PauseReason.PERSON, moment_at(plan_of_blocks(walk()), READY))
    assert stopped == "Space to go on.\nThe walk goes on after 3 s to get ready."


# -- what a change leads to


@pytest.mark.parametrize(
    ("kind", "nth", "text"),
    [
        (SegmentKind.GET_READY, 1, "Next: Long breaths · 0:36"),
        (SegmentKind.GET_READY, 2, "Next: Couch stretch · 1:05"),
        (SegmentKind.SWITCH_SIDES, 1, "Couch stretch again, now on the left · 1:05"),
    ],
)
def test_what_a_change_leads_to(kind: SegmentKind, nth: int, text: str) -> None:
    assert words.change_subtitle(EACH_KIND, at(EACH_KIND, kind, nth)) == text


def test_a_change_names_the_rounds_and_leaves_out_a_length_that_nobody_knows() -> None:
    rounds = plan_of_blocks(hold(1, 30), sides=Sides.EACH, rounds=2)
    assert words.change_subtitle(rounds, moment_at(rounds, 0)) == "Next: Drill · 2 rounds · 1:00"
    waiting = plan_of_blocks(untimed())
    assert words.change_subtitle(waiting, moment_at(waiting, 0)) == "Next: Drill"


def test_the_step_is_numbered_where_there_are_several() -> None:
    assert words.step_text(at(EACH_KIND, SegmentKind.PRESS)) == "Press · step 2 of 3"
    assert words.step_text(at(EACH_KIND, SegmentKind.HOLD)) == "Hold"
    assert words.step_text(at(EACH_KIND, SegmentKind.GET_READY)) == ""


def test_every_key_of_the_player_is_listed() -> None:
    listed = " ".join(key for key, _ in words.key_list())
    for key in ("Space", "Left", "Right", "F", "F11", "+", "H", "Esc", "Return", "Ctrl+1", "Ctrl+6", "F1", "?"):
        assert key in listed
    assert all(meaning for _, meaning in words.key_list())
