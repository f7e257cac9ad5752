from dataclasses import dataclass

import pytest

from fakes import (
    breathing,
    contract_relax,
    count,
    exercise,
    hold,
    plan_of,
    plan_of_blocks,
    reps,
    rest_block,
    untimed,
    walk,
)
from ribdown.core.blocks import AnyBlock, SegmentKind
from ribdown.core.content import Sides
from ribdown.core.cues.score import score_of
from ribdown.core.cues.wording import Wording
from ribdown.core.rejoin import rejoined
from ribdown.core.timeline import Timeline

K = SegmentKind


def said(timeline: Timeline, wording: Wording, kind: SegmentKind | None = None) -> list[str]:
    """All that is said, or all that is said in phases of this kind."""
    lines = score_of(timeline, wording).spoken
    return [line.text for line in lines if kind is None or timeline.at(line.at).segment.kind is kind]


def in_block(block: AnyBlock, wording: Wording) -> list[str]:
    """What is said between the get-ready and the end."""
    plan = plan_of_blocks(block)
    return [line.text for line in score_of(plan, wording).spoken if 10.0 <= line.at < plan.end]


@dataclass(frozen=True)
class Silence:
    """Words for nothing."""

    english: Wording

    def __getattr__(self, name: str) -> object:
        return lambda *_: [] if name == "position" else ""


def test_a_get_ready_names_exercise_and_side_and_the_starting_position(english: Wording) -> None:
    plan = plan_of_blocks(rest_block(), sides=Sides.EACH)
    assert said(plan, english, K.GET_READY) == ["Drill, right side", "Lie down.", "Feet up.", "Ribs heavy."]
    assert said(plan, english, K.SWITCH_SIDES) == [
        "Switch sides. Now the left side.",
        "Lie down.",
        "Feet up.",
        "Ribs heavy.",
    ]


def test_the_starting_position_is_told_in_order_as_far_as_the_time_goes(english: Wording) -> None:
    lines = (
        "Lie down.",
        "A line that is so long that the rest of the ten seconds can in no way hold it all " * 2,
        "Go",
    )
    plan = plan_of(exercise(rest_block(), starting_position=lines))
    assert said(plan, english, K.GET_READY) == ["Drill", "Lie down."]


def test_ten_seconds_more_only_add_lines(english: Wording) -> None:
    plan = plan_of(exercise(rest_block(), starting_position=("Lie flat on your back, both legs long.",) * 5))
    short, longer = score_of(plan, english).spoken, score_of(plan.with_length(0, 20_000), english).spoken
    before = [line for line in short if line.at < 10.0]
    assert list(longer[: len(before)]) == before
    assert len([line for line in longer if line.at < 20.0]) > len(before)


def test_words_are_said_in_the_first_cycle_then_how_many_are_left(english: Wording) -> None:
    block = breathing(5, 3.0, 2.0, pause=2.0, cues={})
    assert in_block(block, english) == ["Inhale", "Exhale", "Two more", "Last one"]


@pytest.mark.parametrize(
    ("presses", "words"),
    [(1, []), (2, ["Last one"]), (3, ["Two more", "Last one"])],
)
def test_the_first_cycle_does_not_say_how_many_are_left(presses: int, words: list[str], english: Wording) -> None:
    assert in_block(contract_relax(presses, cues={}), english) == ["Press", "Relax", *words]


def test_the_main_cue_is_that_of_the_longest_phase_and_is_said_once(english: Wording) -> None:
    block = breathing(3, 3.0, 5.0, cues={K.INHALE: "In.", K.EXHALE: "Breathe out slowly."})
    assert in_block(block, english) == ["Inhale", "Exhale", "Breathe out slowly.", "Two more", "Last one"]


def test_of_two_phases_alike_the_first_has_the_main_cue(english: Wording) -> None:
    block = contract_relax(1, 6.0, 6.0, cues={K.PRESS: "Foot down.", K.RELAX: "Let go."})
    assert in_block(block, english) == ["Press", "Foot down.", "Relax"]


def test_what_the_first_cycle_can_not_hold_is_said_in_the_next_ones(english: Wording) -> None:
    block = reps(5, squeeze=2.0, lower=2.0, cues={K.SQUEEZE: "Buttock on. Draw the heel in."})
    plan = plan_of_blocks(block)
    lines = [(line.at, line.text) for line in score_of(plan, english).spoken if 10.0 <= line.at < plan.end]
    assert lines == [
        (10.25, "Squeeze"),
        (12.3, "Release"),
        (14.25, "Buttock on."),
        (18.25, "Draw the heel in."),
        (22.25, "Two more"),
        (26.25, "Last one"),
    ]


