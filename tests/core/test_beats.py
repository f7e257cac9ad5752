from fakes import breathing, contract_relax, count, hold, reps, rest_block, seconds, untimed, walk
from ribdown.core.beats import Beat, block_beats
from ribdown.core.blocks import AnyBlock, SegmentKind

K = SegmentKind


def kinds(block: AnyBlock) -> list[SegmentKind]:
    return [beat.kind for beat in block_beats(block)]


def test_a_breath_is_inhale_exhale_and_pause() -> None:
    assert block_beats(breathing(1, 2.5, 5.0, pause=1.0)) == [
        Beat(K.INHALE, 2500),
        Beat(K.EXHALE, 5000),
        Beat(K.PAUSE, 1000),
    ]


def test_a_phase_of_no_length_is_left_out() -> None:
    assert kinds(breathing(1, pause=0.0)) == [K.INHALE, K.EXHALE]


def test_breaths_are_counted_within_a_set_and_sets_within_a_block() -> None:
    beats = block_beats(breathing(2, sets=2, rest=20.0))
    assert [(beat.kind, beat.cycle, beat.cycles, beat.set, beat.sets) for beat in beats] == [
        (K.INHALE, 1, 2, 1, 2),
        (K.EXHALE, 1, 2, 1, 2),
        (K.INHALE, 2, 2, 1, 2),
        (K.EXHALE, 2, 2, 1, 2),
        (K.REST, 2, 2, 1, 2),
        (K.INHALE, 1, 2, 2, 2),
        (K.EXHALE, 1, 2, 2, 2),
        (K.INHALE, 2, 2, 2, 2),
        (K.EXHALE, 2, 2, 2, 2),
    ]


def test_sets_have_a_rest_between_them_and_none_after_the_last() -> None:
    assert kinds(breathing(1, sets=3, rest=20.0)).count(K.REST) == 2
    assert kinds(breathing(1, sets=3, rest=20.0))[-1] is K.EXHALE


def test_every_press_is_followed_by_a_relax() -> None:
    assert block_beats(contract_relax(2, 5.0, 6.0)) == [
        Beat(K.PRESS, 5000, 1, 2),
        Beat(K.RELAX, 6000, 1, 2),
        Beat(K.PRESS, 5000, 2, 2),
        Beat(K.RELAX, 6000, 2, 2),
    ]


def test_a_repetition_lifts_squeezes_and_lowers() -> None:
    assert kinds(reps(1, squeeze=3.0, lift=1.0, lower=2.0)) == [K.LIFT, K.SQUEEZE, K.LOWER]


def test_a_repetition_that_goes_down_first_ends_up() -> None:
    assert block_beats(reps(1, squeeze=1.0, lift=2.0, lower=3.0, down_first=True)) == [
        Beat(K.LOWER, 3000),
        Beat(K.SQUEEZE, 1000),
        Beat(K.LIFT, 2000),
    ]


def test_repetitions_come_in_sets_with_a_rest_between() -> None:
    block = reps(2, squeeze=3.0, lower=0.0, sets=count(2), rest=seconds(20.0))
    assert block_beats(block) == [
        Beat(K.SQUEEZE, 3000, 1, 2, 1, 2),
        Beat(K.SQUEEZE, 3000, 2, 2, 1, 2),
        Beat(K.REST, 20_000, 2, 2, 1, 2),
        Beat(K.SQUEEZE, 3000, 1, 2, 2, 2),
        Beat(K.SQUEEZE, 3000, 2, 2, 2, 2),
    ]


def test_holds_have_a_rest_between_them_and_none_after_the_last() -> None:
    assert block_beats(hold(2, 25.0, 15.0)) == [
        Beat(K.HOLD, 25_000, 1, 2),
        Beat(K.REST, 15_000, 1, 2),
        Beat(K.HOLD, 25_000, 2, 2),
    ]


def test_holds_without_a_rest_follow_each_other() -> None:
    assert kinds(hold(2, 25.0, rest=0.0)) == [K.HOLD, K.HOLD]


def test_a_single_hold_has_no_rest() -> None:
    assert kinds(hold(1)) == [K.HOLD]


def test_rest_walk_and_untimed_are_one_beat_each() -> None:
    assert block_beats(rest_block(20.0)) == [Beat(K.REST, 20_000)]
    assert block_beats(walk(120.0)) == [Beat(K.WALK, 120_000)]
    assert block_beats(untimed()) == [Beat(K.WAIT, None)]
