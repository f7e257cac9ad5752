"""How well two colours are told apart, and a theme that is made easier to see."""

from collections.abc import Callable, Sequence

from ribdown.core.theme import HueColours, Theme

TEXT = 7.0  # WCAG 2.2, 1.4.6: text at the enhanced level
LARGE = 4.5  # the same for letters from 24 px on
LINE = 4.5  # above the 3 of 1.4.11: what only a line tells must not be searched for
_STEPS = 50


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, 1–21, as WCAG 2 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def strengthened(theme: Theme) -> Theme:
    """The theme at high contrast: words and lines stand out from every ground that they are painted on. The
    grounds stay, so that it is the same app."""
    grounds = (theme.bg, theme.surface, theme.raised, theme.sunken)
    tinted = (*grounds, theme.accent_tint, theme.danger_tint, theme.warn_tint)

    def out_of(value: str, under: Sequence[str], least: float) -> str:
        return _towards(theme.text, value, lambda mixed: min(contrast(mixed, ground) for ground in under) >= least)

    def hue(colours: HueColours) -> HueColours:
        # A phase's words are large where they stand on its tints.
        ink = out_of(colours.ink, (colours.tint, colours.tint_top, colours.tide), LARGE)
        return colours._replace(fill=out_of(colours.fill, grounds, LINE), ink=out_of(ink, grounds, TEXT))

    return theme._replace(
        id=f"{theme.id}, high contrast",
        line=out_of(theme.line, grounds, LINE),
        edge=out_of(theme.edge, grounds, LINE),
        text2=theme.text,
        text3=out_of(theme.text3, tinted, TEXT),  # what is disabled must not look as if it were not
        accent=out_of(theme.accent, (*tinted, theme.on_accent), TEXT),
        accent_hover=out_of(theme.accent_hover, (theme.on_accent,), TEXT),
        accent_down=out_of(theme.accent_down, (theme.on_accent,), TEXT),
        danger=out_of(theme.danger, tinted, TEXT),
        warn=out_of(theme.warn, tinted, TEXT),
        ok=out_of(theme.ok, tinted, TEXT),
        hues={name: hue(colours) for name, colours in theme.hues.items()},
    )


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (c / 255 for c in _channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _towards(text: str, colour: str, enough: Callable[[str], bool]) -> str:
    """The first colour on the way to the text's that is enough; the text's own where none is before."""
    mixes = (_mixed(colour, text, step / _STEPS) for step in range(_STEPS))
    return next((mixed for mixed in mixes if enough(mixed)), text)


def _mixed(one: str, other: str, share: float) -> str:
    """`share` (0–1) of the other colour in the one."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
