import pytest

from fakes import breathing, contract_relax, exercise, hold, plan_of, plan_of_blocks, reps, rest_block, untimed, walk
from ribdown.core.blocks import AnyBlock
from ribdown.core.cues.place import stretches_of
from ribdown.core.cues.sound import Sound
from ribdown.core.cues.tones import phase_tones, session_end
from ribdown.core.plan import PlanOptions
from ribdown.core.rejoin import rejoined
from ribdown.core.timeline import Timeline

S = Sound


def heard(timeline: Timeline, index: int) -> list[tuple[float, Sound]]:
    """The tones of one phase, from its start."""
    place = [place for stretch in stretches_of(timeline) for place in stretch][index]
    return [(round(tone.at - place.start, 6), tone.sound) for tone in phase_tones(place)]


def first_phase(block: AnyBlock) -> list[tuple[float, Sound]]:
    return heard(plan_of_blocks(block), 1)


def countdown(*at: float) -> list[tuple[float, Sound]]:
    return [(time, S.COUNTDOWN) for time in at]


def test_a_get_ready_is_counted_down() -> None:
    assert heard(plan_of_blocks(rest_block()), 0) == [(0.0, S.GET_READY), *countdown(7.0, 8.0, 9.0)]


def test_a_breath_has_its_tone_and_no_ticks() -> None:
    plan = plan_of_blocks(breathing(1, 6.0, 8.0, pause=5.0))
    assert [heard(plan, index) for index in (1, 2, 3)] == [[(0.0, S.INHALE)], [(0.0, S.EXHALE)], []]
    place = stretches_of(plan)[0][1]
    assert [tone.seconds for tone in phase_tones(place)] == [6.0]


def test_a_press_is_steady_and_ticks_each_second() -> None:
    assert first_phase(contract_relax(press=6.0)) == [
        (0.0, S.PRESS),
        (1.0, S.SECOND),
        (2.0, S.SECOND),
        *countdown(3.0, 4.0, 5.0),
    ]
    place = stretches_of(plan_of_blocks(contract_relax(press=6.0)))[0][1]
    assert phase_tones(place)[0].seconds == 6.0


def test_a_press_counts_in_step_with_the_number_on_screen() -> None:
    assert first_phase(contract_relax(press=5.5))[1:] == [
        (0.5, S.SECOND),
        (1.5, S.SECOND),
        *countdown(2.5, 3.5, 4.5),
    ]


def test_a_short_press_still_ticks_but_is_not_counted_down() -> None:
    assert first_phase(contract_relax(press=3.0)) == [(0.0, S.PRESS), (1.0, S.SECOND), (2.0, S.SECOND)]


def test_a_relax_falls_softly_at_its_start() -> None:
    plan = plan_of_blocks(contract_relax(relax=6.0))
    assert heard(plan, 2) == [(0.0, S.RELAX), *countdown(3.0, 4.0, 5.0)]
    assert phase_tones(stretches_of(plan)[0][2])[0].seconds == S.RELAX.seconds


@pytest.mark.parametrize(("length", "ticks"), [(2.0, ()), (3.9, ()), (4.0, (1.0, 2.0, 3.0)), (10.0, (7.0, 8.0, 9.0))])
def test_only_phases_of_4_seconds_and_more_are_counted_down(length: float, ticks: tuple[float, ...]) -> None:
    assert first_phase(reps(squeeze=length)) == [(0.0, S.SQUEEZE), *countdown(*ticks)]


def test_a_hold_has_a_mark_each_ten_seconds_before_its_countdown() -> None:
    assert first_phase(hold(length=25.0)) == [
        (0.0, S.HOLD),
        (10.0, S.MARK),
        (20.0, S.MARK),
        *countdown(22.0, 23.0, 24.0),
    ]


@pytest.mark.parametrize("length", [10.0, 12.0, 13.0, 13.4])
def test_a_mark_gives_way_to_the_countdown(length: float) -> None:
    assert [sound for _, sound in first_phase(hold(length=length))] == [S.HOLD, *[S.COUNTDOWN] * 3]


def test_a_walk_has_a_mark_each_minute() -> None:
    marks = [at for at, sound in first_phase(walk(300.0)) if sound is S.MARK]
    assert marks == [60.0, 120.0, 180.0, 240.0]


def test_a_hold_that_goes_on_keeps_its_marks() -> None:
    timeline, _ = rejoined(plan_of_blocks(hold(length=25.0)), 1, lead_in=True, before_ms=7250)
    assert heard(timeline, 3) == [(0.0, S.HOLD), (2.75, S.MARK), (12.75, S.MARK), *countdown(14.75, 15.75, 16.75)]
    place = stretches_of(timeline)[1][1]
    assert phase_tones(place)[0].done == 7.25


def test_a_mark_does_not_fall_into_the_sound_that_a_hold_goes_on_with() -> None:
    timeline, _ = rejoined(plan_of_blocks(hold(length=25.0)), 1, lead_in=True, before_ms=9800)
    assert [at for at, sound in heard(timeline, 3) if sound is S.MARK] == [10.2]


def test_the_end_of_a_hold_is_counted_down_however_little_is_left() -> None:
    timeline, _ = rejoined(plan_of_blocks(hold(length=25.0)), 1, lead_in=True, before_ms=22_400)
    assert heard(timeline, 3) == [(0.0, S.HOLD), *countdown(0.6, 1.6)]


def test_the_get_ready_after_a_stop_is_two_and_one() -> None:
    timeline, _ = rejoined(plan_of_blocks(hold()), 1, lead_in=True)
    assert heard(timeline, 1) == [(0.0, S.GET_READY), *countdown(1.0, 2.0)]


def test_a_wait_has_its_sound_and_nothing_counts() -> None:
    assert first_phase(untimed()) == [(0.0, S.WAIT)]


def test_the_next_exercise_starts_with_the_end_of_the_one_before() -> None:
    plan = plan_of(exercise(walk(60.0)), exercise(walk(60.0)))
    assert heard(plan, 2)[:2] == [(0.0, S.EXERCISE_END), (S.EXERCISE_END.seconds, S.GET_READY)]
    timeline, _ = rejoined(plan, 3, lead_in=True)
    assert heard(timeline, 3)[0] == (0.0, S.GET_READY)


def test_sounds_are_shortened_to_the_room_there_is() -> None:
    plan = plan_of(exercise(walk(60.0)), exercise(reps(squeeze=0.1)), options=PlanOptions(get_ready=0.7))
    figure, start = phase_tones(stretches_of(plan)[1][0])
    assert (figure.sound, start.sound) == (S.EXERCISE_END, S.GET_READY)
    assert figure.seconds == pytest.approx(0.45)
    assert start.end == pytest.approx(0.7 + 60.0 + 0.7)
    assert [tone.seconds for tone in phase_tones(stretches_of(plan)[1][1])] == pytest.approx([0.1])


def test_a_session_ends_in_a_figure() -> None:
    assert (session_end(20.0).at, session_end(20.0).sound, session_end(20.0).seconds) == (20.0, S.SESSION_END, 2.0)
