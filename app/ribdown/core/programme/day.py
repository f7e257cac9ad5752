"""One day of the programme, as a value."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

# Source B: once a day for two weeks, harder versions until the sixth, three to four sessions a week from the third.
DAYS = 14
WEEKS = 6
LEAST, MOST = 3, 4


class Standing(StrEnum):
    """How the person stands to the programme."""

    NOT_BEGUN = "not begun"
    LEFT = "left"
    RUNNING = "running"
    PAUSED = "paused"


class Stage(StrEnum):
    """Weeks 1 and 2, weeks 3 to 6, and all that come after (source B)."""

    DAILY = "daily"
    PROGRESSING = "progressing"
    MAINTAINING = "maintaining"


class Why(StrEnum):
    """Why this is proposed. `once a day` and `three to four a week` ask for a session; `day between` and `enough this
    week` are days off."""

    NO_PROGRAMME = "no programme"
    PAUSED = "paused"
    DONE = "done today"
    ONCE_A_DAY = "once a day"
    A_FEW_A_WEEK = "three to four a week"
    DAY_BETWEEN = "day between"
    ENOUGH = "enough this week"


class TileState(StrEnum):
    """What a tile of the strip says. `off` is a day of the week that is over, without a session."""

    DONE = "done"
    TODAY = "today"
    TO_COME = "to come"
    OFF = "off"


class Tile(Struct, frozen=True):
    """`number` counts from 1 in weeks 1 and 2, and is 0 in a week's strip, where the day speaks for itself. `day` is
    None where nobody knows it: a pause lasts."""

    state: TileState
    number: int
    day: date | None
    today: bool = False


class Day(Struct, frozen=True):
    """Where the person is, and what today holds.

    `routine` is what Start starts and `alternatives` is what else suits, by ids. `week` counts from 1. In weeks 1 and 2
    `number` is the day of fourteen; from week 3 on it is how many days of this week have had a session. `last` is the
    last day before today with a session, and `paused_since` the first day of the pause that lasts.
    """

    standing: Standing
    why: Why
    routine: str
    alternatives: tuple[str, ...] = ()
    stage: Stage = Stage.DAILY
    week: int = 1
    number: int = 1
    last: date | None = None
    paused_since: date | None = None
    strip: tuple[Tile, ...] = ()
    pain_rises: bool = False

    @property
    def off(self) -> bool:
        """Whether this is a day off."""
        return self.why in (Why.DAY_BETWEEN, Why.ENOUGH)

    @property
    def just_finished(self) -> bool:
        """Whether this is the first week after the six."""
        return self.stage is Stage.MAINTAINING and self.week == WEEKS + 1
