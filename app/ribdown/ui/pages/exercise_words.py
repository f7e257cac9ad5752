"""What is said of an exercise in a word or two."""

from collections.abc import Collection
from types import MappingProxyType

from msgspec import structs

from ribdown.core.blocks import AnyBlock, ContractRelax, Effort, Reps
from ribdown.core.content import BodyPosition, Exercise, Sides
from ribdown.core.doses import NONE, ONCE, Dose, Origin, Seconds
from ribdown.core.exercise_library import Posture, When
from ribdown.core.routine import dose_names
from ribdown.core.timeline import Side
from ribdown.ui import words
from ribdown.ui.pages.dose_words import dose_text
from ribdown.ui.translation import QT_TRANSLATE_NOOP, translate

_SOURCES = MappingProxyType({"A": "“Why Stretching Your Hip Flexors…”", "B": "“Unlock Your Hip Flexors…”"})

_DOSES = MappingProxyType(
    {
        "rounds": QT_TRANSLATE_NOOP("words", "Rounds"),
        "breaths": QT_TRANSLATE_NOOP("words", "Breaths"),
        "inhale": QT_TRANSLATE_NOOP("words", "Inhale"),
        "exhale": QT_TRANSLATE_NOOP("words", "Exhale"),
        "pause": QT_TRANSLATE_NOOP("words", "Pause"),
        "sets": QT_TRANSLATE_NOOP("words", "Sets"),
        "rest": QT_TRANSLATE_NOOP("words", "Rest between"),
        "presses": QT_TRANSLATE_NOOP("words", "Presses"),
        "press": QT_TRANSLATE_NOOP("words", "Press"),
        "relax": QT_TRANSLATE_NOOP("words", "Relax"),
        "reps": QT_TRANSLATE_NOOP("words", "Repetitions"),
        "squeeze": QT_TRANSLATE_NOOP("words", "Squeeze"),
        "lift": QT_TRANSLATE_NOOP("words", "Lift"),
        "lower": QT_TRANSLATE_NOOP("words", "Lower"),
        "holds": QT_TRANSLATE_NOOP("words", "Holds"),
        "hold": QT_TRANSLATE_NOOP("words", "Hold"),
        "walk": QT_TRANSLATE_NOOP("words", "Walk"),
    }
)


def position_word(position: BodyPosition) -> str:
    """Such as `On the back`."""
    return {
        BodyPosition.LYING: translate("words", "On the back"),
        BodyPosition.PRONE: translate("words", "Face down"),
        BodyPosition.STANDING: translate("words", "Standing"),
        BodyPosition.SPLIT_STANCE: translate("words", "Standing, one foot back"),
        BodyPosition.WALKING: translate("words", "Walking"),
    }[position]


def posture_word(posture: Posture) -> str:
    """Lying or Standing."""
    return translate("words", "Lying") if posture is Posture.LYING else translate("words", "Standing")


def sides_word(sides: Sides) -> str:
    """Such as `Each side in turn`."""
    return {
        Sides.BOTH: translate("words", "Both sides together"),
        Sides.EACH: translate("words", "Each side in turn"),
        Sides.ALTERNATING: translate("words", "Side after side"),
    }[sides]


def when_word(when: When) -> str:
    """Such as `From week 3`."""
    return {
        When.FIRST: translate("words", "Weeks 1–2"),
        When.LATER: translate("words", "From week 3"),
        When.HARDER: translate("words", "Weeks 3–6"),
        When.ANY: translate("words", "Any day"),
    }[when]


def when_text(whens: Collection[When]) -> str:
    """Such as `Weeks 1–2, from week 3`."""
    text = ", ".join(when_word(when) for when in When if when in whens)
    return text[:1] + text[1:].lower()


def equipment_text(exercise: Exercise) -> str:
    """Such as `wall, pillow`."""
    things = ", ".join(words.content(thing) for thing in exercise.equipment)
    return things or translate("words", "nothing needed")


def short_dose(exercise: Exercise) -> str:
    """Such as `2 × 25 s a side`, or `3 steps a side`."""
    each = exercise.sides is Sides.EACH
    first = exercise.blocks[0]
    if len(exercise.blocks) > 1:
        text = translate("words", "{} steps").format(len(exercise.blocks))
    elif isinstance(first, Reps) and first.squeeze.default < first.lower.default:
        text = translate("words", "{} slow reps").format(first.reps.default)
    else:
        text = dose_text(structs.replace(exercise, sides=Sides.BOTH), Side.RIGHT)
    return translate("words", "{} a side").format(text) if each else text


def dose_name(block: AnyBlock | None, name: str) -> str:
    """What a dose of a block is called, such as `Breaths`; of the exercise itself (its rounds) without one."""
    if name == "lower" and isinstance(block, Reps) and not block.lift.milliseconds:
        return translate("words", "Release")
    return translate("words", _DOSES[name])


def source_title(exercise: Exercise) -> str:
    """The article that an exercise comes from, as its title begins; it is not translated."""
    return _SOURCES[exercise.source]


def dose_rows(block: AnyBlock) -> list[tuple[str, str, str]]:
    """Name, value and where it comes from, for each dose of a block that says anything."""
    rows = [
        (dose_name(block, name), dose_value(dose), origin_text(dose))
        for name in dose_names(block)
        if (dose := getattr(block, name)) not in (NONE, ONCE)
    ]
    if isinstance(block, ContractRelax):
        rows.append((translate("words", "Strength"), _effort(block.effort), _from(block.effort.origin, "")))
    return rows


def dose_value(dose: Dose[int] | Dose[float]) -> str:
    """Such as `4`, `2.5 s` or `2 min`."""
    return words.duration(dose.default) if isinstance(dose, Seconds) else dose.say(dose.default)


def origin_text(dose: Dose[int] | Dose[float]) -> str:
    """Such as `the source says 4–5`, or `ours, 2–4 s`."""
    low, high = dose.range
    if low == high:
        return _from(dose.origin, "")
    if isinstance(dose, Seconds) and high > 60 and low % 60 == high % 60 == 0:
        return _from(
            dose.origin, translate("words", "{}–{} min").format(words.tenths(low / 60), words.tenths(high / 60))
        )
    return _from(dose.origin, dose.allowed)


def _from(origin: Origin, allowed: str) -> str:
    if origin is Origin.SOURCE:
        return (
            translate("words", "the source says {}").format(allowed)
            if allowed
            else translate("words", "the source says so")
        )
    return translate("words", "ours, {}").format(allowed) if allowed else translate("words", "ours")


def _effort(effort: Effort) -> str:
    low, high = effort.range
    return translate("words", "{}–{} %").format(low, high)
