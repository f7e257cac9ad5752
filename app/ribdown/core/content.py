"""An exercise: what to do, what goes wrong, and its timed blocks."""

from enum import StrEnum

from msgspec import Struct

from ribdown.core.blocks import AnyBlock
from ribdown.core.doses import ONCE, Count


class Sides(StrEnum):
    """Which side works: both together, each in turn, or alternating as in walking."""

    BOTH = "both"
    EACH = "each"
    ALTERNATING = "alternating"


class BodyPosition(StrEnum):
    """How the body is placed while the exercise runs."""

    LYING = "lying"
    PRONE = "prone"
    STANDING = "standing"
    SPLIT_STANCE = "split stance"
    WALKING = "walking"


class Mistake(Struct, frozen=True, forbid_unknown_fields=True):
    """What goes wrong, in a few words, and what puts it right. `blocks` names the blocks it belongs to (none: all);
    `pose` the figure's pose that shows it, empty where there is none."""

    mistake: str
    fix: str
    blocks: tuple[str, ...] = ()
    pose: str = ""


class Exercise(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something to do. Texts may hold `{side}`, `{other}`, `{Side}`, `{Other}` where `sides` is `each`. `turn_around`
    takes the place of the starting position's first line when the side changes."""

    id: str
    title: str
    purpose: str
    position: BodyPosition
    sides: Sides
    source: str
    starting_position: tuple[str, ...]
    execution: tuple[str, ...]
    mistakes: tuple[Mistake, ...]
    feel: str
    stop: tuple[str, ...]
    blocks: tuple[AnyBlock, ...]
    equipment: tuple[str, ...] = ()
    rounds: Count = ONCE
    side_label: str = ""
    turn_around: str = ""
    progressions: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name, texts, low, high in (
            ("starting_position", self.starting_position, 3, 6),
            ("execution", self.execution, 3, 6),
            ("mistakes", self.mistakes, 2, 4),
        ):
            if not low <= len(texts) <= high:
                raise ValueError(f"{name} has {len(texts)} entries; {low} to {high} are allowed")
        ids = [block.id for block in self.blocks]
        if not ids:
            raise ValueError("blocks is empty; an exercise has at least one block")
        if len(set(ids)) < len(ids):
            raise ValueError("two blocks share an id; each block's id is its own")
        for mistake in self.mistakes:
            for block in mistake.blocks:
                if block not in ids:
                    raise ValueError(f"a mistake names the block {block!r}; allowed: {', '.join(ids)}")

    def position_lines(self, side_number: int) -> tuple[str, ...]:
        """How to get into position, for the first side (1) or the second (2)."""
        if side_number > 1 and self.turn_around:
            return self.turn_around, *self.starting_position[1:]
        return self.starting_position

    def block(self, block_id: str) -> AnyBlock:
        """The block of that id. Raises KeyError."""
        return {block.id: block for block in self.blocks}[block_id]
