"""What widgets paint with: the theme's colours, fonts and how much moves. A value; it is replaced, never changed."""

from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont

from ribdown.core.theme import Hue, HueColours, Theme

# Inter where it is installed, else the platform's interface font.
_TEXT_FAMILIES = ("Inter", "Noto Sans", "DejaVu Sans")
_DISPLAY_FAMILIES = ("Inter Display", *_TEXT_FAMILIES)


class Look(NamedTuple):
    """`text_scale` is 1.0 at 100 %; `still` means reduced motion."""

    theme: Theme
    text_scale: float = 1.0
    still: bool = False

    def hue(self, hue: Hue) -> HueColours:
        """The colours of a phase."""
        return self.theme.hues[hue]


@cache
def colour(value: str) -> QColor:
    """A theme's colour as Qt has it."""
    return QColor(value)


def mix(one: str, other: str, share: float) -> QColor:
    """`share` (0–1) of one colour over another."""
    a, b = colour(one), colour(other)
    return QColor.fromRgbF(
        a.redF() * share + b.redF() * (1 - share),
        a.greenF() * share + b.greenF() * (1 - share),
        a.blueF() * share + b.blueF() * (1 - share),
    )


def text_font(px: float, weight: int = 400, *, tabular: bool = False) -> QFont:
    """The interface font at a size in pixels."""
    font = _font(_TEXT_FAMILIES, px, weight)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def display_font(px: float, weight: int = 600, *, tracking: float = 0.0) -> QFont:
    """The font of headings, words and numbers; `tracking` in pixels."""
    font = _font(_DISPLAY_FAMILIES, px, weight)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking)
    return font


def _font(families: tuple[str, ...], px: float, weight: int) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(max(round(px), 1))
    font.setWeight(QFont.Weight(weight))
    return font
