"""What a day holds, beyond the twelve weeks that are lived through elsewhere."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ribdown.core.programme.day import Stage, Standing, Tile, TileState, Why
from ribdown.core.programme.plan import day_of, week_begins, week_three
from ribdown.core.programme.practice import DaysDone
from ribdown.core.programme.state import Pause, ProgrammeState, Wish, wished

MONDAY = date(2026, 11, 2)
BEGUN = ProgrammeState(started=MONDAY)
SIGNS = {TileState.DONE: "x", TileState.TODAY: "o", TileState.TO_COME: "-", TileState.OFF: "."}


def later(days: int) -> date:
    return MONDAY + timedelta(days=days)


def days(*numbers: int, light: tuple[int, ...] = ()) -> DaysDone:
    """Days with a session, by number from 0; on `light` ones it was First steps."""
    main = frozenset(map(later, numbers))
    return DaysDone(main | frozenset(map(later, light)), main)


def signs(strip: tuple[Tile, ...]) -> str:
    """The strip as signs; today's in brackets."""
    return "".join(f"[{SIGNS[tile.state]}]" if tile.today else SIGNS[tile.state] for tile in strip)


FORTNIGHT = tuple(range(14))


def test_before_there_is_a_programme() -> None:
    for state, standing in ((ProgrammeState(), Standing.NOT_BEGUN), (ProgrammeState(wanted=False), Standing.LEFT)):
        day = day_of(state, days(0, 1), later(2), pain_rises=True)
        assert (day.standing, day.why, day.routine) == (standing, Why.NO_PROGRAMME, "daily-mini")
        assert (day.strip, day.alternatives, day.pain_rises, day.off) == ((), (), True, False)


def test_who_left_the_programme_has_none() -> None:
    assert day_of(wished(BEGUN, Wish.LEAVE, later(3)), days(0), later(3)).standing is Standing.LEFT


@pytest.mark.parametrize(
    ("done", "today", "why", "number", "strip"),
    [
        pytest.param((), 0, Why.ONCE_A_DAY, 1, "[o]-------------", id="first day"),
        pytest.param((0, 1, 2, 3), 4, Why.ONCE_A_DAY, 5, "xxxx[o]---------", id="day 5"),
        pytest.param((0, 1, 2, 3, 4), 4, Why.DONE, 5, "xxxx[x]---------", id="day 5, done"),
        pytest.param((0, 2, 3, 5), 8, Why.ONCE_A_DAY, 5, "xxxx[o]---------", id="day 5, with days missed"),
        pytest.param(range(13), 13, Why.ONCE_A_DAY, 14, "xxxxxxxxxxxxx[o]", id="day 14"),
        pytest.param(range(14), 13, Why.DONE, 14, "xxxxxxxxxxxxx[x]", id="day 14, done"),
    ],
)
def test_weeks_one_and_two(done: tuple[int, ...], today: int, why: Why, number: int, strip: str) -> None:
    day = day_of(BEGUN, days(*done), later(today))
    assert (day.stage, day.standing, day.why, day.number) == (Stage.DAILY, Standing.RUNNING, why, number)
    assert (day.routine, day.alternatives) == ("daily-mini", ("first-steps", "no-couch"))
    assert signs(day.strip) == strip
    assert [tile.number for tile in day.strip] == list(range(1, 15))
    assert day.week == (1 if number <= 7 else 2)


def test_a_tile_has_the_day_it_was_done_on_or_would_be_done_on() -> None:
    strip = day_of(BEGUN, days(0, 4), later(9)).strip
    assert [tile.day for tile in strip[:5]] == [later(0), later(4), later(9), later(10), later(11)]


def test_the_last_one_is_the_one_before_today() -> None:
    assert day_of(BEGUN, days(0, 4), later(9)).last == later(4)
    assert day_of(BEGUN, days(0, 4, 9), later(9)).last == later(4)
    assert day_of(BEGUN, days(9), later(9)).last is None


def test_sessions_before_the_start_and_after_today_do_not_count() -> None:
    day = day_of(BEGUN, days(-3, -1, 5), later(2))
    assert (day.number, day.last) == (1, None)


