import pytest

from fakes import breathing, contract_relax, hold, plan_of_blocks, reps, rest_block, untimed, walk
from ribdown.core.blocks import SegmentKind
from ribdown.core.breath import breath_level
from ribdown.core.content import Sides
from ribdown.core.cues.sound import Sound, Tone, sound_of
from ribdown.core.phases import phase_of

EVERYTHING = plan_of_blocks(
    breathing(pause=1.0, sets=2, rest=5.0),
    contract_relax(),
    reps(lift=1.0),
    reps(id="squeeze"),
    hold(),
    rest_block(),
    walk(),
    untimed(),
    sides=Sides.EACH,
)


def test_two_phases_never_share_a_sound_and_only_the_pause_has_none() -> None:
    sounds = {phase_of(segment).word: sound_of(segment) for segment in EVERYTHING.segments}
    assert len(sounds) == len(SegmentKind) + 1  # letting go is not lowering
    assert [word for word, sound in sounds.items() if sound is None] == ["Pause"]
    assert len(set(sounds.values())) == len(sounds)


def test_no_phase_sounds_like_a_figure_or_a_tick() -> None:
    phases = {sound_of(segment) for segment in EVERYTHING.segments}
    others = {Sound.EXERCISE_END, Sound.SESSION_END, Sound.SECOND, Sound.MARK, Sound.COUNTDOWN}
    assert set(Sound) == {sound for sound in phases if sound} | others
    assert not phases & others
    assert {sound for sound in Sound if sound.is_tick} == {Sound.SECOND, Sound.MARK, Sound.COUNTDOWN}


def test_where_nothing_is_lifted_the_muscle_lets_go() -> None:
    assert sound_of(plan_of_blocks(reps(lift=1.0)).segments[3]) is Sound.LOWER
    assert sound_of(plan_of_blocks(reps(lift=0.0)).segments[2]) is Sound.RELEASE


def test_every_sound_that_does_not_last_as_long_as_its_phase_is_short() -> None:
    lasting = {sound for sound in Sound if sound.seconds is None}
    assert lasting == {Sound.INHALE, Sound.EXHALE, Sound.PRESS}
    assert {sound for sound in Sound if sound.gives_way} == lasting | {Sound.RELAX}
    quiet = {sound: sound.seconds for sound in Sound if not sound.gives_way and sound is not Sound.SESSION_END}
    assert all(seconds is not None and seconds < 1 for seconds in quiet.values())


@pytest.mark.parametrize("kind", [SegmentKind.INHALE, SegmentKind.EXHALE])
@pytest.mark.parametrize(("seconds", "done"), [(2.0, 0.0), (5.0, 0.0), (3.0, 1.5)])
def test_the_curve_of_a_breath_is_the_breath_level(kind: SegmentKind, seconds: float, done: float) -> None:
    tone = Tone(12.0, seconds, Sound(kind), done)
    assert tone.end == 12.0 + seconds
    for step in range(201):
        since = seconds * step / 200
        assert tone.level(since) == breath_level(kind, (done + since) / (done + seconds))


def test_a_breath_rises_and_falls_and_nothing_else_has_a_level() -> None:
    inhale, exhale = Tone(0.0, 2.0, Sound.INHALE), Tone(0.0, 2.0, Sound.EXHALE)
    assert (inhale.level(0.0), inhale.level(2.0)) == (0.0, 1.0)
    assert (exhale.level(0.0), exhale.level(2.0)) == (1.0, 0.0)
    assert {Tone(0.0, 2.0, sound).level(1.0) for sound in Sound if sound.value not in ("inhale", "exhale")} == {0.0}
