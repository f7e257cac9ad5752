import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from ribdown.core.theme import Hue, Theme, theme_of

THEMES = Path(__file__).parents[2] / "resources" / "themes"


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((THEMES / f"{name}.toml").read_text(encoding="utf-8"))


def theme(name: str) -> Theme:
    return theme_of(table(name))


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("name", "dark"), [("light", False), ("dark", True)])
def test_a_bundled_theme_is_named_after_its_file(name: str, *, dark: bool) -> None:
    assert (theme(name).id, theme(name).dark) == (name, dark)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_bundled_theme_colours_every_phase(name: str) -> None:
    assert set(theme(name).hues) == set(Hue)


@pytest.mark.parametrize("hue", Hue)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_shapes_and_words_stand_out_from_the_background(name: str, hue: Hue) -> None:
    background, colours = theme(name).bg, theme(name).hues[hue]
    assert contrast(colours.fill, background) >= 3
    assert contrast(colours.ink, background) >= 7


@pytest.mark.parametrize("role", ["text", "text2", "text3"])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_can_be_read_on_every_ground(name: str, role: str) -> None:
    colours = theme(name)
    assert min(contrast(getattr(colours, role), ground) for ground in (colours.bg, colours.surface)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_colour_is_six_capital_hex_digits(name: str) -> None:
    colours = table(name)
    values = [value for key, value in colours.items() if key not in ("id", "dark", "hues")]
    values += [value for hue in colours["hues"].values() for value in hue.values()]
    assert all(re.fullmatch("#[0-9A-F]{6}", value) for value in values)


def test_a_misspelt_role_is_refused() -> None:
    with pytest.raises(TypeError, match="txet"):
        theme_of(table("dark") | {"txet": "#000000"})


def test_a_missing_hue_is_named() -> None:
    hues = {name: colours for name, colours in table("dark")["hues"].items() if name != "hold"}
    with pytest.raises(ValueError, match=r"hues are missing: hold$"):
        theme_of(table("dark") | {"hues": hues})


def test_an_unknown_hue_is_refused() -> None:
    hues = table("dark")["hues"]
    with pytest.raises(ValueError, match="plank"):
        theme_of(table("dark") | {"hues": hues | {"plank": hues["hold"]}})