@pytest.mark.parametrize(
    ("more", "today", "why", "routine", "strip"),
    [
        pytest.param((), 14, Why.DAY_BETWEEN, "first-steps", "[o]------", id="the day after the fourteenth"),
        pytest.param((), 15, Why.A_FEW_A_WEEK, "three-day", ".[o]-----", id="the first one is due"),
        pytest.param((15,), 15, Why.DONE, "three-day", ".[x]-----", id="done"),
        pytest.param((15,), 18, Why.A_FEW_A_WEEK, "three-day", ".x..[o]--", id="two days later"),
        pytest.param((14, 15, 16, 17), 18, Why.DAY_BETWEEN, "first-steps", "xxxx[o]--", id="four in a row"),
        pytest.param((14, 15, 16, 17), 19, Why.ENOUGH, "first-steps", "xxxx.[o]-", id="four are enough"),
        pytest.param((14, 15, 16, 17, 19), 19, Why.DONE, "three-day", "xxxx.[x]-", id="a fifth all the same"),
    ],
)
def test_week_three(more: tuple[int, ...], today: int, why: Why, routine: str, strip: str) -> None:
    day = day_of(BEGUN, days(*FORTNIGHT, *more), later(today))
    assert (day.stage, day.week, day.number) == (Stage.PROGRESSING, 3, len(more))
    assert (day.why, day.routine) == (why, routine)
    assert day.off == (why in (Why.DAY_BETWEEN, Why.ENOUGH))
    assert routine not in day.alternatives
    assert "progression" in day.alternatives
    assert signs(day.strip) == strip


def test_first_steps_is_on_top_from_week_three_on() -> None:
    day = day_of(BEGUN, days(*FORTNIGHT, light=(16, 17)), later(17))
    assert (day.why, day.number, day.week) == (Why.A_FEW_A_WEEK, 0, 3)


def test_fourteen_days_of_first_steps_are_fourteen_days() -> None:
    day = day_of(BEGUN, days(light=FORTNIGHT), later(14))
    assert (day.stage, day.why) == (Stage.PROGRESSING, Why.A_FEW_A_WEEK), "none of them asks for a day between"


def test_a_week_without_a_session_is_not_counted() -> None:
    assert [day_of(BEGUN, days(*FORTNIGHT, 20), later(day)).week for day in (20, 21, 28, 90)] == [3, 4, 4, 4]


def test_the_first_week_after_the_six_is_the_one_that_says_so() -> None:
    done = days(*FORTNIGHT, 15, 22, 29, 36, 43)
    found = [day_of(BEGUN, done, later(day)) for day in (41, 42, 48, 49)]
    assert [(day.stage, day.week, day.just_finished) for day in found] == [
        (Stage.PROGRESSING, 6, False),
        (Stage.MAINTAINING, 7, True),
        (Stage.MAINTAINING, 7, True),
        (Stage.MAINTAINING, 8, False),
    ]


# -- a pause


def test_a_pause_in_the_first_weeks() -> None:
    state = wished(BEGUN, Wish.PAUSE, later(3))
    day = day_of(state, days(0, 1), later(5))
    assert (day.standing, day.why, day.paused_since) == (Standing.PAUSED, Why.PAUSED, later(3))
    assert (day.number, day.routine, signs(day.strip)) == (3, "daily-mini", "xx------------")
    assert {tile.day for tile in day.strip[2:]} == {None}


def test_a_session_in_a_pause_counts() -> None:
    state = wished(BEGUN, Wish.PAUSE, later(3))
    day = day_of(state, days(0, 1, 5), later(5))
    assert (day.standing, day.why, day.number) == (Standing.PAUSED, Why.DONE, 3)
    assert day_of(wished(state, Wish.RESUME, later(7)), days(0, 1, 5), later(7)).number == 4


def test_days_of_a_pause_lie_outside_every_week_unless_they_were_used() -> None:
    state = ProgrammeState(started=MONDAY, pauses=(Pause(later(17), later(24)),))
    idle, busy = (day_of(state, days(*FORTNIGHT, 15, *more), later(25)) for more in ((), (20,)))
    assert (signs(idle.strip), idle.week, idle.number) == (".x..[o]--", 3, 1)
    assert (signs(busy.strip), busy.week, busy.number) == (".x.x.[o]-", 3, 2)
    assert [tile.day for tile in idle.strip[:4]] == [later(14), later(15), later(16), later(24)]


