"""What holds for every score: of the bundled content, and of whatever a person makes of a session."""

from collections.abc import Callable
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import Driver, breathing, contract_relax, exercise, hold, plan_of, reps, rest_block, untimed, walk
from ribdown.core.blocks import CHANGES, SegmentKind
from ribdown.core.content import Sides
from ribdown.core.cues.score import Score, score_of
from ribdown.core.cues.sound import Sound, sound_of
from ribdown.core.cues.wording import Wording
from ribdown.core.phases import Ring, phase_of
from ribdown.core.timeline import Segment, Timeline

K = SegmentKind
PLANS = [
    plan_of(
        exercise(breathing(3, 2.5, 4.5, pause=0.5, sets=2, rest=3.0), contract_relax(), sides=Sides.EACH),
        exercise(untimed(), hold(2, 25.0, 15.0), title="Another drill"),
    ),
    plan_of(exercise(reps(4, lift=1.0), rest_block(), walk(70.0)), exercise(untimed("one"), untimed("two"))),
]


def known(timeline: Timeline) -> list[tuple[Segment, float, float]]:
    """The segments that take time and whose start is known, with start and end."""
    starts = (*timeline.starts, timeline.end)
    rows = zip(timeline.segments, starts, starts[1:], strict=False)
    return [(segment, start, end) for segment, start, end in rows if start < end]


def assert_sound(score: Score, timeline: Timeline) -> None:
    assert_chunks_tile_the_timeline(score, timeline)
    assert_every_phase_starts_with_its_sound(score, timeline)
    assert_every_counted_phase_is_counted_down(score, timeline)
    assert_nothing_outlives_its_room(score, timeline)


def assert_chunks_tile_the_timeline(score: Score, timeline: Timeline) -> None:
    assert score.chunks[0].start == 0.0
    assert score.chunks[-1].end == timeline.end
    assert all(one.end == other.start for one, other in pairwise(score.chunks))
    for chunk in score.chunks:
        inside = [segment for segment, start, _ in known(timeline) if chunk.start <= start < chunk.end]
        assert len({(s.run.turn.exercise_number, s.run.turn.side_number) for s in inside}) == 1
        assert all(chunk.start <= tone.at and tone.end <= chunk.silent_from + 1e-9 for tone in chunk.tones)
        waits = any(segment.ms is None for segment in inside)
        assert (chunk.end == inf) is waits
        assert len(inside) == 1 or not waits


def assert_every_phase_starts_with_its_sound(score: Score, timeline: Timeline) -> None:
    tones = [tone for tone in score.tones if not tone.sound.is_tick]
    expected = []
    for segment, start, end in known(timeline):
        if segment.kind is K.GET_READY and not segment.lead_in and segment.run.turn.exercise_number > 1:
            expected.append((start, Sound.EXERCISE_END))
            start = next(tone.end for tone in tones if tone.at == start and tone.sound is Sound.EXERCISE_END)
            assert start < end
        sound = sound_of(segment)
        expected += [(start, sound)] if sound else []
    if timeline.end < inf:
        expected.append((timeline.end, Sound.SESSION_END))
    assert [(tone.at, tone.sound) for tone in tones] == expected


def assert_every_counted_phase_is_counted_down(score: Score, timeline: Timeline) -> None:
    ticks = [tone.at for tone in score.tones if tone.sound is Sound.COUNTDOWN]
    expected = [
        end - n
        for segment, start, end in known(timeline)
        if phase_of(segment).ring is not Ring.CONTINUOUS and segment.ms is not None
        for n in (3, 2, 1)
        if (segment.kind in CHANGES or end - start + segment.before_ms / 1000 >= 4) and end - n >= start + 0.5
    ]
    assert ticks == pytest.approx(expected)


def assert_nothing_outlives_its_room(score: Score, timeline: Timeline) -> None:
    own = [tone for tone in score.tones if not tone.sound.is_tick]
    assert all(tone.seconds > 0 for tone in score.tones)
    assert all(one.end <= other.at + 1e-9 for one, other in pairwise(own))
    assert all(one.end <= other.at for one, other in pairwise(score.spoken))
    for tone in score.tones:
        if tone.sound is not Sound.SESSION_END:
            assert tone.end <= timeline.at(tone.at + 1e-6).end + 1e-9
    for line in score.spoken:
        assert line.text
        assert line.at >= timeline.end or line.end <= timeline.at(line.at).end
        chunk = score.chunks[score.index_at(line.at)]
        # After the end of a session there is no long tone to make softer.
        assert line.at >= timeline.end or any(span.start <= line.at and line.end <= span.end for span in chunk.ducked)


def test_the_score_of_every_bundled_plan(bundled_plan: Timeline, english: Wording) -> None:
    assert_sound(score_of(bundled_plan, english), bundled_plan)


@given(st.data())
def test_the_score_of_a_session_however_it_is_played(english: Wording, data: st.DataObject) -> None:
    driver = Driver(data.draw(st.sampled_from(PLANS), label="plan"))
    moves: dict[str, Callable[[], object]] = {
        "skip": driver.skip,
        "back": driver.back,
        "ten more": driver.ten_more,
        "stop and go on": lambda: driver.pause() + driver.resume(),
    }
    for move in data.draw(st.lists(st.sampled_from(sorted(moves)), max_size=8), label="moves"):
        driver.run(data.draw(st.integers(0, 60_000), label="ms") / 1000)
        moves[move]()
        timeline = driver.session.timeline
        score = score_of(timeline, english)
        assert_sound(score, timeline)
        here = driver.session.position
        if here.start < here.end:
            chunk = score.chunks[score.index_at(here.elapsed)]
            assert chunk.start <= here.elapsed <= chunk.end
