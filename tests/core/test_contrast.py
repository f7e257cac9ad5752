"""High contrast: every pair of colours that is read together, in both themes."""

import tomllib
from pathlib import Path

import pytest

from ribdown.core.contrast import LARGE, LINE, TEXT, contrast, strengthened
from ribdown.core.theme import Hue, Theme, theme_of

THEMES = Path(__file__).parents[2] / "resources" / "themes"
GROUNDS = ("bg", "surface", "raised", "sunken")
TINTS = ("accent_tint", "danger_tint", "warn_tint")


def plain(name: str) -> Theme:
    return theme_of(tomllib.loads((THEMES / f"{name}.toml").read_text(encoding="utf-8")))


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    """Each bundled theme at high contrast."""
    return strengthened(plain(request.param))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21), ("#FFFFFF", "#000000", 21), ("#777777", "#777777", 1), ("#767676", "#FFFFFF", 4.54)],
)
def test_the_ratio_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("ground", [*GROUNDS, *TINTS])
@pytest.mark.parametrize("role", ["text", "text2", "text3", "accent", "danger", "warn", "ok"])
def test_words_can_be_read_on_every_ground(theme: Theme, role: str, ground: str) -> None:
    assert contrast(getattr(theme, role), getattr(theme, ground)) >= TEXT


@pytest.mark.parametrize("role", ["accent", "accent_hover", "accent_down"])
def test_words_can_be_read_on_buttons(theme: Theme, role: str) -> None:
    assert contrast(theme.on_accent, getattr(theme, role)) >= TEXT


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("role", ["line", "edge", "focus"])
def test_lines_and_the_focus_ring_stand_out(theme: Theme, role: str, ground: str) -> None:
    assert contrast(getattr(theme, role), getattr(theme, ground)) >= LINE


def test_the_focus_ring_stands_out_on_buttons(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= 3


@pytest.mark.parametrize("hue", Hue)
def test_a_phase_can_be_told_and_read(theme: Theme, hue: Hue) -> None:
    colours = theme.hues[hue]
    for ground in GROUNDS:
        assert contrast(colours.fill, getattr(theme, ground)) >= LINE
        assert contrast(colours.ink, getattr(theme, ground)) >= TEXT
    for tint in (colours.tint, colours.tint_top, colours.tide):
        assert contrast(colours.ink, tint) >= LARGE
        assert contrast(theme.text, tint) >= TEXT


def test_what_is_disabled_is_still_quieter(theme: Theme) -> None:
    assert contrast(theme.text3, theme.surface) < contrast(theme.text, theme.surface)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_grounds_stay_and_the_phases_keep_their_colours_apart(name: str) -> None:
    before, after = plain(name), strengthened(plain(name))
    same = (*GROUNDS, *TINTS, "text", "on_accent", "focus", "dark")
    assert [getattr(after, role) for role in same] == [getattr(before, role) for role in same]
    assert len({colours.fill for colours in after.hues.values()}) == len(Hue)
    assert after.id != before.id  # what is painted into layers is painted anew


def test_where_no_mix_is_enough_the_texts_own_colour_is_taken() -> None:
    grey = plain("dark")._replace(text="#909090", raised="#404040")
    assert strengthened(grey).danger == "#909090"