def test_a_pause_in_a_week() -> None:
    state = wished(BEGUN, Wish.PAUSE, later(17))
    day = day_of(state, days(*FORTNIGHT, 15), later(20))
    assert (day.standing, day.why, day.week, day.number) == (Standing.PAUSED, Why.PAUSED, 3, 1)
    assert signs(day.strip) == ".x.----"
    assert day.routine == "three-day"


def test_a_pause_that_began_with_the_week() -> None:
    day = day_of(wished(BEGUN, Wish.PAUSE, later(14)), days(*FORTNIGHT), later(16))
    assert (day.week, day.number, signs(day.strip)) == (3, 0, "-------")


# -- whatever happens

DATES = st.dates(MONDAY - timedelta(days=40), MONDAY + timedelta(days=120))


@given(
    started=st.none() | DATES,
    wanted=st.booleans(),
    wishes=st.lists(st.tuples(st.sampled_from(Wish), DATES), max_size=6),
    done=st.frozensets(DATES, max_size=60),
    light=st.frozensets(DATES, max_size=20),
    today=DATES,
)
def test_any_day_is_a_day(
    started: date | None,
    wanted: bool,
    wishes: list[tuple[Wish, date]],
    done: frozenset[date],
    light: frozenset[date],
    today: date,
) -> None:
    state = ProgrammeState(started=started, wanted=wanted)
    for wish, when in wishes:
        state = wished(state, wish, when)
    day = day_of(state, DaysDone(done | light, done), today)
    running = state.started is not None and state.wanted
    assert len(day.strip) == ((14 if day.stage is Stage.DAILY else 7) if running else 0)
    assert sum(tile.today for tile in day.strip) <= 1
    assert day.routine not in day.alternatives
    if day.why is Why.A_FEW_A_WEEK:
        assert today - timedelta(days=1) not in done, "never the main session on the day after one"


@given(done=st.frozensets(DATES, max_size=60))
def test_no_day_moves_anybody_back(done: frozenset[date]) -> None:
    places = []
    for number in range(120):
        day = day_of(BEGUN, DaysDone(done, done), later(number))
        places.append((day.week, day.number if day.stage is Stage.DAILY else 0))
    assert places == sorted(places)


def test_a_person_may_start_over(person: Callable[..., Any]) -> None:
    someone = person(lambda number, _: number <= 20, day_21=Wish.START_OVER)
    for number in range(1, 22):
        morning, _ = someone.live(number)
    assert (morning.stage, morning.number) == (Stage.DAILY, 1)


def test_week_three_begins_after_the_fourteenth_day_done() -> None:
    assert week_three(BEGUN, days(*range(13)).every) is None
    assert week_three(BEGUN, days(-1, *range(12), 20, 30, 31).every) == later(31)
    assert week_three(ProgrammeState(), days(*FORTNIGHT).every) is None
    assert week_three(ProgrammeState(started=MONDAY, wanted=False), days(*FORTNIGHT).every) is None


@pytest.mark.parametrize(
    ("state", "done", "today", "begins"),
    [
        pytest.param(ProgrammeState(), days(*FORTNIGHT), 20, None, id="no programme"),
        pytest.param(ProgrammeState(started=MONDAY, wanted=False), days(*FORTNIGHT), 20, None, id="left"),
        pytest.param(BEGUN, days(0, 1), 9, 0, id="in the first weeks"),
        pytest.param(BEGUN, days(*FORTNIGHT), 13, 0, id="on the fourteenth day"),
        pytest.param(BEGUN, days(*FORTNIGHT), 14, 14, id="week 3"),
        pytest.param(BEGUN, days(*range(13), 16, 18), 26, 24, id="week 4, which begins on another weekday"),
        pytest.param(
            ProgrammeState(started=MONDAY, pauses=(Pause(later(16), later(19)),)),
            days(*FORTNIGHT),
            20,
            17,
            id="after a pause",
        ),
        pytest.param(
            ProgrammeState(started=MONDAY, pauses=(Pause(later(14)),)), days(*FORTNIGHT), 16, 14, id="a pause at once"
        ),
    ],
)
def test_a_day_on_which_weeks_begin(state: ProgrammeState, done: DaysDone, today: int, begins: int | None) -> None:
    assert week_begins(state, done, later(today)) == (None if begins is None else later(begins))
