"""What the routine editor calls doses, ranges and sides."""

from ribdown.core.content import Sides
from ribdown.core.doses import Count, Origin, Seconds
from ribdown.ui import words
from ribdown.ui.translation import QT_TRANSLATE_NOOP, translate

DOSE_NAMES = {
    "breaths": QT_TRANSLATE_NOOP("words", "Breaths"),
    "inhale": QT_TRANSLATE_NOOP("words", "Inhale"),
    "exhale": QT_TRANSLATE_NOOP("words", "Exhale"),
    "pause": QT_TRANSLATE_NOOP("words", "Pause after the exhale"),
    "presses": QT_TRANSLATE_NOOP("words", "Presses"),
    "press": QT_TRANSLATE_NOOP("words", "Press"),
    "relax": QT_TRANSLATE_NOOP("words", "Relax"),
    "reps": QT_TRANSLATE_NOOP("words", "Repetitions"),
    "lift": QT_TRANSLATE_NOOP("words", "Lift"),
    "squeeze": QT_TRANSLATE_NOOP("words", "Squeeze"),
    "lower": QT_TRANSLATE_NOOP("words", "Lower"),
    "holds": QT_TRANSLATE_NOOP("words", "Holds"),
    "hold": QT_TRANSLATE_NOOP("words", "Hold"),
    "walk": QT_TRANSLATE_NOOP("words", "Walk"),
    "sets": QT_TRANSLATE_NOOP("words", "Sets"),
    "rest": QT_TRANSLATE_NOOP("words", "Rest between"),
    "rounds": QT_TRANSLATE_NOOP("words", "Rounds"),
}


def dose_name(name: str) -> str:
    """Such as Breaths."""
    return translate("words", DOSE_NAMES[name])


def value_text(dose: Count | Seconds, value: float) -> str:
    """Such as `4`, `2.5 s` or `2 min`."""
    return words.duration(value) if isinstance(dose, Seconds) else f"{value:g}"


def range_text(dose: Count | Seconds, *, own: bool) -> str:
    """The range and where it comes from; `own` ranges are the routine's."""
    low, high = dose.range
    if low == high:
        span = translate("words", "Always {}").format(value_text(dose, low))
    elif isinstance(dose, Seconds) and high < 60:
        span = translate("words", "{}–{} s").format(f"{low:g}", f"{high:g}")
    else:
        span = translate("words", "{}–{}").format(value_text(dose, low), value_text(dose, high))
    if own:
        span = translate("words", "{} in this routine").format(span)
    if dose.origin is Origin.SOURCE:
        return translate("words", "{}, from the source").format(span)
    return translate("words", "{}, the app’s choice").format(span)


def sides_text(sides: Sides) -> str:
    """Which side works, and when."""
    return {
        Sides.BOTH: translate("words", "Both sides together"),
        Sides.EACH: translate("words", "Each side in turn"),
        Sides.ALTERNATING: translate("words", "Sides alternate"),
    }[sides]
