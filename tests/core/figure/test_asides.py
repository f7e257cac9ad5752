import pytest

from fakes import breathing, exercise, hold, plan_of, walk
from ribdown.core.content import Mistake
from ribdown.core.figure.asides import LONG, mistake_shown
from ribdown.core.moment import moment_at

READY = 10.0
ARCHED, TIPPED = Mistake("Arched", "Tuck.", pose="arched"), Mistake("Tipped", "Rise.", pose="tipped")
UNSEEN = Mistake("Rushing", "Slow down.")


def shown(length: float, *mistakes: Mistake) -> list[tuple[float, str]]:
    """Where the figure begins to show another thing, in seconds of a hold, and which mistake's pose that is."""
    plan = plan_of(exercise(hold(1, length), mistakes=mistakes))
    changes: list[tuple[float, str]] = []
    for tenth in range(int(length * 10)):
        mistake = mistake_shown(moment_at(plan, READY + tenth / 10))
        pose = mistake.pose if mistake else ""
        if not changes or pose != changes[-1][1]:
            changes.append((tenth / 10, pose))
    return changes


def test_the_mistakes_of_a_long_hold_take_turns() -> None:
    expected = [(0.0, ""), (6.0, "arched"), (9.0, ""), (16.0, "tipped"), (19.0, ""), (26.0, "arched"), (29.0, "")]
    assert shown(40, ARCHED, UNSEEN, TIPPED)[:7] == expected


@pytest.mark.parametrize("length", [18.0, 20.0, 30.0])
def test_a_hold_ends_as_it_should_be(length: float) -> None:
    plan = plan_of(exercise(hold(1, length), mistakes=(ARCHED, UNSEEN)))
    last = [mistake_shown(moment_at(plan, READY + length - left / 10)) for left in range(1, 40)]
    assert last == [None] * len(last)


@pytest.mark.parametrize("length", [5.0, LONG - 0.5])
def test_a_short_hold_shows_none(length: float) -> None:
    assert shown(length, ARCHED, UNSEEN) == [(0.0, "")]


def test_without_a_picture_there_is_none() -> None:
    assert shown(40, UNSEEN, UNSEEN) == [(0.0, "")]


def test_a_walk_shows_them_too_and_a_long_breath_does_not() -> None:
    mistakes = (ARCHED, UNSEEN)
    walking = plan_of(exercise(walk(60), mistakes=mistakes))
    breathing_ = plan_of(exercise(breathing(1, exhale=20), mistakes=mistakes))
    assert any(mistake_shown(moment_at(walking, READY + second)) for second in range(60))
    assert not any(mistake_shown(moment_at(breathing_, second / 2)) for second in range(60))


def test_getting_ready_shows_none() -> None:
    plan = plan_of(exercise(hold(1, 40), mistakes=(ARCHED, UNSEEN)))
    assert not any(mistake_shown(moment_at(plan, tenth / 10)) for tenth in range(100))
