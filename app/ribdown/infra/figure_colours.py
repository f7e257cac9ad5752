"""The figure's bundled colours."""

from ribdown.core.figure.colours import FigureColours
from ribdown.infra.resources import read_resource
from ribdown.infra.toml_file import parse_table, to_struct


def load_figure_colours() -> dict[bool, FigureColours]:
    """The colours by whether the theme they go with is dark."""
    return {dark: _load(f"figure-{name}.toml") for dark, name in ((True, "dark"), (False, "light"))}


def _load(file: str) -> FigureColours:
    return to_struct(file, parse_table(file, read_resource(f"themes/{file}")), FigureColours)
