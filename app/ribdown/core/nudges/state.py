"""All that the rules of nudges remember, as one value that survives a restart."""

from datetime import tzinfo
from enum import StrEnum
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from ribdown.core.nudges.record import NudgeRecord, Reason
from ribdown.core.nudges.rules import NudgeRules
from ribdown.core.nudges.slot import MinuteOfDay, Slot, Wall, slot_at

# More than a week of the densest rhythm, so that no slot comes twice where a clock is set back or a week is read again.
KEPT = 400
_SLOT = attrgetter("slot")


class Phase(StrEnum):
    """Where an open slot is. `started`: its guide runs; `in a session`: it was shown when another session began."""

    HELD = "held"
    SHOWN = "shown"
    SNOOZED = "snoozed"
    STARTED = "started"
    IN_SESSION = "in a session"


class Seen(Struct, frozen=True):
    """Both clocks at the last look, in seconds; `monotonic` is None before the first look of a run."""

    wall: Wall
    monotonic: float | None


class Movement(Struct, frozen=True):
    """The last time that the person moved with Ribdown, and the id of the session, if it was one."""

    wall: Wall
    session: str = ""


class OpenSlot(Struct, frozen=True, kw_only=True):
    """The slot that has begun and not ended.

    All times are POSIX seconds: `opened` is the slot's own, `due` when its nudge is to be shown (later, once snoozed),
    `since` when its phase began, `quiet` since when nothing holds it. `reason` is what holds it, or held it last.
    """

    slot: Slot
    cue: int
    opened: Wall
    due: Wall
    since: Wall
    phase: Phase = Phase.HELD
    reason: Reason | None = None
    quiet: Wall | None = None
    snoozed_to: tuple[MinuteOfDay, ...] = ()


class NudgeState(Struct, frozen=True, kw_only=True):
    """Immutable; every step takes one and gives the next.

    `rules` are those of the last look. `anchor` is what an interval counts from where that is later than the last
    movement: the slot before, or when the machine was switched on. `records` are the slots that ended last, in the
    order they ended in; `unwritten` are those that the history does not have yet; `cue` is the index that the next
    nudge has.
    """

    rules: NudgeRules | None = None
    seen: Seen | None = None
    anchor: Wall = 0.0
    movement: Movement | None = None
    paused_until: Wall | None = None
    open: OpenSlot | None = None
    records: tuple[NudgeRecord, ...] = ()
    unwritten: tuple[NudgeRecord, ...] = ()
    cue: int = 0

    def had(self, slot: Slot) -> bool:
        """Whether the slot is open or over."""
        if self.open is not None and self.open.slot == slot:
            return True
        return slot in map(_SLOT, reversed(self.records))


def free_slot(state: NudgeState, wall: float, zone: tzinfo) -> tuple[Slot, float]:
    """The slot of this minute, or of the first one after it that has not been had; and when it begins."""
    while state.had(slot := slot_at(wall, zone)):
        wall += 60
    return slot, wall


def slot_now(state: NudgeState, wall: float, zone: tzinfo) -> Slot:
    """The slot of this minute, or of the last one before it that has not been had: what is asked for is not to come."""
    while state.had(slot := slot_at(wall, zone)):
        wall -= 60
    return slot


def restarted(state: NudgeState) -> NudgeState:
    """The state as another run finds it: the monotonic clock may have begun anew."""
    return replace(state, seen=state.seen and replace(state.seen, monotonic=None))


def worth_saving(before: NudgeState, after: NudgeState) -> bool:
    """Whether anything changed but the clocks, so that a look at which nothing happens costs no write."""
    return replace(before, seen=None) != replace(after, seen=None)
