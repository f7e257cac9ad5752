"""What the routine editor calls values, ranges and sides."""

from ribdown.core.content import Sides
from ribdown.core.doses import Count, Origin, Seconds
from ribdown.ui import words
from ribdown.ui.translation import translate


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
