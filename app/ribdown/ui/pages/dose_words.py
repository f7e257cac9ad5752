"""What an exercise asks for, in a few words, such as `right and left, 2 × 20 s`."""

from ribdown.core.blocks import AnyBlock, Breathing, ContractRelax, Hold, Reps, Rest, Untimed, Walk
from ribdown.core.content import Exercise, Sides
from ribdown.core.timeline import Side
from ribdown.ui import words
from ribdown.ui.translation import translate


def dose_text(exercise: Exercise, first_side: Side) -> str:
    """The sides in their order and the doses in use."""
    each = exercise.sides is Sides.EACH
    parts = [_sides(first_side)] if each else []
    rounds = exercise.rounds.default
    if rounds > 1:
        text = translate("words", "{} rounds each") if each else translate("words", "{} rounds")
        parts.append(text.format(rounds))
    else:
        parts.extend(_block(block, alone=len(exercise.blocks) == 1) for block in exercise.blocks)
    return ", ".join(parts)


def _sides(first: Side) -> str:
    return translate("words", "right and left") if first is Side.RIGHT else translate("words", "left and right")


def _block(block: AnyBlock, *, alone: bool) -> str:
    match block:
        case Breathing():
            return _sets(block.sets.default, counted(block, block.breaths.default))
        case ContractRelax():
            return counted(block, block.presses.default)
        case Reps():
            text = _sets(block.sets.default, counted(block, block.reps.default))
            squeeze = words.duration(block.squeeze.default)
            return translate("words", "{} of {}").format(text, squeeze) if alone else text
        case Hold():
            return _sets(block.holds.default, words.duration(block.hold.default))
        case Walk():
            return words.duration(block.walk.default)
        case Rest():
            return translate("words", "{} rest").format(words.duration(block.rest.default))
        case Untimed():
            return translate("words", "in your own time")


def counted(block: AnyBlock, number: int) -> str:
    """Such as `4 breaths` or `1 press`."""
    one, more = {
        "breathing": (translate("words", "{} breath"), translate("words", "{} breaths")),
        "contract_relax": (translate("words", "{} press"), translate("words", "{} presses")),
    }.get(block.kind, (translate("words", "{} rep"), translate("words", "{} reps")))
    return (one if number == 1 else more).format(number)


def _sets(sets: int, text: str) -> str:
    return f"{sets} × {text}" if sets > 1 else text
