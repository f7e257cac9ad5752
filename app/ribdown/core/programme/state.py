"""What the programme remembers: when it began and when it stood still. Everything else is read from the sessions."""

from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace


class Wish(StrEnum):
    """What a person can ask of the programme. Nothing else begins it anew."""

    BEGIN = "begin"
    PAUSE = "pause"
    RESUME = "resume"
    START_OVER = "start over"
    LEAVE = "leave"


class Pause(Struct, frozen=True):
    """Days that do not count, from `first` up to the day before `until`; None while the pause lasts."""

    first: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the programme stands still on this day."""
        return self.first <= day and (self.until is None or day < self.until)


class ProgrammeState(Struct, frozen=True, kw_only=True):
    """`started` is the first day, None before there was one; `wanted` is False once the person chose to have none.

    The pauses stand in order, and only the last may be open. Raises ValueError where they do not.
    """

    started: date | None = None
    wanted: bool = True
    pauses: tuple[Pause, ...] = ()

    def __post_init__(self) -> None:
        if any(pause.until is not None and pause.until <= pause.first for pause in self.pauses):
            raise ValueError("a pause ends after its first day")
        for one, other in pairwise(self.pauses):
            if one.until is None or other.first < one.until:
                raise ValueError("pauses follow one another, and only the last one may be open")

    def paused(self, day: date) -> bool:
        """Whether the programme stands still on this day."""
        return any(pause.holds(day) for pause in self.pauses)

    @property
    def paused_since(self) -> date | None:
        """The first day of the pause that lasts; None where none does."""
        return self.pauses[-1].first if self.pauses and self.pauses[-1].until is None else None


def wished(state: ProgrammeState, wish: Wish, today: date) -> ProgrammeState:
    """The state after the person asked for this. Who left the programme and begins again goes on where they were."""
    match wish:
        case Wish.BEGIN:
            return replace(_resumed(state, today), started=state.started or today, wanted=True)
        case Wish.PAUSE:
            return _paused(state, today)
        case Wish.RESUME:
            return _resumed(state, today)
        case Wish.START_OVER:
            return ProgrammeState(started=today)
        case Wish.LEAVE:
            return replace(_paused(state, today), wanted=False)
        case _:
            assert_never(wish)


def _paused(state: ProgrammeState, today: date) -> ProgrammeState:
    if state.started is None or state.paused_since is not None:
        return state
    earlier = state.pauses
    if earlier and earlier[-1].until is not None and today < earlier[-1].until:  # a clock that was set back
        return replace(state, pauses=(*earlier[:-1], Pause(earlier[-1].first)))
    return replace(state, pauses=(*earlier, Pause(today)))


def _resumed(state: ProgrammeState, today: date) -> ProgrammeState:
    since = state.paused_since
    if since is None:
        return state
    earlier = state.pauses[:-1]
    return replace(state, pauses=(*earlier, Pause(since, today)) if since < today else earlier)
