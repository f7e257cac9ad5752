from math import inf

import pytest

from fakes import breathing, contract_relax, exercise, hold, plan_of, plan_of_blocks, rest_block, untimed
from ribdown.core.content import Sides
from ribdown.core.cues.score import Span, ending, score_of
from ribdown.core.cues.sound import Sound
from ribdown.core.cues.wording import Wording
from ribdown.core.plan import PlanOptions
from ribdown.core.rejoin import rejoined
from ribdown.core.timeline import Timeline


def edges(timeline: Timeline, english: Wording) -> list[tuple[float, float]]:
    return [(chunk.start, chunk.end) for chunk in score_of(timeline, english).chunks]


def test_a_chunk_is_a_turn(english: Wording) -> None:
    plan = plan_of(exercise(rest_block(20.0), sides=Sides.EACH), exercise(hold(1, 25.0)))
    assert edges(plan, english) == [(0.0, 30.0), (30.0, 60.0), (60.0, 95.0)]


def test_after_a_stop_the_rest_of_the_turn_is_a_chunk(english: Wording) -> None:
    plan = plan_of_blocks(hold(1, 25.0), rest_block(20.0))
    timeline, start = rejoined(plan, 1, lead_in=True, before_ms=5000)
    assert start == 15.0
    assert edges(timeline, english) == [(0.0, 15.0), (15.0, 58.0)]


def test_a_skip_of_a_get_ready_stays_in_its_chunk(english: Wording) -> None:
    timeline, start = rejoined(plan_of_blocks(rest_block(20.0)), 1, lead_in=False)
    assert edges(timeline, english) == [(0.0, 30.0)]
    assert start == 10.0


def test_a_wait_is_a_chunk_of_its_own_and_the_last_that_is_known(english: Wording) -> None:
    plan = plan_of_blocks(untimed("look"), rest_block(20.0))
    score = score_of(plan, english)
    assert edges(plan, english) == [(0.0, 10.0), (10.0, inf)]
    assert [tone.sound for tone in score.chunks[1].tones] == [Sound.WAIT]
    assert score.chunks[1].seconds == pytest.approx(Sound.WAIT.seconds)
    assert "Session finished" not in [line.text for line in score.spoken]


def test_after_a_wait_the_score_goes_on(english: Wording) -> None:
    timeline, start = rejoined(plan_of_blocks(untimed("look"), rest_block(20.0)), 2, lead_in=False)
    assert start == 10.0
    assert edges(timeline, english) == [(0.0, 30.0)]
    assert Sound.REST in [tone.sound for tone in score_of(timeline, english).tones if tone.at == 10.0]


def test_the_sound_of_a_session_goes_on_for_its_last_figure(english: Wording) -> None:
    plan = plan_of(exercise(rest_block(20.0), sides=Sides.EACH))
    first, last = score_of(plan, english).chunks
    assert (first.seconds, last.seconds) == (30.0, 32.0)
    assert (last.silent_from, last.tones[-1].sound) == (62.0, Sound.SESSION_END)


def test_a_session_that_ends_in_a_wait_ends_like_any_other(english: Wording) -> None:
    whole = score_of(plan_of_blocks(rest_block(20.0)), english)
    end = ending(30.0, english)
    assert (end.tones, end.spoken) == (whole.tones[-1:], whole.spoken[-1:])
    assert [(chunk.start, chunk.end, chunk.silent_from) for chunk in end.chunks] == [(30.0, 30.0, 32.0)]
    assert ending(30.0, english, voice=False).spoken == ()


def test_the_chunk_at_a_moment(english: Wording) -> None:
    score = score_of(plan_of(exercise(rest_block(20.0), sides=Sides.EACH)), english)
    moments = (-1.0, 0.0, 29.999, 30.0, 60.0, 99.0)
    assert [score.index_at(moment) for moment in moments] == [0, 0, 0, 1, 1, 1]


def test_tones_of_all_chunks_are_the_tones_of_the_score(english: Wording) -> None:
    score = score_of(plan_of(exercise(hold(), sides=Sides.EACH)), english)
    assert score.tones == score.chunks[0].tones + score.chunks[1].tones
    assert list(score.tones) == sorted(score.tones, key=lambda tone: tone.at)


def test_tones_stay_soft_between_two_lines(english: Wording) -> None:
    score = score_of(plan_of_blocks(contract_relax(1, 6.0, 6.0, cues={})), english)
    opening, press, relax = score.chunks[0].ducked[:3]
    lines = [line for line in score.spoken if line.at < 10.0]
    assert len(lines) == 4
    assert opening == Span(lines[0].at, lines[-1].end)
    assert (press.start, relax.start) == (10.0, 16.0)


def test_without_a_voice_nothing_is_said_and_no_tone_gets_softer(english: Wording) -> None:
    plan = plan_of_blocks(breathing(), contract_relax())
    silent, spoken = score_of(plan, english, voice_from=inf), score_of(plan, english)
    assert silent.spoken == ()
    assert [chunk.ducked for chunk in silent.chunks] == [()]
    assert silent.tones == spoken.tones


def test_a_voice_that_comes_later_says_first_what_matters_and_only_what_has_room(english: Wording) -> None:
    plan = plan_of_blocks(contract_relax(1, 6.0, 6.0))
    whole, late = score_of(plan, english), score_of(plan, english, voice_from=4.0)
    assert [(line.at, line.text) for line in late.spoken][:1] == [(4.0, whole.spoken[0].text)]
    assert all(line.end <= 10.0 for line in late.spoken if line.at < 10.0)
    assert [line for line in late.spoken if line.at >= 10.0] == [line for line in whole.spoken if line.at >= 10.0]
    assert min(span.start for chunk in late.chunks for span in chunk.ducked) == 4.0


def test_what_has_no_length_is_left_out(english: Wording) -> None:
    plan = plan_of(exercise(rest_block(20.0)), options=PlanOptions(get_ready=0.0))
    assert edges(plan, english) == [(0.0, 20.0)]
    assert score_of(plan, english).tones[0].sound is Sound.REST
    nothing = score_of(Timeline(plan.segments[:1]), english)
    assert (nothing.chunks, nothing.spoken) == ((), ())
