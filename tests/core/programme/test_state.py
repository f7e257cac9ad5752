"""What a person asks of the programme, and what it remembers of that."""

from datetime import date, timedelta

import pytest

from ribdown.core.programme.state import Pause, ProgrammeState, Wish, wished

MONDAY = date(2026, 11, 2)


def later(days: int) -> date:
    return MONDAY + timedelta(days=days)


def after(*wishes: tuple[Wish, int], state: ProgrammeState | None = None) -> ProgrammeState:
    """The state after these wishes, each on its day."""
    state = state or ProgrammeState()
    for wish, day in wishes:
        state = wished(state, wish, later(day))
    return state


BEGUN = ProgrammeState(started=MONDAY)


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        pytest.param([(Wish.BEGIN, 0)], BEGUN, id="begin"),
        pytest.param([(Wish.BEGIN, 0), (Wish.BEGIN, 5)], BEGUN, id="begun is begun"),
        pytest.param(
            [(Wish.BEGIN, 0), (Wish.PAUSE, 3)], ProgrammeState(started=MONDAY, pauses=(Pause(later(3)),)), id="pause"
        ),
        pytest.param(
            [(Wish.BEGIN, 0), (Wish.PAUSE, 3), (Wish.PAUSE, 4)],
            ProgrammeState(started=MONDAY, pauses=(Pause(later(3)),)),
            id="paused is paused",
        ),
        pytest.param(
            [(Wish.BEGIN, 0), (Wish.PAUSE, 3), (Wish.RESUME, 9)],
            ProgrammeState(started=MONDAY, pauses=(Pause(later(3), later(9)),)),
            id="resume",
        ),
        pytest.param([(Wish.BEGIN, 0), (Wish.PAUSE, 3), (Wish.RESUME, 3)], BEGUN, id="a pause without a day"),
        pytest.param([(Wish.BEGIN, 0), (Wish.RESUME, 3)], BEGUN, id="nothing to resume"),
        pytest.param([(Wish.PAUSE, 3)], ProgrammeState(), id="nothing to pause"),
        pytest.param([(Wish.LEAVE, 0)], ProgrammeState(wanted=False), id="none from the start"),
        pytest.param([(Wish.LEAVE, 0), (Wish.BEGIN, 0)], BEGUN, id="changed their mind"),
        pytest.param(
            [(Wish.BEGIN, 0), (Wish.LEAVE, 3)],
            ProgrammeState(started=MONDAY, wanted=False, pauses=(Pause(later(3)),)),
            id="leave",
        ),
        pytest.param(
            [(Wish.BEGIN, 0), (Wish.LEAVE, 3), (Wish.BEGIN, 30)],
            ProgrammeState(started=MONDAY, pauses=(Pause(later(3), later(30)),)),
            id="come back to where they were",
        ),
        pytest.param(
            [(Wish.BEGIN, -9), (Wish.PAUSE, -5), (Wish.RESUME, -3), (Wish.START_OVER, 0)], BEGUN, id="start over"
        ),
        pytest.param(
            [(Wish.BEGIN, 0), (Wish.PAUSE, 3), (Wish.RESUME, 9), (Wish.PAUSE, 9)],
            ProgrammeState(started=MONDAY, pauses=(Pause(later(3), later(9)), Pause(later(9)))),
            id="a pause right after another",
        ),
        pytest.param(
            [(Wish.BEGIN, 0), (Wish.PAUSE, 3), (Wish.RESUME, 9), (Wish.PAUSE, 5)],
            ProgrammeState(started=MONDAY, pauses=(Pause(later(3)),)),
            id="a pause inside another, by a clock that was set back",
        ),
    ],
)
def test_wishes(wishes: list[tuple[Wish, int]], expected: ProgrammeState) -> None:
    assert after(*wishes) == expected


def test_a_pause_holds_from_its_first_day_to_the_day_before_it_ends() -> None:
    state = after((Wish.BEGIN, 0), (Wish.PAUSE, 3), (Wish.RESUME, 5), (Wish.PAUSE, 8))
    assert [state.paused(later(day)) for day in range(10)] == [
        *(False, False, False, True, True),
        *(False, False, False, True, True),
    ]
    assert state.paused_since == later(8)
    assert BEGUN.paused_since is None


@pytest.mark.parametrize(
    "pauses",
    [
        (Pause(MONDAY, MONDAY),),
        (Pause(MONDAY), Pause(later(3))),
        (Pause(MONDAY, later(3)), Pause(later(2))),
    ],
)
def test_pauses_that_can_not_be(pauses: tuple[Pause, ...]) -> None:
    with pytest.raises(ValueError, match="pause"):
        ProgrammeState(started=MONDAY, pauses=pauses)
