import pytest

from fakes import breathing, exercise, hold, plan_of, walk
from ribdown.core.blocks import AnyBlock
from ribdown.core.content import Mistake
from ribdown.core.figure.asides import mistake_of, mistake_shown
from ribdown.core.moment import moment_at

READY = 10.0
ARCHED, TIPPED = Mistake("Arched", "Tuck.", pose="arched"), Mistake("Tipped", "Rise.", pose="tipped")
UNSEEN = Mistake("Rushing", "Slow down.")


def shown(block: AnyBlock, length: float, *mistakes: Mistake) -> list[tuple[float, str]]:
    """Where the figure begins to show another thing, in seconds of a block, and which mistake's pose that is."""
    plan = plan_of(exercise(block, mistakes=mistakes))
    changes = [(0.0, "")]
    for tenth in range(int(length * 10)):
        mistake = mistake_shown(moment_at(plan, READY + tenth / 10))
        pose = mistake.pose if mistake else ""
        if pose != changes[-1][1]:
            changes.append((tenth / 10, pose))
    return changes


def test_a_long_hold_shows_two_mistakes_and_no_more() -> None:
    expected = [(0.0, ""), (6.0, "arched"), (9.0, ""), (16.0, "tipped"), (19.0, "")]
    assert shown(hold(1, 60), 60, ARCHED, UNSEEN, TIPPED) == expected


def test_a_walk_shows_one_a_minute() -> None:
    starts = [start for start, pose in shown(walk(200), 200, ARCHED, UNSEEN, TIPPED) if pose]
    assert starts == [20.0, 80.0, 140.0]


@pytest.mark.parametrize("length", [18.0, 20.0, 30.0])
def test_a_hold_ends_as_it_should_be(length: float) -> None:
    plan = plan_of(exercise(hold(1, length), mistakes=(ARCHED, UNSEEN)))
    last = [mistake_shown(moment_at(plan, READY + length - left / 10)) for left in range(1, 40)]
    assert last == [None] * len(last)


@pytest.mark.parametrize("block", [hold(1, 5), hold(1, 14.5), walk(29)])
def test_what_is_short_shows_none(block: AnyBlock) -> None:
    assert shown(block, 29, ARCHED, UNSEEN) == [(0.0, "")]


def test_without_a_picture_there_is_none() -> None:
    assert shown(hold(1, 40), 40, UNSEEN, UNSEEN) == [(0.0, "")]


def test_neither_a_breath_nor_getting_ready_shows_one() -> None:
    plan = plan_of(exercise(breathing(1, exhale=20), mistakes=(ARCHED, UNSEEN)))
    assert not any(mistake_shown(moment_at(plan, second / 2)) for second in range(60))


def test_all_mistakes_take_turns_from_breath_to_breath() -> None:
    plan = plan_of(exercise(breathing(3, inhale=2, exhale=4), mistakes=(UNSEEN, ARCHED)))
    named = [mistake_of(moment_at(plan, READY + 6 * breath + 1)) for breath in range(3)]
    assert named == [UNSEEN, ARCHED, UNSEEN]


def test_in_a_long_hold_they_take_turns_every_ten_seconds_but_for_the_one_that_is_shown() -> None:
    plan = plan_of(exercise(hold(1, 40), mistakes=(UNSEEN, ARCHED)))
    named = [mistake_of(moment_at(plan, READY + second)) for second in (1, 7, 9.5, 11, 21)]
    assert named == [UNSEEN, ARCHED, UNSEEN, ARCHED, UNSEEN]


def test_a_block_without_mistakes_of_its_own_names_none() -> None:
    elsewhere = (Mistake("Arched", "Tuck.", blocks=("hold",)), Mistake("Tipped", "Rise.", blocks=("hold",)))
    plan = plan_of(exercise(breathing(1), hold(1, 20), mistakes=elsewhere))
    assert mistake_of(moment_at(plan, READY + 1)) is None
