"""Where the blocks of a plan and the labels under them lie on the timeline bar, in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from ribdown.core.blocks import BETWEEN
from ribdown.core.timeline import Segment, Side, Timeline, Turn
from ribdown.ui.look import text_font
from ribdown.ui.translation import translate
from ribdown.ui.words import content, side_name

_GROUP_GAP, _BLOCK_GAP, _LEAST = 8.0, 2.0, 3.0
_WAIT_SECONDS = 10.0  # the width of a wait, which has no length
_LABEL_GAP = 12.0
_FEWEST_LETTERS = 5  # of an elided title


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the plan between `left` and `left + width`; `thin` is a change or a rest."""

    segments: tuple[Segment, ...]
    turn: Turn
    left: float
    width: float

    @property
    def part(self) -> int:
        """The part's number."""
        return self.segments[0].part

    @property
    def thin(self) -> bool:
        """Whether nothing is exercised in it."""
        return self.segments[0].kind in BETWEEN

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class Label:
    """The words under a group, from `left` on and `width` wide."""

    text: str
    left: float
    width: float
    bold: bool


def planned(segment: Segment) -> float:
    """A segment's length in the bar, in seconds."""
    return _WAIT_SECONDS if segment.ms is None else segment.ms / 1000


def lay_out(plan: Timeline, width: float, s: float) -> list[Block]:
    """The plan's blocks over `width` pixels, with gaps for the scale `s`; each as wide as it is long."""
    parts = [tuple(part) for part in plan.parts()]
    turns = [part[0].run.turn for part in parts]
    pairs = pairwise(turns)
    gaps = [(_BLOCK_GAP if _group(one) == _group(other) else _GROUP_GAP) * s for one, other in pairs]
    widths = _widths([sum(map(planned, part)) for part in parts], width - sum(gaps))
    blocks = []
    left = 0.0
    for part, turn, block_width, gap in zip(parts, turns, widths, [*gaps, 0.0], strict=True):
        blocks.append(Block(part, turn, left, block_width))
        left += block_width + gap
    return blocks


def _widths(seconds: Sequence[float], room: float) -> list[float]:
    """Shares of the room in proportion to the seconds, none narrower than what can be seen."""
    least = min(_LEAST, max(room, 0) / len(seconds))
    short: set[int] = set()
    while True:
        longer = sum(length for i, length in enumerate(seconds) if i not in short)
        scale = (room - least * len(short)) / longer if longer else 0.0
        too_short = {i for i, length in enumerate(seconds) if i not in short and length * scale < least}
        if not too_short:
            return [least if i in short else length * scale for i, length in enumerate(seconds)]
        short |= too_short


def lay_labels(blocks: Sequence[Block], width: float, px: float, current: Turn | None) -> list[Label]:
    """Labels of `px` pixels, each from its group's left edge on: in full, shortened, or left out where there is no
    room. The current group's is always there, and may take its neighbours' room. No two overlap."""
    turns = {_group(block.turn): block.turn for block in blocks}
    lefts = {group: next(b.left for b in blocks if _group(b.turn) == group) for group in turns}
    ends = [*lefts.values(), width + _LABEL_GAP][1:]
    labels: list[Label] = []
    for (group, turn), end in zip(turns.items(), ends, strict=True):
        bold = current is not None and group == _group(current)
        metrics = QFontMetricsF(text_font(px, 700 if bold else 400))
        room = end - _LABEL_GAP - lefts[group]
        text = _fitting(turn, room, metrics) or (_short(turn) if bold else "")
        if text:
            wide = metrics.horizontalAdvance(text)
            labels.append(Label(text, max(min(lefts[group], width - wide), 0.0), wide, bold))
    return [one for one in labels if one.bold or not any(other.bold and _touch(one, other) for other in labels)]


def _fitting(turn: Turn, room: float, metrics: QFontMetricsF) -> str:
    """The longest name of a turn that fits; empty where not even a few letters do."""
    for text in (_full(turn), _short(turn)):
        if metrics.horizontalAdvance(text) <= room:
            return text
    side = _short(turn).removeprefix(_title(turn))
    left = room - metrics.horizontalAdvance(side)
    if left < _FEWEST_LETTERS * metrics.averageCharWidth():
        return ""
    return metrics.elidedText(_title(turn), Qt.TextElideMode.ElideRight, left) + side


def _title(turn: Turn) -> str:
    return content(turn.exercise.title)


def _full(turn: Turn) -> str:
    return f"{_title(turn)} · {side_name(turn.side)}" if turn.side else _title(turn)


def _short(turn: Turn) -> str:
    letters = {Side.RIGHT: translate("words", "R"), Side.LEFT: translate("words", "L")}
    return f"{_title(turn)} · {letters[turn.side]}" if turn.side else _title(turn)


def _touch(one: Label, other: Label) -> bool:
    return one.left < other.left + other.width + _LABEL_GAP and other.left < one.left + one.width + _LABEL_GAP


def _group(turn: Turn) -> tuple[int, int]:
    return turn.exercise_number, turn.side_number
