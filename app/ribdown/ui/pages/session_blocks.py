"""A session's blocks in words, gathered by exercise and side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ribdown.core.history import BlockRecord
from ribdown.ui import words
from ribdown.ui.translation import translate
from ribdown.ui.widgets.mark import Outcome, outcome_of


@dataclass(frozen=True, slots=True)
class BlockLine:
    """A block: its name, what was done of what was planned, and how long it took."""

    name: str
    done: str
    length: str


@dataclass(frozen=True, slots=True)
class BlockGroup:
    """An exercise on one side, or on both."""

    title: str
    outcome: Outcome
    length: str
    lines: tuple[BlockLine, ...]


def block_groups(blocks: Sequence[BlockRecord], titles: Mapping[str, str]) -> Iterator[BlockGroup]:
    """The groups in the plan's order. `titles` are the exercises' by id."""
    for (exercise, side), group in groupby(blocks, lambda block: (block.exercise, block.side)):
        members = list(group)
        done = sum(block.done_seconds for block in members)
        planned = sum(block.planned_seconds for block in members)
        title = words.content(titles.get(exercise, exercise.replace("-", " ").capitalize()))
        rounds = max(block.round for block in members) > 1
        yield BlockGroup(
            title=f"{title}, {words.side_name(side)}" if side else title,
            outcome=outcome_of(members),
            length=_of(words.clock(round(done)), words.clock(planned)),
            lines=tuple(_line(block, rounds=rounds) for block in members),
        )


def _line(block: BlockRecord, *, rounds: bool) -> BlockLine:
    name = {
        "breathing": translate("words", "Breaths"),
        "contract_relax": translate("words", "Presses"),
        "reps": translate("words", "Repetitions"),
        "hold": translate("words", "Holds"),
        "walk": translate("words", "Walk"),
        "rest": translate("words", "Rest"),
    }.get(block.kind, translate("words", "Your own time"))
    counts = block.kind in ("breathing", "contract_relax", "reps", "hold")
    return BlockLine(
        name=translate("words", "{}, round {}").format(name, block.round) if rounds else name,
        done=translate("words", "{} of {}").format(block.done_reps, block.planned_reps) if counts else "",
        length=words.took(block.done_seconds),
    )


def _of(done: str, planned: str) -> str:
    return done if done == planned else translate("words", "{} of {}").format(done, planned)
