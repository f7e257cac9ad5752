"""The kinds of block: the timed part of an exercise, with its doses and the words said in each phase."""

from enum import StrEnum
from typing import ClassVar

from msgspec import Struct, field

from ribdown.core.doses import NONE, ONCE, Count, Origin, Seconds


class SegmentKind(StrEnum):
    """The smallest things the player shows."""

    GET_READY = "get-ready"
    SWITCH_SIDES = "switch-sides"
    INHALE = "inhale"
    EXHALE = "exhale"
    PAUSE = "pause"
    PRESS = "press"
    RELAX = "relax"
    LIFT = "lift"
    SQUEEZE = "squeeze"
    LOWER = "lower"
    HOLD = "hold"
    REST = "rest"
    WALK = "walk"
    WAIT = "wait-for-me"


CHANGES = frozenset({SegmentKind.GET_READY, SegmentKind.SWITCH_SIDES})
BETWEEN = CHANGES | {SegmentKind.REST}  # nothing is exercised in them


class Effort(Struct, frozen=True, forbid_unknown_fields=True):
    """How hard to press, in per cent of full strength (low, high)."""

    range: tuple[int, int]
    origin: Origin

    def __post_init__(self) -> None:
        low, high = self.range
        # Above half strength an isometric press raises tone instead of lowering it (source B).
        if not 0 < low <= high <= 50:
            raise ValueError(f"{low}–{high} % is outside 1–50 %")


GENTLE_EFFORT = Effort((20, 30), Origin.APP)


class Block(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What every kind of block has. `cues` maps a segment kind to one short instruction; `{side}`, `{other}`,
    `{Side}` and `{Other}` in it stand for the side at work and the other one. `gentle_cues` replace them in
    gentler mode."""

    phases: ClassVar[tuple[SegmentKind, ...]] = ()
    cycle_name: ClassVar[str] = ""

    id: str
    title: str
    cues: dict[SegmentKind, str]
    gentle_cues: dict[SegmentKind, str] = field(default_factory=dict)
    feel: str = ""

    @property
    def kind(self) -> str:
        """The kind's name, as content files and records spell it."""
        return str(self.__struct_config__.tag)

    def __post_init__(self) -> None:
        for cues in (self.cues, self.gentle_cues):
            for kind in cues:
                if kind not in self.phases:
                    allowed = ", ".join(self.phases)
                    raise ValueError(f"a cue for {kind.value!r}, which this block does not have; allowed: {allowed}")


class Breathing(Block, tag="breathing", frozen=True, kw_only=True):
    """`breaths` of inhale, exhale and a pause, in `sets` with a rest between them."""

    phases = (SegmentKind.INHALE, SegmentKind.EXHALE, SegmentKind.PAUSE, SegmentKind.REST)
    cycle_name = "Breath"

    breaths: Count
    inhale: Seconds
    exhale: Seconds
    pause: Seconds = NONE
    sets: Count = ONCE
    rest: Seconds = NONE


class ContractRelax(Block, tag="contract_relax", frozen=True, kw_only=True):
    """`presses` at a share of full strength, each followed by a full relax."""

    phases = (SegmentKind.PRESS, SegmentKind.RELAX)
    cycle_name = "Press"

    presses: Count
    press: Seconds
    relax: Seconds
    effort: Effort


class Reps(Block, tag="reps", frozen=True, kw_only=True):
    """`reps` of lift, squeeze and lower, in `sets`. With `down_first` a repetition lowers, squeezes, then lifts."""

    phases = (SegmentKind.LIFT, SegmentKind.SQUEEZE, SegmentKind.LOWER, SegmentKind.REST)
    cycle_name = "Rep"

    reps: Count
    squeeze: Seconds
    lift: Seconds = NONE
    lower: Seconds = NONE
    down_first: bool = False
    sets: Count = ONCE
    rest: Seconds = NONE


class Hold(Block, tag="hold", frozen=True, kw_only=True):
    """`holds` of `hold` seconds with a rest between them."""

    phases = (SegmentKind.HOLD, SegmentKind.REST)
    cycle_name = "Hold"

    holds: Count
    hold: Seconds
    rest: Seconds = NONE


class Rest(Block, tag="rest", frozen=True, kw_only=True):
    """A rest of its own."""

    phases = (SegmentKind.REST,)

    rest: Seconds


class Walk(Block, tag="walk", frozen=True, kw_only=True):
    """Walking for a time."""

    phases = (SegmentKind.WALK,)

    walk: Seconds


class Untimed(Block, tag="untimed", frozen=True, kw_only=True):
    """Waits until the person says go on."""

    phases = (SegmentKind.WAIT,)


AnyBlock = Breathing | ContractRelax | Reps | Hold | Rest | Walk | Untimed
