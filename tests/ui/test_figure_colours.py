"""The figure's colours: they are seen on what the figure stands on, and near and far are told apart."""

import pytest
from msgspec import structs

from ribdown.core.figure.colours import FigureColours
from ribdown.infra.figure_colours import load_figure_colours
from ribdown.infra.themes import load_theme

COLOURS = load_figure_colours()
SURFACES = [(dark, ground) for dark in (True, False) for ground in ("surface", "raised", "bg")]
NEAR = ("skin", "skin_shade", "shirt", "shirt_shade", "shorts")
FAR = ("skin_far", "shirt_far", "shorts_far")
TONES = ("inhale", "exhale", "contract", "relax", "ok", "fault")


def luminance(ink: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(ink[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ground_of(*, dark: bool, role: str) -> str:
    return str(getattr(load_theme("dark" if dark else "light"), role))


@pytest.mark.parametrize(("dark", "ground"), SURFACES)
@pytest.mark.parametrize("role", [*NEAR, *TONES])
def test_the_near_side_and_all_signs_stand_out(dark: bool, ground: str, role: str) -> None:
    assert contrast(getattr(COLOURS[dark], role), ground_of(dark=dark, role=ground)) >= 3


@pytest.mark.parametrize("dark", [True, False])
@pytest.mark.parametrize("role", FAR)
def test_the_far_side_stands_out_on_a_card(dark: bool, role: str) -> None:
    assert contrast(getattr(COLOURS[dark], role), ground_of(dark=dark, role="surface")) >= 3


@pytest.mark.parametrize("dark", [True, False])
def test_the_far_side_is_nearer_to_the_ground_than_the_near_one(dark: bool) -> None:
    ground, colours = ground_of(dark=dark, role="surface"), COLOURS[dark]
    for part in ("skin", "shirt", "shorts"):
        near, far = (contrast(getattr(colours, role), ground) for role in (part, f"{part}_far"))
        assert near > 1.2 * far, part


@pytest.mark.parametrize("dark", [True, False])
def test_what_lies_on_the_body_is_seen_there(dark: bool) -> None:
    colours: FigureColours = COLOURS[dark]
    assert contrast(colours.bead, colours.shirt) >= 3
    assert contrast(colours.bead, colours.shorts) >= 3
    assert contrast(colours.on_fault, colours.fault) >= 3
    assert contrast(colours.on_ok, colours.ok) >= 3
    for band in (colours.psoas, colours.psoas_short):
        assert contrast(band, colours.psoas_rim) >= 3


@pytest.mark.parametrize("dark", [True, False])
def test_the_body_is_seen_in_front_of_furniture(dark: bool) -> None:
    colours = COLOURS[dark]
    for prop in (colours.frame, colours.cushion, colours.back):
        assert contrast(colours.skin, prop) >= 2
        assert contrast(colours.shirt, prop) >= 2


def test_both_themes_have_colours_of_their_own() -> None:
    dark, light = (structs.asdict(COLOURS[dark]) for dark in (True, False))
    assert sum(dark[role] != light[role] for role in dark) > 0.8 * len(dark)