def test_a_cue_that_no_cycle_can_hold_is_not_said(english: Wording) -> None:
    assert in_block(reps(2, squeeze=1.2, lower=0.5), english) == ["Squeeze", "Last one"]


def test_words_come_again_after_a_rest_and_a_rest_says_its_cue_once(english: Wording) -> None:
    block = reps(1, squeeze=5.0, lower=0.0, sets=3, rest=20.0, cues={K.SQUEEZE: "Both on.", K.REST: "Lie easy."})
    assert in_block(block, english) == ["Squeeze", "Both on.", "Rest", "Lie easy.", "Squeeze", "Rest", "Squeeze"]


def test_every_hold_is_announced_and_counted_out(english: Wording) -> None:
    block = hold(2, 25.0, 15.0, cues={K.HOLD: "Push feet apart.", K.REST: "Stand easy."})
    assert in_block(block, english) == [
        *("Hold", "Push feet apart.", "Ten", "Five"),
        *("Rest", "Stand easy."),
        *("Hold", "Last one", "Ten", "Five"),
    ]
    times = [line.at for line in score_of(plan_of_blocks(block), english).spoken if line.text in ("Ten", "Five")]
    assert times == [25.0, 30.0, 65.0, 70.0]


def test_a_short_hold_is_not_counted_out_over_its_own_words(english: Wording) -> None:
    assert in_block(hold(1, 5.0), english) == ["Hold", "Cue for hold."]
    assert in_block(hold(1, 7.0, cues={}), english) == ["Hold", "Five"]


def test_a_walk_says_a_minute_and_ten_seconds(english: Wording) -> None:
    assert in_block(walk(300.0), english) == ["Walk", "Cue for walk.", "One minute", "Ten"]


def test_a_wait_says_all_of_its_cue(english: Wording) -> None:
    plan = plan_of_blocks(untimed())
    assert said(plan, english, K.WAIT) == ["Your time", "Cue for wait-for-me."]


def test_a_second_round_says_the_words_again_but_not_the_cue(english: Wording) -> None:
    plan = plan_of(exercise(contract_relax(1, cues={K.PRESS: "Foot down."}), rounds=count(2)))
    assert said(plan, english, K.PRESS) == ["Press", "Foot down.", "Press"]


def test_after_a_stop_the_exercise_and_the_words_are_said_again(english: Wording) -> None:
    plan = plan_of_blocks(contract_relax(3, cues={K.PRESS: "Foot down."}), sides=Sides.EACH)
    timeline, start = rejoined(plan, 3, lead_in=True)
    lines = [line.text for line in score_of(timeline, english).spoken if start <= line.at < start + 15.0]
    assert lines == ["Drill, right side", "Press", "Two more", "Foot down.", "Relax"]


def test_where_three_seconds_can_not_hold_the_exercise_they_say_get_ready(english: Wording) -> None:
    plan = plan_of(exercise(hold(), title="An exercise whose title takes its time to say"))
    timeline, start = rejoined(plan, 1, lead_in=True)
    assert [line.text for line in score_of(timeline, english).spoken if start <= line.at < start + 3.0] == ["Get ready"]


def test_a_session_says_that_it_is_over_after_its_last_figure(english: Wording) -> None:
    score = score_of(plan_of_blocks(rest_block(20.0)), english)
    assert (score.spoken[-1].text, score.spoken[-1].at) == ("Session finished", 32.0)


def test_what_has_no_words_is_not_said(english: Wording) -> None:
    silence: Wording = Silence(english)  # type: ignore[assignment]
    assert score_of(plan_of_blocks(hold(), untimed()), silence).spoken == ()
    assert score_of(plan_of_blocks(hold(), walk()), silence).spoken == ()


def test_a_slow_voice_says_less_and_a_fast_one_more(english: Wording) -> None:
    plan = plan_of(exercise(rest_block(), starting_position=("Lie flat on your back, both legs long.",) * 5))
    slow, usual, fast = (len(score_of(plan, english, pace=pace).spoken) for pace in (0.5, 1.0, 2.0))
    assert slow < usual < fast
